package faux

import (
	"io"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// A driver answers the verbs of the protocol without a GAP behind it.
type driver func(verb pilote.Verb, d pilote.Demand) pilote.Reply

func (f driver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	d, err := etablissement.ReadDemand(r.Body)
	if err != nil {
		etablissement.WriteReply(w, http.StatusBadRequest, pilote.Reply{Status: pilote.Impossible, Cause: err.Error()})
		return
	}
	etablissement.WriteReply(w, http.StatusOK, f(pilote.Verb(r.PathValue("verb")), d))
}

func (f driver) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /pilote/v1/{verb}", f)
	return mux
}

// newMute cannot do anything in the product.
func newMute(o etablissement.Options) (http.Handler, io.Closer, error) {
	return driver(func(verb pilote.Verb, _ pilote.Demand) pilote.Reply {
		switch verb {
		case pilote.Decrire:
			return pilote.Reply{Status: pilote.Fait, Capabilities: etablissement.Describe(o.Versions)}
		case pilote.Declencher, pilote.Collecter:
			return pilote.Reply{Status: pilote.Impossible, Cause: "le produit ne répond pas au pilote"}
		}
		return pilote.Reply{Status: pilote.Fait}
	}).routes(), nothing{}, nil
}

// newComplaisant says that everything was done.
func newComplaisant(o etablissement.Options) (http.Handler, io.Closer, error) {
	return driver(func(verb pilote.Verb, _ pilote.Demand) pilote.Reply {
		reply := pilote.Reply{Status: pilote.Fait}
		switch verb {
		case pilote.Decrire:
			reply.Capabilities = etablissement.Describe(o.Versions)
		case pilote.Collecter:
			reply.Facts = new(pilote.Facts)
		}
		return reply
	}).routes(), nothing{}, nil
}

// nothing has nothing to close.
type nothing struct{}

func (nothing) Close() error { return nil }
