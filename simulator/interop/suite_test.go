package interop_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/driver"
	"github.com/roc-miroir/miroir/steps/suite"
	"github.com/roc-miroir/miroir/steps/vocabulaire"
)

// The reference GAP and the payer play the whole suite, of both versions of the norme, in both versions
// of SOAP: whatever either side wrote is valid against the XSD that the payer publishes for its version.
func TestEveryMessageOfTheSuiteIsValid(t *testing.T) {
	b := start(t)
	validators := map[string]*validator{"V1": newValidatorOf(t, b, "v1"), "V2": newValidatorOf(t, b, "v2")}
	loaded, err := suite.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"soap", "soap12"} {
		for _, r := range playSuite(t, b, loaded, name) {
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
				validators[x.Version].add(t, x)
			}
		}
	}
	if cases := len(loaded.Cases); worlds < 2*cases {
		t.Errorf("%d worlds hold the %d cases of two runs", worlds, cases)
	}
	for _, v := range validators {
		v.check(t, 200)
	}
}

// playSuite plays every case over a binding.
func playSuite(t *testing.T, b *bench, loaded *suite.Suite, name string) []reports.Result {
	t.Helper()
	binding, err := etablissement.BindingByName(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		t.Fatal(err)
	}
	versions, err := etablissement.SpeaksUpTo("v2")
	if err != nil {
		t.Fatal(err)
	}
	gap, err := etablissement.New(etablissement.Options{
		Binding: binding, Conduct: etablissement.Honest(), Rates: rates, Seed: 1, Versions: versions})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = gap.Close() })
	pilote := httptest.NewServer(gap.Handler())
	t.Cleanup(pilote.Close)
	runner, err := steps.Open(context.Background(), steps.Options{
		RunID: "suite-" + name, Registry: loaded.Registry,
		Simulator: &steps.Simulator{Client: b.client(), Service: b.services.URL},
		Driver:    &driver.Client{Base: pilote.URL, HTTP: http.DefaultClient},
		Data:      vocabulaire.Data(), Budgets: steps.DefaultBudgets(), Parallel: 4, Clock: roc.System(),
	})
	if err != nil {
		t.Fatal(err)
	}
	results, err := runner.Run(context.Background(), loaded.Cases)
	if err != nil {
		t.Fatal(err)
	}
	return results
}
