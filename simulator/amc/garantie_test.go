package amc_test

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestGuarantees(t *testing.T) {
	play(t, stayScenarios())
	play(t, limitScenarios())
	play(t, arithmeticScenarios())
}

// shared checks what the AMC and the patient pay of a calculation.
func (b *bench) shared(a *roc.CLCReply, result roc.Result, code string, amc, patient roc.Cents) {
	b.Helper()
	b.outcome(a, result, code)
	equal(b, "AMC", a.Totals.AMC, amc)
	equal(b, "patient", a.Totals.Patient, patient)
	explained(b, b.asked, a.Lines, b.trace)
}

func room(id int, from, to string, nights int, unit roc.Cents) roc.Line {
	return line(id, "CHP", from, to, nights, unit, 0)
}

// pas is the flat participation, carried by the stay that the AMO pays otherwise.
func pas(id int, day string, amount roc.Cents) roc.Line {
	l := line(id, "GHS", day, day, 1, 200000, 0)
	l.AMO, l.Left, l.PAS = l.Total-amount, amount, true
	return l
}

func stayScenarios() []scenario {
	return []scenario{
		{"an engagement has its number, its guarantee date and its billing address", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", e1()...)
			b.shared(a, roc.Accepte, "", 118656, 0)
			equal(b, "reason", a.Lines[0].Reason, "")
			equal(b, "guarantee", a.GuaranteedUntil, date("2026-06-07"))
			equal(b, "billing", a.BillingAddress, "facturation@alpha.invalid")
			equal(b, "number", strings.HasPrefix(a.ClcID, "ENG-99000001-") && len(a.ClcID) <= 35, true)
		}},
		{"annexe C: a room at 60 under a ceiling of 50 leaves 10 a night", func(b *bench) {
			lines := append(e1(), room(3, "2025-06-02", "2025-06-07", 5, 6000))
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", lines...)
			b.shared(a, roc.Partiel, "R01", 143656, 5000)
			equal(b, "reason of the room", a.Lines[2].Reason, "R01")
			equal(b, "limit", a.Lines[2].LimitUsed, roc.Cents(5000).French()+" par jour")
		}},
		{"E25: the overrun of a practitioner known to the OPTAM fits in the guarantee", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-05", overrun("10000000009", 18000, 26000))
			b.shared(a, roc.Accepte, "", 8000, 0)
		}},
		{"E26: the overrun of another practitioner stops at the lower ceiling", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-05", overrun("89999999991", 18000, 46000))
			b.shared(a, roc.Partiel, "P07", 14400, 13600)
			equal(b, "limit", a.Lines[0].LimitUsed, "180 % de la base, base comprise")
			b.says("Ligne 1 (ADC), dépassement, contrat de rang 1 (FULL) : 144,00\u00a0€ sur 280,00\u00a0€ ; " +
				"136,00\u00a0€ au-delà de 180 % de la base, base comprise.")
		}},
		{"two contracts of one AMC pay in rank order, the second on what the first leaves", func(b *bench) {
			a := b.stay("P16", alpha, "2025-06-02", "2025-06-07",
				append(e1(), room(3, "2025-06-02", "2025-06-07", 5, 6000))...)
			b.shared(a, roc.Accepte, "", 148656, 0) // half and half; 20 then 40 of the room
		}},
		{"an emergency visit: the forfait is taken once", func(b *bench) {
			q := b.visit("P01", line(1, "FPU", "2025-06-02", "2025-06-02", 1, 1961, 0),
				line(2, "FPU", "2025-06-02", "2025-06-02", 1, 1961, 0))
			b.shared(b.clc(q), roc.Partiel, "P06", 1961, 1961)
		}},
		{"an emergency visit followed by the stay owes its forfait once", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07",
				line(1, "FPU", "2025-06-02", "2025-06-02", 1, 1961, 0),
				line(2, "FPV", "2025-06-02", "2025-06-02", 1, 849, 0))
			b.shared(a, roc.Partiel, "P06", 1961, 849)
		}},
		{"what the law leaves to the insured is never taken, and says so", func(b *bench) {
			day := "2025-06-02"
			a := b.stay("P01", alpha, day, day, line(1, "CS", day, day, 1, 3000, 70),
				line(2, "PF", day, day, 1, 200, 0), line(3, "MAJ", day, day, 1, 1060, 0))
			b.shared(a, roc.Partiel, "P02", 900, 1260)
			equal(b, "limit", a.Lines[1].LimitUsed, "somme que la loi laisse à l'assuré")
		}},
	}
}

// visit is a calculation of an outpatient visit.
func (b *bench) visit(persona string, lines ...roc.Line) *roc.CLCRequest {
	b.Helper()
	id := b.idb(persona, alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Context = roc.ACE })
	q := b.clcRequest(persona, alpha, id.IdbID, "2025-06-02", "2025-06-02", lines...)
	q.Venue.Kind = "ACE"
	return q
}

// overrun is an act that the AMO pays to its base, with what the practitioner adds.
func overrun(rpps string, base, fee roc.Cents) roc.Line {
	l := line(1, "ADC", "2025-06-03", "2025-06-03", 1, fee, 0)
	l.Base, l.AMO, l.Left, l.Overrun = base, base, fee-base, fee-base
	l.Executor = &roc.Executor{RPPS: rpps}
	return l
}

