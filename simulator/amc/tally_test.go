package amc_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestLimits(t *testing.T) { play(t, yearScenarios()) }

// dossier calculates a stay of P21, whose contract has limits by year, under a dossier number.
func (b *bench) dossier(nda, from, to string, lines ...roc.Line) *roc.CLCReply {
	b.Helper()
	return b.clc(b.dossierRequest(nda, from, to, lines...))
}

func (b *bench) dossierRequest(nda, from, to string, lines ...roc.Line) *roc.CLCRequest {
	b.Helper()
	id := b.idb("P21", alpha, from, to)
	q := b.clcRequest("P21", alpha, id.IdbID, from, to, lines...)
	q.Patient.NDA = nda
	return q
}

// counter is what the year has spent of a limit of P21's contract.
func (b *bench) counter(family, year, unit string) int {
	return b.tx.Counters["garantie P21 "+alpha+"  C21 "+family+" "+year+" "+unit]
}

func forfaits(from, to string, days int) roc.Line { return line(1, "FJ", from, to, days, 2000, 0) }

func yearScenarios() []scenario {
	return append([]scenario{
		{"rate, ceiling of the day and ceiling of the stay each tell what they leave", func(b *bench) {
			a := b.stay("P21", alpha, "2025-06-02", "2025-06-12", room(1, "2025-06-02", "2025-06-12", 10, 7000))
			b.shared(a, roc.Partiel, "R01", 30000, 40000)
			equal(b, "limit", a.Lines[0].LimitUsed, "300,00\u00a0€ par séjour")
			b.says("300,00\u00a0€ sur 700,00\u00a0€ ; 200,00\u00a0€ au-delà de 300,00\u00a0€ par séjour ; " +
				"60,00\u00a0€ au-delà de 50,00\u00a0€ par jour ; " +
				"140,00\u00a0€ au-delà de 80 % de la chambre particulière.")
		}},
		{"the ticket modérateur stops at the ceiling of the year, over two lines", func(b *bench) {
			a := b.stay("P21", alpha, "2025-06-02", "2025-06-12",
				line(1, "PJ", "2025-06-02", "2025-06-07", 5, 116656, 80),
				line(2, "PJ", "2025-06-07", "2025-06-12", 5, 116656, 80))
			b.shared(a, roc.Partiel, "R01", 200000, 33312)
			equal(b, "limit", a.Lines[1].LimitUsed,
				"2\u202f000,00\u00a0€ par an, 1\u202f166,56\u00a0€ déjà pris en 2025")
		}},
		{"overruns have their own ceiling of the year", func(b *bench) {
			a := b.stay("P21", alpha, "2025-06-02", "2025-06-05", overrun("10000000009", 18000, 36000))
			b.shared(a, roc.Partiel, "R01", 10000, 8000)
			equal(b, "counter", b.counter("depassement", "2025", "centimes"), 10000)
		}},
		{"a family may wait longer than its contract", func(b *bench) {
			a := b.stay("P21", alpha, "2025-06-02", "2025-06-04",
				line(1, "LIT", "2025-06-02", "2025-06-04", 2, 2000, 0),
				secondForfaits("2025-06-02", "2025-06-04", 3))
			b.shared(a, roc.Partiel, "D05", 6000, 4000)
			equal(b, "limit", a.Lines[0].LimitUsed, "carence jusqu'au 31/12/2025")
		}},
		{"a stay that begins in the waiting period is paid from its end", func(b *bench) {
			b.on("2025-02-02")
			a := b.stay("P21", alpha, "2025-01-28", "2025-02-02", forfaits("2025-01-28", "2025-02-02", 6))
			b.shared(a, roc.Partiel, "D05", 6000, 6000)
			b.says("60,00\u00a0€ sur 120,00\u00a0€ ; 60,00\u00a0€ pendant la carence jusqu'au 30/01/2025.")
		}},
		{"rights that end in mid-stay pay the days covered of every family", func(b *bench) {
			b.on("2024-12-31")
			from, to := "2024-12-29", "2025-01-03"
			a := b.stay("P11", alpha, from, to, line(1, "PJ", from, to, 5, 100000, 80), secondForfaits(from, to, 6),
				room(3, from, to, 5, 4000), pas(4, from, 2400), line(5, "LIT", "2025-01-01", "2025-01-03", 2, 2000, 0))
			b.shared(a, roc.Partiel, "R03", 60000+6000+12000+2400, 40000+6000+8000+4000)
			equal(b, "the ticket modérateur", a.Lines[0].Reason, "R03")
			equal(b, "the flat amount of a day covered", a.Lines[3].Reason, "")
			equal(b, "days outside", a.Lines[4].Reason, "P03")
			equal(b, "limit", a.Lines[4].LimitUsed, "droits ouverts du 01/01/2024 au 31/12/2024")
		}},
		{"what the first contract leaves for good is what the second leaves too", func(b *bench) {
			a := b.stay("P16", alpha, "2025-06-02", "2025-06-07", room(1, "2025-06-02", "2025-06-07", 5, 8000))
			b.shared(a, roc.Partiel, "R01", 35000, 5000)
			b.says("contrat de rang 1 (MOITIE) : 100,00\u00a0€ sur 400,00\u00a0€ ; " +
				"300,00\u00a0€ au-delà de 20,00\u00a0€ par jour.")
			b.says("contrat de rang 2 (FULL) : 250,00\u00a0€ sur 300,00\u00a0€ ; " +
				"50,00\u00a0€ au-delà de 50,00\u00a0€ par jour.")
		}},
		{"a second AMC pays the days that the first did not cover", func(b *bench) {
			l := line(1, "FJ", "2025-06-02", "2025-06-05", 4, 2000, 0)
			l.OtherAMC = 4000
			b.shared(b.stay("P19", alpha, "2025-06-02", "2025-06-05", l), roc.Accepte, "", 4000, 0)
		}},
	}, counterScenarios()...)
}

