package xmltext

import (
	"strings"
	"unicode/utf8"
)

// content reads inside an element. The usual text, with nothing to replace in it, is a part of the
// body; anything else goes through mixed.
func (r *Reader) content() (Kind, error) {
	s, i := r.s, r.pos
	for i < len(s) && textClass[s[i]] == blank {
		i++
	}
	blankRun := i
	for i < len(s) && textClass[s[i]] != special {
		i++
	}
	if i == len(s) {
		return EOF, r.truncated()
	}
	if s[i] != '<' || i+1 < len(s) && s[i+1] == '!' {
		return r.mixed(i)
	}
	if i > r.pos && (i > blankRun || r.whole(i)) {
		r.text, r.copied = extent{r.pos, i}, false
		r.pos = i
		return Text, nil
	}
	r.pos = i
	return r.tag()
}

// whole reports whether text that ends at i is all that its element holds: then even blanks count.
func (r *Reader) whole(i int) bool { return r.kind == Start && strings.HasPrefix(r.s[i:], "</") }

// mixed gathers text with references, CDATA sections, comments or line ends to normalise; the text up
// to i is plain.
func (r *Reader) mixed(i int) (Kind, error) {
	r.scratch = append(r.scratch[:0], r.s[r.pos:i]...)
	r.pos = i
	for {
		if r.pos == len(r.s) {
			return EOF, r.truncated()
		}
		if r.s[r.pos] == '<' && !r.isComment() && !r.isCDATA() {
			break
		}
		if err := r.piece(); err != nil {
			return EOF, err
		}
	}
	if len(r.scratch) > 0 && (!allBlank(r.scratch) || r.whole(r.pos)) {
		r.copied = true
		return Text, nil
	}
	return r.tag()
}

// piece reads one piece of mixed text.
func (r *Reader) piece() error {
	switch c := r.s[r.pos]; {
	case c == '<' && r.isComment():
		return r.comment()
	case c == '<':
		return r.cdata()
	case c == '&':
		return r.reference()
	case c == '\r':
		r.carriageReturn()
	case c == ']' && strings.HasPrefix(r.s[r.pos:], "]]>"):
		return r.fail(malformed, "« ]]> » est interdit dans un texte.")
	case textClass[c] == special && c != ']':
		return r.oddRune()
	default:
		start := r.pos
		r.pos++
		for r.pos < len(r.s) && textClass[r.s[r.pos]] != special {
			r.pos++
		}
		r.scratch = append(r.scratch, r.s[start:r.pos]...)
	}
	return nil
}

// carriageReturn reads CR or CR LF as one line feed.
func (r *Reader) carriageReturn() {
	r.scratch = append(r.scratch, '\n')
	r.pos++
	if r.pos < len(r.s) && r.s[r.pos] == '\n' {
		r.pos++
	}
}

// oddRune reads a character that only its code point allows or forbids.
func (r *Reader) oddRune() error {
	c, size := utf8.DecodeRuneInString(r.s[r.pos:])
	if !isChar(c) {
		return r.fail(character, "Ce caractère de contrôle est interdit.")
	}
	r.scratch = append(r.scratch, r.s[r.pos:r.pos+size]...)
	r.pos += size
	return nil
}

func (r *Reader) cdata() error {
	r.pos += len("<![CDATA[")
	length := strings.Index(r.s[r.pos:], "]]>")
	if length < 0 {
		return r.truncated()
	}
	for end := r.pos + length; r.pos < end; {
		if r.s[r.pos] == '\r' {
			r.carriageReturn()
		} else if err := r.oddRune(); err != nil {
			return err
		}
	}
	r.pos += len("]]>")
	return nil
}

func (r *Reader) isComment() bool { return strings.HasPrefix(r.s[r.pos:], "<!--") }
func (r *Reader) isCDATA() bool   { return strings.HasPrefix(r.s[r.pos:], "<![CDATA[") }

func (r *Reader) comment() error {
	start := r.pos + len("<!--")
	length := strings.Index(r.s[start:], "--")
	if length < 0 {
		return r.truncated()
	}
	for i, c := range r.s[start : start+length] {
		if !isChar(c) {
			return r.failAt(start+i, character, "Ce caractère de contrôle est interdit.")
		}
	}
	r.pos = start + length + len("--")
	if !strings.HasPrefix(r.s[r.pos:], ">") {
		return r.fail(malformed, "« -- » est interdit dans un commentaire.")
	}
	r.pos++
	return nil
}

// declaration refuses what begins with "<!" outside comments and CDATA sections.
func (r *Reader) declaration() error {
	if strings.HasPrefix(r.s[r.pos:], "<!DOCTYPE") {
		return r.fail(doctype, "Les déclarations de type de document (DTD) sont interdites.")
	}
	return r.fail(malformed, "Une déclaration n'a pas sa place ici.")
}

func allBlank(b []byte) bool {
	for _, c := range b {
		if !isBlank(c) {
			return false
		}
	}
	return true
}
