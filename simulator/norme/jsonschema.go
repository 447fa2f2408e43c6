package norme

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// members is a JSON object whose members keep their order.
type members []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the object.
func (m members) MarshalJSON() ([]byte, error) {
	dst := []byte{'{'}
	for i, one := range m {
		if i > 0 {
			dst = append(dst, ',')
		}
		name, err := json.Marshal(one.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(one.value)
		if err != nil {
			return nil, err
		}
		dst = append(append(append(dst, name...), ':'), value...)
	}
	return append(dst, '}'), nil
}

// indented writes a document for people, markup characters as they are.
func indented(doc members) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(doc)
	return b.Bytes(), err
}

// JSONSchema returns the JSON Schema 2020-12 of a message, complete in itself.
func (n *Norme) JSONSchema(s roc.Service, reply bool) ([]byte, error) {
	m := n.message(s, reply)
	if m == nil {
		return nil, fmt.Errorf("norme %s has no service %q", n.Version(), s)
	}
	const defs = "#/$defs/"
	schema := members{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", n.doc.Namespace + ":" + m.element},
		{"title", m.element},
		{"$comment", n.notice()},
	}
	schema = append(schema, m.group.objectSchema(defs)...)
	return indented(append(schema, member{"$defs", m.group.definitions(defs)}))
}

// definitions writes the groups and types that g uses, each once.
func (g *group) definitions(refs string) members {
	var list members
	seen := map[string]bool{}
	var walk func(g *group)
	walk = func(g *group) {
		for i := range g.fields {
			f := &g.fields[i]
			name := f.typeName()
			if seen[name] {
				continue
			}
			seen[name] = true
			if f.group != nil {
				list = append(list, member{name, f.group.objectSchema(refs)})
				walk(f.group)
			} else {
				list = append(list, member{name, f.scalar.schema()})
			}
		}
	}
	walk(g)
	return list
}

func (g *group) objectSchema(refs string) members {
	properties, required := members{}, []string{}
	for i := range g.fields {
		f := &g.fields[i]
		properties = append(properties, member{f.json, f.schema(refs)})
		if f.occurs.min > 0 {
			required = append(required, f.json)
		}
	}
	return members{
		{"type", "object"},
		{"description", g.doc},
		{"properties", properties},
		{"required", required},
		{"additionalProperties", false},
	}
}

func (f *field) schema(refs string) members {
	doc := member{"description", fmt.Sprintf("%s [%s]", f.doc, f.source)}
	ref := member{"$ref", refs + f.typeName()}
	if !f.repeats() {
		return members{ref, doc}
	}
	list := members{{"type", "array"}, doc, {"items", members{ref}}, {"minItems", f.occurs.min}}
	if f.occurs.max != unbounded {
		list = append(list, member{"maxItems", f.occurs.max})
	}
	return list
}

func (t *scalar) schema() members {
	doc := member{"description", fmt.Sprintf("%s [%s]", t.doc, t.source)}
	switch t.base {
	case baseInteger:
		return members{{"type", "integer"}, doc, {"minimum", t.bounds.min}, {"maximum", t.bounds.max}}
	case baseBoolean:
		return members{{"type", "boolean"}, doc}
	}
	schema := members{{"type", "string"}, doc}
	if format := map[base]string{baseDate: "date", baseInstant: "date-time", baseUUID: "uuid"}[t.base]; format != "" {
		schema = append(schema, member{"format", format})
	}
	if len(t.values) > 0 {
		return append(schema, member{"enum", t.values})
	}
	if t.base == baseText {
		schema = append(schema, member{"minLength", t.length.min})
		if t.length.max != unbounded {
			schema = append(schema, member{"maxLength", t.length.max})
		}
	}
	return append(schema, member{"pattern", "^(" + t.pattern() + ")$"})
}
