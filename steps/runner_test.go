package steps_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

func TestNothingToPlayIsRefused(t *testing.T) {
	runner, err := steps.Open(t.Context(), newBench(t).options)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := runner.Run(t.Context(), nil); !errors.Is(err, gherkin.ErrNothingSelected) {
		t.Errorf("got %v, want ErrNothingSelected", err)
	}
}

func TestTheSameCaseTwiceIsRefused(t *testing.T) {
	b := newBench(t)
	list := cases(t, b, honest)
	runner, err := steps.Open(t.Context(), b.options)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := runner.Run(t.Context(), append(list, list...)); err == nil {
		t.Error("the same case was accepted twice")
	}
}

func TestNoVerdictWithoutAPreflight(t *testing.T) {
	tests := map[string]struct {
		bend func(*bench)
		says string
	}{
		"the simulator is down": {func(b *bench) { b.simulator.Close() }, "simulateur"},
		"the simulator is not ready": {func(b *bench) {
			b.simulator.broken = func(p string) bool { return p == "/readyz" }
		}, "HTTP 500"},
		"the driver is down": {func(b *bench) { b.driver.Close() }, "ne se décrit pas"},
		"the driver speaks another protocol": {
			overrides(pilote.Decrire, says(pilote.Reply{Status: pilote.Fait,
				Capabilities: &pilote.Capabilities{Protocol: 2}})), "version 2"},
		"the driver refuses to look": {
			overrides(pilote.Verifier, says(pilote.Reply{Status: pilote.NonSupporte})), "accrochage"},
		"the GAP does not reach the simulator": {
			overrides(pilote.Verifier, says(pilote.Reply{Status: pilote.Fait,
				Findings: []pilote.Finding{{Subject: "annuaire", Detail: "connexion refusée"}}})), "connexion refusée"},
		"the driver says that the GAP called, and nothing arrived": {
			overrides(pilote.Verifier, says(pilote.Reply{Status: pilote.Fait})), "rien n'est arrivé à http"},
		"the GAP calls another address": {func(b *bench) {
			b.driver.override[pilote.Verifier] = func(w http.ResponseWriter, _ *http.Request) {
				call(b.simulator.URL + "/ailleurs/v1/annuaire")
				answer(w, http.StatusOK, pilote.Reply{Status: pilote.Fait})
			}
		}, "une requête est arrivée ailleurs : /ailleurs/v1/annuaire"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			test.bend(b)
			_, err := steps.Open(t.Context(), b.options)
			var unready *steps.Unready
			if !errors.As(err, &unready) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want an *Unready that says %q", err, test.says)
			}
		})
	}
}

func TestOptionsAreRequired(t *testing.T) {
	b := newBench(t)
	for name, bend := range map[string]func(*steps.Options){
		"Registry": func(o *steps.Options) { o.Registry = nil },
		"Clock":    func(o *steps.Options) { o.Clock = nil },
		"Budgets":  func(o *steps.Options) { o.Budgets.Step = 0 },
		"RunID":    func(o *steps.Options) { o.RunID = "a/b" },
	} {
		options := b.options
		bend(&options)
		if _, err := steps.Open(t.Context(), options); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: got %v", name, err)
		}
	}
}

func TestCasesRunSideBySideEachInItsWorld(t *testing.T) {
	b := newBench(t)
	var scenarios []string
	for range 9 {
		scenarios = append(scenarios, honest)
	}
	results := play(t, b, scenarios...)
	for i, r := range results {
		if want := "ROC-IDB-00" + string(rune('1'+i)) + "@v1"; r.Coordinate != want || r.Verdict != reports.Conforme {
			t.Errorf("result %d: %s %s %q, want %s conforme", i, r.Coordinate, r.Verdict, r.Reason, want)
		}
		if len(r.Exchanges) != 1 || !strings.Contains(r.Exchanges[0].Path, strings.ToLower(r.Case)) {
			t.Errorf("%s holds the exchanges %v", r.Coordinate, r.Exchanges)
		}
	}
}

func TestAResultCarriesItsEvidenceMasked(t *testing.T) {
	r := play(t, newBench(t), honest+"\nEt la GAP doit réussir l'impossible\nEt la GAP doit montrer le dossier")[0]
	if len(r.Steps) != 5 || r.Steps[3].State != reports.EtapeEchouee || r.Steps[4].State != reports.EtapeFaite {
		t.Errorf("steps %+v: want the fourth failed and the fifth played all the same", r.Steps)
	}
	if len(r.Checks) != 3 || r.Checks[1].ID != "ROC-IDB-001#echec" || r.Checks[2].Outcome != reports.Reussie {
		t.Errorf("checks %+v", r.Checks)
	}
	if len(r.Exchanges) != 1 || strings.Contains(r.Exchanges[0].Request, "MARTIN") || len(r.Exchanges[0].Trace) != 1 {
		t.Errorf("exchanges %+v: want one, masked, with its trace", r.Exchanges)
	}
}

