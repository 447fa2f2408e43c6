package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// low is the stay of E14: ten nights of which the tariff is 700 €.
func low(t testing.TB, change func(*Stay)) Stay {
	t.Helper()
	return with(medicine(t, "2025-06-02", 10), func(s *Stay) {
		s.DMT, s.Tariff, s.GHS = "", "", 70000
		change(s)
	})
}

func TestTheAMOPaysTheTariffOfAStayByTheStatutoryFormulas(t *testing.T) {
	costly := func(s *Stay) { s.Acts = []Prestation{act("ADC", s.Entry, 20500)} }
	cases := []struct {
		name string
		stay Stay
		want Totals
		said string
	}{
		{"E14: 80 %, less what the forfaits exceed the ticket by", low(t, func(*Stay) {}),
			Totals{Billed: 70000, AMO: 48000, AMC: 22000}, "Part de l'AMO : 700,00 € de GHS, moins 220,00 €"},
		{"the ticket exceeds the forfaits: 80 %", low(t, func(s *Stay) { s.GHS = 150000 }),
			Totals{Billed: 152000, AMO: 120000, AMC: 32000}, ""},
		{"exempt of ticket: 100 %, less the forfaits", low(t, func(s *Stay) { s.ExoCode = "4" }),
			Totals{Billed: 70000, AMO: 48000, AMC: 22000}, "Part de l'AMO"},
		{"exempt of both: 100 %", low(t, func(s *Stay) { s.Nature = "30" }), Totals{Billed: 70000, AMO: 70000},
			"700,00 € de GHS."},
		{"costly act: 100 %, less forfaits and participation", low(t, costly),
			Totals{Billed: 70000, AMO: 45600, AMC: 24400}, "moins 244,00 €"},
		{"costly act, exempt of forfaits: 100 %, less the participation", low(t, func(s *Stay) {
			costly(s)
			s.FJPayer = "R"
		}), Totals{Billed: 70000, AMO: 67600, AMC: 2400}, "moins 24,00 €"},
		{"forfaits above the tariff: the AMO pays nothing", low(t, func(s *Stay) { s.GHS = 10000 }),
			Totals{Billed: 22000, AMC: 22000}, "elle est nulle"},
		{"sessions: a tariff each", low(t, func(s *Stay) {
			s.Kind, s.Days = "SEANCES", []roc.Date{s.Entry, s.Entry.AddDays(3)}
		}), Totals{Billed: 140000, AMO: 112000, AMC: 28000}, ""},
		{"sessions, exempt from the second on", low(t, func(s *Stay) {
			s.Kind, s.Days = "SEANCES", []roc.Date{s.Entry, s.Entry.AddDays(3)}
			s.Dated = []Dated{{Name: "ALD", From: s.Entry.AddDays(1)}}
		}), Totals{Billed: 140000, AMO: 126000, AMC: 14000}, "700,00 € de GHS."},
		{"a stay of the grid, exempt: not told", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.Nature = "30" }),
			Totals{}, "Part de l'AMO du séjour non calculée"},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			bill, err := rates.Stay(c.stay)
			if err != nil {
				t.Fatal(err)
			}
			if got := bill.Totals(); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if said := []string{spaced(strings.Join(bill.Remarks, " "))}; !remarked(said, c.said) || c.said == "" &&
				remarked(said, "Part de l'AMO") {
				t.Errorf("remarks %q, want %q", bill.Remarks, c.said)
			}
		})
	}
}

func TestThePeriodsOfALowTariffShareItsTotals(t *testing.T) {
	var sum Totals
	for _, p := range []Period{period(t, 1, "2025-06-02", "2025-06-06", false),
		period(t, 2, "2025-06-07", "2025-06-12", true)} {
		bill, err := table(t).Period(low(t, func(*Stay) {}), p)
		if err != nil {
			t.Fatal(err)
		}
		part := bill.Totals()
		sum.Billed, sum.AMO, sum.AMC = sum.Billed+part.Billed, sum.AMO+part.AMO, sum.AMC+part.AMC
	}
	if want := (Totals{Billed: 70000, AMO: 48000, AMC: 22000}); sum != want {
		t.Errorf("got %+v, want %+v", sum, want)
	}
}

func TestTheManagerOfC2STakesNeitherComfortNorOverruns(t *testing.T) {
	day := date(t, "2025-06-02")
	for _, name := range []string{"C2S", "AME"} {
		stay, err := table(t).Stay(with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			s.Names, s.ExitMode = []string{name}, "TRANSFERT"
			s.Supplement = []Prestation{room(s, 5, 6000)}
		}))
		if err != nil {
			t.Fatal(err)
		}
		if got := stay.Totals(); got.Manager != 116656 || got.Patient != 30000 || got.AMC != 0 {
			t.Errorf("stay in %s: %+v", name, got)
		}
		seen, err := table(t).Visit(seen(visit(consultation(day)), func(v *Visit) {
			v.Names, v.Acts[0].UnitPrice = []string{name}, 5000
		}))
		if err != nil {
			t.Fatal(err)
		}
		if got := seen.Totals(); got.Manager != 900 || got.Patient != 2000 {
			t.Errorf("visit in %s: %+v", name, got)
		}
	}
}

func TestACircuitThatChangesIsRefused(t *testing.T) {
	rates := table(t)
	for _, c := range []struct {
		name     string
		from, to string
		words    string
	}{
		{"C2S", "2025-06-05", "", "ROC jusque-là, C2S à partir du 05/06/2025 ; facturez deux périodes"},
		{"AME", "2025-06-01", "2025-06-04", "AME jusque-là, ROC à partir du 05/06/2025"},
		{"C2S", "2025-06-01", "2025-06-07", ""}, {"C2S", "2025-06-08", "", ""}, {"FSV", "2025-06-05", "", ""},
	} {
		dated := Dated{Name: c.name, From: date(t, c.from)}
		if c.to != "" {
			dated.To = date(t, c.to)
		}
		_, err := rates.Stay(with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.Dated = []Dated{dated} }))
		refusedWith(t, err, c.words)
		_, err = rates.Visit(seen(visit(consultation(date(t, "2025-06-02")), consultation(date(t, "2025-06-07"))),
			func(v *Visit) { v.Dated = []Dated{dated} }))
		refusedWith(t, err, c.words)
	}
}
