package amc

import (
	"reflect"
	"testing"
)

// The table of the dossier's appendix B, as printed there.
func TestTheBuiltInProfilesAreThoseOfTheDossier(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	whole := &Family{Rate: 100}
	limited := func(l Limits) *Family { return &Family{Rate: 100, Limits: l} }
	full := Guarantee{
		Responsible: true, TM: whole, FJ: whole, PAS: whole, FPU: whole,
		Room: limited(Limits{PerDay: 5000, StayDays: 90}), Companion: limited(Limits{PerDay: 2500}),
		Overrun: &Overrun{OPTAM: 200, Other: 180}, Renewal: Renewal{Mode: "jours", Days: 5},
	}
	endYear, wait := full, full
	endYear.Renewal = Renewal{Mode: "fin_de_mois"}
	wait.WaitingDays = 90
	basic := Guarantee{
		Responsible: true, TM: whole, FJ: whole, PAS: whole, FPU: whole, Renewal: Renewal{Mode: "fin_de_mois"},
	}
	want := map[string]Guarantee{
		"FULL": full, "MEMBERREQ": full, "ENDYEAR": endYear, "WAIT90": wait, "BASIC": basic, "C2S": basic,
		"ROOM50": {
			Responsible: true, TM: whole, FJ: whole, PAS: whole, FPU: whole,
			Room:    limited(Limits{PerDay: 5000, StayDays: 10}),
			Overrun: &Overrun{OPTAM: 150, Other: 130}, Renewal: Renewal{Mode: "milieu_de_mois"},
		},
		"NONRESP": {
			TM: whole, FJ: limited(Limits{StayDays: 60}),
			Room: limited(Limits{PerDay: 8000}), Companion: limited(Limits{PerDay: 3000}),
			Overrun: &Overrun{OPTAM: 300, Other: 300}, Renewal: Renewal{Mode: "jours", Days: 1},
		},
		"TMONLY": {TM: whole, Renewal: Renewal{Mode: "debut_de_mois"}},
		"FJONLY": {FJ: whole, Renewal: Renewal{Mode: "debut_de_mois"}},
	}
	for name, profile := range want {
		if got := tables.Profiles[name]; !reflect.DeepEqual(got, profile) {
			t.Errorf("%s: got %+v, want %+v", name, got, profile)
		}
	}
	if len(tables.Profiles) != len(want) {
		t.Errorf("got %d profiles, want %d", len(tables.Profiles), len(want))
	}
}

func TestTheBuiltInProfilesWouldPassTheChecksOfAWorld(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for name, g := range tables.Profiles {
		c := &checker{}
		if c.guarantee(name, &g); len(c.errs) > 0 {
			t.Error(c.errs)
		}
	}
}

func TestEveryKindOfPrestationHasCodes(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kindNames {
		if len(tables.Prestations[kind]) == 0 {
			t.Errorf("no code is %s", kind)
		}
	}
}
