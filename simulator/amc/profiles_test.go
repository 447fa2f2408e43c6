package amc

import "testing"

// The table of the dossier's appendix B, as printed there.
func TestTheBuiltInProfilesAreThoseOfTheDossier(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	full := Guarantee{
		Responsible: true, TM: 100, FJ: 100, PAS: true, FPU: true, Room: 5000, RoomDays: 90, Companion: 2500,
		OverrunOPTAM: 200, OverrunOther: 180, Renewal: Renewal{Mode: "jours", Days: 5},
	}
	endYear, wait := full, full
	endYear.Renewal = Renewal{Mode: "fin_de_mois"}
	wait.WaitingDays = 90
	basic := Guarantee{
		Responsible: true, TM: 100, FJ: 100, PAS: true, FPU: true, OverrunOPTAM: 100, OverrunOther: 100,
		Renewal: Renewal{Mode: "fin_de_mois"},
	}
	want := map[string]Guarantee{
		"FULL": full, "MEMBERREQ": full, "ENDYEAR": endYear, "WAIT90": wait, "BASIC": basic, "C2S": basic,
		"ROOM50": {
			Responsible: true, TM: 100, FJ: 100, PAS: true, FPU: true, Room: 5000, RoomDays: 10,
			OverrunOPTAM: 150, OverrunOther: 130, Renewal: Renewal{Mode: "milieu_de_mois"},
		},
		"NONRESP": {
			TM: 100, FJ: 100, FJDays: 60, Room: 8000, Companion: 3000, OverrunOPTAM: 300, OverrunOther: 300,
			Renewal: Renewal{Mode: "jours", Days: 1},
		},
		"TMONLY": {TM: 100, Renewal: Renewal{Mode: "debut_de_mois"}},
		"FJONLY": {FJ: 100, Renewal: Renewal{Mode: "debut_de_mois"}},
	}
	for name, profile := range want {
		if got := tables.Profiles[name]; got != profile {
			t.Errorf("%s: got %+v, want %+v", name, got, profile)
		}
	}
	if len(tables.Profiles) != len(want) {
		t.Errorf("got %d profiles, want %d", len(tables.Profiles), len(want))
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
