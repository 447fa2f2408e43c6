package amc_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/amc/amctest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestANominalCalculationCostsTwoReadsAndOneWrite(t *testing.T) {
	b := newBench(t)
	q := b.nominal()
	b.tx.Reads, b.tx.Writes = 0, 0
	b.outcome(b.clc(q), roc.Accepte, "")
	equal(b, "reads", b.tx.Reads, 2)
	equal(b, "writes", b.tx.Writes, 1)
}

// tenLines is a long stay with every kind of prestation.
func tenLines() []roc.Line {
	return append(e1(),
		room(3, "2025-06-02", "2025-06-07", 5, 6000),
		line(4, "LIT", "2025-06-02", "2025-06-07", 5, 2000, 0),
		line(5, "REP", "2025-06-02", "2025-06-06", 5, 1200, 0),
		line(6, "TV", "2025-06-02", "2025-06-07", 5, 300, 0),
		line(7, "CS", "2025-06-03", "2025-06-03", 1, 3000, 70),
		line(8, "ADE", "2025-06-04", "2025-06-04", 1, 6000, 80),
		line(9, "B", "2025-06-05", "2025-06-05", 1, 2500, 60),
		line(10, "FJ", "2025-06-02", "2025-06-02", 1, 2000, 0),
	)
}

// A forgetful Tx keeps identifications only, so that every round of a benchmark is the first.
type forgetful struct{ *amctest.Tx }

func (forgetful) SaveEngagement(*amc.Engagement) error { return nil }

func BenchmarkCLCOfTenLines(b *testing.B) {
	h := newBench(b)
	id := h.idb("P01", alpha, "2025-06-02", "2025-06-07")
	q := h.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", tenLines()...)
	h.benchmark(b, q)
}

func BenchmarkIDB(b *testing.B) {
	h := newBench(b)
	h.benchmark(b, &roc.IDBRequest{
		Header: h.header(alpha), Card: roc.Card{AMCNumber: alpha}, Beneficiary: h.identity("P01"),
		From: date("2025-06-02"), To: date("2025-06-07"), Domain: "MCOO", Context: roc.Sejour,
	})
}

func (h *bench) benchmark(b *testing.B, q roc.Request) {
	b.Helper()
	asked := amc.Asked{Version: "V1", World: h.world, Now: h.now, Request: q}
	q.RequestHeader().MessageID = uuid.NewSHA1(uuid.Nil, []byte("bench")).String()
	tx := forgetful{h.tx}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := h.payer.Answer(tx, asked); err != nil {
			b.Fatal(err)
		}
	}
}