func TestWhatArrivedElsewhereIsInTheResult(t *testing.T) {
	b := newBench(t)
	b.simulator.orphans = []admin.Exchange{{ID: "before", Path: "/old", HTTP: 404}}
	calls("/v2/idb")(b)
	for _, r := range play(t, b, honest, honest) {
		want := strings.ToLower(r.Case) + "/v2/idb (HTTP 404)"
		if len(r.Orphans) != 1 || !strings.HasSuffix(r.Orphans[0], want) {
			t.Errorf("orphans %q, want %s alone", r.Orphans, want)
		}
	}
}

func TestAWorldThatNobodyMadeIsNoOtherCase(t *testing.T) {
	b := newBench(t)
	calls("-ailleurs/v1/idb")(b)
	r := play(t, b, honest)[0]
	if len(r.Orphans) != 1 || !strings.HasSuffix(r.Orphans[0], "-ailleurs/v1/idb (HTTP 404)") {
		t.Errorf("orphans %q, want the request to the address that the GAP made up", r.Orphans)
	}
}

func TestAStepThatBreaksStopsTheCase(t *testing.T) {
	r := play(t, newBench(t), honest+"\nEt la GAP doit affoler le banc\nEt la GAP doit montrer le dossier")[0]
	if r.Steps[4].State != reports.EtapeNonJouee || r.Checks[2].Outcome != reports.NonEmise {
		t.Errorf("after the panic: step %+v, check %+v", r.Steps[4], r.Checks[2])
	}
}

func TestAnObligationWrittenTwiceHasTwoChecks(t *testing.T) {
	r := play(t, newBench(t), honest+"\nEt la GAP doit appeler \"IDB\"")[0]
	if len(r.Checks) != 2 || r.Checks[0].ID != "ROC-IDB-001#appel" || r.Checks[1].ID != "ROC-IDB-001#appel--2" {
		t.Errorf("checks %+v", r.Checks)
	}
}

func TestAnInterruptedRunSaysWhatItDidNotPlay(t *testing.T) {
	b := newBench(t)
	b.options.Parallel = 1
	ctx, interrupt := context.WithCancel(t.Context())
	b.driver.act = func(base string, _ pilote.Demand) pilote.Reply {
		interrupt()
		call(base + "/v1/idb")
		return pilote.Reply{Status: pilote.Fait}
	}
	list := cases(t, b, honest, honest)
	runner, err := steps.Open(t.Context(), b.options)
	if err != nil {
		t.Fatal(err)
	}
	results, err := runner.Run(ctx, list)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Verdict != reports.NonExecute || r.Origin != reports.OriginOperateur {
			t.Errorf("%s: %s %s %q, want non_execute", r.Coordinate, r.Verdict, r.Origin, r.Reason)
		}
	}
}

func TestAStepThatOutlivesItsBudgetIsNamed(t *testing.T) {
	b := newBench(t)
	b.driver.override[pilote.Declencher] = sleeps
	b.options.Budgets.Step = 30 * 1e6
	expect(t, play(t, b, honest)[0], reports.Erreur, reports.OriginBanc, "dans son délai (30ms)")
}

func TestAVersionThatTheGAPDoesNotDeclareConcludesNothing(t *testing.T) {
	b := newBench(t)
	b.driver.override[pilote.Decrire] = says(pilote.Reply{Status: pilote.Fait,
		Capabilities: &pilote.Capabilities{Protocol: pilote.Protocol, Versions: []string{"v2"}}})
	expect(t, play(t, b, honest)[0], reports.NonConcluant, reports.OriginPilote, "v1")
}

func TestTheDriverDecidesHowManyCasesAtOnce(t *testing.T) {
	b := newBench(t)
	b.driver.override[pilote.Decrire] = says(pilote.Reply{Status: pilote.Fait,
		Capabilities: &pilote.Capabilities{Protocol: pilote.Protocol, Versions: []string{"v1"}, Parallelism: 1}})
	var mu sync.Mutex
	var now, most int
	b.driver.act = func(base string, _ pilote.Demand) pilote.Reply {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		call(base + "/v1/idb")
		mu.Lock()
		now--
		mu.Unlock()
		return pilote.Reply{Status: pilote.Fait}
	}
	play(t, b, honest, honest, honest, honest)
	if most != 1 {
		t.Errorf("%d cases at once, want 1", most)
	}
}

// A recorder counts what an observer is told.
type recorder struct {
	mu     sync.Mutex
	events []string
}

func (r *recorder) note(event string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.events = append(r.events, event)
}

func (r *recorder) CaseBegins(c gherkin.Case)                  { r.note("begins " + c.Coordinate()) }
func (r *recorder) StepEnds(_ gherkin.Case, s reports.StepRun) { r.note("step " + s.State) }
func (r *recorder) CaseEnds(result reports.Result)             { r.note("ends " + string(result.Verdict)) }

func TestTheObserverIsToldEverything(t *testing.T) {
	b, seen := newBench(t), &recorder{}
	b.options.Observer = seen
	play(t, b, honest)
	want := "begins ROC-IDB-001@v1,step faite,step faite,step faite,ends conforme"
	if got := strings.Join(seen.events, ","); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestARunLeavesNothingBehind(t *testing.T) {
	ignored := goleak.IgnoreCurrent()
	t.Run("run", func(t *testing.T) { play(t, newBench(t), honest, honest) })
	goleak.VerifyNone(t, ignored)
}
