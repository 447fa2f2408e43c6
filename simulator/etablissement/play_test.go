package etablissement

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// A script is what happens in one dossier, and what an honest GAP makes of it.
type script struct {
	requirement string
	name        string // a sentence
	setup       func(c *pilote.CaseContext, p *payer)
	steps       []step
	check       func(t *testing.T, o outcome)
}

// A step is one order of the agent.
type step struct {
	action pilote.Action
	params pilote.Parameters
}

// An outcome is all that a script left: what was sent, what the agent read, what is shown.
type outcome struct {
	sent    []sent
	replies []pilote.Reply
	facts   *pilote.Facts
}

// do makes steps of actions that need no parameters.
func do(actions ...pilote.Action) []step {
	var steps []step
	for _, a := range actions {
		steps = append(steps, step{action: a})
	}
	return steps
}

func then(steps []step, action pilote.Action, p pilote.Parameters) []step {
	return append(steps, step{action, p})
}

// stay is the nominal context: five nights of medicine in June 2025.
func stay() pilote.CaseContext {
	return pilote.CaseContext{
		Now:           time.Date(2025, 6, 2, 9, 0, 0, 0, time.FixedZone("", 7200)),
		BaseURL:       "http://amc.test/m/cas",
		Establishment: pilote.Establishment{FinessEJ: "999000011", FinessEG: "990000101", Statut: "EPS", Mode: "EX_DG"},
		Patient: pilote.Patient{IPP: "IPP1", NDA: "250012345", LastName: "DURAND", FirstName: "Alix", Sex: "F",
			BirthDate: "19850615",
			BirthRank: 1, InsuredNIR: "1850675123456", InsuredKey: "89"},
		AMO: pilote.AMO{Nature: "10", ExoCode: "0", FJPayer: "A"},
		Card: pilote.Card{AMCNumber: "99000001", ConventionType: "XA", CSR: "", MemberNumber: "00A12345",
			ValidFrom: "2025-01-01", ValidTo: "2025-12-31"},
		Venue: pilote.Venue{Context: "SEJOUR", Entry: "2025-06-02T08:00", PlannedExit: "2025-06-07T10:00", Kind: "HC",
			Domain: "MCOO",
			DMT:    "216", Tariff: "11", Unit: "U1"},
	}
}

// exit is the patient's return home at the end of the nominal stay.
func exit(mode string) pilote.Parameters {
	return pilote.Parameters{Exit: &pilote.Exit{At: "2025-06-07T10:00", Mode: mode}}
}

// toCalculation walks a stay to its calculation.
func toCalculation() []step {
	return append(then(do(pilote.IdentifierDroits), pilote.SaisirSortie, exit("DOMICILE")), do(pilote.Calculer)...)
}

// run plays a script against a GAP of the conduct given, through its HTTP driver.
func (s script) run(t testing.TB, conduct Conduct) outcome {
	t.Helper()
	p := newPayer()
	c := stay()
	if s.setup != nil {
		s.setup(&c, p)
	}
	gap, err := New(Options{Binding: Binding{p, "annuaire"}, Conduct: conduct, Rates: rates(t), Seed: 7,
		Versions: []string{"V2", "V1"}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(gap.Handler())
	defer server.Close()
	defer gap.Close()
	bench := driver{server.URL, pilote.Demand{Protocol: 1, Run: "r", Case: "ROC-CLC-001", Version: "v1", Attempt: 1,
		Language: "fr"}}
	if r := bench.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context = &c }); r.Status != pilote.Fait {
		t.Fatalf("preparer: %+v", r)
	}
	var o outcome
	for _, step := range s.steps {
		o.replies = append(o.replies, bench.post(t, pilote.Declencher, func(d *pilote.Demand) {
			d.Action, d.Parameters = step.action, &step.params
		}))
	}
	o.facts = bench.post(t, pilote.Collecter, func(*pilote.Demand) {}).Facts
	o.sent = p.sent
	return o
}

// A driver speaks to a GAP as the bench does.
type driver struct {
	url    string
	demand pilote.Demand
}

func (b driver) post(t testing.TB, verb pilote.Verb, fill func(*pilote.Demand)) pilote.Reply {
	t.Helper()
	d := b.demand
	fill(&d)
	body, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(b.url+"/pilote/v1/"+string(verb), "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var r pilote.Reply
	if err := json.UnmarshalRead(resp.Body, &r, json.RejectUnknownMembers(true)); err != nil {
		t.Fatal(err)
	}
	return r
}

// text is everything that can be observed of an outcome.
func (o outcome) text() string {
	var b strings.Builder
	for _, s := range o.sent {
		fmt.Fprintf(&b, "%s %s %s\n", s.Service, s.URL, s.Text)
	}
	for _, r := range o.replies {
		fmt.Fprintf(&b, "%s %s %s\n", r.Status, r.Message, r.Cause)
	}
	facts, err := json.Marshal(o.facts, json.Deterministic(true))
	if err != nil {
		return err.Error()
	}
	return b.String() + string(facts)
}

// services lists what was called: "ANN IDB CLC".
func (o outcome) services() string {
	var names []string
	for _, s := range o.sent {
		names = append(names, string(s.Service))
	}
	return strings.Join(names, " ")
}

func (o outcome) last() pilote.Reply { return o.replies[len(o.replies)-1] }

// clc returns the nth calculation sent, from 1.
func (o outcome) clc(t *testing.T, n int) *roc.CLCRequest {
	t.Helper()
	for _, s := range o.sent {
		if r, ok := s.Request.(*roc.CLCRequest); ok {
			if n--; n == 0 {
				return r
			}
		}
	}
	t.Fatalf("not enough calculations in %s", o.services())
	return nil
}

func (o outcome) idb(t *testing.T, n int) *roc.IDBRequest {
	t.Helper()
	for _, s := range o.sent {
		if r, ok := s.Request.(*roc.IDBRequest); ok {
			if n--; n == 0 {
				return r
			}
		}
	}
	t.Fatalf("not enough identifications in %s", o.services())
	return nil
}

// equal reports a difference.
func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func (o outcome) alerted(t *testing.T, code string) pilote.Notice {
	t.Helper()
	for _, n := range o.facts.Alerts {
		if n.Code == code {
			return n
		}
	}
	t.Errorf("no alert %q among %+v", code, o.facts.Alerts)
	return pilote.Notice{}
}

// engagements lists states: "ANNULE ENGAGE".
func (o outcome) engagements() string {
	var states []string
	for _, e := range o.facts.Engagements {
		states = append(states, e.State)
	}
	return strings.Join(states, " ")
}

// rates are those that the program comes with.
func rates(t testing.TB) *tarif.Table {
	t.Helper()
	table, err := tarif.Load(os.DirFS("../../scenarios/tarifs"))
	if err != nil {
		t.Fatal(err)
	}
	return table
}
