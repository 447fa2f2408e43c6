package soap

import (
	"context"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Client calls services in SOAP. It may be used by several goroutines at once.
type Client struct {
	HTTP    *http.Client // nil: the default transport, bounded by the context only
	Norme   *norme.Norme
	Version Version // of the requests; answers of both versions are read
}

// Call sends req to url, once, and returns the reply. The error is a *roc.CallError, except where
// the norme cannot write req.
func (c Client) Call(ctx context.Context, url string, req roc.Request) (roc.Reply, error) {
	body, err := c.Version.wrap(c.Norme, req)
	if err != nil {
		return nil, err
	}
	answer, err := binding.Post(ctx, c.HTTP, binding.Sending{
		URL:    url,
		Header: c.Version.header(c.Norme.Action(req.Service())),
		Body:   body,
		Accept: []string{media11, media12},
	})
	if err != nil {
		return nil, err
	}
	return c.read(answer, req)
}

// header is that of a request: SOAP 1.2 names the action in the content type. SOAPAction goes out as
// the specification writes it, for servers that heed the case.
func (v Version) header(action string) http.Header {
	if v == V12 {
		return http.Header{"Content-Type": {v.contentType() + `; action="` + action + `"`}}
	}
	return http.Header{"Content-Type": {v.contentType()}, "SOAPAction": {`"` + action + `"`}}
}

// read makes a reply or an error of what a service wrote.
func (c Client) read(a binding.Answer, req roc.Request) (roc.Reply, error) {
	x := xmltext.NewReader(a.Body)
	env, err := open(x)
	switch {
	case env.version == 0:
		return nil, binding.NoService(a.Status, "La réponse n'est pas une enveloppe SOAP.", err)
	case err != nil:
		return nil, binding.BadBody(a.Status, err)
	case env.version.media() != a.Media:
		return nil, binding.Bad(a.Status, "TYPE_CONTENU", "Le type de contenu n'est pas celui de l'enveloppe.", nil)
	case x.Name() == xmltext.Name{Space: env.version.namespace(), Local: "Fault"}:
		return nil, readFault(x, a.Status, c.Norme.Namespace())
	case a.Status != http.StatusOK:
		return nil, binding.Bad(a.Status, "STATUT_HTTP", "Réponse métier sous un statut HTTP d'erreur.", nil)
	}
	return c.reply(x, a.Status, req)
}

// reply reads the reply at whose start tag x stands.
func (c Client) reply(x *xmltext.Reader, status int, req roc.Request) (roc.Reply, error) {
	s, isReply, _ := c.Norme.ByElement(x.Name().Local)
	if x.Name().Space != c.Norme.Namespace() || !isReply || s != req.Service() {
		return nil, binding.Bad(status, "REPONSE_INATTENDUE", "Le Body ne contient pas la réponse de ce service.", nil)
	}
	m, err := c.Norme.DecodeXML(x)
	if end := finish(x); end != nil {
		err = end
	}
	if err != nil {
		return nil, binding.BadBody(status, err)
	}
	reply := m.(roc.Reply)
	if err := binding.CheckReply(status, req, reply); err != nil {
		return nil, err
	}
	return reply, nil
}
