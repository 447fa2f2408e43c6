package tarif

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestDaysAccumulateOverContiguousStays(t *testing.T) {
	span := func(entry, exit string) Earlier { return Earlier{Entry: date(t, entry), Exit: date(t, exit)} }
	cases := []struct {
		name    string
		chain   []Earlier
		tickets int // days of ticket modérateur of a stay of 25 nights from 2 June 2025
	}{
		{"no chain", nil, 25},
		{"10 days before", []Earlier{span("2025-05-23", "2025-06-02")}, 20},
		{"in two stays, given in any order", []Earlier{span("2025-05-28", "2025-06-02"), span("2025-05-23",
			"2025-05-28")}, 20},
		{"a stay without a night counts no day twice", []Earlier{span("2025-05-23", "2025-06-02"), span("2025-06-02",
			"2025-06-02")}, 20},
		{"a night at home breaks the chain", []Earlier{span("2025-05-22", "2025-06-01")}, 25},
		{"the break forgets all that precedes", []Earlier{span("2025-05-30", "2025-06-02"), span("2025-05-01",
			"2025-05-29")}, 25},
		{"30 days before: no ticket modérateur at all", []Earlier{span("2025-05-03", "2025-06-02")}, 0},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			bill, err := rates.Stay(with(medicine(t, "2025-06-02", 25), func(s *Stay) { s.Chain = c.chain }))
			if err != nil {
				t.Fatal(err)
			}
			days := 0
			for _, l := range bill.Lines {
				if l.Nature == TM {
					days += l.Quantity
				}
			}
			if days != c.tickets {
				t.Errorf("%d days of ticket modérateur, want %d", days, c.tickets)
			}
		})
	}
}

// What changes inside the stay without touching its ticket modérateur does not double it.
func TestATariffOfTheStayIsLeftOnce(t *testing.T) {
	stay := with(medicine(t, "2025-06-02", 5), func(s *Stay) {
		s.GHS, s.Dated = 150000, []Dated{{Name: "ALD_SANS_RAPPORT", From: s.Entry.AddDays(2)}}
	})
	bill, err := table(t).Stay(stay)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"GHS", TM, 1, 30000, "20 % du tarif"}, {"FJ", FJExit, 1, 2000, whyExit}})
}

func TestAParticipationCoversTheChain(t *testing.T) {
	borne := func(exit string) Stay {
		return with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) {
			s.Chain = []Earlier{{Entry: s.Entry.AddDays(-4), Exit: date(t, exit), PAS: true}}
		})
	}
	rates := table(t)
	for _, c := range []struct {
		name string
		stay Stay
		want roc.Cents
	}{
		{"linked: forfaits only", borne("2025-06-02"), 8000},
		{"after a night at home: a new participation", borne("2025-06-01"), 8000 + 2400},
	} {
		if bill, err := rates.Stay(c.stay); err != nil || Left(bill.Lines) != c.want {
			t.Errorf("%s: %s, %v, want %s", c.name, Left(bill.Lines), err, c.want)
		}
	}
}
