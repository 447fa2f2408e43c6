package xmltext

import "strings"

// attributes reads the rest of a start tag, from the end of its name; outer is the number of bindings
// made by the elements around.
func (r *Reader) attributes(outer int) error {
	for count := 0; ; count++ {
		at := skipBlanks(r.s, r.pos)
		switch {
		case at == len(r.s):
			return r.truncated()
		case r.s[at] == '>':
			r.pos = at + 1
			return r.resolveAttrs()
		case strings.HasPrefix(r.s[at:], "/>"):
			r.pos, r.empty = at+2, true
			return r.resolveAttrs()
		case at == r.pos:
			return r.fail(malformed, "Un blanc ou la fin de la balise est attendu ici.")
		case count == MaxAttributes:
			return r.fail(tooManyAttrs, "Un élément porte trop d'attributs.")
		}
		if err := r.attribute(at, outer); err != nil {
			return err
		}
	}
}

func (r *Reader) attribute(at, outer int) error {
	colon, err := r.qname(at)
	if err != nil {
		return err
	}
	local, prefix := r.s[at:r.pos], ""
	if colon > 0 {
		prefix, local = r.s[at:colon], r.s[colon+1:r.pos]
	}
	value, err := r.attributeValue()
	if err != nil {
		return err
	}
	switch {
	case prefix == "" && local == "xmlns":
		return r.bind("", value, outer)
	case prefix == "xmlns":
		return r.bind(local, value, outer)
	}
	// The prefix stands in for the namespace until all declarations are read.
	r.attrs = append(r.attrs, Attr{Name{prefix, local}, value})
	return nil
}

// attributeValue reads `= "value"`.
func (r *Reader) attributeValue() (string, error) {
	i := skipBlanks(r.s, r.pos)
	if i == len(r.s) {
		return "", r.truncated()
	}
	if r.s[i] != '=' {
		return "", r.failAt(i, malformed, "« = » est attendu après le nom d'un attribut.")
	}
	i = skipBlanks(r.s, i+1)
	if i == len(r.s) {
		return "", r.truncated()
	}
	quote := r.s[i]
	if quote != '"' && quote != '\'' {
		return "", r.failAt(i, malformed, "La valeur d'un attribut s'écrit entre guillemets.")
	}
	r.pos = i + 1
	length := strings.IndexByte(r.s[r.pos:], quote)
	if length < 0 {
		return "", r.truncated()
	}
	return r.normalised(r.pos + length)
}

// normalised returns the value that ends at end, references replaced and blanks made spaces.
func (r *Reader) normalised(end int) (string, error) {
	value := r.s[r.pos:end]
	i := 0
	for i < len(value) && (textClass[value[i]] != special && value[i] >= ' ' || value[i] == ']') {
		i++
	}
	if i == len(value) {
		r.pos = end + 1
		return value, nil
	}
	r.scratch = r.scratch[:0]
	for r.pos < end {
		switch r.s[r.pos] {
		case '<':
			return "", r.fail(malformed, "« < » est interdit dans un attribut.")
		case '&':
			if err := r.reference(); err != nil {
				return "", err
			}
		case '\r':
			r.carriageReturn()
			r.scratch[len(r.scratch)-1] = ' '
		case '\n', '\t':
			r.scratch = append(r.scratch, ' ')
			r.pos++
		default:
			if err := r.oddRune(); err != nil {
				return "", err
			}
		}
	}
	r.pos = end + 1
	return string(r.scratch), nil
}
