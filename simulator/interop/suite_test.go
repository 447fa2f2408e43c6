package interop_test

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/features"
	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/driver"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/vocabulaire"
)

// The reference GAP and the payer play the whole suite in both versions of SOAP: whatever either
// side wrote is valid against the XSD that the payer publishes.
func TestEveryMessageOfTheSuiteIsValid(t *testing.T) {
	b := start(t)
	v := newValidator(t, b)
	for _, name := range []string{"soap", "soap12"} {
		for _, r := range playSuite(t, b, name) {
			if r.Verdict != reports.Conforme {
				t.Errorf("%s over %s: %s %s", r.Coordinate, name, r.Verdict, r.Reason)
			}
		}
	}
	worlds := 0
	for _, world := range b.worlds(t) {
		if !strings.HasPrefix(world, "suite-") {
			continue
		}
		worlds++
		for _, x := range b.exchangesOf(t, world) {
			if x.ID = world + "-" + x.ID; len(x.Faults) == 0 {
				v.add(t, x)
			}
		}
	}
	if cases := len(suiteCases(t, nil)); worlds < 2*cases {
		t.Errorf("%d worlds hold the %d cases of two runs", worlds, cases)
	}
	v.check(t, 200)
}

// playSuite plays every case over a binding.
func playSuite(t *testing.T, b *bench, name string) []reports.Result {
	t.Helper()
	binding, err := etablissement.BindingByName(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	gap, err := etablissement.New(etablissement.Options{Binding: binding, Conduct: etablissement.Honest(), Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = gap.Close() })
	pilote := httptest.NewServer(gap.Handler())
	t.Cleanup(pilote.Close)
	registry, err := steps.NewRegistry(vocabulaire.Steps()...)
	if err != nil {
		t.Fatal(err)
	}
	runner, err := steps.Open(context.Background(), steps.Options{
		RunID: "suite-" + name, Registry: registry,
		Simulator: &steps.Simulator{Client: b.client(), Service: b.services.URL},
		Driver:    &driver.Client{Base: pilote.URL, HTTP: http.DefaultClient},
		Data:      vocabulaire.Data(), Budgets: steps.DefaultBudgets(), Parallel: 4, Clock: roc.System(),
	})
	if err != nil {
		t.Fatal(err)
	}
	results, err := runner.Run(context.Background(), suiteCases(t, registry))
	if err != nil {
		t.Fatal(err)
	}
	return results
}

// suiteCases reads the embedded features; what lint has to say of them is another test's matter.
func suiteCases(t *testing.T, registry *steps.Registry) []gherkin.Case {
	t.Helper()
	if registry == nil {
		var err error
		if registry, err = steps.NewRegistry(vocabulaire.Steps()...); err != nil {
			t.Fatal(err)
		}
	}
	names, err := fs.Glob(features.FS, "*/*.feature")
	if err != nil {
		t.Fatal(err)
	}
	var files []gherkin.File
	for _, name := range names {
		data, err := features.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, gherkin.File{Name: name, Data: data})
	}
	cases, _ := gherkin.Read(files, registry, known(t))
	return cases
}

// known is what the reader needs of the catalogue and of the ledger.
func known(t *testing.T) gherkin.Catalogue {
	t.Helper()
	ledger, errLedger := scenarios.Ledger()
	catalogue, errCatalogue := scenarios.Catalogue()
	if errLedger != nil || errCatalogue != nil {
		t.Fatal(errLedger, errCatalogue)
	}
	k := gherkin.Catalogue{Cases: map[string]bool{}, Requirements: map[string]gherkin.Requirement{}}
	for _, c := range ledger.Cases {
		k.Cases[c.ID] = true
	}
	for _, r := range catalogue.Requirements {
		k.Requirements[r.ID] = gherkin.Requirement{Versions: []string{"v1"}}
	}
	return k
}
