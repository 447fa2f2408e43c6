package faux

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// newMenteur is an honest GAP whose driver shows a dossier where all went well.
func newMenteur(o etablissement.Options) (http.Handler, io.Closer, error) {
	gap, err := etablissement.New(o)
	if err != nil {
		return nil, nil, err
	}
	liar := &menteur{honest: gap.Handler(), contexts: map[string]pilote.CaseContext{}}
	mux := http.NewServeMux()
	mux.Handle("POST /pilote/v1/{verb}", liar)
	return mux, gap, nil
}

type menteur struct {
	honest   http.Handler
	mu       sync.Mutex
	contexts map[string]pilote.CaseContext
}

func (m *menteur) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		etablissement.WriteReply(w, http.StatusBadRequest,
			pilote.Reply{Status: pilote.Impossible, Cause: "corps illisible"})
		return
	}
	d, err := etablissement.ReadDemand(bytes.NewReader(body))
	name := strings.Join([]string{d.Run, d.Case, d.Version}, "\x00")
	m.mu.Lock()
	if err == nil && d.Context != nil {
		m.contexts[name] = *d.Context
	}
	c, known := m.contexts[name]
	m.mu.Unlock()
	if pilote.Verb(r.PathValue("verb")) == pilote.Collecter && known {
		etablissement.WriteReply(w, http.StatusOK, pilote.Reply{Status: pilote.Fait, Facts: nominal(c)})
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	m.honest.ServeHTTP(w, r)
}

// nominal is the dossier of the simplest stay: rights open, everything engaged, nothing to pay.
func nominal(c pilote.CaseContext) *pilote.Facts {
	return &pilote.Facts{
		NDA: c.Patient.NDA, Circuit: "ROC", Identity: c.Patient,
		Capture: pilote.Capture{Mode: "DATAMATRIX", Card: c.Card},
		Covers: []pilote.CoverFacts{{Rank: 1, AMCNumber: c.Card.AMCNumber, AMCLabel: "Mutuelle Alpha",
			OperatorLabel:  "Opérateur A",
			DirectoryState: "OK", State: "OUVERT", DebtorNumber: c.Card.AMCNumber,
			DebtorName: "Mutuelle Alpha", IdbID: "IDB-1"}},
		Engagements: []pilote.Engagement{{ClcRequestID: "00000000-0000-8000-8000-000000000001", ClcID: "ENG-1",
			AMCRank: 1,
			State:   "ENGAGE", DebtorNumber: c.Card.AMCNumber, AMC: "1186.56", Patient: "0.00", Billable: true}},
		PatientPart: pilote.PatientPart{Amount: "0.00", Billable: true, Addressee: "PATIENT"},
	}
}
