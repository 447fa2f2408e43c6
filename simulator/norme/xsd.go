package norme

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// XSD returns the XML Schema 1.0 of the messages. It says all that DecodeXML checks, but for the
// control keys of the NIR, FINESS and RPPS numbers.
func (n *Norme) XSD() []byte {
	return []byte("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + n.schema(""))
}

// schema writes the schema element with a margin before each line.
func (n *Norme) schema(margin string) string {
	x := &xmlText{margin: margin}
	x.open("xs:schema", "xmlns:xs", "http://www.w3.org/2001/XMLSchema", "xmlns:tns", n.doc.Namespace,
		"targetNamespace", n.doc.Namespace, "elementFormDefault", "qualified", "version", n.doc.Version)
	x.documented("xs", n.notice())
	for _, m := range n.messages {
		x.open("xs:element", "name", m.element)
		x.documented("xs", m.doc)
		x.complexType(m.group, "")
		x.close("xs:element")
	}
	x.errorsElement()
	for _, g := range n.groups() {
		x.complexType(g, g.name)
	}
	for _, name := range sortedKeys(n.types) {
		x.simpleType(n.types[name])
	}
	x.close("xs:schema")
	return x.String()
}

// notice opens every published description.
func (n *Norme) notice() string {
	if n.doc.Official {
		return n.doc.Doc
	}
	return "AVERTISSEMENT : ce format n'est PAS le format officiel de ROC. " + n.doc.Doc
}

// groups lists the groups that the messages use, by name.
func (n *Norme) groups() []*group {
	found := map[string]*group{}
	var walk func(g *group)
	walk = func(g *group) {
		for i := range g.fields {
			if inner := g.fields[i].group; inner != nil {
				found[inner.name] = inner
				walk(inner)
			}
		}
	}
	for _, m := range n.messages {
		walk(m.group)
	}
	list := make([]*group, 0, len(found))
	for _, g := range found {
		list = append(list, g)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].name < list[j].name })
	return list
}

func (x *xmlText) complexType(g *group, name string) {
	if name == "" {
		x.open("xs:complexType")
	} else {
		x.open("xs:complexType", "name", name)
		x.documented("xs", g.doc)
	}
	x.open("xs:sequence")
	for i := range g.fields {
		f := &g.fields[i]
		attrs := []string{"name", f.name, "type", "tns:" + f.typeName()}
		if f.occurs.min != 1 {
			attrs = append(attrs, "minOccurs", strconv.Itoa(f.occurs.min))
		}
		switch {
		case f.occurs.max == unbounded:
			attrs = append(attrs, "maxOccurs", "unbounded")
		case f.occurs.max > 1:
			attrs = append(attrs, "maxOccurs", strconv.Itoa(f.occurs.max))
		}
		x.open("xs:element", attrs...)
		x.documented("xs", fmt.Sprintf("%s [%s]", f.doc, f.source))
		x.close("xs:element")
	}
	x.close("xs:sequence")
	x.close("xs:complexType")
}

func (f *field) typeName() string {
	if f.group != nil {
		return f.group.name
	}
	return f.scalar.name
}

// errorsElement writes the detail of a SOAP fault.
func (x *xmlText) errorsElement() {
	x.open("xs:element", "name", ErrorsElement)
	x.documented("xs", "Détail d'une faute SOAP : chaque faute du message, et la référence de l'échange au journal.")
	x.open("xs:complexType")
	x.open("xs:sequence")
	x.open("xs:element", "name", "erreur", "minOccurs", "0", "maxOccurs", "unbounded")
	x.open("xs:complexType")
	x.open("xs:sequence")
	for _, name := range []string{"chemin", "code", "libelle"} {
		x.empty("xs:element", "name", name, "type", "xs:string")
	}
	x.close("xs:sequence")
	x.close("xs:complexType")
	x.close("xs:element")
	x.empty("xs:element", "name", "echange", "type", "xs:string", "minOccurs", "0")
	x.close("xs:sequence")
	x.close("xs:complexType")
	x.close("xs:element")
}

// ErrorsElement is the name of the element that holds the detail of a SOAP fault.
const ErrorsElement = "erreurs"

// xsdBases are the types of XML Schema that the bases restrict; the others restrict xs:string.
var xsdBases = map[base]string{
	baseInteger: "xs:int", baseBoolean: "xs:boolean", baseAmount: "xs:decimal", baseDecimal: "xs:decimal",
	baseDate: "xs:date", baseInstant: "xs:dateTime",
}

func (x *xmlText) simpleType(t *scalar) {
	restricted := xsdBases[t.base]
	if restricted == "" {
		restricted = "xs:string"
	}
	x.open("xs:simpleType", "name", t.name)
	x.documented("xs", fmt.Sprintf("%s [%s]", t.doc, t.source))
	x.open("xs:restriction", "base", restricted)
	for _, v := range t.values {
		x.empty("xs:enumeration", "value", v)
	}
	if t.base == baseInteger {
		x.empty("xs:minInclusive", "value", strconv.Itoa(t.bounds.min))
		x.empty("xs:maxInclusive", "value", strconv.Itoa(t.bounds.max))
	}
	if t.base == baseText && len(t.values) == 0 {
		x.empty("xs:minLength", "value", strconv.Itoa(t.length.min))
		if t.length.max != unbounded {
			x.empty("xs:maxLength", "value", strconv.Itoa(t.length.max))
		}
	}
	if p := t.pattern(); p != "" {
		x.empty("xs:pattern", "value", p)
	}
	x.close("xs:restriction")
	x.close("xs:simpleType")
}

// An xmlText is a document written line by line.
type xmlText struct {
	strings.Builder
	margin string
	depth  int
}

func (x *xmlText) line(text string) {
	x.WriteString(x.margin + strings.Repeat("  ", x.depth) + text + "\n")
}

// tag writes a start tag without its end; attrs are names and values in turn.
func tag(name string, attrs []string) string {
	dst := []byte("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		dst = append(dst, " "+attrs[i]+`="`...)
		dst = append(dst, strings.ReplaceAll(string(appendEscaped(nil, attrs[i+1])), `"`, "&quot;")...)
		dst = append(dst, '"')
	}
	return string(dst)
}

func (x *xmlText) open(name string, attrs ...string) {
	x.line(tag(name, attrs) + ">")
	x.depth++
}

func (x *xmlText) close(name string) {
	x.depth--
	x.line("</" + name + ">")
}

func (x *xmlText) empty(name string, attrs ...string) { x.line(tag(name, attrs) + "/>") }

// documented writes text for people: an annotation in a schema, a documentation in a WSDL.
func (x *xmlText) documented(prefix, text string) {
	escaped := string(appendEscaped(nil, text))
	if prefix == "xs" {
		x.line(`<xs:annotation><xs:documentation xml:lang="fr">` + escaped + "</xs:documentation></xs:annotation>")
		return
	}
	x.line("<" + prefix + ":documentation>" + escaped + "</" + prefix + ":documentation>")
}
