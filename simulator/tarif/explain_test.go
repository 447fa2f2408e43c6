package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestTheExitDaySaysWhatItIsAddedTo(t *testing.T) {
	bill, err := table(t).Stay(with(medicine(t, "2025-06-02", 5), func(s *Stay) {
		s.Names, s.Birth = []string{"NOUVEAU_NE"}, date(t, "2025-05-07") // 31 days old on the exit day
	}))
	if err != nil || len(bill.Lines) != 1 || strings.Contains(bill.Lines[0].Why(), "en plus du ticket") {
		t.Errorf("%+v, %v", bill.Lines, err)
	}
}

func TestAMajorationSaysWhatBoundsIt(t *testing.T) {
	for _, c := range []struct {
		price roc.Cents
		rate  int // of the code
		left  roc.Cents
		words string
	}{
		{3000, 70, 1060, "de la base de 30,00 €, plafonnée à 10,60 € ; retenue"},
		{3000, 30, 900, "de la base de 30,00 €, limitée à la part AMO de 9,00 € ; retenue"},
		{2000, 70, 800, "de la base de 20,00 € ; retenue"},
	} {
		rates := table(t)
		rates.codes["CS"].Rate = c.rate
		bill, err := rates.Visit(outOf(t, c.price))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, bill.Lines[1:2], []want{{"MAJ", Majoration, 1, c.left, c.words}})
	}
}

func TestNothingHeldBackIsNoLine(t *testing.T) {
	bill, err := table(t).Visit(outOf(t, 1))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"CS", Act, 1, 0, "70 %"}, {"PF", Participation, 1, 1, "jamais par une AMC"}})
}

// outOf is a consultation out of the pathway, at the rate of its code.
func outOf(t *testing.T, price roc.Cents) Visit {
	t.Helper()
	return seen(visit(consultation(date(t, "2025-06-02"))), func(v *Visit) {
		v.Pathway, v.Acts[0].Rate, v.Acts[0].UnitPrice, v.Acts[0].Base = "HORS", 0, price, price
	})
}

func TestTheParticipationThatTheRegimePaysIsSaidSo(t *testing.T) {
	bill, err := table(t).Stay(with(surgeryWithCostlyAct(t, "2025-06-02"),
		func(s *Stay) { s.Nature, s.FJPayer = "13", "L" }))
	if err != nil || !remarked(bill.Remarks, "prise en charge par le régime : régime local") ||
		remarked(bill.Remarks, "non générée") {
		t.Errorf("%q, %v", bill.Remarks, err)
	}
}

func TestTheParticipationOfActsIsCountedOutsideEmergenciesOnly(t *testing.T) {
	day := date(t, "2025-06-02")
	small := act("ATM", day, 4000)
	for _, c := range []struct {
		visit Visit
		left  roc.Cents
		said  string
	}{
		{visit(small), 200, ""},
		{visit(act("ADC", day, 20500)), 0, ""},
		{Visit{Kind: "URGENCE", Outcome: "RETOUR", Acts: []Prestation{small}}, 0, "passage aux urgences"},
		{Visit{Kind: "URGENCE_GYNECO", Outcome: "RETOUR", Acts: []Prestation{small}}, 0, "passage aux urgences"},
		{visit(Prestation{Code: "B", From: day, Quantity: 1, UnitPrice: 1000, Base: 1000}), 0, "non comptée sur B"},
	} {
		bill, err := table(t).Visit(c.visit)
		if err != nil || bill.Totals().Patient != c.left || !remarked(bill.Remarks, c.said) {
			t.Errorf("%s %s: %+v %q, %v", c.visit.Kind, c.visit.Acts[0].Code, bill.Totals(), bill.Remarks, err)
		}
	}
}
