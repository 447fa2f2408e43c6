package norme

import (
	"reflect"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Norme is a wire format, compiled and bound to the messages of package roc.
type Norme struct {
	doc       document // whole, the changes applied
	types     map[string]*scalar
	messages  []*message      // request and reply of each service
	hidden    map[string]mask // by name of element, those without a mask included
	changedBy map[string]int  // place in doc made by a change: its number
}

// Version returns the version that the norme describes: "V1", "V2".
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
