package tarif

import (
	"math/rand/v2"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

// A die returns a number from 0 to n-1. Stays and visits are drawn with it, by rapid or by a seed.
type die func(n int) int

func (d die) one(of ...string) string { return of[d(len(of))] }

// rolled makes rapid throw the die, so that it can shrink what fails.
func rolled(t *rapid.T) die {
	return func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "die") }
}

// seeded throws the die of a fixed seed.
func seeded(seed uint64) die { return rand.New(rand.NewPCG(seed, seed)).IntN }

// stay draws a stay over the known tariffs, with all that the law distinguishes.
func (d die) stay() Stay {
	grid := [...][2]string{{"216", "11"}, {"210", "03"}, {"229", "48"}, {"234", "12"}}[d(4)]
	entry := roc.NewDate(2025, 3, 1).AddDays(d(600))
	s := Stay{Entry: entry, Exit: entry.AddDays(d(48)), ExitMode: d.one(home, home, transfer, mutation, death),
		Kind: d.one(full, full, full, full, dayCare, ambulatory), Domain: d.one("MCOO", "MCOO", psychiatry),
		DMT: grid[0], Tariff: grid[1], Situation: d.situation(entry)}
	if s.Kind == ambulatory {
		s.Exit = s.Entry
	}
	if d(8) == 0 {
		s.GHS = roc.Cents(50000 + d(500000))
		d.date(&s)
	}
	if n := d(60); n < 35 && d(2) == 0 {
		s.Chain = []Earlier{{Entry: entry.AddDays(-n - 1), Exit: entry.AddDays(-d(2)), PAS: d(6) == 0}}
	}
	nights := s.Exit.DaysSince(s.Entry)
	for range d(3) {
		s.Acts = append(s.Acts, d.act(entry.AddDays(d(nights+1))))
	}
	for range d(3) {
		price := roc.Cents(d(9000))
		s.Supplement = append(s.Supplement, Prestation{Code: d.one("CHP", "TV", "LIT"),
			From:     entry.AddDays(d(nights + 1)),
			Quantity: 1 + d(9), UnitPrice: price})
	}
	return s
}

// anyStay draws a stay of any domain: leaves, fees, tariffs of a whole stay, a patient who has not left.
func (d die) anyStay() Stay {
	s := d.stay()
	switch d(6) {
	case 0:
		s.Domain, s.Kind, s.DMT, s.Tariff = rehabilitation, d.one(full, full, full, dayCare), "908", "11"
	case 1:
		s.Domain, s.Kind, s.DMT, s.Tariff = psychiatry, d.one(full, full, crisis, dayCare, nightCare), "921", "03"
	case 2:
		s.Domain, s.Kind, s.DMT, s.Tariff = atHome, atHome, "950", "01"
	case 3:
		s.Mode, s.GHS = exOQN, roc.Cents(20000+d(500000))
		s.Domain = d.one(acute, s.Domain)
		d.date(&s)
	}
	if d(5) == 0 && s.Kind != ambulatory {
		s.ExitMode = inProgress
	}
	nights := s.lastNight().DaysSince(s.Entry) + 1
	if s.sleeps() && (s.Domain == rehabilitation || s.Domain == psychiatry) {
		for day := 1 + d(20); day < nights-4 && len(s.Leaves) < 3; day += 3 + d(20) {
			l := Leave{From: s.Entry.AddDays(day)}
			if d(2) == 0 {
				l.To = l.From.AddDays(d(3))
			}
			s.Leaves = append(s.Leaves, l)
		}
	}
	for range d(3) {
		if s.Mode == exOQN {
			s.Fees = append(s.Fees, Fee{Prestation: d.act(s.Entry.AddDays(d(max(nights, 1)))), OPTAM: d.one(optams...)})
		}
	}
	if s.sleeps() && d(3) == 0 {
		s.Supplement = append(s.Supplement, room(&s, nights, roc.Cents(d(9000))))
	}
	return s
}

// date gives a stay, sometimes, one row of the matrix that starts inside it.
func (d die) date(s *Stay) {
	if d(2) == 0 {
		s.Dated = []Dated{{Name: d.one(everyRow...), From: s.Entry.AddDays(d(20))}}
	}
}

var everyRow = []string{"ALD", "ALD_SANS_RAPPORT", "MATERNITE", "NOUVEAU_NE", "AT_MP", "RENTE_AT_INVALIDITE",
	"PENSION_MILITAIRE", "ALSACE_MOSELLE", "C2S", "AME", "ENFANT_HANDICAPE", "DONNEUR", "TERRORISME", "DETENU",
	"PREVENTION", "FSV", "REGIME_SPECIAL", "SOINS_EXONERES", "SEUIL"}

// situation draws common law often, and every row sometimes.
func (d die) situation(day roc.Date) Situation {
	s := Situation{Nature: "10", ExoCode: "0", FJPayer: d.one("A", "A", "A", "X", "R", "L")}
	switch d(8) {
	case 0:
		s.Nature = d.one("13", "30", "41", "90")
	case 1:
		s.ExoCode = d.one("1", "2", "3", "4", "5", "6", "7", "9", "C", "X")
	case 2:
		s.Names = []string{d.one("ALD", "ALD_SANS_RAPPORT", "NOUVEAU_NE", "C2S", "AME", "ENFANT_HANDICAPE", "DONNEUR",
			"DETENU")}
	case 3:
		s.Names, s.Birth = []string{"NOUVEAU_NE"}, day.AddDays(-d(40))
	case 4:
		s.Dated = []Dated{{Name: "ALD", From: day.AddDays(d(20))}}
	}
	return s
}

// act draws an act on either side of the threshold.
func (d die) act(day roc.Date) Prestation {
	base := roc.Cents(500 + d(25000))
	p := Prestation{Code: d.one("ADC", "ATM", "ADI", "ADA", "CS", "SDE"), From: day, Quantity: 1 + d(2), Base: base,
		UnitPrice: base + roc.Cents(d(5000)), Rate: []int{60, 70, 80, 100}[d(4)], Specialty: d.one("", "04", "10"),
		Invasive: d(3) == 0}
	if d(9) == 0 {
		p.Coefficient, p.Base = 30+d(60), []roc.Cents{0, 500, 2400, 9000}[d(4)]
		p.UnitPrice = max(p.UnitPrice, p.Base)
	}
	return p
}

// visit draws a visit.
func (d die) visit() Visit {
	day := roc.NewDate(2025, 3, 1).AddDays(d(600))
	v := Visit{Kind: d.one(outpatient, outpatient, emergency, emergencyGyneco), Date: day, Situation: d.situation(day),
		Pathway: d.one("", "", outOfPathway)}
	if v.Kind != outpatient {
		v.Outcome = d.one(sentHome, sentHome, sentHome, admitted, withoutCare, reoriented)
	}
	for range d(5) {
		v.Acts = append(v.Acts, d.act(day.AddDays(d(2))))
	}
	if v.Kind == emergencyGyneco {
		v.Acts = append(v.Acts, Prestation{Code: "ATU", From: day, Quantity: 1, UnitPrice: 2566, Base: 2566})
	}
	return v
}
