package soap

import (
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// maxHeaders bounds the header blocks that a Fault names.
const maxHeaders = 20

// The codes of envelopes that cannot be used, besides codeVersion and codeHeader; they are stable.
const (
	codeNoEnvelope  = "ENVELOPPE_INCONNUE"
	codeBadEnvelope = "ENVELOPPE_INVALIDE"
	codeNoBody      = "CORPS_VIDE"
	codeManyBodies  = "CORPS_MULTIPLE"
)

// An envelope is what surrounds a message.
type envelope struct {
	version Version        // 0 where the body is no SOAP envelope at all
	headers []xmltext.Name // blocks that must be understood, none of which we know
}

// open reads up to the start tag of the message, the first child of the Body. The envelope comes
// with its version as soon as that is known, also with an error.
func open(x *xmltext.Reader) (envelope, error) {
	var env envelope
	if err := env.root(x); err != nil {
		return env, err
	}
	kind, err := tag(x)
	if err == nil && env.at(x, kind, "Header") {
		if err = env.header(x); err == nil {
			kind, err = tag(x)
		}
	}
	switch {
	case err != nil:
		return env, err
	case !env.at(x, kind, "Body"):
		return env, refuse(x, codeBadEnvelope, "L'enveloppe contient un Header facultatif, puis un Body.")
	case len(env.headers) > 0:
		return env, refuse(x, codeHeader, "Bloc d'en-tête non compris : "+listed(env.headers)+".")
	}
	switch kind, err = tag(x); {
	case err != nil:
		return env, err
	case kind == xmltext.End:
		return env, refuse(x, codeNoBody, "Le Body doit contenir un message.")
	}
	return env, nil
}

// root reads the start tag of the envelope, which gives the version.
func (env *envelope) root(x *xmltext.Reader) error {
	if _, err := x.Next(); err != nil {
		return err
	}
	if x.Name().Local != "Envelope" {
		return refuse(x, codeNoEnvelope, "Le message doit être une enveloppe SOAP.")
	}
	known := false
	if env.version, known = versionOf(x.Name().Space); !known {
		return refuse(x, codeVersion, "L'enveloppe doit être celle de SOAP 1.1 ou de SOAP 1.2.")
	}
	return nil
}

// at reports whether a token is the start tag of an element of the envelope.
func (env *envelope) at(x *xmltext.Reader, kind xmltext.Kind, local string) bool {
	return kind == xmltext.Start && x.Name() == xmltext.Name{Space: env.version.namespace(), Local: local}
}

// header reads the rest of the Header and notes what had to be understood.
func (env *envelope) header(x *xmltext.Reader) error {
	for {
		kind, err := tag(x)
		if err != nil || kind == xmltext.End {
			return err
		}
		if x.Name().Space == "" {
			return refuse(x, codeBadEnvelope, "Un bloc d'en-tête doit avoir un espace de noms.")
		}
		if env.version.binding(x) && len(env.headers) < maxHeaders {
			env.headers = append(env.headers, x.Name())
		}
		if err := x.Skip(); err != nil {
			return err
		}
	}
}

// binding reports whether the header block just opened is for us and must be understood.
func (v Version) binding(x *xmltext.Reader) bool {
	must, forUs := false, true
	for _, a := range x.Attrs() {
		switch {
		case a.Name.Space != v.namespace():
		case a.Name.Local == "mustUnderstand":
			must = a.Value == "1" || a.Value == "true"
		case a.Name.Local == "actor", a.Name.Local == "role":
			forUs = v.plays(a.Value)
		}
	}
	return must && forUs
}

// plays reports whether the last receiver of a message plays a role: none is named, or the one
// that every receiver plays.
func (v Version) plays(role string) bool {
	switch role {
	case "", "http://schemas.xmlsoap.org/soap/actor/next", space12 + "/role/next", space12 + "/role/ultimateReceiver":
		return true
	}
	return false
}

// finish reads what follows the message: the ends of Body and Envelope, and nothing else.
func finish(x *xmltext.Reader) error {
	kind, err := tag(x)
	switch {
	case err != nil:
		return err
	case kind == xmltext.Start:
		return refuse(x, codeManyBodies, "Le Body ne doit contenir qu'un message.")
	}
	if kind, err = tag(x); err != nil {
		return err
	} else if kind == xmltext.Start {
		return refuse(x, codeBadEnvelope, "Rien ne doit suivre le Body.")
	}
	_, err = x.Next()
	return err
}

// tag reads the next tag. Text between the elements of an envelope must be blank.
func tag(x *xmltext.Reader) (xmltext.Kind, error) {
	kind, err := x.Next()
	if err != nil || kind != xmltext.Text {
		return kind, err
	}
	if strings.TrimSpace(x.Text()) != "" {
		return kind, refuse(x, codeBadEnvelope, "L'enveloppe ne doit pas contenir de texte.")
	}
	return x.Next()
}

// listed names header blocks for people.
func listed(headers []xmltext.Name) string {
	names := make([]string, len(headers))
	for i, h := range headers {
		names[i] = h.Local + " (" + strconv.Quote(h.Space) + ")"
	}
	return strings.Join(names, ", ")
}

func refuse(x *xmltext.Reader, code, label string) error {
	return &roc.Unreadable{Offset: x.Offset(), Code: code, Label: label}
}
