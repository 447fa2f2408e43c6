package norme

import (
	"fmt"
	"reflect"
	"unicode/utf8"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A compiler turns a document into tables and gathers what is wrong with it.
type compiler struct {
	doc    document
	types  map[string]*scalar
	groups map[boundGroup]*group
	faults []fault

	changedBy map[string]int // place of the whole norme that a change made: its number
}

// A boundGroup is a group as it fills one Go structure.
type boundGroup struct {
	name   string
	goType reflect.Type
}

func (c *compiler) norme() *Norme {
	c.checkName("version", c.doc.Version)
	c.checkText("description", c.doc.Doc)
	if !validSpace(c.doc.Namespace) {
		c.fail("espace", "want a namespace: a URI without blanks, quotes or markup")
	}
	for _, name := range sortedKeys(c.doc.Types) {
		c.types[name] = c.compileType(name, c.doc.Types[name])
	}
	for _, name := range sortedKeys(c.doc.Groups) {
		c.checkGroup(name)
	}
	n := &Norme{doc: c.doc, types: c.types, changedBy: c.changedBy}
	n.messages = c.messages()
	n.hidden = hiddenElements(n.messages)
	return n
}

// checkGroup reports a group whose name is taken or that no field uses.
func (c *compiler) checkGroup(name string) {
	def := c.doc.Groups[name]
	place := def.at.or("groupes." + name)
	c.checkName(place, name)
	c.checkText(place+".doc", def.Doc)
	if _, taken := c.doc.Types[name]; taken {
		c.fail(place, "a type has this name too; want different names")
	}
	if !c.used(name) {
		c.fail(place, "no field uses this group")
	}
}

func (c *compiler) used(group string) bool {
	uses := func(fields []fieldDef) bool {
		for _, f := range fields {
			if f.Group == group {
				return true
			}
		}
		return false
	}
	for _, g := range c.doc.Groups {
		if uses(g.Fields) {
			return true
		}
	}
	for _, s := range c.doc.Services {
		if uses(s.Request.Fields) || uses(s.Reply.Fields) {
			return true
		}
	}
	return false
}

// messages compiles the services; each of the five must come once.
func (c *compiler) messages() []*message {
	var list []*message
	codes, operations := map[string]bool{}, map[string]bool{}
	var known []string
	for _, s := range roc.Services() {
		known = append(known, string(s))
	}
	for i, s := range c.doc.Services {
		place := fmt.Sprintf("services[%d]", i)
		request := roc.NewRequest(roc.Service(s.Code))
		switch {
		case request == nil:
			c.fail(place+".code", "unknown service %q%s", s.Code, near(s.Code, known))
			continue
		case codes[s.Code]:
			c.fail(place+".code", "service %s given twice", s.Code)
		case operations[s.Operation]:
			c.fail(place+".operation", "operation %s given twice", s.Operation)
		}
		codes[s.Code], operations[s.Operation] = true, true
		c.checkName(place+".operation", s.Operation)
		c.checkText(place+".doc", s.Doc)
		list = append(list, c.message(place+".demande", s, s.Request, request, false),
			c.message(place+".reponse", s, s.Reply, request.NewReply(), true))
	}
	for _, code := range known {
		if !codes[code] {
			c.fail("services", "service %s is missing", code)
		}
	}
	return list
}

func (c *compiler) message(place string, s serviceDef, def messageDef, m roc.Message, reply bool) *message {
	element := s.Operation + "Demande"
	if reply {
		element = s.Operation + "Reponse"
	}
	t := reflect.TypeOf(m)
	g := &group{name: element, doc: s.Doc}
	c.bind(place, g, def.Fields, t.Elem())
	return &message{service: m.Service(), reply: reply, element: element, doc: s.Doc, group: g, goType: t}
}

// validSpace reports whether s may stand as it is in an attribute.
func validSpace(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '&' || c == '\'' {
			return false
		}
	}
	return s != ""
}

// checkName refuses what cannot name an element in XML, a key in JSON and a part of a path alike.
func (c *compiler) checkName(place, name string) {
	for i := 0; i < len(name); i++ {
		if b := name[i] | 0x20; b < 'a' || b > 'z' {
			if i == 0 || !isDigit(name[i]) && name[i] != '_' {
				c.fail(place, "%q cannot name an element: want a letter, then letters, digits or _", name)
				return
			}
		}
	}
	if name == "" {
		c.fail(place, "want a name")
	}
}

// checkText refuses characters that no published description could hold.
func (c *compiler) checkText(place, text string) {
	for _, r := range text {
		if r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF {
			c.fail(place, "control characters are not allowed in a text")
			return
		}
	}
}
