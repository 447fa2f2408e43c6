package norme

import (
	"fmt"
	"reflect"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// AppendXML appends the message element, which declares the norme's namespace as the default one. A
// message that the norme would refuse is not written: the error is a *roc.Invalid with every fault.
func (n *Norme) AppendXML(dst []byte, msg roc.Message) ([]byte, error) {
	m := n.messageOf(msg)
	if m == nil {
		return dst, fmt.Errorf("norme %s has no message %T", n.Version(), msg)
	}
	e := &xmlEncoder{dst: dst}
	e.begin(m, false)
	e.dst = append(e.dst, '<')
	e.dst = append(e.dst, m.element...)
	e.dst = append(e.dst, ` xmlns="`...)
	e.dst = append(e.dst, n.doc.Namespace...)
	e.dst = append(e.dst, `">`...)
	e.group(m.group, reflect.ValueOf(msg).Elem())
	e.dst = append(e.dst, "</"...)
	e.dst = append(e.dst, m.element...)
	e.dst = append(e.dst, '>')
	if err := e.err(); err != nil {
		return dst, err
	}
	return e.dst, nil
}

type xmlEncoder struct {
	faults
	dst []byte
}

func (e *xmlEncoder) group(g *group, v reflect.Value) {
	var written uint64
	for i := range g.fields {
		f := &g.fields[i]
		if value := v.Field(f.index); e.present(f, value, f.name) {
			written |= 1 << i
			e.occurrences(i, f, value)
		}
	}
	e.unplaced(g, v)
	e.nirKeys(g, v, written, g.names)
}

// occurrences writes a field that is present, as many times as it has values.
func (e *xmlEncoder) occurrences(number int, f *field, v reflect.Value) {
	switch f.shape {
	case slice:
		for i := range v.Len() {
			e.element(number, f, v.Index(i), i)
		}
	case pointer:
		e.element(number, f, v.Elem(), -1)
	default:
		e.element(number, f, v, -1)
	}
}

func (e *xmlEncoder) element(number int, f *field, v reflect.Value, index int) {
	e.push(number, index)
	e.dst = append(e.dst, f.open...)
	if f.group != nil {
		e.group(f.group, v)
	} else {
		e.value(f.scalar, v)
	}
	e.dst = append(e.dst, f.close...)
	e.pop()
}

func (e *xmlEncoder) value(t *scalar, v reflect.Value) {
	start := len(e.dst)
	dst, code := t.append(e.dst, v)
	e.dst = dst
	if code != "" {
		e.add(code, t.labelOf(code))
		return
	}
	if t.base != baseText {
		return
	}
	for i := start; i < len(e.dst); i++ {
		if c := e.dst[i]; c == '<' || c == '&' || c == '>' {
			e.dst = appendEscaped(e.dst[:i], string(e.dst[i:]))
			return
		}
	}
}

func appendEscaped(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '&':
			dst = append(dst, "&amp;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
