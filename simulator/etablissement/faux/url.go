package faux

import (
	"bytes"
	"io"
	"net/http"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// newMauvaiseURL is an honest GAP that was given another address than the case's.
func newMauvaiseURL(o etablissement.Options) (http.Handler, io.Closer, error) {
	return rewritten(o, func(d *pilote.Demand) {
		if d.Context != nil {
			d.Context.BaseURL += "-ailleurs"
		}
	})
}

// rewritten is an honest GAP that hears something else than what the bench says.
func rewritten(o etablissement.Options, change func(*pilote.Demand)) (http.Handler, io.Closer, error) {
	gap, err := etablissement.New(o)
	if err != nil {
		return nil, nil, err
	}
	honest := gap.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d, err := etablissement.ReadDemand(r.Body)
		var body []byte
		if err == nil {
			change(&d)
			body, err = json.Marshal(d)
		}
		if err != nil {
			etablissement.WriteReply(w, http.StatusBadRequest,
				pilote.Reply{Status: pilote.Impossible, Cause: err.Error()})
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		honest.ServeHTTP(w, r)
	}), gap, nil
}
