package xmltext

import (
	"strings"
	"unicode/utf8"
)

// begin checks the encoding of the whole body once, and reads the XML declaration.
func (r *Reader) begin() error {
	r.begun = true
	r.bindings, r.live = append(make([]binding, 0, 4), binding{"xml", xmlSpace}), 1
	if strings.HasPrefix(r.s, "\xFE\xFF") || strings.HasPrefix(r.s, "\xFF\xFE") {
		return r.fail(encoding, "L'encodage doit être UTF-8.")
	}
	if !utf8.ValidString(r.s) {
		return r.failAt(firstInvalid(r.s), encoding, "L'encodage doit être UTF-8 : octet invalide.")
	}
	if strings.HasPrefix(r.s, "\uFEFF") {
		r.pos = len("\uFEFF")
	}
	rest := r.s[r.pos:]
	if !strings.HasPrefix(rest, "<?xml") || len(rest) > 5 && !isBlank(rest[5]) {
		return nil
	}
	end := strings.Index(rest, "?>")
	if end < 0 {
		return r.truncated()
	}
	if err := r.declared(rest[len("<?xml"):end]); err != nil {
		return err
	}
	r.pos += end + len("?>")
	return nil
}

// declared checks the pseudo-attributes of the declaration, which come in a fixed order.
func (r *Reader) declared(text string) error {
	for i, name := range [...]string{"version", "encoding", "standalone"} {
		value, rest, found, ok := pseudoAttribute(text, name)
		if !ok || !found && i == 0 {
			return r.fail(malformed, "La déclaration XML est mal formée.")
		}
		if !found {
			continue
		}
		text = rest
		switch {
		case name == "version" && value != "1.0":
			return r.fail(malformed, "La version de XML doit être 1.0.")
		case name == "encoding" && !strings.EqualFold(value, "UTF-8"):
			return r.fail(encoding, "L'encodage déclaré doit être UTF-8.")
		case name == "standalone" && value != "yes" && value != "no":
			return r.fail(malformed, "La déclaration XML est mal formée.")
		}
	}
	if strings.Trim(text, " \t\r\n") != "" {
		return r.fail(malformed, "La déclaration XML est mal formée.")
	}
	return nil
}

// pseudoAttribute reads ` name = "value"` at the head of text; found is false where another name or
// nothing stands there, ok is false where name stands there ill written.
func pseudoAttribute(text, name string) (value, rest string, found, ok bool) {
	start := skipBlanks(text, 0)
	if start == 0 || !strings.HasPrefix(text[start:], name) {
		return "", text, false, true
	}
	i := skipBlanks(text, start+len(name))
	if i == len(text) || text[i] != '=' {
		return "", text, false, false
	}
	i = skipBlanks(text, i+1)
	if i == len(text) || text[i] != '"' && text[i] != '\'' {
		return "", text, false, false
	}
	length := strings.IndexByte(text[i+1:], text[i])
	if length < 0 {
		return "", text, false, false
	}
	return text[i+1 : i+1+length], text[i+length+2:], true, true
}

func firstInvalid(s string) int {
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(s)
}
