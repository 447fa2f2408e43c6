package norme

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// extend turns a document that extends a norme into a whole one: the base, with the changes applied in
// the order of the file. What cannot be applied is reported and left out; the rest is compiled, so that
// all the faults come at once.
func (c *compiler) extend() {
	if c.doc.Extends == "" {
		c.whole()
		return
	}
	for _, part := range []struct {
		name  string
		given bool
	}{{"types", c.doc.Types != nil}, {"groupes", c.doc.Groups != nil}, {"services", c.doc.Services != nil}} {
		if part.given {
			c.fail(part.name, "a norme that extends another has its own under changements only")
		}
	}
	base, err := Load(c.doc.Extends)
	if err != nil {
		c.fail("etend", "%v", err)
		return
	}
	e := &extension{compiler: c, containers: map[string][]fieldDef{}, touched: map[string]int{}}
	e.start(base.doc)
	e.apply()
	e.finish(base.doc.Services)
	c.changedBy = e.touched
}

// whole reports what a norme that extends none cannot do without, or has no use for.
func (c *compiler) whole() {
	const missing = "missing: a norme that extends none gives its types, groups and services"
	if c.doc.Types == nil {
		c.fail("types", missing)
	}
	if c.doc.Groups == nil {
		c.fail("groupes", missing)
	}
	if c.doc.Changes != nil {
		c.fail("changements", "etend is missing: changes want the norme that they change")
	}
}

// An extension is a norme on its way from the base to the whole.
type extension struct {
	*compiler
	containers map[string][]fieldDef // by path
	touched    map[string]int        // place in the whole norme: number of the change that made it
}

// start copies the base; each definition keeps its place in mind, so that a fault names it.
func (e *extension) start(base document) {
	e.doc.Types, e.doc.Groups = maps.Clone(base.Types), maps.Clone(base.Groups)
	for name, t := range e.doc.Types {
		t.at = origin("types." + name)
		e.doc.Types[name] = t
	}
	for name, g := range e.doc.Groups {
		g.at = origin("groupes." + name)
		e.doc.Groups[name] = g
	}
	for path, fields := range base.containers() {
		fields = slices.Clone(fields)
		for i := range fields {
			fields[i].at = origin(path + "." + fields[i].Name)
		}
		e.containers[path] = fields
	}
}

// finish puts the fields back where they belong.
func (e *extension) finish(services []serviceDef) {
	for name, g := range e.doc.Groups {
		g.Fields = e.containers["groupes."+name]
		e.doc.Groups[name] = g
	}
	e.doc.Services = slices.Clone(services)
	for i := range e.doc.Services {
		s := &e.doc.Services[i]
		s.Request.Fields = e.containers["services."+s.Code+".demande"]
		s.Reply.Fields = e.containers["services."+s.Code+".reponse"]
	}
}

// apply goes through the changes: first the types and groups, for fields to use, then the fields, and
// what is taken out once nothing uses it any more.
func (e *extension) apply() {
	if len(e.doc.Changes) == 0 {
		e.fail("changements", "missing: a norme that extends another says what it changes")
	}
	for i := range e.doc.Changes {
		e.checkChange(i)
		e.types(i)
		e.groups(i)
	}
	for i := range e.doc.Changes {
		e.fields(i)
	}
	e.remove()
}

func (e *extension) checkChange(i int) {
	d, at := &e.doc.Changes[i], fmt.Sprintf("changements[%d]", i)
	for _, part := range []struct{ name, text string }{{"nom", d.Name}, {"pourquoi", d.Why}, {"source", d.Source}} {
		e.checkText(at+"."+part.name, part.text)
		if strings.TrimSpace(part.text) == "" {
			e.fail(at+"."+part.name, "want a text: a change says its name, its reason and its source")
		}
	}
	for _, before := range e.doc.Changes[:i] {
		if before.Name == d.Name {
			e.fail(at+".nom", "change « %s » given twice", d.Name)
		}
	}
	if d.empty() {
		e.fail(at, "this change changes nothing; want ajoute, remplace or retire")
	}
}

// touch records that a change makes a place of the norme, unless another did before.
func (e *extension) touch(i int, at, place string) bool {
	if before, again := e.touched[place]; again {
		e.fail(at, "%s is already the work of change « %s »", place, e.doc.Changes[before].Name)
		return false
	}
	e.touched[place] = i
	return true
}
