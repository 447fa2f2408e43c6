package norme

import (
	"fmt"
	"reflect"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// maxFields bounds a group, so that one machine word tells which fields were seen.
const maxFields = 64

// bind fills group g with the fields of a document, bound to the fields of the Go structure t.
func (c *compiler) bind(place string, g *group, defs []fieldDef, t reflect.Type) {
	place += ".champs"
	if len(defs) > maxFields || len(defs) == 0 {
		c.fail(place, "want 1 to %d fields, found %d", maxFields, len(defs))
		return
	}
	taken := map[string]bool{}
	once := func(at, kind, name string) {
		if taken[kind+name] {
			c.fail(at, "%s %q given twice in this group", kind, name)
		}
		taken[kind+name] = true
	}
	g.fields = make([]field, len(defs))
	for i, def := range defs {
		at := def.at.or(fmt.Sprintf("%s[%d]", place, i))
		f := &g.fields[i]
		c.field(at, f, def, t)
		once(at+".nom", "element", f.name)
		once(at+".json", "JSON name", f.json)
		once(at+".va", "Go field", def.Go)
		if f.occurs.min > 0 {
			g.required |= 1 << i
		}
		g.names, g.jsonNames = append(g.names, f.name), append(g.jsonNames, f.json)
	}
	for i := range t.NumField() {
		if !taken["Go field"+t.Field(i).Name] {
			g.unbound = append(g.unbound, i)
		}
	}
	c.pairKeys(place, g, defs)
}

func (c *compiler) field(at string, f *field, def fieldDef, t reflect.Type) {
	c.checkName(at+".nom", def.Name)
	c.checkText(at+".doc", def.Doc)
	c.checkText(at+".source", def.Source)
	*f = field{
		name: def.Name, json: def.Name, doc: def.Doc, source: def.Source, occurs: def.Occurs,
		open: "<" + def.Name + ">", close: "</" + def.Name + ">", void: "<" + def.Name + "/>",
	}
	if def.JSON != "" {
		f.json = def.JSON
		c.checkName(at+".json", def.JSON)
	}
	f.key = `"` + f.json + `":`
	if f.occurs.min > 1 || f.occurs.max < 1 {
		c.fail(at+".occurrence", "want 1, 0..1, 0..n, 1..n or 1..9")
	}
	holder, ok := t.FieldByName(def.Go)
	if !ok {
		c.fail(at+".va", "%s has no field %q%s", t.Name(), def.Go, near(def.Go, goFields(t)))
		return
	}
	f.index = holder.Index[0]
	content := c.shape(at, f, holder.Type)
	switch {
	case (def.Type == "") == (def.Group == ""):
		c.fail(at, "want either type or groupe")
	case def.Type != "":
		c.bindScalar(at, f, def, content)
	default:
		c.bindGroup(at, f, def, content)
	}
}

// shape checks that the Go field repeats as the element does, and returns the type of one occurrence.
func (c *compiler) shape(at string, f *field, t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Slice:
		f.shape, t = slice, t.Elem()
	case reflect.Pointer:
		f.shape, t = pointer, t.Elem()
	}
	if f.repeats() != (f.shape == slice) {
		c.fail(at+".occurrence", "a repeated element wants a Go slice, and a slice a repeated element")
	}
	return t
}

func (c *compiler) bindScalar(at string, f *field, def fieldDef, t reflect.Type) {
	f.scalar = c.types[def.Type]
	if f.scalar == nil {
		c.fail(at+".type", "unknown type %q%s", def.Type, near(def.Type, sortedKeys(c.types)))
		return
	}
	f.mask = f.scalar.mask
	if def.Mask != "" {
		f.mask = c.mask(at+".masque", def.Mask)
	}
	want, holds := f.scalar.base.goType()
	if !holds(t) || f.shape == pointer {
		c.fail(at+".type", "type %s fills a Go %s, but %s is a %v", def.Type, want, def.Go, t)
	}
}

// goType returns the name of the Go type that holds values of the base, and its test.
func (b base) goType() (name string, holds func(reflect.Type) bool) {
	is := func(want reflect.Type) func(reflect.Type) bool {
		return func(t reflect.Type) bool { return t == want }
	}
	switch b {
	case baseInteger:
		return "int", is(reflect.TypeFor[int]())
	case baseBoolean:
		return "bool", is(reflect.TypeFor[bool]())
	case baseAmount:
		return "roc.Cents", is(reflect.TypeFor[roc.Cents]())
	case baseDate:
		return "roc.Date", is(reflect.TypeFor[roc.Date]())
	case baseInstant:
		return "time.Time", is(reflect.TypeFor[time.Time]())
	}
	return "string", func(t reflect.Type) bool { return t.Kind() == reflect.String }
}

func (c *compiler) bindGroup(at string, f *field, def fieldDef, t reflect.Type) {
	inner, known := c.doc.Groups[def.Group]
	switch {
	case !known:
		c.fail(at+".groupe", "unknown group %q%s", def.Group, near(def.Group, sortedKeys(c.doc.Groups)))
		return
	case t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() || t == reflect.TypeFor[roc.Date]():
		c.fail(at+".groupe", "a group fills a Go structure, but %s is a %v", def.Go, t)
		return
	case def.Mask != "":
		c.fail(at+".masque", "a group has no mask; its fields have")
	}
	key := boundGroup{def.Group, t}
	if f.group = c.groups[key]; f.group == nil {
		f.group = &group{name: def.Group, doc: inner.Doc}
		c.bind(inner.at.or("groupes."+def.Group), f.group, inner.Fields, t)
		c.groups[key] = f.group
	}
}

// pairKeys links each NIR key with the NIR beside it.
func (c *compiler) pairKeys(place string, g *group, defs []fieldDef) {
	for i := range g.fields {
		t := g.fields[i].scalar
		if t == nil || t.base != baseKey {
			continue
		}
		at := defs[i].at.or(fmt.Sprintf("%s[%d]", place, i)) + ".type"
		sibling := indexOf(g.names, t.keyOf)
		switch {
		case sibling < 0:
			c.fail(at, "the key's NIR %q is not in this group%s", t.keyOf, near(t.keyOf, g.names))
		case g.fields[sibling].scalar == nil || g.fields[sibling].scalar.base != baseNIR:
			c.fail(at, "%q, of which this is the key, is no NIR", t.keyOf)
		case g.fields[sibling].repeats() || g.fields[i].repeats():
			c.fail(at, "a NIR and its key cannot repeat")
		default:
			g.keys = append(g.keys, keyPair{nir: sibling, key: i})
		}
	}
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return -1
}

func goFields(t reflect.Type) []string {
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = t.Field(i).Name
	}
	return names
}
