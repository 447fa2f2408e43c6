package soap

import (
	"bytes"
	"encoding/xml"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
)

// The fault codes that both versions have, besides those of Version.guilty.
const (
	versionMismatch = "VersionMismatch"
	mustUnderstand  = "MustUnderstand"
)

// The codes of the refusals to which SOAP gives a fault code of their own.
const (
	codeVersion = "VERSION_SOAP"
	codeHeader  = "ENTETE_NON_COMPRIS"
)

// faultCode is the local name of the fault code of a refusal.
func (v Version) faultCode(r binding.Refusal) string {
	switch r.Code {
	case codeVersion:
		return versionMismatch
	case codeHeader:
		return mustUnderstand
	}
	return v.guilty(r.Class)
}

// fault writes the Fault of a refusal in version v. space is the norme's namespace; headers are the
// blocks that had to be understood and were not.
func (v Version) fault(r binding.Refusal, space string, headers []xmltext.Name) journal.Response {
	code := v.faultCode(r)
	var w faultWriter
	w.raw(declaration, `<soap:Envelope xmlns:soap="`, v.namespace(), `">`)
	if v == V12 {
		w.fault12(code, r, space, headers)
	} else {
		w.fault11(code, r, space)
	}
	w.raw(`</soap:Envelope>`)
	return journal.Response{Status: v.status(code), ContentType: v.contentType(), Body: w.Bytes()}
}

type faultWriter struct{ bytes.Buffer }

func (w *faultWriter) raw(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
}

// text writes an element that holds text.
func (w *faultWriter) text(name, text string) {
	w.raw("<", name, ">")
	w.escaped(text)
	w.raw("</", name, ">")
}

func (w *faultWriter) escaped(s string) {
	_ = xml.EscapeText(w, []byte(s)) // a Buffer takes everything
}

func (w *faultWriter) fault11(code string, r binding.Refusal, space string) {
	w.raw(`<soap:Body><soap:Fault><faultcode>soap:`, code, `</faultcode><faultstring xml:lang="fr">`)
	w.escaped(r.Label)
	w.raw(`</faultstring>`)
	if code != mustUnderstand { // SOAP 1.1 keeps the detail for what the Body holds
		w.raw(`<detail>`)
		w.errors(r, space)
		w.raw(`</detail>`)
	}
	w.raw(`</soap:Fault></soap:Body>`)
}

func (w *faultWriter) fault12(code string, r binding.Refusal, space string, headers []xmltext.Name) {
	w.header12(code, headers)
	w.raw(`<soap:Body><soap:Fault><soap:Code><soap:Value>soap:`, code, `</soap:Value>`)
	if code == "Sender" || code == "Receiver" {
		w.raw(`<soap:Subcode><soap:Value xmlns:m="`, space, `">m:`, r.Code, `</soap:Value></soap:Subcode>`)
	}
	w.raw(`</soap:Code><soap:Reason><soap:Text xml:lang="fr">`)
	w.escaped(r.Label)
	w.raw(`</soap:Text></soap:Reason><soap:Detail>`)
	w.errors(r, space)
	w.raw(`</soap:Detail></soap:Fault></soap:Body>`)
}

// header12 writes what SOAP 1.2 says of a refused envelope: the versions understood (part 1,
// section 5.4.7) or the header blocks not understood (5.4.8).
func (w *faultWriter) header12(code string, headers []xmltext.Name) {
	switch code {
	case versionMismatch:
		w.raw(`<soap:Header><soap:Upgrade>`)
		for _, space := range []string{space12, space11} {
			w.raw(`<soap:SupportedEnvelope qname="v:Envelope" xmlns:v="`, space, `"/>`)
		}
		w.raw(`</soap:Upgrade></soap:Header>`)
	case mustUnderstand:
		w.raw(`<soap:Header>`)
		for _, h := range headers {
			w.raw(`<soap:NotUnderstood qname="h:`, h.Local, `" xmlns:h="`)
			w.escaped(h.Space)
			w.raw(`"/>`)
		}
		w.raw(`</soap:Header>`)
	}
}

// errors writes the detail. A refusal that concerns no place has one error whose path is empty.
func (w *faultWriter) errors(r binding.Refusal, space string) {
	w.raw(`<`, norme.ErrorsElement, ` xmlns="`, space, `">`)
	for _, f := range r.Faults {
		path := f.Path.XPath()
		if path == "" {
			path = "/" // the whole message
		}
		w.error(path, f.Code, f.Label)
	}
	if len(r.Faults) == 0 {
		w.error("", r.Code, r.Label)
	}
	if r.Entry != "" {
		w.text("echange", r.Entry)
	}
	w.raw(`</`, norme.ErrorsElement, `>`)
}

func (w *faultWriter) error(path, code, label string) {
	w.raw(`<erreur>`)
	w.text("chemin", path)
	w.text("code", code)
	w.text("libelle", label)
	w.raw(`</erreur>`)
}
