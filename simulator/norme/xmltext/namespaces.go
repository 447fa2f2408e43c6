package xmltext

// The two namespaces that prefixes are born with.
const (
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsSpace = "http://www.w3.org/2000/xmlns/"
)

// A binding gives a prefix its namespace; the empty prefix is the default namespace.
type binding struct{ prefix, space string }

// noSpace stands for the binding of a name that is in no namespace.
const noSpace = -1

// bind records a declaration of the element being read; outer is where its own bindings begin.
func (r *Reader) bind(prefix, space string, outer int) error {
	for _, b := range r.bindings[outer:r.live] {
		if b.prefix == prefix {
			return r.fail(repeatedAttr, "Un attribut est répété.")
		}
	}
	reserved := prefix == "xmlns" || space == xmlnsSpace || (prefix == "xml") != (space == xmlSpace)
	if reserved || prefix != "" && space == "" {
		return r.fail(malformed, "Cette déclaration d'espace de noms est interdite.")
	}
	r.bindings = append(r.bindings[:r.live], binding{prefix, space})
	r.live++
	return nil
}

// resolve finds the binding of a prefix; ok is false where it has none.
func (r *Reader) resolve(prefix string) (b int, ok bool) {
	for i := r.live - 1; i >= 0; i-- {
		if r.bindings[i].prefix == prefix {
			return i, true
		}
	}
	return noSpace, prefix == ""
}

// space returns the namespace of the element whose tag was just read.
func (r *Reader) space() string {
	if r.name.space == noSpace {
		return ""
	}
	return r.bindings[r.name.space].space
}

// resolveAttrs replaces the prefixes of the attributes by their namespaces and refuses repetitions.
func (r *Reader) resolveAttrs() error {
	for i := range r.attrs {
		a := &r.attrs[i]
		if a.Name.Space != "" {
			b, ok := r.resolve(a.Name.Space)
			if !ok {
				return r.fail(unbound, "Un préfixe d'espace de noms n'est pas déclaré.")
			}
			a.Name.Space = r.bindings[b].space
		}
		for j := range i {
			if r.attrs[j].Name == a.Name {
				return r.fail(repeatedAttr, "Un attribut est répété.")
			}
		}
	}
	return nil
}
