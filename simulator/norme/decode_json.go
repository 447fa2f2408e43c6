package norme

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// DecodeJSON reads a message and checks its whole structure, with the same codes as DecodeXML. The
// error is a *roc.Invalid with every fault found, and then what could be read is returned too, or a
// *roc.Unreadable.
func (n *Norme) DecodeJSON(s roc.Service, reply bool, data []byte) (roc.Message, error) {
	m := n.message(s, reply)
	if m == nil {
		return nil, fmt.Errorf("norme %s has no service %q", n.Version(), s)
	}
	d := &jsonDecoder{
		dec: jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)),
		src: string(data),
	}
	d.begin(m, true)
	msg := m.new()
	if err := d.object(m.group, reflect.ValueOf(msg).Elem()); err != nil {
		return msg, d.unreadable(err)
	}
	if _, err := d.dec.ReadToken(); !errors.Is(err, io.EOF) {
		return msg, &roc.Unreadable{
			Offset: d.dec.InputOffset(), Code: unreadTrailing, Label: "Rien ne peut suivre la fin du document.",
		}
	}
	return msg, d.err()
}

type jsonDecoder struct {
	faults
	dec *jsontext.Decoder
	src string // one copy of the body, which all the texts of the message share
}

var errTooDeep = errors.New("too deep")

func (d *jsonDecoder) unreadable(err error) error {
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, errTooDeep):
		return &roc.Unreadable{
			Offset: d.dec.InputOffset(), Code: unreadDeep, Label: "Les objets sont imbriqués trop profondément.",
		}
	case errors.As(err, &syntax) && !errors.Is(err, io.ErrUnexpectedEOF):
		return &roc.Unreadable{Offset: syntax.ByteOffset, Code: unreadJSON, Label: "Le document JSON est mal formé."}
	}
	return &roc.Unreadable{Offset: int64(len(d.src)), Code: unreadJSON, Label: "Le document JSON est vide ou tronqué."}
}

// object reads an object into v.
func (d *jsonDecoder) object(g *group, v reflect.Value) error {
	if d.dec.PeekKind() != '{' {
		return d.wrongKind("Un objet JSON est attendu.")
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	var seen uint64
	next := 0 // writers follow the norme's order: the search for each name begins after the one before
	for d.dec.PeekKind() != '}' {
		name, err := d.text()
		if err != nil {
			return err
		}
		i := next
		if i >= len(g.fields) || g.fields[i].json != name {
			i = indexOf(g.jsonNames, name)
		}
		if err := d.member(g, v, i, name, seen); err != nil {
			return err
		}
		if i >= 0 {
			seen |= 1 << i
			next = i + 1
		}
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	d.missing(g, seen, g.jsonNames)
	d.nirKeys(g, v, seen, g.jsonNames)
	return nil
}

// member reads the value of field i of g, or of an unknown one where i is negative.
func (d *jsonDecoder) member(g *group, v reflect.Value, i int, name string, seen uint64) error {
	if i < 0 {
		d.addAt(shown(name), codeUnknown, "Cet élément n'existe pas ici."+suggest(name, g.jsonNames))
		return d.skip()
	}
	f := &g.fields[i]
	if seen&(1<<i) != 0 {
		d.addAt(f.json, codeRepeated, "Cet élément ne peut figurer qu'une fois.")
		return d.skip()
	}
	if f.repeats() {
		return d.array(i, f, v.Field(f.index))
	}
	return d.one(i, f, v.Field(f.index), -1)
}

func (d *jsonDecoder) one(number int, f *field, v reflect.Value, index int) error {
	d.push(number, index)
	defer d.pop()
	v = f.place(v, index)
	if f.group != nil {
		return d.object(f.group, v)
	}
	return d.scalar(f.scalar, v)
}

func (d *jsonDecoder) array(number int, f *field, v reflect.Value) error {
	if d.dec.PeekKind() != '[' {
		d.push(number, -1)
		defer d.pop()
		return d.wrongKind("Un tableau JSON est attendu.")
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	for d.dec.PeekKind() != ']' {
		index, err := v.Len(), error(nil)
		if index < f.occurs.max {
			err = d.one(number, f, v, index)
		} else {
			d.addAt(f.json, codeTooMany, fmt.Sprintf("Cet élément peut figurer %d fois au plus.", f.occurs.max))
			err = d.skip()
		}
		if err != nil {
			return err
		}
	}
	if v.Len() < f.occurs.min {
		d.addAt(f.json, codeMissing, "Cet élément est obligatoire.")
	}
	_, err := d.dec.ReadToken()
	return err
}

// scalar reads a value: whole numbers and booleans are JSON's own, everything else is text.
func (d *jsonDecoder) scalar(t *scalar, v reflect.Value) error {
	switch kind := d.dec.PeekKind(); {
	case t.base == baseInteger && kind != '0':
		return d.wrongKind("Un nombre JSON est attendu : " + t.expected() + ".")
	case t.base == baseBoolean && kind != 't' && kind != 'f':
		return d.wrongKind("Un booléen JSON est attendu : " + t.expected() + ".")
	case t.base != baseInteger && t.base != baseBoolean && kind != '"':
		return d.wrongKind("Une chaîne JSON est attendue : " + t.expected() + ".")
	}
	text, err := d.text()
	if err != nil {
		return err
	}
	if code := t.set(v, text); code != "" {
		d.add(code, t.labelOf(code))
	}
	return nil
}

// wrongKind reports a value of another kind than expected, and skips it.
func (d *jsonDecoder) wrongKind(label string) error {
	if d.dec.PeekKind() != 0 { // that would be an error, which reading gives
		d.add(codeKind, label)
	}
	return d.skip()
}

// text reads a string, number or boolean as text: a part of the body unless it holds escapes.
func (d *jsonDecoder) text() (string, error) {
	raw, err := d.dec.ReadValue()
	if err != nil {
		return "", err
	}
	if raw.Kind() == '"' && bytes.IndexByte(raw, '\\') >= 0 {
		unquoted, err := jsontext.AppendUnquote(nil, raw)
		return string(unquoted), err
	}
	end := int(d.dec.InputOffset())
	if raw.Kind() == '"' {
		return d.src[end-len(raw)+1 : end-1], nil
	}
	return d.src[end-len(raw) : end], nil
}

// skip reads the next value whole, never deeper than an XML message may be.
func (d *jsonDecoder) skip() error {
	for depth := d.dec.StackDepth(); ; {
		if _, err := d.dec.ReadToken(); err != nil {
			return err
		}
		if d.dec.StackDepth() > xmltext.MaxDepth {
			return errTooDeep
		}
		if d.dec.StackDepth() <= depth {
			return nil
		}
	}
}
