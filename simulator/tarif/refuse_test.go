package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// refusedWith asks of an error that it says words; of none, where words is empty, that there is none.
func refusedWith(t *testing.T, err error, words string) {
	t.Helper()
	if words == "" && err != nil || words != "" && (err == nil || !strings.Contains(spaced(err.Error()), words)) {
		t.Errorf("got %v, want %q", err, words)
	}
}

func TestAnExemptionByTheThresholdAsksForItsAct(t *testing.T) {
	rates := table(t)
	const words = "donnez l'acte qui l'ouvre"
	for _, exo := range []string{"1", "C"} {
		bare := with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExoCode = exo })
		costly := with(bare, func(s *Stay) { s.Acts = []Prestation{act("ADC", s.Entry, 20500)} })
		for _, c := range []struct {
			name  string
			stay  Stay
			words string
		}{
			{"no act", bare, "exonération " + exo + " : " + words},
			{"an act under it", with(costly, func(s *Stay) { s.Acts[0].Base = 100 }), words},
			{"day care", with(bare, func(s *Stay) { s.Kind = "HDJ" }), words},
			{"the act", with(bare, func(s *Stay) { s.Acts = []Prestation{act("ADC", s.Entry, 20500)} }), ""},
			{"borne by a linked stay", with(bare, func(s *Stay) { s.PASTaken = true }), ""},
			{"another exemption", with(bare, func(s *Stay) { s.Nature = "30" }), ""},
		} {
			_, err := rates.Stay(c.stay)
			t.Run(exo+" "+c.name, func(t *testing.T) { refusedWith(t, err, c.words) })
		}
		day := date(t, "2025-06-02")
		seuil := func(v *Visit) { v.ExoCode = exo }
		_, err := rates.Visit(seen(visit(consultation(day)), seuil))
		refusedWith(t, err, words)
		bill, err := rates.Visit(seen(visit(act("ADC", day, 20500), consultation(day)), seuil))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, bill.Lines, []want{{"ADC", Act, 1, 0, "au-dessus du seuil"}, {"CS", Act, 1, 900, "70 %"},
			{"PAS", PAS, 1, 2400, "une par spécialité"}, {"PF", Participation, 1, 200, "2,00 €"}})
	}
}

func TestAnActIsWeighedByItsCoefficientEvenWithoutABase(t *testing.T) {
	rates := table(t)
	stay := with(medicine(t, "2025-06-02", 3), func(s *Stay) {
		s.Acts = []Prestation{{Code: "KC", From: s.Entry, Quantity: 1, Coefficient: 60}}
	})
	bill, err := rates.Stay(stay)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, "Acte KC de coefficient 60"}})
	bill, err = rates.Stay(with(stay, func(s *Stay) {
		s.Acts = []Prestation{{Code: "ADC", ActCode: "HHFA011", From: s.Entry, Quantity: 1}}
	}))
	if err != nil || !remarked(bill.Remarks, "Acte ADC HHFA011 du 02/06/2025 sans base ni coefficient") {
		t.Errorf("%q, %v", bill.Remarks, err)
	}
}

func TestWhatIsHeldBackFromAVisitFitsInTheAMOPart(t *testing.T) {
	rates := table(t)
	day := date(t, "2025-06-02")
	for base, words := range map[roc.Cents]string{
		0: "ne porte pas la participation de 24,00 €", 500: "sa base de 5,00 €", 2399: "coefficient 60", 2400: "",
	} {
		a := act("ADC", day, base)
		a.Coefficient = 60
		bill, err := rates.Visit(visit(a))
		refusedWith(t, err, words)
		if bill.Totals().AMO < 0 {
			t.Errorf("base %s: %+v", base, bill.Totals())
		}
	}
	costly := consultation(day)
	costly.Coefficient, costly.Base, costly.UnitPrice = 60, 2400, 2400
	bill, err := rates.Visit(visit(costly))
	if err != nil || bill.Totals() != (Totals{Billed: 2400, AMC: 2400}) {
		t.Errorf("a costly consultation: %+v, %v", bill.Totals(), err)
	}
}

func TestTheBaseOfATicketIsOneAndThere(t *testing.T) {
	const head = "sejour: {entree: 2025-06-02, sortie: 2025-06-05, mode_sortie: DOMICILE, type: HC, domaine: MCOO"
	_, err := ParseFile("s.yaml", []byte(head+`, dmt: "216", code_tarif: "11", ghs: 700.00}`))
	refusedWith(t, err, "deux bases du ticket modérateur")
	for words, given := range map[string]string{
		"dmt et code_tarif, ou ghs, manquent": `}`, "ou ghs, manquent": `, dmt: "216"}`, "": ", ghs: 700.00}",
	} {
		entries, err := ParseFile("s.yaml", []byte(head+given))
		if err != nil {
			t.Fatal(err)
		}
		_, err = table(t).Price(entries[0])
		refusedWith(t, err, words)
	}
}

func TestAForfaitOfEmergenciesIsNeverGiven(t *testing.T) {
	given := Prestation{Code: "FPU", From: date(t, "2025-06-02"), Quantity: 1, UnitPrice: 1961}
	_, err := table(t).Visit(visit(given))
	refusedWith(t, err, "un forfait patient urgences ne se donne pas")
	_, err = table(t).Stay(with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.Supplement = []Prestation{given} }))
	refusedWith(t, err, "un forfait patient urgences ne se donne pas")
}

func TestTheRateOfAnActOutOfThePathwayIsThatInside(t *testing.T) {
	day := date(t, "2025-06-02")
	for rate, words := range map[int]string{30: "donnez le taux dans le parcours, 70", 70: "", 0: "", 100: ""} {
		_, err := table(t).Visit(seen(visit(consultation(day)), func(v *Visit) {
			v.Pathway, v.Acts[0].Rate = "HORS", rate
		}))
		refusedWith(t, err, words)
	}
}

func TestAnUnknownActOutOfThePathwayIsTold(t *testing.T) {
	bill, err := table(t).Visit(seen(visit(consultation(date(t, "2025-06-02"))), func(v *Visit) {
		v.Pathway, v.Acts[0].Code = "HORS", "ZZZ"
	}))
	if err != nil || !remarked(bill.Remarks, "Code ZZZ absent de la table des actes : ni majoration") {
		t.Errorf("%q, %v", bill.Remarks, err)
	}
}
