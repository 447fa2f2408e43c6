package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestLinesThatContradictThemselves(t *testing.T) {
	play(t, contradictionScenarios())
	play(t, consistentScenarios())
}

// setAside says that a line added to the stay of E1 is refused by a rule, in SIM and CLC alike, and that
// E1 is paid all the same.
func setAside(rule, code string, added roc.Line) func(b *bench) {
	return func(b *bench) {
		b.shared(b.stay("P01", alpha, "2025-06-02", "2025-06-07", append(e1(), added)...),
			roc.Partiel, code, 118656, added.Requested())
		b.refusedLine(rule, added.ID)
	}
}

func (b *bench) refusedLine(rule string, id int) {
	b.Helper()
	for _, f := range b.trace {
		if f.Rule == rule && f.Line == id && f.Refused > 0 && f.Paid == 0 {
			return
		}
	}
	b.Errorf("%s refuses no line %d; trace:\n%s", rule, id, b.why())
}

// bent is a line with its amounts changed: what it asks stays its total less the part of the AMO.
func bent(l roc.Line, bend func(l *roc.Line)) roc.Line {
	bend(&l)
	l.Left = l.Total - l.AMO
	return l
}

func flagged(l roc.Line) roc.Line { return bent(l, func(l *roc.Line) { l.PAS = true }) }

// exempt changes the situation of the stay of E1, of which these lines are then refused.
func exempt(nature, payer string, amc, patient roc.Cents, lines ...int) func(b *bench) {
	return func(b *bench) {
		q := b.nominal()
		q.AMO.Nature, q.AMO.FJPayer = nature, payer
		q.Lines = append(q.Lines, room(3, "2025-06-02", "2025-06-06", 5, 4000))
		q.Totals = totals(q.Lines)
		b.shared(b.clc(q), roc.Partiel, "P04", amc, patient)
		for _, id := range lines {
			b.refusedLine("GAR-R31", id)
		}
		if payer != "" { // an estimate does not say who pays the forfait journalier
			return
		}
		s := b.simOf(q)
		s.Stay.Nature = nature
		equal(b, "estimate", ask[*roc.SIMReply](b, s).Totals.AMC, amc)
	}
}

func contradictionScenarios() []scenario {
	act := line(3, "ADC", "2025-06-03", "2025-06-03", 1, 10000, 80)
	return []scenario{
		{"a room is no participation",
			setAside("GAR-R19", "P05", flagged(room(3, "2025-06-02", "2025-06-06", 5, 6000)))},
		{"the 2 € of the patient are no participation on a costly act",
			setAside("GAR-R19", "P05", flagged(line(3, "PF", "2025-06-02", "2025-06-02", 1, 200, 0)))},
		{"a line before the entry is refused",
			setAside("GAR-R28", "P03", line(3, "ADC", "2025-06-01", "2025-06-01", 1, 10000, 80))},
		{"a line that goes on after the exit is refused",
			setAside("GAR-R28", "P03", line(3, "ADC", "2025-06-07", "2025-06-08", 1, 10000, 80))},
		{"a total above quantity times price is refused",
			setAside("GAR-R29", "P05", bent(act, func(l *roc.Line) { l.UnitPrice = 5000 }))},
		{"a total without its coefficient is refused",
			setAside("GAR-R29", "P05", bent(act, func(l *roc.Line) { l.Coefficient = "2.5" }))},
		{"an AMO part below base times rate is refused",
			setAside("GAR-R30", "P05", bent(act, func(l *roc.Line) { l.AMO = 4000 }))},
		{"an AMO part above base times rate is refused",
			setAside("GAR-R30", "P05", bent(act, func(l *roc.Line) { l.AMO = 9000 }))},
		{"maternity owes neither ticket modérateur nor forfait journalier",
			exempt("30", "", 20000, 118656, 1, 2)},
		{"an accident at work owes neither", exempt("41", "", 20000, 118656, 1, 2)},
		{"a forfait journalier that the regime pays is not asked", exempt("10", "R", 136656, 2000, 2)},
		{"a forfait journalier that the local regime pays is not asked", exempt("13", "L", 136656, 2000, 2)},
		{"an act that carries the participation gives its overrun to the family of overruns", func(b *bench) {
			l := flagged(overrun("10000000009", 10000, 40000))
			l.ID, l.From, l.To = 3, date("2025-06-03"), date("2025-06-03")
			l.AMO, l.Left = 7600, 32400 // 24.00 kept from the part of the AMO
			b.shared(b.stay("P01", alpha, "2025-06-02", "2025-06-07", append(e1(), l)...),
				roc.Partiel, "P07", 118656+2400+10000, 20000)
		}},
		{"an overrun that a line does not say is one all the same", func(b *bench) {
			l := overrun("10000000009", 10000, 40000)
			l.ID, l.From, l.To = 3, date("2025-06-03"), date("2025-06-03")
			l.Overrun = 0
			b.shared(b.stay("P01", alpha, "2025-06-02", "2025-06-07", append(e1(), l)...),
				roc.Partiel, "P07", 118656+10000, 20000)
		}},
	}
}

// consistentScenarios look like contradictions and are none.
func consistentScenarios() []scenario {
	paid := func(added roc.Line) func(b *bench) {
		return func(b *bench) {
			b.shared(b.stay("P01", alpha, "2025-06-02", "2025-06-07", append(e1(), added)...),
				roc.Accepte, "", 118656+added.Requested(), 0)
		}
	}
	days := line(3, "ADC", "2025-06-02", "2025-06-05", 4, 41381, 80)
	return []scenario{
		{"shares rounded day by day, as in E22", paid(bent(days, func(l *roc.Line) { l.AMO = 4 * 33105 }))},
		{"a price rounded to the cent", paid(bent(days, func(l *roc.Line) { l.UnitPrice, l.Quantity = 55175, 3 }))},
		{"a coefficient", paid(bent(days, func(l *roc.Line) {
			l.Quantity, l.UnitPrice, l.Coefficient = 1, 66210, "2.5"
			l.Total, l.Base, l.AMO = 165525, 165525, 132420
		}))},
		{"an act whose base and rate are not said",
			paid(bent(days, func(l *roc.Line) { l.Base, l.Rate = 0, 0 }))},
		{"an instant written in another zone", func(b *bench) {
			q := b.nominal()
			q.Venue.Exit = date("2025-06-06").Time().Add(23 * 3600e9)
			b.outcome(b.clc(q), roc.Accepte, "")
		}},
		{"what the local regime adds to the rate", func(b *bench) {
			q := b.nominal()
			q.AMO.Nature = "13"
			q.Lines[0].AMO += 50000
			q.Lines[0].Left -= 50000
			q.Totals = totals(q.Lines)
			b.outcome(b.clc(q), roc.Accepte, "")
		}},
		{"the overrun of a delivery", func(b *bench) {
			q := b.nominal()
			q.AMO.Nature = "30"
			q.Lines = []roc.Line{fee(1, "10000000009", "OPTAM", "2025-06-03", 18000, 26000)}
			q.Totals = totals(q.Lines)
			b.outcome(b.clc(q), roc.Accepte, "")
		}},
	}
}
