package norme

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hiddenElements lists the names of the elements that hold personal values in any message.
func hiddenElements(messages []*message) map[string]mask {
	hidden := map[string]mask{}
	var walk func(g *group)
	walk = func(g *group) {
		for i := range g.fields {
			f := &g.fields[i]
			if f.group != nil {
				walk(f.group)
			}
			hidden[f.name] = max(hidden[f.name], f.mask)
		}
	}
	for _, m := range messages {
		walk(m.group)
	}
	return hidden
}

// MaskXML hides personal values in a raw body, well formed or not: the content of every element whose
// name holds such a value in some message, and any run of digits and letters as long as a NIR. The
// rest stays as it was, so that a faulty body can be shown to the one who sent it.
func (n *Norme) MaskXML(body []byte) []byte {
	dst := make([]byte, 0, len(body)+len(body)/8)
	for len(body) > 0 {
		start := bytes.IndexByte(body, '<')
		if start < 0 {
			break
		}
		end := bytes.IndexByte(body[start:], '>')
		if end < 0 {
			break
		}
		end += start + 1
		dst = appendHidingNumbers(dst, body[:end])
		name, selfClosed := tagName(body[start+1 : end-1])
		body = body[end:]
		if m := n.hidden[name]; m != maskNone && !selfClosed {
			length := closing(body)
			dst = m.hideContent(dst, string(body[:length]))
			body = body[length:]
		}
	}
	return appendHidingNumbers(dst, body)
}

// tagName returns the local name of a start tag; that of another tag is empty.
func tagName(tag []byte) (name string, selfClosed bool) {
	tag, selfClosed = bytes.CutSuffix(tag, []byte("/"))
	if end := bytes.IndexAny(tag, " \t\r\n"); end >= 0 {
		tag = tag[:end]
	}
	if bytes.HasPrefix(tag, []byte("/")) {
		return "", false
	}
	return string(tag[bytes.LastIndexByte(tag, ':')+1:]), selfClosed
}

// closing returns the length of what comes before the next end tag, or all of it.
func closing(body []byte) int {
	if i := bytes.Index(body, []byte("</")); i >= 0 {
		return i
	}
	return len(body)
}

// hideContent hides the value inside an element and leaves the blanks around it; a value that holds
// markup is hidden whole.
func (m mask) hideContent(dst []byte, content string) []byte {
	trimmed := strings.TrimLeftFunc(content, unicode.IsSpace)
	dst = append(dst, content[:len(content)-len(trimmed)]...)
	value := strings.TrimRightFunc(trimmed, unicode.IsSpace)
	if strings.ContainsAny(value, "<&") || !utf8.ValidString(value) {
		m = maskAll
	}
	dst = m.hide(dst, value)
	return append(dst, trimmed[len(value):]...)
}

// nirLength is the length of a NIR without its key.
const nirLength = 13

// appendHidingNumbers appends text with what looks like a NIR hidden: thirteen to fifteen digits, the
// letters of Corsica allowed, that no other letter or digit touches. UUIDs have no such run.
func appendHidingNumbers(dst, text []byte) []byte {
	for len(text) > 0 {
		run := 0
		for run < len(text) && isWord(text[run]) {
			run++
		}
		if looksLikeNIR(text[:run]) {
			dst = maskFirst.hide(dst, string(text[:run]))
		} else {
			dst = append(dst, text[:run]...)
		}
		text = text[run:]
		if len(text) > 0 {
			dst, text = append(dst, text[0]), text[1:]
		}
	}
	return dst
}

func isWord(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }

func looksLikeNIR(run []byte) bool {
	if len(run) < nirLength || len(run) > nirLength+2 {
		return false
	}
	for i, c := range run {
		if !isDigit(c) && (i != 6 || c != 'A' && c != 'B') {
			return false
		}
	}
	return true
}
