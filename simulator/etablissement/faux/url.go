package faux

import (
	"bytes"
	"io"
	"net/http"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// newMauvaiseURL is an honest GAP that is given another address than the case's once the bench has
// checked that it reaches the right one.
func newMauvaiseURL(o etablissement.Options) (http.Handler, io.Closer, error) {
	gap, err := etablissement.New(o)
	if err != nil {
		return nil, nil, err
	}
	honest := gap.Handler()
	mux := http.NewServeMux()
	mux.Handle("/", honest)
	mux.HandleFunc("POST /pilote/v1/preparer", func(w http.ResponseWriter, r *http.Request) {
		d, err := etablissement.ReadDemand(r.Body)
		var body []byte
		if err == nil {
			if d.Context != nil {
				d.Context.BaseURL += "-ailleurs"
			}
			body, err = json.Marshal(d)
		}
		if err != nil {
			etablissement.WriteReply(w, http.StatusBadRequest,
				pilote.Reply{Status: pilote.Impossible, Cause: err.Error()})
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		honest.ServeHTTP(w, r)
	})
	return mux, gap, nil
}
