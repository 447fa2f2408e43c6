package tarif

import (
	"errors"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

func TestARateIsThatOfItsDay(t *testing.T) {
	cases := []struct {
		code, day string
		want      roc.Cents
	}{
		{"FJ", "2017-12-31", 1800}, {"FJ", "2018-01-01", 2000}, {"FJ", "2026-02-28", 2000}, {"FJ", "2026-03-01", 2300},
		{"FJ_PSY", "2025-06-01", 1500}, {"FJ_PSY", "2026-03-01", 1700},
		{"PAS", "2018-12-31", 1800}, {"PAS", "2019-01-01", 2400}, {"PAS", "2026-04-21", 2400}, {"PAS", "2026-04-22",
			3200},
		{"FPU", "2025-06-01", 1961}, {"FPU", "2026-03-01", 2300}, {"FPV", "2025-06-01", 849}, {"FPV", "2026-03-01",
			996},
		{"PF", "2024-05-14", 100}, {"PF", "2024-05-15", 200},
	}
	rates := table(t)
	for _, c := range cases {
		if got, err := rates.Rate(c.code, date(t, c.day)); err != nil || got.Amount != c.want || got.Source == "" {
			t.Errorf("%s on %s: %+v, %v, want %s", c.code, c.day, got, err, c.want)
		}
	}
}

func TestAnUnknownRateIsAnErrorThatHelps(t *testing.T) {
	rates := table(t)
	_, err := rates.Rate("FJPSY", date(t, "2025-06-01"))
	if unknown := new(UnknownRateError); !errors.As(err, &unknown) || !strings.Contains(err.Error(), "FJ_PSY") {
		t.Errorf("got %v, want the nearest code", err)
	}
	if _, err = rates.Rate("FPU", date(t, "2021-12-31")); err == nil || !strings.Contains(err.Error(), "01/01/2022") {
		t.Errorf("got %v, want the first day known", err)
	}
	if _, err = rates.TNJP("216", "12", date(t, "2025-06-01")); err == nil || !strings.Contains(err.Error(), "216/11") {
		t.Errorf("got %v, want the nearest tariff", err)
	}
}

func TestADoubtfulDateSaysSo(t *testing.T) {
	r, err := table(t).Rate("PAS", date(t, "2026-05-01"))
	if err != nil || !strings.Contains(r.Uncertainty, "22 avril") {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestDataWithAMistakeIsRefused(t *testing.T) {
	for name, data := range map[string]string{
		"unknown field": "montants: []\ntnjp: []\ntnjp_source: s\nsans_pas: []\navec_participation: []\nmontant: 3\n",
		"missing field": "montants: []\n",
		"bad amount":    "montants: [{code: FJ, du: 2018-01-01, montant: 20.0, source: s}]\n",
	} {
		if _, err := Parse("essai.yaml", []byte(data)); err == nil || !strings.Contains(err.Error(), "essai.yaml") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestWhateverTheStayThePartsAddUpAndNoneIsNegative(t *testing.T) {
	rates := table(t)
	first := date(t, "2025-03-01")
	rapid.Check(t, func(t *rapid.T) {
		entry := first.AddDays(rapid.IntRange(0, 500).Draw(t, "entry"))
		s := Stay{Entry: entry, Exit: entry.AddDays(rapid.IntRange(0, 70).Draw(t, "nights")),
			ExitMode: rapid.SampledFrom([]string{"DOMICILE", "TRANSFERT", "MUTATION", "DECES"}).Draw(t, "mode"),
			Kind:     rapid.SampledFrom([]string{"HC", "HC", "AMBULATOIRE", "HDJ"}).Draw(t, "kind"),
			Domain:   "MCOO", DMT: "229", Tariff: "48",
			GHS: roc.Cents(rapid.SampledFrom([]int{0, 0, 70000, 150000}).Draw(t, "ghs")),
			Situation: Situation{Nature: rapid.SampledFrom([]string{"10", "13", "30", "41", "90"}).Draw(t, "nature"),
				ExoCode: rapid.SampledFrom([]string{"0", "4", "9", "5"}).Draw(t, "exo"),
				FJPayer: rapid.SampledFrom([]string{"A", "R", "X"}).Draw(t, "payer")},
			DaysBefore: rapid.IntRange(0, 40).Draw(t, "before"),
			Acts:       draw(t, entry, "acts"), Supplement: draw(t, entry, "supplement")}
		bill, err := rates.Stay(s)
		if err != nil {
			t.Fatal(err)
		}
		lines := bill.Lines
		check(t, lines)
		fj, tickets := 0, 0
		for _, l := range lines {
			switch l.Nature {
			case FJ, FJExit:
				fj += l.Quantity
			case TM:
				tickets += l.Quantity
			}
		}
		if nights := s.Exit.DaysSince(s.Entry); fj > nights+1 || s.Kind == "HC" && tickets > 30 {
			t.Fatalf("%d forfaits and %d days of ticket modérateur for %d nights", fj, tickets, nights)
		}
	})
}

func TestWhateverTheVisitThePartsAddUpAndNoneIsNegative(t *testing.T) {
	rates := table(t)
	day := date(t, "2025-06-02")
	rapid.Check(t, func(t *rapid.T) {
		bill, err := rates.Visit(Visit{Situation: Situation{
			Nature:  rapid.SampledFrom([]string{"10", "30", "41"}).Draw(t, "nature"),
			ExoCode: rapid.SampledFrom([]string{"0", "4"}).Draw(t, "exo")}, Acts: draw(t, day, "acts")})
		if err != nil {
			t.Fatal(err)
		}
		check(t, bill.Lines)
	})
}

func draw(t *rapid.T, day roc.Date, name string) []Prestation {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Prestation {
		price := roc.Cents(rapid.IntRange(0, 60000).Draw(t, "price"))
		return Prestation{Code: rapid.SampledFrom([]string{"ADC", "ADI", "CS", "CHP"}).Draw(t, "code"), From: day,
			Quantity: rapid.IntRange(1, 9).Draw(t, "quantity"), UnitPrice: price,
			Base: roc.Cents(rapid.IntRange(0, int(price)).Draw(t, "base")), Rate: rapid.IntRange(0, 100).Draw(t,
				"rate")}
	}), 0, 4).Draw(t, name)
}

func check(t *rapid.T, lines []Line) {
	for _, l := range lines {
		if l.AMO < 0 || l.Left < 0 || l.Total < 0 || l.AMO+l.Left != l.Total || l.Quantity < 1 || l.To.Before(l.From) {
			t.Fatalf("line does not hold: %+v", l)
		}
	}
}
