package norme

import (
	"reflect"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A shape is how a Go field holds what the wire writes.
type shape uint8

// The shapes.
const (
	single  shape = iota
	pointer       // nil: absent
	slice         // one element for each occurrence
)

// A field is one element of a group, bound to a Go field. It has a scalar or a group.
type field struct {
	name, json        string
	doc, source       string
	occurs            span
	index             int // of the Go field
	shape             shape
	scalar            *scalar
	group             *group
	mask              mask
	open, close, void string // "<nom>", "</nom>", "<nom/>"
	key               string // `"nom":`
}

func (f *field) repeats() bool { return f.occurs.max > 1 }

// always reports whether the field is written though its value is empty.
func (f *field) always() bool {
	return f.occurs.min > 0 || f.scalar != nil && f.shape == single && f.scalar.admitsEmpty()
}

// A group is a sequence of fields bound to a Go structure.
type group struct {
	name, doc string
	fields    []field
	keys      []keyPair
	unbound   []int  // Go fields that the norme has no place for
	required  uint64 // bits of the mandatory fields
	names     []string
	jsonNames []string
}

// A keyPair is a NIR and its key, by their places among the fields.
type keyPair struct{ nir, key int }

// A message is the request or the reply of a service: its root element and its content.
type message struct {
	service roc.Service
	reply   bool
	element string
	doc     string
	group   *group
	goType  reflect.Type
}

func (m *message) new() roc.Message {
	request := roc.NewRequest(m.service)
	if m.reply {
		return request.NewReply()
	}
	return request
}