func limitScenarios() []scenario {
	return []scenario{
		{"an unknown code and comfort are refused line by line, the rest is taken", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", append(e1(),
				line(3, "XYZ", "2025-06-02", "2025-06-02", 1, 1000, 0),
				line(4, "TV", "2025-06-02", "2025-06-07", 5, 300, 0))...)
			b.shared(a, roc.Partiel, "P01", 118656, 2500)
			equal(b, "comfort", a.Lines[3].Reason, "P02")
		}},
		{"the participation is due once a stay", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-05",
				pas(1, "2025-06-02", 2400), pas(2, "2025-06-03", 2400))
			b.shared(a, roc.Partiel, "P06", 2400, 2400)
		}},
		{"the room stops after the days of the guarantee", func(b *bench) {
			a := b.stay("P08", alpha, "2025-06-02", "2025-06-14", room(1, "2025-06-02", "2025-06-14", 12, 4000))
			b.shared(a, roc.Partiel, "R02", 40000, 8000)
		}},
		{"the forfait stops after sixty days, over two lines", func(b *bench) {
			a := b.stay("P14", alpha, "2025-06-02", "2025-08-10",
				line(1, "FJ", "2025-06-02", "2025-07-21", 50, 2000, 0),
				line(2, "FJ", "2025-07-22", "2025-08-10", 20, 2000, 0))
			b.shared(a, roc.Partiel, "R02", 120000, 20000)
			equal(b, "limit", a.Lines[1].LimitUsed, "60 jours par séjour")
		}},
		{"bed and meals of a companion share one ceiling a day", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-04",
				line(1, "LIT", "2025-06-02", "2025-06-04", 2, 2000, 0),
				line(2, "REP", "2025-06-02", "2025-06-03", 4, 1000, 0))
			b.shared(a, roc.Partiel, "R01", 5000, 3000)
			equal(b, "bed", a.Lines[0].AMC, 4000)
		}},
		{"half a guarantee takes half, and says so", func(b *bench) {
			id := b.idb("P16", alpha, "2025-06-02", "2025-06-07")
			stored := b.tx.Identifications[id.IdbID]
			stored.Rights = stored.Rights[:1]
			b.tx.Identifications[id.IdbID] = stored
			a := b.clc(b.clcRequest("P16", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...))
			b.shared(a, roc.Partiel, "R01", 59328, 59328)
			equal(b, "limit", a.Lines[0].LimitUsed, "50 % du ticket modérateur")
		}},
		{"a line outside the rights is not taken, one astride is taken in part", func(b *bench) {
			a := b.stay("P19", alpha, "2025-06-02", "2025-06-08",
				line(1, "FJ", "2025-06-02", "2025-06-03", 2, 2000, 0),
				line(2, "FJ", "2025-06-04", "2025-06-05", 2, 2000, 0),
				room(3, "2025-06-03", "2025-06-05", 2, 4000))
			b.shared(a, roc.Partiel, "P03", 8000, 8000)
			equal(b, "room", a.Lines[2].Reason, "R03")
		}},
		{"dates the wrong way round hold no day of rights", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07",
				append(e1(), room(3, "2025-06-07", "2025-06-02", 2, 4000))...)
			equal(b, "reason", a.Lines[2].Reason, "P03")
		}},
		{"what a line does not ask stays with the patient", func(b *bench) {
			l := line(1, "CS", "2025-06-02", "2025-06-02", 1, 3000, 30)
			l.Left = 900
			b.shared(b.clc(b.visit("P01", l)), roc.Accepte, "", 900, 1200)
		}},
		{"nothing for the AMC is no engagement", func(b *bench) {
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", line(1, "TV", "2025-06-02", "2025-06-07", 5, 300, 0))
			b.shared(a, roc.Refuse, "P02", 0, 1500)
			equal(b, "number", a.ClcID, "")
		}},
	}
}

func arithmeticScenarios() []scenario {
	refused := func(rule, code string, bend func(q *roc.CLCRequest)) func(b *bench) {
		return refusedBy(rule, code, func(b *bench) *roc.CLCRequest {
			q := b.nominal()
			bend(q)
			return q
		})
	}
	return []scenario{
		{"totals that are not the sum of the lines are refused",
			refused("GAR-R03", "M01", func(q *roc.CLCRequest) { q.Totals.Requested++ })},
		{"a negative amount is refused",
			refused("GAR-R01", "M02", func(q *roc.CLCRequest) { q.Lines[1].Total, q.Lines[1].Left = -2000, -2000 })},
		{"a negative total is refused",
			refused("GAR-R01", "M02", func(q *roc.CLCRequest) { q.Totals.PatientPaid = -1 })},
		{"parts that exceed what is billed are refused",
			refused("GAR-R02", "M03", func(q *roc.CLCRequest) { q.Lines[0].Left++ })},
		{"another AMC that paid more than what is left is refused",
			refused("GAR-R02", "M03", func(q *roc.CLCRequest) { q.Lines[0].OtherAMC = q.Lines[0].Left + 1 })},
	}
}
