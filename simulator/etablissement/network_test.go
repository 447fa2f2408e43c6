package etablissement

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// serve puts a scripted payer behind a real socket, in the JSON of the norme. before is called once
// a request is read, before it is answered.
func (p *payer) serve(t *testing.T, before func(roc.Request)) *httptest.Server {
	t.Helper()
	n, err := norme.V1()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		svc := roc.ANN
		if i := strings.LastIndexByte(r.URL.Path, '/'); r.URL.Path[i:] != "/annuaire" {
			svc = roc.Service(strings.ToUpper(r.URL.Path[i+1:]))
		}
		req, responder, err := rest.Server{Norme: n}.Read(svc, r, body)
		answer := responder.Refuse(err, "essai")
		if err == nil {
			before(req)
			reply, lost := p.Call(r.Context(), "http://"+r.Host+r.URL.Path, req)
			if lost != nil {
				panic(http.ErrAbortHandler)
			}
			complete(r, req, reply)
			if answer, err = responder.Reply(reply); err != nil {
				answer = responder.Refuse(err, "essai")
			}
		} else {
			t.Errorf("%s: the GAP sent what the norme refuses: %v", svc, err)
		}
		w.Header().Set("Content-Type", answer.ContentType)
		w.WriteHeader(answer.Status)
		_, _ = w.Write(answer.Body)
	}))
	t.Cleanup(server.Close)
	return server
}

// complete gives a scripted reply what the norme wants on the wire.
func complete(r *http.Request, req roc.Request, reply roc.Reply) {
	asked, h := req.RequestHeader(), reply.ReplyHeader()
	h.MessageID = uuid.NewSHA1(uuid.NameSpaceOID, []byte(asked.MessageID)).String()
	h.InReplyTo, h.ConversationID = asked.MessageID, asked.ConversationID
	h.SentAt, h.NormVersion = asked.SentAt, asked.NormVersion
	switch m := reply.(type) {
	case *roc.ANNReply:
		if m.AMC != nil {
			m.AMC.DebtorNumber = m.AMC.Number
		}
		m.Domains = []string{"MCOO"}
		for i, e := range m.Endpoints {
			m.Endpoints[i].URL = fmt.Sprintf("http://%s/v1/json/%s", r.Host, strings.ToLower(string(e.Service)))
			m.Endpoints[i].OpenFrom = day("2025-01-01")
		}
	case *roc.IDBReply:
		for i := range m.Covers {
			m.Covers[i].Kind = "INDIVIDUEL"
		}
	case *roc.CLCReply:
		m.Debtor = &roc.Debtor{Number: "99000001", Name: "Mutuelle Alpha"}
		m.GuaranteedUntil = day("2026-06-07")
	}
}

func TestAWholeDossierOverRealSockets(t *testing.T) {
	p := newPayer()
	amc := p.serve(t, func(roc.Request) {})
	binding, err := BindingByName("json", nil)
	if err != nil {
		t.Fatal(err)
	}
	gap, err := New(Options{Binding: binding, Rates: rates(t), Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	defer gap.Close()
	server := httptest.NewServer(gap.Handler())
	defer server.Close()
	bench := newBench(t, server.URL, amc.URL)
	for _, s := range append(toCalculation(), do("annuler")...) {
		bench.order(t, s)
	}
	facts := bench.facts(t)
	equal(t, "states", outcome{facts: facts}.engagements(), "ANNULE")
	equal(t, "alerts", len(facts.Alerts), 0)
	equal(t, "calls", outcome{sent: p.sent}.services(), "ANN IDB CLC DEL")
}
