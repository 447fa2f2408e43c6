package tarif

import "testing"

func TestTheForfaitOfAnEmergencyVisit(t *testing.T) {
	may := "2025-05-05"
	cases := []struct {
		name, day   string
		nature, exo string
		names       []string
		lines       []want
		circuit     string
	}{
		{name: "E15: full", day: may, lines: []want{{"FPU", Emergency, 1, 1961, "plein"}}},
		{name: "E16: ALD: reduced, and the complement of the AMO", day: may, exo: "4",
			lines: []want{{"FPV", Emergency, 1, 849, "réduit : affection de longue durée"}, {"CFU", Emergency, 1, 0,
				"19,61 € moins 8,49 €"}}},
		{name: "E17: the same on 2 March 2026", day: "2026-03-02", exo: "4",
			lines: []want{{"FPV", Emergency, 1, 996, "9,96 € depuis le 01/03/2026"}, {"CFU", Emergency, 1, 0,
				"23,00 € moins 9,96 €"}}},
		{name: "ALD, unrelated care: reduced", day: may, exo: "0", names: []string{"ALD_SANS_RAPPORT"},
			lines: []want{{"FPV", Emergency, 1, 849, "sans rapport"}, {"CFU", Emergency, 1, 0, "à 100 % par l'AMO"}}},
		{name: "work accident: reduced", day: may, nature: "41",
			lines: []want{{"FPV", Emergency, 1, 849, "accident du travail"}, {"CFU", Emergency, 1, 0,
				"à 100 % par l'AMO"}}},
		{name: "AME before all else", day: may, exo: "4", names: []string{"AME"}, circuit: "AME",
			lines: []want{{"FPU", Emergency, 1, 1961, "aide médicale de l'État"}}},
		{name: "maternity: the regime", day: may, nature: "30", lines: []want{{"FPX", Emergency, 1, 0, "maternité"}}},
		{name: "newborn: the regime", day: may, names: []string{"NOUVEAU_NE"}, lines: []want{{"FPX", Emergency, 1, 0,
			"nouveau-né"}}},
		{name: "terrorism: the regime", day: may, names: []string{"TERRORISME"}, lines: []want{{"FPX", Emergency, 1,
			0, "terrorisme"}}},
		{name: "detainee: the regime", day: may, names: []string{"DETENU"}, lines: []want{{"FPX", Emergency, 1, 0,
			"détenue"}}},
		{name: "donor: the regime", day: may, names: []string{"DONNEUR"}, lines: []want{{"FPX", Emergency, 1, 0,
			"donneur"}}},
		{name: "annuity: the regime", day: may, exo: "5", lines: []want{{"FPX", Emergency, 1, 0, "rente"}}},
		{name: "military pension: the regime", day: may, exo: "5", names: []string{"PENSION_MILITAIRE"},
			lines: []want{{"FPX", Emergency, 1, 0, "pension militaire"}}},
		{name: "mines: the regime", day: may, exo: "6", lines: []want{{"FPX", Emergency, 1, 0, "mines"}}},
		{name: "the regime comes before a reduction", day: may, nature: "41", exo: "5", lines: []want{{"FPX",
			Emergency, 1, 0, "rente"}}},
		{name: "local regime", day: may, nature: "13", lines: []want{{"FPL", Emergency, 1, 0, "Alsace-Moselle"}}},
		{name: "local regime and ALD", day: may, nature: "13", exo: "4",
			lines: []want{{"FPM", Emergency, 1, 0, "payé par le régime local"}, {"CFU", Emergency, 1, 0,
				"à 100 % par l'AMO"}}},
		{name: "C2S: full, paid by its manager", day: may, names: []string{"C2S"}, circuit: "C2S",
			lines: []want{{"FPU", Emergency, 1, 1961, "plein"}}},
		{name: "C2S and ALD: reduced, paid by its manager", day: may, exo: "4", names: []string{"C2S"}, circuit: "C2S",
			lines: []want{{"FPV", Emergency, 1, 849, "réduit"}, {"CFU", Emergency, 1, 0, "à 100 % par l'AMO"}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Visit(Visit{Kind: "URGENCE", Date: date(t, c.day), Outcome: "RETOUR",
				Situation: Situation{Nature: c.nature, ExoCode: c.exo, Names: c.names}})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
			if c.circuit == "" {
				c.circuit = "ROC"
			}
			if got.Circuit != c.circuit {
				t.Errorf("circuit %s, want %s", got.Circuit, c.circuit)
			}
		})
	}
}

func TestTheForfaitReplacesTheTicketOfTheActs(t *testing.T) {
	day := date(t, "2025-05-05")
	bill, err := table(t).Visit(Visit{Kind: "URGENCE", Outcome: "RETOUR",
		Acts: []Prestation{consultation(day), act("ADC", day, 20500), {Code: "FU1", From: day, Quantity: 1,
			UnitPrice: 2000, Base: 2000}}})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"FPU", Emergency, 1, 1961, "plein"}, {"CS", Act, 1, 0,
		"remplace le ticket modérateur"},
		{"ADC", Act, 1, 0, "remplace le ticket modérateur"}, {"FU1", Act, 1, 0, "à 100 %"}})
}

func TestVisitsThatOweNoForfait(t *testing.T) {
	day := date(t, "2025-05-05")
	for _, c := range []struct {
		kind, outcome, said string
		lines               []want
	}{
		{"URGENCE", "HOSPITALISE", "suivi d'une hospitalisation", nil},
		{"URGENCE", "SANS_SOINS", "parti avant les soins", nil},
		{"URGENCE", "REORIENTE", "le forfait patient urgences n'est pas dû",
			[]want{{"CS", Act, 1, 900, "70 %"}, {"PF", Participation, 1, 200, "2,00 €"}}},
		{"URGENCE_GYNECO", "HOSPITALISE", "suivi d'une hospitalisation", nil},
	} {
		bill, err := table(t).Visit(Visit{Kind: c.kind, Outcome: c.outcome, Acts: []Prestation{consultation(day)}})
		if err != nil {
			t.Fatal(err)
		}
		compare(t, bill.Lines, c.lines)
		if !remarked(bill.Remarks, c.said) {
			t.Errorf("%s: remarks %q", c.outcome, bill.Remarks)
		}
	}
}

func TestAGynaecologicalEmergencyLeavesATicketOnItsForfait(t *testing.T) {
	day := date(t, "2025-05-05")
	bill, err := table(t).Visit(Visit{Kind: "URGENCE_GYNECO", Outcome: "RETOUR", Acts: []Prestation{
		{Code: "ATU", From: day, Quantity: 1, UnitPrice: 2566, Base: 2566}, consultation(day)}})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"ATU", Act, 1, 513, "part AMO de 80 %"}, {"CS", Act, 1, 900, "70 %"},
		{"PF", Participation, 1, 200, "2,00 €"}})
}