func secondForfaits(from, to string, days int) roc.Line {
	l := forfaits(from, to, days)
	l.ID = 2
	return l
}

func counterScenarios() []scenario {
	return []scenario{
		{"days that an engagement takes of the year are gone for the next, until it is cancelled", func(b *bench) {
			first := b.dossier("1", "2025-03-03", "2025-03-17", forfaits("2025-03-03", "2025-03-17", 15))
			b.shared(first, roc.Accepte, "", 30000, 0)
			second := b.dossier("2", "2025-06-02", "2025-06-11", forfaits("2025-06-02", "2025-06-11", 10))
			b.shared(second, roc.Partiel, "R02", 10000, 10000)
			equal(b, "limit", second.Lines[0].LimitUsed, "20 jours par an, 15 déjà pris en 2025")
			b.says("100,00\u00a0€ sur 200,00\u00a0€ ; 100,00\u00a0€ au-delà de 20 jours par an, 15 déjà pris en 2025.")
			equal(b, "counter", b.counter("fj", "2025", "jours"), 20)
			b.del(alpha, first.ClcID)
			b.says("L'engagement " + first.ClcID + " rend ce qu'il tenait des limites de l'année.")
			equal(b, "counter once cancelled", b.counter("fj", "2025", "jours"), 5)
			b.del(alpha, first.ClcID)
			equal(b, "counter once cancelled twice", b.counter("fj", "2025", "jours"), 5)
			third := b.dossier("3", "2025-09-01", "2025-09-15", forfaits("2025-09-01", "2025-09-15", 15))
			b.shared(third, roc.Accepte, "", 30000, 0)
		}},
		{"a stay astride two years draws on both", func(b *bench) {
			b.on("2026-01-10")
			a := b.dossier("1", "2025-12-20", "2026-01-10", forfaits("2025-12-20", "2026-01-10", 22))
			b.shared(a, roc.Accepte, "", 44000, 0)
			equal(b, "2025", b.counter("fj", "2025", "jours"), 12)
			equal(b, "2026", b.counter("fj", "2026", "jours"), 10)
			b.del(alpha, a.ClcID)
			equal(b, "2025 once cancelled", b.counter("fj", "2025", "jours"), 0)
			equal(b, "2026 once cancelled", b.counter("fj", "2026", "jours"), 0)
		}},
		{"an engagement that lapses gives its days back to the calculation that finds it so", func(b *bench) {
			lines := []roc.Line{forfaits("2025-06-02", "2025-06-16", 15)}
			b.dossier("1", "2025-06-02", "2025-06-16", lines...)
			b.on("2026-06-20")
			b.shared(b.dossier("1", "2025-06-02", "2025-06-16", lines...), roc.Accepte, "", 30000, 0)
			equal(b, "counter", b.counter("fj", "2025", "jours"), 15)
		}},
		{"a cancellation that comes too late finds it lapsed and gives its days back, once", func(b *bench) {
			id := b.dossier("1", "2025-06-02", "2025-06-16", forfaits("2025-06-02", "2025-06-16", 15)).ClcID
			b.on("2026-06-20")
			for range 2 {
				b.outcome(b.del(alpha, id), roc.Refuse, "G05")
				equal(b, "counter", b.counter("fj", "2025", "jours"), 0)
			}
		}},
		{"estimates, replays and refusals draw nothing", func(b *bench) {
			q := b.dossierRequest("1", "2025-06-02", "2025-06-16", forfaits("2025-06-02", "2025-06-16", 15))
			ask[*roc.SIMReply](b, b.simOf(q))
			equal(b, "after the estimate", b.counter("fj", "2025", "jours"), 0)
			b.force(amc.Forcing{Service: "CLC", Code: "P04", Times: 1})
			b.outcome(b.dossier("2", "2025-06-02", "2025-06-16", q.Lines...), roc.Refuse, "P04")
			equal(b, "after the refusal", b.counter("fj", "2025", "jours"), 0)
			b.clc(q)
			b.clc(b.again(q))
			equal(b, "after the replay", b.counter("fj", "2025", "jours"), 15)
		}},
		{"a cancellation forced away gives nothing back", func(b *bench) {
			id := b.dossier("1", "2025-06-02", "2025-06-16", forfaits("2025-06-02", "2025-06-16", 15)).ClcID
			b.force(amc.Forcing{Service: "DEL", Code: "G06", Times: 1})
			b.outcome(b.del(alpha, id), roc.TropTard, "G06")
			equal(b, "counter", b.counter("fj", "2025", "jours"), 15)
		}},
	}
}

