package amc_test

import (
	"os"
	"strings"
	"sync"
	"time"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

const clinic = otherEG

var readV2 = sync.OnceValues(func() (*amc.World, error) {
	data, err := os.ReadFile("testdata/v2.yaml")
	if err != nil {
		return nil, err
	}
	return amc.ParseWorld("testdata/v2.yaml", data)
})

// readBoth is the world of annexe B, whose AMCs serve both versions.
var readBoth = sync.OnceValues(func() (*amc.World, error) {
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(string(data), "versions: [V2], ", "")
	text = strings.ReplaceAll(text, ", nom: Mutuelle", ", versions: [V1, V2], nom: Mutuelle")
	text = strings.ReplaceAll(text, "\n    convention:", "\n    versions: [V1, V2]\n    convention:")
	return amc.ParseWorld("annexe-b.yaml", []byte(text))
})

func inWorld(t rapid.TB, read func() (*amc.World, error)) *bench {
	t.Helper()
	w, err := read()
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	b.version, b.world = "V2", w
	return b
}

// period is a calculation of days of a stay of P01 that began on 2 June; without an exit, it goes on.
func (b *bench) period(number string, p roc.BillingPeriod, exit string, lines ...roc.Line) *roc.CLCRequest {
	b.Helper()
	id := b.idb("P01", number, "2025-06-02", p.To.String())
	q := b.clcRequest("P01", number, id.IdbID, "2025-06-02", p.To.String(), lines...)
	q.Period, q.Venue.Exit, q.Venue.ExitMode = p, time.Time{}, ""
	if exit != "" {
		q.Venue.Exit, q.Venue.ExitMode = date(exit).Time().Add(11*time.Hour), "DOMICILE"
	}
	q.Establishment.Mode = "EX_DG"
	return q
}

func days(index int, from, to string) roc.BillingPeriod {
	return roc.BillingPeriod{Index: index, From: date(from), To: date(to)}
}

// nights asks the ticket modérateur of nights at 250 € a night.
func nights(from, to string, n int) roc.Line { return line(1, "PJ", from, to, n, 25000, 80) }

// first, second and last are three periods that follow one another: ten nights, ten, and four.
func (b *bench) first(number string) *roc.CLCRequest {
	return b.period(number, days(1, "2025-06-02", "2025-06-11"), "", nights("2025-06-02", "2025-06-11", 10))
}

func (b *bench) second(number string) *roc.CLCRequest {
	return b.period(number, days(2, "2025-06-12", "2025-06-21"), "", nights("2025-06-12", "2025-06-21", 10))
}

func (b *bench) last(number string) *roc.CLCRequest {
	p := days(3, "2025-06-22", "2025-06-26")
	p.Final = true
	return b.period(number, p, "2025-06-26", nights("2025-06-22", "2025-06-25", 4),
		line(2, "FJ", "2025-06-26", "2025-06-26", 1, 2000, 0))
}

func (b *bench) engage(q *roc.CLCRequest) *roc.CLCReply {
	b.Helper()
	a := b.clc(q)
	b.outcome(a, roc.Accepte, "")
	return a
}

func (b *bench) counted(c *roc.Counters, days int, through string, pas bool) {
	b.Helper()
	want := roc.Counters{Days: days, PAS: pas}
	if through != "" {
		want.Through = date(through)
	}
	if c == nil || *c != want {
		b.Errorf("counters %+v, want %+v", c, want)
	}
}
