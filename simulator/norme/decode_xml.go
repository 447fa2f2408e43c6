package norme

import (
	"fmt"
	"reflect"

	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// DecodeXML reads the message element at whose start tag r stands, up to its end tag, and checks its
// whole structure in the same pass. The error is a *roc.Invalid with every fault found, and then what
// could be read is returned too, or a *roc.Unreadable.
func (n *Norme) DecodeXML(r *xmltext.Reader) (roc.Message, error) {
	root := r.Name()
	m := n.byElement(root.Local)
	if m == nil {
		return nil, n.notAMessage(r, root.Local)
	}
	d := &xmlDecoder{r: r, space: n.doc.Namespace}
	d.begin(m, false)
	d.inSpace(root)
	d.attributes()
	msg := m.new()
	if err := d.group(m.group, reflect.ValueOf(msg).Elem()); err != nil {
		return msg, err
	}
	return msg, d.err()
}

func (n *Norme) notAMessage(r *xmltext.Reader, name string) error {
	if err := r.Skip(); err != nil {
		return err
	}
	return &roc.Invalid{Fields: []*roc.FieldError{{
		Path:  roc.Path{{Name: shown(name), Index: -1}},
		Code:  codeOtherKind,
		Label: "Cet élément n'est pas un message de la norme." + suggest(name, n.elements()),
	}}}
}

func (n *Norme) byElement(local string) *message {
	for _, m := range n.messages {
		if m.element == local {
			return m
		}
	}
	return nil
}

type xmlDecoder struct {
	faults
	r     *xmltext.Reader
	space string
}

// group reads the content of an element into v, up to the end tag. Elements come in the norme's
// order, so the search for each begins at the one before.
func (d *xmlDecoder) group(g *group, v reflect.Value) error {
	var seen uint64
	last := 0 // the furthest field met
	for {
		kind, err := d.r.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmltext.End:
			d.missing(g, seen, g.names)
			d.nirKeys(g, v, seen, g.names)
			return nil
		case xmltext.Text:
			if trimBlanks(d.r.Text()) != "" {
				d.add(codeStrayText, "Aucun texte n'est attendu entre les éléments.")
			}
			continue
		}
		name := d.r.Name()
		i := last
		for i < len(g.fields) && g.fields[i].name != name.Local {
			i++
		}
		if i == len(g.fields) {
			i = indexOf(g.names, name.Local)
		}
		if err := d.child(g, v, i, last, seen); err != nil {
			return err
		}
		if i >= 0 {
			seen |= 1 << i
			last = max(last, i)
		}
	}
}

// child reads the element whose start tag was just read: field i of g, or an unknown one where i is
// negative.
func (d *xmlDecoder) child(g *group, v reflect.Value, i, last int, seen uint64) error {
	name := d.r.Name()
	if i < 0 {
		d.addAt(shown(name.Local), codeUnknown, "Cet élément n'existe pas ici."+suggest(name.Local, g.names))
		return d.r.Skip()
	}
	f := &g.fields[i]
	target, index := v.Field(f.index), -1
	if f.shape == slice {
		index = target.Len()
	}
	d.push(i, index)
	defer d.pop()
	d.inSpace(name)
	switch again := seen&(1<<i) != 0; {
	case again && !f.repeats():
		d.add(codeRepeated, "Cet élément ne peut figurer qu'une fois.")
		return d.r.Skip()
	case i < last:
		d.add(codeMisplaced, fmt.Sprintf("Cet élément doit venir avant « %s ».", g.names[last]))
	case index >= f.occurs.max:
		d.add(codeTooMany, fmt.Sprintf("Cet élément peut figurer %d fois au plus.", f.occurs.max))
		return d.r.Skip()
	}
	d.attributes()
	target = f.place(target, index)
	if f.group != nil {
		return d.group(f.group, target)
	}
	return d.scalar(f.scalar, target)
}

// usualLength is the room given to a list at its first element: few lists of a message are longer.
const usualLength = 4

// place returns where one occurrence of the field goes: the Go field, what it points to, or a new
// element of the slice.
func (f *field) place(v reflect.Value, index int) reflect.Value {
	switch f.shape {
	case slice:
		if v.Cap() == 0 {
			v.Grow(usualLength)
		}
		v.Grow(1)
		v.SetLen(index + 1)
		return v.Index(index)
	case pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return v.Elem()
	}
	return v
}

// scalar reads the value of an element, up to its end tag.
func (d *xmlDecoder) scalar(t *scalar, v reflect.Value) error {
	text, nested := "", false
	for {
		kind, err := d.r.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmltext.Text:
			text = d.r.Text()
		case xmltext.Start:
			nested = true
			d.addAt(shown(d.r.Name().Local), codeNested, "Une valeur est attendue ici, pas un élément.")
			if err := d.r.Skip(); err != nil {
				return err
			}
		case xmltext.End:
			if nested {
				return nil
			}
			if !t.text() || t.base == baseDecimal {
				text = trimBlanks(text)
			}
			if code := t.set(v, text); code != "" {
				d.add(code, t.labelOf(code))
			}
			return nil
		}
	}
}

func (d *xmlDecoder) inSpace(name xmltext.Name) {
	if name.Space != d.space {
		d.add(codeNamespace, fmt.Sprintf("L'élément doit être dans l'espace de noms %s.", d.space))
	}
}

// schemaInstance is the namespace of the attributes that say where a schema is.
const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

// attributes refuses the attributes of the element at whose start tag r stands, but for hints of schema.
func (d *xmlDecoder) attributes() {
	for _, a := range d.r.Attrs() {
		local := a.Name.Local
		if a.Name.Space == schemaInstance && (local == "schemaLocation" || local == "noNamespaceSchemaLocation") {
			continue
		}
		d.addAt("@"+shown(local), codeAttribute, "Cet attribut n'est pas admis.")
	}
}

// trimBlanks takes off what XML Schema takes off around values that are no text.
func trimBlanks(s string) string {
	blank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
	for len(s) > 0 && blank(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && blank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}
