package tarif

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestSituationsThatChangeInsideAStay(t *testing.T) {
	born := func(s *Stay, day string) { s.Names, s.Birth = []string{"NOUVEAU_NE"}, date(t, day) }
	ald := func(from, to string) []Dated {
		d := Dated{Name: "ALD", From: date(t, from)}
		if to != "" {
			d.To = date(t, to)
		}
		return []Dated{d}
	}
	cases := []struct {
		name  string
		stay  Stay
		lines []want
	}{
		{"newborn of 30 days at most: nothing", with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			born(s,
				"2025-05-08")
		}), nil},
		{"31 days old on the third day: ticket modérateur from there", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { born(s, "2025-05-04") }),
			[]want{{"PJ", TM, 3, 69994, "3 jours"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"31 days old on the exit day: its forfait alone", with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			born(s,
				"2025-05-07")
		}),
			[]want{{"FJ", FJExit, 1, 2000, "jour de sortie"}}},
		{"the code 3 is that of the newborn, and ends with it", with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			born(s, "2025-05-04")
			s.ExoCode = "3"
		}), []want{{"PJ", TM, 3, 69994, "3 jours"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"a newborn without a birth: all along", with(medicine(t, "2025-06-02", 50),
			func(s *Stay) { s.Names = []string{"NOUVEAU_NE"} }), nil},
		{"ALD from the fourth day: forfaits from there", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { s.Dated = ald("2025-06-05", "") }),
			[]want{{"PJ", TM, 3, 69994, "jours 1 à 3"}, {"FJ", FJ, 3, 6000, whyALD}}},
		{"ALD to the third day: ticket modérateur from the fourth", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { s.Dated = ald("2025-05-05", "2025-06-04") }),
			[]want{{"PJ", TM, 2, 46662, "jours 4 à 5"}, {"FJ", FJ, 3, 6000, whyALD}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"ALD on the exit day: the whole ticket modérateur", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { s.Dated = ald("2025-06-07", "") }),
			[]want{{"PJ", TM, 5, 116656, "jours 1 à 5"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"ALD given by code too: the dated row says when", with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			s.ExoCode, s.Dated = "4", ald("2025-06-05", "")
		}), []want{{"PJ", TM, 3, 69994, "jours 1 à 3"}, {"FJ", FJ, 3, 6000, whyALD}}},
		{"costly act before the ALD: the participation stands for the ticket", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) {
				s.Dated, s.Acts = ald("2025-06-05", ""), []Prestation{act("ADC", s.Entry, 20500)}
			}), []want{{"FJ", FJ, 3, 6000, whyCostly}, {"FJ", FJ, 3, 6000, whyALD}, {"PAS", PAS, 1, 2400, whyPAS}}},
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

// TestTheMatrixOfExonerations holds the rows of the billing page, on a stay of five nights that leaves
// 1 166,56 € of ticket modérateur and 20 € of exit day, or 120 € of forfaits, or a participation.
func TestTheMatrixOfExonerations(t *testing.T) {
	const tm, exit, fj, pas = 116656, 2000, 12000, 2400
	cases := []struct {
		nature, exo, name string
		plain, costly     roc.Cents
		circuit           string
	}{
		{"10", "0", "", tm + exit, fj + pas, "ROC"},
		{"10", "4", "", fj, fj, "ROC"},
		{"10", "4", "ALD_SANS_RAPPORT", tm + exit, fj + pas, "ROC"},
		{"30", "0", "", 0, 0, "ROC"},
		{"10", "0", "NOUVEAU_NE", 0, 0, "ROC"},
		{"41", "0", "", 0, 0, "ROC"},
		{"10", "5", "", fj, fj, "ROC"},
		{"10", "5", "PENSION_MILITAIRE", 0, 0, "ROC"},
		{"13", "0", "", 0, 0, "ROC"},
		{"10", "0", "C2S", tm + exit, fj + pas, "C2S"},
		{"10", "0", "AME", tm, 0, "AME"},
		{"10", "0", "ENFANT_HANDICAPE", tm, pas, "ROC"},
		{"10", "0", "DONNEUR", 0, 0, "ROC"},
		{"10", "5", "TERRORISME", 0, 0, "ROC"},
		{"10", "5", "DETENU", 0, 0, "ROC"},
		{"90", "0", "", fj, fj, "ROC"},
		{"10", "9", "", tm/2 + exit, fj, "ROC"},
		{"10", "3", "", fj, fj, "ROC"},
		{"10", "6", "", fj, fj, "ROC"},
		{"10", "2", "", tm + exit, fj + pas, "ROC"},
	}
	rates := table(t)
	for _, c := range cases {
		s := with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			s.Nature, s.ExoCode = c.nature, c.exo
			if c.name != "" {
				s.Names = []string{c.name}
			}
		})
		for want, acts := range map[*roc.Cents][]Prestation{&c.plain: nil, &c.costly: {act("ADC", s.Entry, 20500)}} {
			s.Acts = acts
			bill, err := rates.Stay(s)
			if err != nil || Left(bill.Lines) != *want || bill.Circuit != c.circuit {
				t.Errorf("%s/%s %s with %d act: %s in circuit %s, %v, want %s in %s", c.nature, c.exo, c.name,
					len(acts),
					Left(bill.Lines), bill.Circuit, err, *want, c.circuit)
			}
		}
	}
}
