package amc_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// withGuarantee is the world of the tests with one more guarantee table, as told.
func withGuarantee(t *testing.T, lines string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	table := "garanties:\n  ESSAI:\n    " + strings.ReplaceAll(strings.TrimSpace(lines), "\n", "\n    ") +
		"\n    renouvellement: {mode: jours, jours: 5}\n"
	return strings.Replace(string(data), "garanties:\n", table, 1)
}

func TestAGuaranteeIsCheckedFamilyByFamily(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		want  []string // field and a part of the message
	}{
		"a rate over the whole": {
			"responsable: false\nchambre: {taux: 120}",
			[]string{"chambre.taux 1 to 100"},
		},
		"a rate that covers nothing": {
			"responsable: false\nchambre: {taux: 0}",
			[]string{"chambre.taux 1 to 100"},
		},
		"no rate": {
			"responsable: false\nchambre: {par_jour: 50.00}",
			[]string{"chambre.taux missing"},
		},
		"a misspelt limit": {
			"responsable: false\nchambre: {taux: 100, par_jours: 50.00}",
			[]string{`chambre.par_jours did you mean "par_jour"`},
		},
		"limits that are none": {
			"responsable: false\nfj: {taux: 100, par_jour: 0.00, jours_par_an: 0}",
			[]string{"fj.par_jour above 0.00", "fj.jours_par_an 1 to 3660"},
		},
		"more days than a year has": {
			"responsable: false\nfj: {taux: 100, jours_par_an: 367}",
			[]string{"fj.jours_par_an 1 to 366"},
		},
		"a family that waits less than its contract": {
			"responsable: false\nfj: {taux: 100, carence_jours: 30}\ncarence_jours: 90",
			[]string{"fj.carence_jours never counts"},
		},
		"overruns below the base": {
			"responsable: false\ndepassement: {optam: 80, hors_optam: 1001}",
			[]string{"depassement.optam 100 to 1000", "depassement.hors_optam 100 to 1000"},
		},
		"a responsible contract that leaves families out": {
			"responsable: true",
			[]string{"tm missing", "fj missing", "pas missing", "fpu missing"},
		},
		"a responsible contract that limits what it must take": {
			"responsable: true\ntm: {taux: 80, par_an: 1000.00}\nfj: {taux: 100, jours_par_sejour: 60}\n" +
				"pas: {taux: 100, par_jour: 10.00}\nfpu: {taux: 100, jours_par_an: 1, par_sejour: 20.00}",
			[]string{"tm.taux want 100, found 80", "tm.par_an no limit", "fj.jours_par_sejour no limit",
				"pas.par_jour no limit", "fpu.par_sejour no limit", "fpu.jours_par_an no limit"},
		},
		"a responsible contract that takes too much of the overruns of practitioners outside the OPTAM": {
			"responsable: true\ntm: {taux: 100}\nfj: {taux: 100}\npas: {taux: 100}\nfpu: {taux: 100}\n" +
				"depassement: {optam: 210, hors_optam: 201}",
			[]string{"depassement.hors_optam want 200 or less", "depassement.hors_optam want 190 or less"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			found := faults(t, withGuarantee(t, c.table))
			if len(found) != len(c.want) {
				t.Fatalf("got %v, want %d faults", found, len(c.want))
			}
			for _, want := range c.want {
				field, message, _ := strings.Cut(want, " ")
				if !slices.ContainsFunc(found, func(e *strictyaml.Error) bool {
					return e.Field == "garanties.ESSAI."+field && strings.Contains(e.Message, message) && e.Line > 0
				}) {
					t.Errorf("got %v, want %s: %s", found, field, message)
				}
			}
		})
	}
}

func TestAResponsibleContractMayLimitWhatTheLawLeavesFree(t *testing.T) {
	text := withGuarantee(t, `
responsable: true
tm: {taux: 100, carence_jours: 90}
fj: {taux: 100}
pas: {taux: 100}
fpu: {taux: 100}
chambre: {taux: 80, par_jour: 60.00, jours_par_an: 30}
depassement: {optam: 220, hors_optam: 200, par_an: 500.00}`)
	if _, err := amc.ParseWorld("monde.yaml", []byte(text)); err != nil {
		t.Error(err)
	}
}

func TestGuaranteesSurviveAsYAMLAndAsJSON(t *testing.T) {
	w := annexeB(t)
	text, err := yaml.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	back, err := amc.ParseWorld("monde.yaml", text)
	if err != nil || !reflect.DeepEqual(back.Guarantees, w.Guarantees) {
		t.Errorf("read back as %+v with error %v, was %+v", back, err, w.Guarantees)
	}
	copied := map[string]amc.Guarantee{}
	text, err = json.Marshal(w.Guarantees)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &copied); err != nil || !reflect.DeepEqual(copied, w.Guarantees) {
		t.Errorf("copied as %+v with error %v, was %+v", copied, err, w.Guarantees)
	}
}
