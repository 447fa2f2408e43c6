package norme

import (
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// AppendJSON appends the message as one JSON object, without blanks, its members in the norme's
// order. A message that the norme would refuse is not written: the error is a *roc.Invalid with every
// fault.
func (n *Norme) AppendJSON(dst []byte, msg roc.Message) ([]byte, error) {
	m := n.messageOf(msg)
	if m == nil {
		return dst, fmt.Errorf("norme %s has no message %T", n.Version(), msg)
	}
	e := &jsonEncoder{dst: dst}
	e.begin(m, true)
	e.object(m.group, reflect.ValueOf(msg).Elem())
	if err := e.err(); err != nil {
		return dst, err
	}
	return e.dst, nil
}

type jsonEncoder struct {
	faults
	dst []byte
}

func (e *jsonEncoder) object(g *group, v reflect.Value) {
	var written uint64
	e.dst = append(e.dst, '{')
	for i := range g.fields {
		f := &g.fields[i]
		value := v.Field(f.index)
		if !e.present(f, value, f.json) {
			continue
		}
		if written != 0 {
			e.dst = append(e.dst, ',')
		}
		written |= 1 << i
		e.dst = append(e.dst, f.key...)
		e.member(i, f, value)
	}
	e.dst = append(e.dst, '}')
	e.unplaced(g, v)
	e.nirKeys(g, v, written, g.jsonNames)
}

func (e *jsonEncoder) member(number int, f *field, v reflect.Value) {
	switch f.shape {
	case slice:
		e.dst = append(e.dst, '[')
		for i := range v.Len() {
			if i > 0 {
				e.dst = append(e.dst, ',')
			}
			e.one(number, f, v.Index(i), i)
		}
		e.dst = append(e.dst, ']')
	case pointer:
		e.one(number, f, v.Elem(), -1)
	default:
		e.one(number, f, v, -1)
	}
}

func (e *jsonEncoder) one(number int, f *field, v reflect.Value, index int) {
	e.push(number, index)
	if f.group != nil {
		e.object(f.group, v)
	} else {
		e.value(f.scalar, v)
	}
	e.pop()
}

func (e *jsonEncoder) value(t *scalar, v reflect.Value) {
	var code string
	switch {
	case t.base == baseInteger || t.base == baseBoolean:
		e.dst, code = t.append(e.dst, v)
	case t.text():
		s := v.String()
		if code = t.check(s); code == "" { // checked first: only valid UTF-8 can be quoted
			e.dst, _ = jsontext.AppendQuote(e.dst, s)
		}
	default:
		e.dst = append(e.dst, '"')
		e.dst, code = t.append(e.dst, v)
		e.dst = append(e.dst, '"')
	}
	if code != "" {
		e.add(code, t.labelOf(code))
	}
}
