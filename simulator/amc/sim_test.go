package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestSimulation(t *testing.T) { play(t, simScenarios()) }

func simScenarios() []scenario {
	return []scenario{
		{"an estimate shares like a calculation and engages nothing", func(b *bench) {
			lines := append(e1(), room(3, "2025-06-02", "2025-06-07", 5, 6000))
			id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
			writes := b.tx.Writes
			a := b.sim(id.IdbID, "2025-06-02", "2025-06-07", lines...)
			b.outcome(a, roc.OK, "R01")
			equal(b, "AMC", a.Totals.AMC, 143656)
			equal(b, "patient", a.Totals.Patient, 5000)
			equal(b, "valid until", a.ValidUntil, date("2025-06-12"))
			equal(b, "writes", b.tx.Writes, writes)
			committed := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", lines...))
			equal(b, "same as the calculation", committed.Lines[2], a.Lines[2])
		}},
		{"without identification there is no estimate", func(b *bench) {
			b.outcome(b.sim("IDB-X", "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "G01")
		}},
		{"an identification for outpatient care gives no estimate", func(b *bench) {
			id := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Context = roc.ACE })
			b.outcome(b.sim(id.IdbID, "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "C03")
		}},
		{"an estimate of nothing is nothing", func(b *bench) {
			id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
			a := b.sim(id.IdbID, "2025-06-02", "2025-06-07", line(1, "TV", "2025-06-02", "2025-06-07", 5, 300, 0))
			b.outcome(a, roc.OK, "P02")
			equal(b, "AMC", a.Totals.AMC, 0)
		}},
		{"an estimate carries the consignes of the AMC for it", func(b *bench) {
			id := b.idb("P03", gamma, "2025-06-02", "2025-06-07")
			a := ask[*roc.SIMReply](b, &roc.SIMRequest{
				Header: b.header(gamma), IdbID: id.IdbID, Stay: roc.ExpectedStay{Entry: date("2025-06-02")},
				Lines: e1(), Totals: totals(e1()),
			})
			equal(b, "consigne", a.Consignes[0].Text, "Estimation à confirmer à la sortie.")
		}},
	}
}
