package tarif

import (
	"os"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func table(t testing.TB) *Table {
	t.Helper()
	loaded, err := Load(os.DirFS("../../scenarios/tarifs"))
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func date(t testing.TB, s string) roc.Date {
	t.Helper()
	d, err := roc.ParseDate(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}

// medicine is a stay of n nights from entry in medicine, a common-law patient going home.
func medicine(t testing.TB, entry string, nights int) Stay {
	t.Helper()
	in := date(t, entry)
	return Stay{Entry: in, Exit: in.AddDays(nights), ExitMode: "DOMICILE", Kind: "HC", Domain: "MCOO", DMT: "216",
		Tariff:    "11",
		Situation: Situation{Nature: "10", ExoCode: "0", FJPayer: "A"}}
}

func surgeryWithCostlyAct(t testing.TB, entry string) Stay {
	t.Helper()
	s := medicine(t, entry, 3)
	s.DMT, s.Tariff = "234", "12"
	s.Acts = []Prestation{{Code: "ADC", ActCode: "HHFA011", From: s.Entry, Quantity: 1, UnitPrice: 20500, Base: 20500,
		Rate: 100}}
	return s
}

func with(s Stay, change func(*Stay)) Stay {
	change(&s)
	return s
}

// want is a line in short.
type want struct {
	code string
	n    Nature
	qty  int
	left roc.Cents
}

func TestStaysOfTheWorkedExamples(t *testing.T) {
	cases := []struct {
		name  string
		stay  Stay
		lines []want
	}{
		{"E1: five nights, home: ticket modérateur and the exit day", medicine(t, "2025-06-02", 5),
			[]want{{"PJ", TM, 5, 116656}, {"FJ", FJExit, 1, 2000}}},
		{"E2: transfer: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "TRANSFERT" }),
			[]want{{"PJ", TM, 5, 116656}}},
		{"E3: death: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "DECES" }),
			[]want{{"PJ", TM, 5, 116656}}},
		{"mutation: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "MUTATION" }),
			[]want{{"PJ", TM, 5, 116656}}},
		{"E4: costly act: participation and forfaits, no ticket modérateur", surgeryWithCostlyAct(t, "2025-06-02"),
			[]want{{"FJ", FJ, 4, 8000}, {"PAS", PAS, 1, 2400}}},
		{"E5: the same in May 2026", surgeryWithCostlyAct(t, "2026-05-04"),
			[]want{{"FJ", FJ, 4, 9200}, {"PAS", PAS, 1, 3200}}},
		{"E6: ALD: forfaits only", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 6, 12000}}},
		{"E7: maternity: the room only", with(medicine(t, "2025-06-02", 3), func(s *Stay) {
			s.Nature = "30"
			s.Supplement = []Prestation{{Code: "CHP", From: s.Entry, To: s.Entry.AddDays(2), Quantity: 3,
				UnitPrice: 6000}}
		}), []want{{"CHP", Supplement, 3, 18000}}},
		{"E8: 35 nights: 30 days of ticket modérateur, then forfaits", medicine(t, "2025-06-02", 35),
			[]want{{"PJ", TM, 30, 699936}, {"FJ", FJ, 6, 12000}}},
		{"E13: ambulatory: ticket modérateur only", with(medicine(t, "2025-06-02", 0), func(s *Stay) {
			s.Kind, s.DMT, s.Tariff = "AMBULATOIRE", "239", "90"
		}), []want{{"PJ", TM, 1, 26823}}},
		{"E14: a low tariff: forfaits instead of the ticket modérateur",
			with(medicine(t, "2025-06-02", 10), func(s *Stay) {
				s.GHS = 70000
			}), []want{{"FJ", FJ, 11, 22000}}},
		{"E18: across 1 March 2026", with(medicine(t, "2026-02-27", 5), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 2, 4000}, {"FJ", FJ, 4, 9200}}},
		{"E24: base GHS", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.GHS = 150000 }),
			[]want{{"GHS", TM, 1, 30000}, {"FJ", FJExit, 1, 2000}}},
		{"one night over two dates: two forfaits",
			with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 2, 4000}}},
		{"work accident: nothing", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.Nature = "41" }), nil},
		{"Alsace-Moselle: nothing", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { s.Nature, s.FJPayer = "13", "L" }), nil},
		{"forfait paid by the regime: ticket modérateur only",
			with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.FJPayer = "R" }),
			[]want{{"PJ", TM, 5, 116656}}},
		{"FSV at 90 %", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExoCode = "9" }),
			[]want{{"PJ", TM, 5, 58328}, {"FJ", FJExit, 1, 2000}}},
		{"costly act of an ALD patient: no participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 4, 8000}}},
		{"imaging at the threshold: no participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.Acts[0].Code = "ADI" }),
			[]want{{"PJ", TM, 3, 93898}, {"FJ", FJExit, 1, 2000}}},
		{"participation already borne by a linked stay",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.PASTaken = true }),
			[]want{{"FJ", FJ, 4, 8000}}},
		{"10 days behind, 25 nights: 20 of ticket modérateur",
			with(medicine(t, "2025-06-02", 25), func(s *Stay) { s.DaysBefore = 10 }),
			[]want{{"PJ", TM, 20, 466624}, {"FJ", FJ, 6, 12000}}},
		{"death on day 31", with(medicine(t, "2025-06-02", 31), func(s *Stay) { s.ExitMode = "DECES" }),
			[]want{{"PJ", TM, 30, 699936}, {"FJ", FJ, 1, 2000}}},
		{"psychiatry: forfait of psychiatry",
			with(medicine(t, "2025-06-02", 2), func(s *Stay) { s.Domain, s.ExoCode = "PSY", "4" }),
			[]want{{"FJ", FJ, 3, 4500}}},
		{"day hospital: each day rounded by itself, no forfait",
			with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.Kind = "HDJ" }),
			[]want{{"PJ", TM, 1, 23331}, {"PJ", TM, 1, 23331}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Stay(c.stay)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func compare(t *testing.T, got []Line, lines []want) {
	t.Helper()
	if len(got) != len(lines) {
		t.Fatalf("%d lines %+v, want %d", len(got), got, len(lines))
	}
	for i, w := range lines {
		if g := (want{got[i].Code, got[i].Nature, got[i].Quantity, got[i].Left}); g != w {
			t.Errorf("line %d: %+v, want %+v", i+1, g, w)
		}
		if got[i].Rule == "" || got[i].Source == "" || got[i].Why == "" {
			t.Errorf("line %d does not explain itself: %+v", i+1, got[i])
		}
	}
}

func TestAStayThatCannotBeTrueIsRefused(t *testing.T) {
	cases := map[string]func(*Stay){
		"exit before entry":     func(s *Stay) { s.Exit = s.Entry.AddDays(-1) },
		"no exit":               func(s *Stay) { s.Exit = roc.Date{} },
		"unknown kind":          func(s *Stay) { s.Kind = "HOTEL" },
		"unknown exit mode":     func(s *Stay) { s.ExitMode = "" },
		"unknown discipline":    func(s *Stay) { s.DMT = "999" },
		"before the known grid": func(s *Stay) { s.Entry = s.Entry.AddDays(-200) },
		"prestation without a quantity": func(s *Stay) {
			s.Supplement = []Prestation{{Code: "CHP", From: s.Entry, UnitPrice: 6000}}
		},
		"base above the price": func(s *Stay) {
			s.Acts = []Prestation{{Code: "ADC", From: s.Entry, Quantity: 1, UnitPrice: 100, Base: 200}}
		},
	}
	rates := table(t)
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			if bill, err := rates.Stay(with(medicine(t, "2025-06-02", 5), change)); err == nil {
				t.Errorf("no error, %+v", bill)
			}
		})
	}
}