// A year is a hospital that calculates, cancels and waits around a turn of the year.
type year struct {
	*bench
	sent []*roc.CLCRequest
	ids  []string
}

func TestCountersHoldWhatLivingEngagementsDrew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := &year{bench: newBench(t)}
		y.on("2025-12-20")
		t.Repeat(map[string]func(*rapid.T){
			"engage": y.engage,
			"replay": y.replay,
			"cancel": y.cancel,
			"force":  y.forceOne,
			"wait": func(t *rapid.T) {
				y.now = y.now.AddDate(0, 0, rapid.SampledFrom([]int{1, 30, 380, -390}).Draw(t, "days"))
			},
			"": y.check,
		})
	})
}

func (y *year) engage(t *rapid.T) {
	number := func(low, high int, name string) int { return rapid.IntRange(low, high).Draw(t, name) }
	first, days := date("2025-12-01").AddDays(number(0, 50, "from")), number(1, 25, "days")
	from, to := first.String(), first.AddDays(days).String()
	lines := []roc.Line{
		line(1, "PJ", from, to, days, roc.Cents(number(0, 200000, "price")), 80), secondForfaits(from, to, days+1),
		room(3, from, to, days, roc.Cents(number(0, 9000, "room"))),
	}
	lines[0].Overrun = lines[0].Left.Percent(number(0, 60, "overrun"))
	q := y.dossierRequest(fmt.Sprint(number(1, 3, "NDA")), from, to, lines...)
	estimate := ask[*roc.SIMReply](y.bench, y.simOf(q))
	a := y.clc(q)
	if a.Totals != nil && len(y.world.Forcings) == 0 {
		explained(t, lines, a.Lines, y.trace)
	}
	if estimate.Totals != nil && a.Totals != nil && *estimate.Totals != *a.Totals && !y.lapsed() {
		t.Fatalf("estimated %+v, calculated %+v", estimate.Totals, a.Totals)
	}
	y.sent, y.ids = append(y.sent, q), append(y.ids, a.ClcID)
}

// lapsed reports whether the last calculation found an engagement that had lapsed, of which the
// estimate could not know that its days were free again.
func (y *year) lapsed() bool { return strings.Contains(y.why(), "CLC-R05") }

func (y *year) replay(t *rapid.T) {
	if len(y.sent) == 0 {
		t.Skip("nothing sent yet")
	}
	before := maps.Clone(y.tx.Counters)
	y.clc(y.again(rapid.SampledFrom(y.sent).Draw(t, "which")))
	if !maps.Equal(before, y.tx.Counters) {
		t.Fatalf("a replay moved the counters from %v to %v", before, y.tx.Counters)
	}
}

func (y *year) cancel(t *rapid.T) {
	if len(y.ids) == 0 {
		t.Skip("nothing sent yet")
	}
	if id := rapid.SampledFrom(y.ids).Draw(t, "which"); id != "" {
		y.del(alpha, id)
	}
}

func (y *year) forceOne(t *rapid.T) {
	y.world = y.world.WithoutForcings()
	switch rapid.IntRange(0, 2).Draw(t, "what") {
	case 0:
		y.force(amc.Forcing{Service: "CLC", Code: "P04"})
	case 1:
		y.force(amc.Forcing{Service: "DEL", Code: "G06"})
	}
}

func (y *year) check(t *rapid.T) {
	sums := map[string]int{}
	for _, e := range y.tx.ByRequest {
		if e.LiveKey == "" && len(e.Draws) > 0 {
			t.Fatalf("engagement %s has ended, and holds %v", e.ClcID, e.Draws)
		}
		for _, d := range e.Draws {
			sums[d.Counter] += d.N
		}
	}
	limits := map[string]int{"tm": 200000, "fj": 20, "chambre": 30, "depassement": 10000}
	for key, n := range y.tx.Counters {
		fields := strings.Fields(key)
		if fields[0] != "garantie" {
			continue
		}
		if high := limits[fields[4]]; n != sums[key] || n < 0 || n > high {
			t.Fatalf("%s counts %d: engagements hold %d, the limit is %d", key, n, sums[key], high)
		}
		delete(sums, key)
	}
	if len(sums) > 0 {
		t.Fatalf("drawn on no counter: %v", sums)
	}
}
