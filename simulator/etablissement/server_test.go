package etablissement

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A bench drives one context of a GAP.
type bench struct{ driver }

// newBench prepares the nominal stay on a GAP, with its simulator at base.
func newBench(t *testing.T, gap, base string) *bench {
	t.Helper()
	b := &bench{driver{gap, pilote.Demand{Protocol: 1, Run: "r", Case: "ROC-CLC-001", Version: "v1", Attempt: 1,
		Language: "fr"}}}
	c := stay()
	c.BaseURL = base
	if r := b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &c }); r.Status != pilote.Fait {
		t.Fatalf("preparer: %+v", r)
	}
	return b
}

func (b *bench) order(t *testing.T, s step) pilote.Reply {
	t.Helper()
	return b.post(t, pilote.Declencher, func(d *pilote.Demand) { d.Action, d.Parameters = s.action, &s.params })
}

func (b *bench) facts(t *testing.T) *pilote.Facts {
	t.Helper()
	r := b.post(t, pilote.Collecter, func(*pilote.Demand) {})
	if r.Facts == nil {
		t.Fatalf("collecter: %+v", r)
	}
	return r.Facts
}

// try posts an order whose answer may never come.
func (b *bench) try(verb pilote.Verb, action pilote.Action) error {
	d := b.demand
	d.Action = action
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	resp, err := http.Post(b.url+"/pilote/v1/"+string(verb), "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// served starts a GAP over a scripted payer.
func served(t *testing.T, p *payer) string {
	t.Helper()
	gap, err := New(Options{Binding: Binding{p, "annuaire"}, Rates: rates(t), Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(gap.Handler())
	t.Cleanup(func() {
		server.Close()
		if err := gap.Close(); err != nil {
			t.Error(err)
		}
	})
	return server.URL
}

func TestABadDemandIsRefusedWithWhatWasMeant(t *testing.T) {
	url := served(t, newPayer())
	const head = `"protocole":1,"run":"r","cas":"c","version":"v1","essai":1,"langue":"fr"`
	cases := []struct {
		name, verb, body string
		status           int
		want             pilote.Status
		cause            string
	}{
		{"unknown field", "declencher", `{` + head + `,"action":"calculer","parametre":{}}`, 400, pilote.Impossible,
			"parametres"},
		{"unknown field inside", "preparer", `{` + head + `,"contexte":{"maintenent":"2025-06-02T09:00:00Z"}}`, 400,
			pilote.Impossible, "maintenant"},
		{"repeated field", "preparer", `{` + head + `,"run":"s"}`, 400, pilote.Impossible, "JSON"},
		{"wrong type", "declencher", `{` + head + `,"action":12}`, 400, pilote.Impossible, "/action"},
		{"not JSON", "declencher", `<demande/>`, 400, pilote.Impossible, "JSON"},
		{"another protocol", "decrire", `{"protocole":2,"run":"r","cas":"c","version":"v1","essai":1,"langue":"fr"}`,
			400, pilote.Impossible, "protocole 2"},
		{"no action", "declencher", `{` + head + `}`, 400, pilote.Impossible, "action"},
		{"unknown action", "declencher", `{` + head + `,"action":"calculler"}`, 200, pilote.NonSupporte, "calculer"},
		{"unknown verb", "danser", `{` + head + `}`, 404, pilote.NonSupporte, "danser"},
		{"nothing prepared", "declencher", `{` + head + `,"action":"calculer"}`, 200, pilote.Impossible, "preparer"},
		{"nothing to collect", "collecter", `{` + head + `}`, 200, pilote.Impossible, "preparer"},
		{"a context without an instant", "preparer", `{` + head + `,"contexte":{"base_url":"http://x"}}`, 200,
			pilote.RefuseProduit, ""},
		{"too large", "declencher", `{"run":"` + strings.Repeat("x", 2<<20) + `"}`, 400, pilote.Impossible, "1 Mio"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			resp, err := http.Post(url+"/pilote/v1/"+c.verb, "application/json", strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			var r pilote.Reply
			if err := json.UnmarshalRead(resp.Body, &r); err != nil {
				t.Fatal(err)
			}
			if resp.StatusCode != c.status || r.Status != c.want || !strings.Contains(r.Cause, c.cause) {
				t.Errorf("HTTP %d %+v, want %d %s %q", resp.StatusCode, r, c.status, c.want, c.cause)
			}
		})
	}
}

func TestTheDescriptionListsEveryAction(t *testing.T) {
	url := served(t, newPayer())
	b := newBench(t, url, "http://amc.test")
	c := b.post(t, pilote.Decrire, func(*pilote.Demand) {}).Capabilities
	if c == nil || len(c.Actions) != 19 || !c.Clock || c.Parallelism < 4 {
		t.Errorf("got %+v", c)
	}
}

func TestVerifyingReallyAsksTheDirectory(t *testing.T) {
	for name, failure := range map[string]error{"reached": nil, "unreachable": lost()} {
		t.Run(name, func(t *testing.T) {
			p := newPayer()
			p.lose = func(roc.Request, int) error { return failure }
			b := newBench(t, served(t, p), "http://amc.test/m/cas")
			c := stay()
			r := b.post(t, pilote.Verifier, func(d *pilote.Demand) { d.Context = &c })
			equal(t, "status", r.Status, pilote.Fait)
			equal(t, "calls", outcome{sent: p.sent}.services(), "ANN")
			equal(t, "found", r.Findings[len(r.Findings)-1].OK, failure == nil)
			equal(t, "covers of the dossier", len(b.facts(t).Covers), 0)
		})
	}
}

func TestPreparingTwiceKeepsTheDossierAndAnotherContextIsRefused(t *testing.T) {
	p := newPayer()
	b := newBench(t, served(t, p), "http://amc.test/m/cas")
	b.order(t, step{action: pilote.IdentifierDroits})
	again := stay()
	again.BaseURL = "http://amc.test/m/cas"
	equal(t, "the same", b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &again }).Status, pilote.Fait)
	equal(t, "kept", b.facts(t).Covers[0].State, "OUVERT")
	again.Patient.NDA = "autre"
	equal(t, "another", b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &again }).Status,
		pilote.RefuseProduit)
	equal(t, "reset", b.post(t, pilote.Reinitialiser, func(*pilote.Demand) {}).Status, pilote.Fait)
	equal(t, "after the reset", b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &again }).Status,
		pilote.Fait)
	equal(t, "new dossier", b.facts(t).NDA, "autre")
}

