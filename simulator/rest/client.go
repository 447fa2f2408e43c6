package rest

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Client calls services in JSON. It may be used by several goroutines at once.
type Client struct {
	HTTP  *http.Client // nil: the default transport, bounded by the context only
	Norme *norme.Norme
}

// Call sends req to url, once, and returns the reply. The error is a *roc.CallError, except where
// the norme cannot write req.
func (c Client) Call(ctx context.Context, url string, req roc.Request) (roc.Reply, error) {
	body, err := c.Norme.AppendJSON(make([]byte, 0, 4096), req)
	if err != nil {
		return nil, err
	}
	answer, err := binding.Post(ctx, c.HTTP, binding.Sending{
		URL: url,
		Header: http.Header{
			"Content-Type": {mediaMessage},
			"Accept":       {mediaMessage + ", " + mediaProblem},
		},
		Body:   body,
		Accept: []string{mediaMessage, mediaProblem},
	})
	if err != nil {
		return nil, err
	}
	return c.read(answer, req)
}

// read makes a reply or an error of what a service wrote.
func (c Client) read(a binding.Answer, req roc.Request) (roc.Reply, error) {
	if a.Media == mediaProblem {
		return nil, readProblem(a, c.Norme.Element(req.Service(), false))
	}
	if a.Status != http.StatusOK {
		return nil, binding.Bad(a.Status, "STATUT_HTTP", "Réponse métier sous un statut HTTP d'erreur.", nil)
	}
	m, err := c.Norme.DecodeJSON(req.Service(), true, a.Body)
	if err != nil {
		return nil, binding.BadBody(a.Status, err)
	}
	reply := m.(roc.Reply)
	if err := binding.CheckReply(a.Status, req, reply); err != nil {
		return nil, err
	}
	return reply, nil
}

func readProblem(a binding.Answer, message string) error {
	var p problem
	if err := json.Unmarshal(a.Body, &p); err != nil {
		return binding.Bad(a.Status, "PROBLEME_ILLISIBLE", "Le document de problème n'est pas du JSON lisible.", err)
	}
	return p.callError(a.Status, message)
}
