package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func consultation(day roc.Date) Prestation {
	return Prestation{Code: "CS", From: day, Quantity: 1, UnitPrice: 3000, Base: 3000, Rate: 70}
}

// visit is outpatient care of a common-law patient.
func visit(acts ...Prestation) Visit {
	return Visit{Kind: "ACE", Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: acts}
}

func seen(v Visit, change func(*Visit)) Visit {
	change(&v)
	return v
}

func TestVisitsOfTheWorkedExamples(t *testing.T) {
	day := date(t, "2025-06-02")
	costly := Prestation{Code: "ADC", ActCode: "BELA001", From: day, Quantity: 1, UnitPrice: 12540, Base: 12540,
		Rate: 70}
	cases := []struct {
		name  string
		visit Visit
		lines []want
	}{
		{"E19: consultation at 70 %: 9 € for the AMC, 2 € for the patient", visit(consultation(day)),
			[]want{{"CS", Act, 1, 900, "part AMO de 70 %"}, {"PF", Participation, 1, 200,
				"2,00 € depuis le 15/05/2024"}}},
		{"E20: costly act: the participation only", visit(costly),
			[]want{{"ADC", Act, 1, 0, "au-dessus du seuil"}, {"PAS", PAS, 1, 2400, "base 125,40 €"}}},
		{"ALD: 100 %, 2 € remain the patient's", seen(visit(consultation(day)), func(v *Visit) { v.ExoCode = "4" }),
			[]want{{"CS", Act, 1, 0, "à 100 % par l'AMO : affection"}, {"PF", Participation, 1, 200,
				"retenue sur la part AMO"}}},
		{"maternity: nothing at all", seen(visit(consultation(day)), func(v *Visit) { v.Nature = "30" }),
			[]want{{"CS", Act, 1, 0, "maternité"}}},
		{"a child owes no participation", seen(visit(consultation(day)),
			func(v *Visit) { v.Birth = day.AddDays(-17 * 365) }),
			[]want{{"CS", Act, 1, 900, "part AMO de 70 %"}}},
		{"local regime: 90 % in all", seen(visit(consultation(day)), func(v *Visit) { v.Nature = "13" }),
			[]want{{"CS", Act, 1, 300, "à 90 % par l'AMO : régime local"}, {"PF", Participation, 1, 200, "2,00 €"}}},
		{"price above the base: the overrun is left too",
			visit(Prestation{Code: "ADE", From: day, Quantity: 2, UnitPrice: 5000, Base: 3333, Rate: 70}),
			[]want{{"ADE", Act, 2, 5334, "le prix moins la part AMO"}, {"PF", Participation, 2, 400,
				"qui ne détaillent pas les actes"}}},
		{"the rate of a code where the act gives none", visit(Prestation{Code: "B", From: day, Quantity: 1,
			UnitPrice: 1000, Base: 1000}),
			[]want{{"B", Act, 1, 400, "part AMO de 60 %"}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Visit(c.visit)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func TestParticipationsOnCostlyActsOfAVisit(t *testing.T) {
	day := date(t, "2025-06-02")
	by := func(specialty string, base roc.Cents) Prestation {
		p := act("ADC", day, base)
		p.Specialty = specialty
		return p
	}
	invasive := func(specialty string, base roc.Cents) Prestation {
		p := by(specialty, base)
		p.Invasive = true
		return p
	}
	pf := want{"PF", Participation, 1, 200, "retenue sur la part AMO"}
	none, pas := want{"ADC", Act, 1, 0, "au-dessus du seuil"}, want{"PAS", PAS, 1, 2400,
		"une par spécialité et par date"}
	cases := []struct {
		name  string
		visit Visit
		lines []want
	}{
		{"one for each specialty", visit(by("04", 13000), by("10", 14000), by("04", 15000)), []want{none, none, none,
			pas, pas}},
		{"one for each date", visit(by("04", 13000), seenOn(by("04", 13000), day.AddDays(1))), []want{none, none, pas,
			pas}},
		{"invasive acts of a specialty add up", visit(invasive("04", 7000), invasive("04", 6000)), []want{none, none,
			pas}},
		{"those of two specialties do not", visit(invasive("04", 7000), invasive("10", 6000)),
			[]want{{"ADC", Act, 1, 2100, "70 %"}, {"ADC", Act, 1, 1800, "70 %"}, pf, pf}},
		{"a dental act cancels it for the invoice", visit(by("04", 13000), Prestation{Code: "SDE", From: day,
			Quantity:  1,
			UnitPrice: 15000, Base: 15000, Rate: 70}), []want{none, {"SDE", Act, 1, 4500, "70 %"}}},
		{"imaging never", visit(Prestation{Code: "ADI", From: day, Quantity: 1, UnitPrice: 15000, Base: 15000,
			Rate: 70}),
			[]want{{"ADI", Act, 1, 4500, "70 %"}, pf}},
		{"anaesthesia is not cumulated", visit(invasive("04", 7000), Prestation{Code: "ADA", From: day, Quantity: 1,
			UnitPrice: 7000, Base: 7000, Rate: 70, Specialty: "04", Invasive: true}),
			[]want{{"ADC", Act, 1, 2100, "70 %"}, {"ADA", Act, 1, 2100, "70 %"}, pf, pf}},
		{"prevention: exonerated, not generated", seen(visit(by("04", 13000)), func(v *Visit) { v.Nature = "90" }),
			[]want{none}},
		{"a single one, carried by the forfait, for invasive acts", seen(visit(
			Prestation{Code: "ATU", From: day, Quantity: 1, UnitPrice: 2566, Base: 2566}, invasive("04", 13000),
			invasive("10", 14000)),
			func(v *Visit) { v.Kind = "URGENCE_GYNECO" }),
			[]want{{"ATU", Act, 1, 0, "au-dessus du seuil"}, none, none, {"PAS", PAS, 1, 2400,
				"de base 140,00 €, au moins le seuil de 120,00 € : participation forfaitaire à la place du ticket " +
					"modérateur, une seule pour la facture, portée par le forfait"}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Visit(c.visit)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func seenOn(p Prestation, day roc.Date) Prestation {
	p.From = day
	return p
}

func TestOutOfThePathwayTheMajorationIsThePatients(t *testing.T) {
	day := date(t, "2025-06-02")
	out := func(change func(*Visit)) Visit {
		return seen(visit(consultation(day)), func(v *Visit) { v.Pathway = "HORS"; change(v) })
	}
	ticket, pf := want{"CS", Act, 1, 900, "part AMO de 70 %"}, want{"PF", Participation, 1, 200, "jamais par une AMC"}
	cases := []struct {
		name  string
		visit Visit
		lines []want
	}{
		{"40 % of 30 € is above the ceiling", out(func(*Visit) {}),
			[]want{ticket, {"MAJ", Majoration, 1, 1060, "40 % de la base de 30,00 €, plafonnée à 10,60 €"}, pf}},
		{"40 % of 20 € is below", out(func(v *Visit) { v.Acts[0].UnitPrice, v.Acts[0].Base = 2000, 2000 }),
			[]want{{"CS", Act, 1, 600, "70 %"}, {"MAJ", Majoration, 1, 800, "40 %"}, pf}},
		{"ALD too", out(func(v *Visit) { v.ExoCode = "4" }),
			[]want{{"CS", Act, 1, 0, "affection"}, {"MAJ", Majoration, 1, 1060, "due par le patient"}, pf}},
		{"never in maternity", out(func(v *Visit) { v.Nature = "30" }), []want{{"CS", Act, 1, 0, "maternité"}}},
		{"with C2S its manager pays it", out(func(v *Visit) { v.Names = []string{"C2S"} }),
			[]want{ticket, {"MAJ", Majoration, 1, 1060, "complémentaire santé solidaire"}}},
		{"biology is not concerned", out(func(v *Visit) { v.Acts[0].Code = "B" }), []want{{"B", Act, 1, 900, "70 %"}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Visit(c.visit)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func TestAVisitThatCannotBeTrueIsRefused(t *testing.T) {
	day := date(t, "2025-06-02")
	for words, v := range map[string]Visit{
		"type de visite":         {},
		"parcours":               seen(visit(consultation(day)), func(v *Visit) { v.Pathway = "DEHORS" }),
		"plus proche : RETOUR":   {Kind: "URGENCE", Outcome: "RETOURS", Date: day},
		"passage aux urgences a": {Kind: "ACE", Outcome: "RETOUR"},
		"la règle choisit celui du passage": {Kind: "ACE", Acts: []Prestation{{Code: "FPV", From: day, Quantity: 1,
			UnitPrice: 849}}},
		"sans date": {Kind: "URGENCE"},
		"donnez taux": visit(Prestation{Code: "ZZZ", From: day, Quantity: 1, UnitPrice: 100,
			Base: 100}),
		"connu à partir du 01/01/2022": {Kind: "URGENCE", Date: date(t, "2021-12-31")},
		"situation \"CS2\" inconnue ; le plus proche : C2S": seen(visit(consultation(day)),
			func(v *Visit) { v.Names = []string{"CS2"} }),
	} {
		if _, err := table(t).Visit(v); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: got %v", words, err)
		}
	}
}
