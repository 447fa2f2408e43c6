package xmltext

import (
	"strings"
	"unicode/utf8"
)

// startTag reads a start tag; r.pos is at its "<".
func (r *Reader) startTag() error {
	if r.depth == MaxDepth {
		return r.fail(tooDeep, "Les éléments sont imbriqués trop profondément.")
	}
	f := &r.stack[r.depth]
	f.raw.start, f.local, f.outer = r.pos+1, r.pos+1, r.live
	colon, err := r.qname(f.raw.start)
	if err != nil {
		return err
	}
	f.raw.end = r.pos
	r.attrs = r.attrs[:0]
	if r.s[r.pos] == '>' { // qname never stops at the end of the body
		r.pos++
	} else if err := r.attributes(f.outer); err != nil {
		return err
	}
	prefix := ""
	if colon > 0 {
		prefix, f.local = r.s[f.raw.start:colon], colon+1
	}
	space, ok := r.resolve(prefix)
	if !ok {
		return r.fail(unbound, "Un préfixe d'espace de noms n'est pas déclaré.")
	}
	f.space = space
	r.depth++
	r.rooted = true
	r.name = *f
	return nil
}

// endTag reads an end tag; r.pos is at its "<".
func (r *Reader) endTag() error {
	if r.depth == 0 {
		return r.fail(malformed, "Une balise de fin n'a pas de balise de début.")
	}
	open := r.stack[r.depth-1].raw
	raw := r.s[open.start:open.end]
	i := r.pos + len("</")
	if !strings.HasPrefix(r.s[i:], raw) {
		return r.fail(malformed, "La balise de fin ne répond pas à la balise de début.")
	}
	i = skipBlanks(r.s, i+len(raw))
	if i == len(r.s) {
		return r.truncated()
	}
	if r.s[i] != '>' {
		return r.fail(malformed, "La balise de fin ne répond pas à la balise de début.")
	}
	r.pos = i + 1
	r.pop()
	return nil
}

// qname reads a name with at most one colon and returns the colon's place, or 0. It leaves r.pos on
// the byte that follows, and there is one.
func (r *Reader) qname(i int) (colon int, err error) {
	part := i
	for ; i < len(r.s); i++ {
		c := r.s[i]
		switch {
		case nameClass[c]&nameStart != 0, nameClass[c] != 0 && i > part:
			continue
		case c == ':' && colon == 0 && i > part:
			colon, part = i, i+1
			continue
		case c >= utf8.RuneSelf:
			size := r.nameRune(i, i == part)
			if size == 0 {
				return 0, r.failAt(i, malformed, "Ce caractère est interdit dans un nom.")
			}
			i += size - 1
			continue
		}
		break
	}
	if i == len(r.s) {
		return 0, r.truncated()
	}
	if i == part {
		return 0, r.failAt(i, malformed, "Un nom est attendu ici.")
	}
	r.pos = i
	return colon, nil
}

// nameRune returns the size of the character at i where it may stand in a name, or 0.
func (r *Reader) nameRune(i int, first bool) int {
	c, size := utf8.DecodeRuneInString(r.s[i:])
	if within(startSpans[:], c) || !first && within(charSpans[:], c) {
		return size
	}
	return 0
}
