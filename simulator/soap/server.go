package soap

import (
	"net/http"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Server reads requests in SOAP at one address.
type Server struct {
	Norme    *norme.Norme
	Services []roc.Service // those of the address; none: the five
}

// Read reads the request whose body was received with r. The error is a *roc.Unreadable, a
// *roc.Invalid or, where the service is not at this address, a *roc.Error; with *roc.Invalid the
// request comes as far as it was read. The Responder is never nil.
func (srv Server) Read(r *http.Request, body []byte) (roc.Request, journal.Responder, error) {
	contentType := r.Header.Get("Content-Type")
	w := responder{norme: srv.Norme, version: speaking(contentType)}
	media, params, err := binding.CheckMedia(contentType, media11, media12)
	if err != nil {
		return nil, w, err
	}
	x := xmltext.NewReader(body)
	env, err := open(x)
	w.headers = env.headers
	if env.version != 0 {
		w.version = env.version
	}
	switch {
	case err != nil:
		return nil, w, err
	case env.version.media() != media:
		return nil, w, refuse(x, "TYPE_CONTENU", "Cette enveloppe s'envoie avec le type "+env.version.media()+".")
	}
	action := params["action"]
	if env.version == V11 {
		action = strings.Trim(r.Header.Get("SOAPAction"), `"`)
	}
	req, err := srv.message(x, action)
	return req, w, err
}

// message reads the request at whose start tag x stands, and the end of the envelope.
func (srv Server) message(x *xmltext.Reader, action string) (roc.Request, error) {
	s, reply, known := srv.Norme.ByElement(x.Name().Local)
	switch {
	case x.Name().Space != srv.Norme.Namespace():
		return nil, refuse(x, "ESPACE_DE_NOMS", "Le message doit être dans l'espace de noms "+srv.Norme.Namespace()+".")
	case !known || reply:
		return nil, refuse(x, "DEMANDE_INCONNUE", "Le Body doit contenir "+srv.expected()+".")
	case len(srv.Services) > 0 && !slices.Contains(srv.Services, s):
		return nil, &roc.Error{
			Kind: roc.NotFound, Code: "SERVICE_ABSENT", Label: "Ce service n'est pas à cette adresse.",
		}
	case action != "" && action != srv.Norme.Action(s):
		return nil, refuse(x, "ACTION_INCOHERENTE", "L'action de ce message est "+srv.Norme.Action(s)+".")
	}
	m, err := srv.Norme.DecodeXML(x)
	req, _ := m.(roc.Request)
	if end := finish(x); end != nil {
		return req, end
	}
	return req, err
}

// expected names the requests of the address.
func (srv Server) expected() string {
	services := srv.Services
	if len(services) == 0 {
		services = roc.Services()
	}
	names := make([]string, len(services))
	for i, s := range services {
		names[i] = srv.Norme.Element(s, false)
	}
	return strings.Join(names, " ou ")
}

// Responder returns what answers a request that was not read: too large, or sent to no world.
func (srv Server) Responder(r *http.Request) journal.Responder {
	return responder{norme: srv.Norme, version: speaking(r.Header.Get("Content-Type"))}
}

// A responder writes replies and Faults in one version.
type responder struct {
	norme   *norme.Norme
	version Version
	headers []xmltext.Name // blocks of the request that were not understood
}

func (w responder) Binding() string { return w.version.name() }

func (w responder) Reply(m roc.Reply) (journal.Response, error) {
	body, err := w.version.wrap(w.norme, m)
	if err != nil {
		return journal.Response{}, binding.Unwritable(err)
	}
	return journal.Response{Status: http.StatusOK, ContentType: w.version.contentType(), Body: body}, nil
}

func (w responder) Refuse(err error, entry string) journal.Response {
	return w.version.fault(binding.RefusalOf(err, entry), w.norme.Namespace(), w.headers)
}

// usualLength holds the answer to a calculation of ten lines; longer messages grow.
const usualLength = 2560

// wrap writes a message in its envelope.
func (v Version) wrap(n *norme.Norme, m roc.Message) ([]byte, error) {
	b := make([]byte, 0, usualLength)
	b = append(b, declaration+`<soap:Envelope xmlns:soap="`...)
	b = append(b, v.namespace()...)
	b = append(b, `"><soap:Body>`...)
	b, err := n.AppendXML(b, m)
	return append(b, `</soap:Body></soap:Envelope>`...), err
}
