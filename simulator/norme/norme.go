package norme

import (
	_ "embed" // the file of V1 is part of the program
	"reflect"
	"sync"

	"github.com/roc-miroir/miroir/simulator/roc"
)

//go:embed v1.yaml
var v1 []byte

// V1 returns the norme V1 of miroir. It is compiled once; the error can only come from a fault in the
// file itself.
func V1() (*Norme, error) { return compiledV1() }

var compiledV1 = sync.OnceValues(func() (*Norme, error) { return Parse("v1.yaml", v1) })

// A Norme is a wire format, compiled and bound to the messages of package roc.
type Norme struct {
	doc      document
	types    map[string]*scalar
	messages []*message      // request and reply of each service
	hidden   map[string]mask // by name of element, those without a mask included
}

// Version returns the version that the norme describes: "V1".
func (n *Norme) Version() string { return n.doc.Version }

// Namespace returns the XML namespace of the messages.
func (n *Norme) Namespace() string { return n.doc.Namespace }

// Element returns the name of the root element of a message.
func (n *Norme) Element(s roc.Service, reply bool) string {
	if m := n.message(s, reply); m != nil {
		return m.element
	}
	return ""
}

// Action returns the SOAPAction of a service.
func (n *Norme) Action(s roc.Service) string { return n.doc.Namespace + ":" + string(s) }

// ByElement finds the message whose root element is local.
func (n *Norme) ByElement(local string) (s roc.Service, reply bool, ok bool) {
	for _, m := range n.messages {
		if m.element == local {
			return m.service, m.reply, true
		}
	}
	return "", false, false
}

func (n *Norme) message(s roc.Service, reply bool) *message {
	for _, m := range n.messages {
		if m.service == s && m.reply == reply {
			return m
		}
	}
	return nil
}

// messageOf finds the table of a message by its Go type.
func (n *Norme) messageOf(m roc.Message) *message {
	t := reflect.TypeOf(m)
	for _, candidate := range n.messages {
		if candidate.goType == t {
			return candidate
		}
	}
	return nil
}

func (n *Norme) elements() []string {
	names := make([]string, len(n.messages))
	for i, m := range n.messages {
		names[i] = m.element
	}
	return names
}
