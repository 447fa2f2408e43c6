package norme

import "github.com/roc-miroir/miroir/simulator/roc"

// The two SOAP bindings of WSDL 1.1, by version.
var soapBindings = []struct{ version, prefix, space string }{
	{"11", "soap", "http://schemas.xmlsoap.org/wsdl/soap/"},
	{"12", "soap12", "http://schemas.xmlsoap.org/wsdl/soap12/"},
}

const soapTransport = "http://schemas.xmlsoap.org/soap/http"

// A portType is one of the two parties that a hospital calls.
type portType struct {
	name     string
	address  string
	services []roc.Service
}

// WSDL returns the WSDL 1.1 of the five services, document/literal, in SOAP 1.1 and 1.2: the directory
// at one address, the AMC's services at the other. The schema is inside, so that the WSDL is enough.
func (n *Norme) WSDL(annuaireURL, amcURL string) []byte {
	ports := []portType{
		{"Annuaire", annuaireURL, []roc.Service{roc.ANN}},
		{"AMC", amcURL, []roc.Service{roc.IDB, roc.SIM, roc.CLC, roc.DEL}},
	}
	x := &xmlText{}
	x.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	attrs := []string{
		"xmlns:wsdl", "http://schemas.xmlsoap.org/wsdl/", "xmlns:tns", n.doc.Namespace,
		"targetNamespace", n.doc.Namespace, "name", "Miroir" + n.doc.Version,
	}
	for _, b := range soapBindings {
		attrs = append(attrs, "xmlns:"+b.prefix, b.space)
	}
	x.open("wsdl:definitions", attrs...)
	x.documented("wsdl", n.notice())
	x.open("wsdl:types")
	x.WriteString(n.schema("    "))
	x.close("wsdl:types")
	n.wsdlMessages(x)
	for _, p := range ports {
		n.portType(x, p)
	}
	for _, p := range ports {
		n.bindings(x, p)
	}
	for _, p := range ports {
		x.open("wsdl:service", "name", p.name)
		x.documented("wsdl", n.notice())
		for _, b := range soapBindings {
			x.open("wsdl:port", "name", p.name+"SOAP"+b.version, "binding", "tns:"+p.name+"SOAP"+b.version)
			x.empty(b.prefix+":address", "location", p.address)
			x.close("wsdl:port")
		}
		x.close("wsdl:service")
	}
	x.close("wsdl:definitions")
	return []byte(x.String())
}

func (n *Norme) wsdlMessages(x *xmlText) {
	names := append(n.elements(), ErrorsElement)
	for _, name := range names {
		x.open("wsdl:message", "name", name)
		x.empty("wsdl:part", "name", "corps", "element", "tns:"+name)
		x.close("wsdl:message")
	}
}

func (n *Norme) operation(s roc.Service) string {
	for _, def := range n.doc.Services {
		if def.Code == string(s) {
			return def.Operation
		}
	}
	return ""
}

func (n *Norme) portType(x *xmlText, p portType) {
	x.open("wsdl:portType", "name", p.name)
	for _, s := range p.services {
		x.open("wsdl:operation", "name", n.operation(s))
		x.documented("wsdl", n.message(s, false).doc)
		x.empty("wsdl:input", "message", "tns:"+n.Element(s, false))
		x.empty("wsdl:output", "message", "tns:"+n.Element(s, true))
		x.empty("wsdl:fault", "name", ErrorsElement, "message", "tns:"+ErrorsElement)
		x.close("wsdl:operation")
	}
	x.close("wsdl:portType")
}

func (n *Norme) bindings(x *xmlText, p portType) {
	for _, b := range soapBindings {
		x.open("wsdl:binding", "name", p.name+"SOAP"+b.version, "type", "tns:"+p.name)
		x.empty(b.prefix+":binding", "style", "document", "transport", soapTransport)
		for _, s := range p.services {
			x.open("wsdl:operation", "name", n.operation(s))
			x.empty(b.prefix+":operation", "soapAction", n.Action(s), "style", "document")
			for _, direction := range []string{"wsdl:input", "wsdl:output"} {
				x.open(direction)
				x.empty(b.prefix+":body", "use", "literal")
				x.close(direction)
			}
			x.open("wsdl:fault", "name", ErrorsElement)
			x.empty(b.prefix+":fault", "name", ErrorsElement, "use", "literal")
			x.close("wsdl:fault")
			x.close("wsdl:operation")
		}
		x.close("wsdl:binding")
	}
}