func TestNothingIsSentOnceTheCaseIsOver(t *testing.T) {
	p := newPayer()
	b := newBench(t, served(t, p), "http://amc.test/m/cas")
	equal(t, "terminer", b.post(t, pilote.Terminer, func(*pilote.Demand) {}).Status, pilote.Fait)
	equal(t, "order", b.order(t, step{action: pilote.IdentifierDroits}).Status, pilote.Impossible)
	equal(t, "sent", len(p.sent), 0)
}

func TestContextsNeverMeet(t *testing.T) {
	p := newPayer()
	url := served(t, p)
	t.Run("at once", func(t *testing.T) {
		for _, name := range []string{"ROC-CLC-001", "ROC-CLC-002", "ROC-CLC-003", "ROC-CLC-004"} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				b := &bench{driver{url, pilote.Demand{Protocol: 1, Run: "r", Case: name, Version: "v1", Attempt: 1,
					Language: "fr"}}}
				c := stay()
				c.Patient.NDA = name
				b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &c })
				for _, s := range toCalculation() {
					b.order(t, s)
				}
				equal(t, "NDA", b.facts(t).NDA, name)
				equal(t, "engagements", outcome{facts: b.facts(t)}.engagements(), "ENGAGE")
			})
		}
	})
	ids := map[string]bool{}
	for _, s := range p.sent {
		ids[s.Request.RequestHeader().MessageID] = true
	}
	equal(t, "messages", len(ids), 12)
	equal(t, "sent", len(p.sent), 12)
}

func TestADossierThatCannotBeSavedSendsNothing(t *testing.T) {
	p := newPayer()
	d := newDossier(Key{Case: "c", Version: "v1"}, stay())
	full := errors.New("disk full")
	conduct := Honest()
	s := &session{ctx: t.Context(), d: d, c: &conduct, binding: Binding{p, "annuaire"},
		save: func(*Dossier) error { return full }}
	to := roc.Endpoint{URL: "http://amc.test"}
	if _, err := s.send(to, &roc.ANNRequest{}); !errors.Is(err, full) || len(p.sent) != 0 {
		t.Errorf("sent %d messages, error %v", len(p.sent), err)
	}
}

func TestAGAPWithoutABindingIsNotMade(t *testing.T) {
	if _, err := New(Options{}); err == nil {
		t.Error("no error")
	}
	if _, err := BindingByName("soapp", nil); err == nil || !strings.Contains(err.Error(), `"soap"`) {
		t.Errorf("got %v, want the nearest name", err)
	}
	if _, err := New(Options{DB: t.TempDir(), Rates: rates(t), Binding: Binding{newPayer(), "/"}}); err == nil {
		t.Error("a folder was taken for a file of dossiers")
	}
}
