package main

import (
	"bytes"
	"context"
	"io/fs"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
	"github.com/roc-miroir/miroir/simulator/tarif"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/suite"
)

// The oracle and the payer know nothing of each other, and the suite knows its amounts from neither:
// a mistake seeded in one of them is seen.

func TestWhereNothingIsSeededNobodyIsAccused(t *testing.T) {
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		t.Fatal(err)
	}
	if accused := failures(t, reference(t, rates), nil); len(accused) > 0 {
		t.Errorf("neither the rates nor the contracts were touched, and %q are accused", accused)
	}
}

func TestAGAPThatBillsByOtherRatesIsCaught(t *testing.T) {
	const known, changed = "code: FJ, du: 2018-01-01, montant: 20.00", "code: FJ, du: 2018-01-01, montant: 19.00"
	accused := failures(t, reference(t, ratesWhere(t, known, changed)), nil)
	if !slices.Contains(accused, "EXG-CLC-0001") {
		t.Errorf("a forfait journalier of 19 € instead of 20 accuses %q", accused)
	}
	if slices.Contains(accused, "EXG-CLC-0015") {
		t.Errorf("a consultation owes no forfait journalier, and is accused of it")
	}
}

func TestAPayerWhoseContractTakesLessIsCaught(t *testing.T) {
	const lesser = `garanties:
  PRESQUE_FULL:
    responsable: false
    tm: {taux: 99}
    fj: {taux: 100}
    pas: {taux: 100}
    fpu: {taux: 100}
    chambre: {taux: 100, par_jour: 50.00, jours_par_sejour: 90}
    accompagnant: {taux: 100, par_jour: 25.00}
    renouvellement: {mode: jours, jours: 5}
`
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		t.Fatal(err)
	}
	accused := failures(t, reference(t, rates), func() (*admin.World, error) {
		text, err := scenarios.World("base")
		if err != nil {
			return nil, err
		}
		text = bytes.ReplaceAll(text, []byte("garantie: FULL\n"), []byte("garantie: PRESQUE_FULL\n"))
		text = bytes.Replace(text, []byte("garanties:\n"), []byte(lesser), 1)
		w := new(admin.World)
		return w, strictyaml.Decode("base.yaml", text, w)
	})
	if !slices.Contains(accused, "EXG-CLC-0001") {
		t.Errorf("99 %% of the ticket modérateur instead of 100 accuses %q", accused)
	}
	if slices.Contains(accused, "EXG-CLC-0019") {
		t.Errorf("a forfait patient urgences has no ticket modérateur, and is accused of it")
	}
}

// ratesWhere loads the tables of the oracle after one change.
func ratesWhere(t *testing.T, known, changed string) *tarif.Table {
	t.Helper()
	folder, found := fstest.MapFS{}, false
	err := fs.WalkDir(scenarios.Tarifs(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(scenarios.Tarifs(), name)
		found = found || bytes.Contains(data, []byte(known))
		folder[name] = &fstest.MapFile{Data: bytes.Replace(data, []byte(known), []byte(changed), 1)}
		return err
	})
	if err != nil || !found {
		t.Fatalf("the tables hold %q: %v (%v)", known, found, err)
	}
	table, err := tarif.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// reference serves the driver of an honest GAP that bills by these rates, and returns its address.
func reference(t *testing.T, rates *tarif.Table) string {
	t.Helper()
	soap, err := etablissement.BindingByName("soap", nil)
	if err != nil {
		t.Fatal(err)
	}
	gap, err := etablissement.New(etablissement.Options{
		Binding: soap, Conduct: etablissement.Honest(), Rates: rates, Seed: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = gap.Close() })
	server := httptest.NewServer(gap.Handler())
	t.Cleanup(server.Close)
	return server.URL
}

// failures plays the cases of the calculation in a world, by default the suite's, and returns the
// requirements that are not met.
func failures(t *testing.T, pilote string, world func() (*admin.World, error)) []string {
	t.Helper()
	t.Setenv(asMiroir, "1")
	loaded, err := suite.Load("")
	if err != nil {
		t.Fatal(err)
	}
	selected, err := gherkin.Select(loaded.Cases, gherkin.Filter{Services: []string{"CLC"}, Versions: []string{"v1"}})
	if err != nil {
		t.Fatal(err)
	}
	var logs strings.Builder
	b := &bench{
		settings: &runSettings{out: t.TempDir(), listen: "127.0.0.1:0", adminListen: "127.0.0.1:0", parallel: 4},
		suite:    loaded, selected: selected, out: &logs, logs: &logs,
	}
	if err := b.start(context.Background()); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.stop(); err != nil {
			t.Error(err)
		}
	}()
	options := b.options(pilote, "v1", "")
	if world != nil {
		options.Data.World = world
	}
	runner, err := steps.Open(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	results, err := runner.Run(context.Background(), selected)
	if err != nil {
		t.Fatal(err)
	}
	var accused []string
	for _, r := range results {
		if r.Verdict == reports.NonConforme {
			accused = append(accused, r.Requirements...)
		}
	}
	return accused
}
