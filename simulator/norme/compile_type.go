package norme

import "fmt"

// compileType checks a type and turns its characters into a table.
func (c *compiler) compileType(name string, def typeDef) *scalar {
	place := def.at.or("types." + name)
	c.checkName(place, name)
	c.checkText(place+".doc", def.Doc)
	c.checkText(place+".source", def.Source)
	t := &scalar{
		name: name, doc: def.Doc, source: def.Source, chars: def.Chars, length: def.Length, bounds: def.Bounds,
		values: def.Values, keyOf: def.KeyOf, mask: c.mask(place+".masque", def.Mask),
	}
	kind, known := bases[def.Base]
	if !known {
		c.fail(place+".base", "unknown base %q%s", def.Base, near(def.Base, sortedKeys(bases)))
		return t
	}
	t.base = kind
	free := kind == baseText && len(def.Values) == 0
	c.only(place, "longueur", def.Length != span{}, free, true)
	c.only(place, "caracteres", def.Chars != "", free, false)
	c.only(place, "valeurs", len(def.Values) > 0, kind == baseText, false)
	c.only(place, "bornes", def.Bounds != span{}, kind == baseInteger, true)
	c.only(place, "cle_de", def.KeyOf != "", kind == baseKey, true)
	if def.Bounds.max > 999_999_999 && kind == baseInteger {
		c.fail(place+".bornes", "want at most 999999999")
	}
	c.checkValues(place+".valeurs", def.Values)
	if err := t.allow(def.Chars); err != nil {
		c.fail(place+".caracteres", "%v", err)
	}
	return t
}

// only reports a facet given where it has no sense, or missing where it is needed.
func (c *compiler) only(place, facet string, given, sensible, needed bool) {
	switch {
	case given && !sensible:
		c.fail(place+"."+facet, "%s has no sense for this base, or beside valeurs", facet)
	case !given && sensible && needed:
		c.fail(place, "%s is missing", facet)
	}
}

func (c *compiler) checkValues(place string, values []string) {
	seen := map[string]bool{}
	for i, v := range values {
		at := fmt.Sprintf("%s[%d]", place, i)
		if seen[v] {
			c.fail(at, "value %q given twice", v)
		}
		seen[v] = true
		for j := 0; j < len(v); j++ {
			if v[j] <= ' ' || v[j] >= 0x7F || v[j] == '<' || v[j] == '&' {
				c.fail(at, "value %q: want ASCII characters without blanks, < or &", v)
				break
			}
		}
		if v == "" {
			c.fail(at, "want a value that is not empty")
		}
	}
}

func (c *compiler) mask(place, name string) mask {
	m, known := masks[name]
	if !known {
		c.fail(place, "unknown mask %q%s", name, near(name, sortedKeys(masks)[1:]))
	}
	return m
}

// allow reads a class such as "0-9A-Z ._-": ranges of ASCII characters, a hyphen standing for itself
// at either end. No class allows any text without control characters.
func (t *scalar) allow(class string) error {
	t.anyText = class == ""
	if t.anyText {
		class = " -~"
	}
	for i := 0; i < len(class); i++ {
		first, last := class[i], class[i]
		if i+2 < len(class) && class[i+1] == '-' {
			last = class[i+2]
			i += 2
		}
		if first < ' ' || last > '~' || last < first {
			return fmt.Errorf("want ranges of printable ASCII characters such as 0-9A-Z, found %q", class)
		}
		for c := int(first); c <= int(last); c++ {
			t.ascii[c] = true
		}
	}
	return nil
}
