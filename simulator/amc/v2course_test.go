package amc_test

import "github.com/roc-miroir/miroir/simulator/roc"

func courseScenarios() []scenario {
	return []scenario{
		{"the days of ticket modérateur are counted from one period to the next", func(b *bench) {
			b.counted(b.engage(b.first(alpha)).Counters, 10, "2025-06-11", false)
			b.counted(b.engage(b.second(alpha)).Counters, 20, "2025-06-21", false)
			last := b.engage(b.last(alpha))
			b.counted(last.Counters, 24, "2025-06-25", false)
			b.counted(b.idb("P01", alpha, "2025-06-12", "").Counters, 10, "2025-06-11", false)
			b.outcome(b.del(alpha, last.ClcID), roc.OK, "")
			b.counted(b.idb("P01", alpha, "2025-06-26", "").Counters, 0, "", false)
			b.counted(b.idb("P01", alpha, "2025-06-22", "").Counters, 20, "2025-06-21", false)
		}},
		{"E9: the days count from one establishment to the next, and a night between ends them", func(b *bench) {
			mco := b.idb("P02", alpha, "2025-06-02", "2025-06-12")
			q := b.clcRequest("P02", alpha, mco.IdbID, "2025-06-02", "2025-06-12",
				line(1, "PJ", "2025-06-02", "2025-06-12", 10, 114196, 80))
			a := b.clc(q)
			b.shared(a, roc.Accepte, "", 228392, 0)
			b.counted(a.Counters, 10, "2025-06-11", false)
			b.eg = clinic
			smr := b.idb("P02", alpha, "2025-06-12", "2025-07-07", func(q *roc.IDBRequest) { q.Domain = "SMR" })
			b.counted(smr.Counters, 10, "2025-06-11", false)
			b.counted(b.idb("P02", alpha, "2025-06-13", "").Counters, 0, "", false)
			q = b.clcRequest("P02", alpha, smr.IdbID, "2025-06-12", "2025-07-07",
				line(1, "PJ", "2025-06-12", "2025-07-02", 20, 27706, 80),
				line(2, "FJ", "2025-07-02", "2025-07-07", 6, 2000, 0))
			q.Venue.Domain = "SMR"
			a = b.clc(q)
			b.shared(a, roc.Accepte, "", 110824+12000, 0)
			b.counted(a.Counters, 30, "2025-07-01", false)
		}},
		{"E24: the whole stay is counted where its ticket modérateur is that of the GHS", func(b *bench) {
			ghs := line(1, "GHS", "2025-06-02", "2025-06-05", 1, 150000, 80)
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-05", ghs,
				line(2, "FJ", "2025-06-05", "2025-06-05", 1, 2000, 0))
			b.shared(a, roc.Accepte, "", 32000, 0)
			b.counted(a.Counters, 3, "2025-06-04", false)
		}},
		{"the participation is taken once for the stays that follow one another", func(b *bench) {
			surgery := pas(1, "2025-06-02", 2400)
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-05", surgery)
			b.counted(a.Counters, 0, "", true)
			b.eg = clinic
			next := pas(1, "2025-06-05", 2400)
			again := b.stay("P01", alpha, "2025-06-05", "2025-06-09", next,
				line(2, "FJ", "2025-06-05", "2025-06-09", 5, 2000, 0))
			b.shared(again, roc.Partiel, "P06", 10000, 2400)
			b.counted(again.Counters, 0, "", true)
		}},
		{"a visit counts nothing", func(b *bench) {
			id := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Context = roc.ACE })
			q := b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-02", consultation("2025-06-02"))
			q.Venue.Kind = "ACE"
			a := b.clc(q)
			b.outcome(a, roc.Accepte, "")
			equal(b, "counters", id.Counters == nil && a.Counters == nil, true)
		}},
	}
}
