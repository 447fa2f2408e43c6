package faux

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// An ear hears what is sent, and answers that the AMC is unknown.
type ear struct {
	mu    sync.Mutex
	heard []string
	ids   map[string]bool
}

func (e *ear) Call(_ context.Context, url string, req roc.Request) (roc.Reply, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, string(req.Service())+" "+url)
	e.ids[req.RequestHeader().MessageID] = true
	return &roc.ANNReply{Status: roc.Status{Result: roc.Inconnu}}, nil
}

// play prepares a case, consults the directory and collects; it returns the last two answers.
func play(t *testing.T, id string, e *ear) (done, collected pilote.Reply) {
	t.Helper()
	f, err := ByID(id)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		t.Fatal(err)
	}
	handler, closer, err := f.New(etablissement.Options{Rates: rates, Binding: etablissement.Binding{Caller: e,
		DirectoryPath: "annuaire"}})
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	server := httptest.NewServer(handler)
	defer server.Close()
	c := &pilote.CaseContext{Now: time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC), BaseURL: "http://sim.test/m/cas",
		Patient: pilote.Patient{NDA: "N1"}, Card: pilote.Card{AMCNumber: "99000001"},
		Venue: pilote.Venue{Context: "ACE", Entry: "2025-06-02T08:00"}}
	post := func(verb pilote.Verb, change func(*pilote.Demand)) (r pilote.Reply) {
		d := pilote.Demand{Protocol: 1, Run: "r", Case: "c", Version: "v1", Attempt: 1, Language: "fr"}
		change(&d)
		body, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.Post(server.URL+"/pilote/v1/"+string(verb), "application/json", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		if err := json.UnmarshalRead(resp.Body, &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := post(pilote.Decrire, func(*pilote.Demand) {}); r.Capabilities == nil {
		t.Errorf("decrire: %+v", r)
	}
	if r := post(pilote.Preparer, func(d *pilote.Demand) { d.Context = c }); r.Status != pilote.Fait {
		t.Errorf("preparer: %+v", r)
	}
	done = post(pilote.Declencher, func(d *pilote.Demand) { d.Action = pilote.ConsulterAnnuaire })
	return done, post(pilote.Collecter, func(*pilote.Demand) {})
}

func TestEachFauxDeceivesInItsOwnWay(t *testing.T) {
	cases := []struct {
		id    string
		done  pilote.Status
		heard string
	}{
		{"mute", pilote.Impossible, ""},
		{"complaisant", pilote.Fait, ""},
		{"mauvaise-url", pilote.Fait, "ANN http://sim.test/m/cas-ailleurs/v1/annuaire"},
		{"bavard", pilote.Fait, "ANN http://sim.test/m/cas/v1/annuaire, ANN http://sim.test/m/cas/v1/annuaire"},
		{"menteur", pilote.Fait, "ANN http://sim.test/m/cas/v1/annuaire"},
	}
	for _, c := range cases {
		t.Run(c.id, func(t *testing.T) {
			e := &ear{ids: map[string]bool{}}
			done, collected := play(t, c.id, e)
			if done.Status != c.done || strings.Join(e.heard, ", ") != c.heard || len(e.ids) != len(e.heard) {
				t.Errorf("%s, heard %q with %d identifiers, want %s and %q", done.Status, e.heard, len(e.ids), c.done,
					c.heard)
			}
			if c.id == "menteur" && (collected.Facts == nil || collected.Facts.Engagements[0].State != "ENGAGE") {
				t.Errorf("an honest answer: %+v", collected)
			}
		})
	}
	if len(cases) != len(All()) {
		t.Errorf("%d cases for %d", len(cases), len(All()))
	}
	if _, err := ByID("bavards"); err == nil || !strings.Contains(err.Error(), `"bavard"`) {
		t.Errorf("got %v, want the nearest name", err)
	}
}
