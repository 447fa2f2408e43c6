package amc_test

import "github.com/roc-miroir/miroir/simulator/roc"

// v2Examples are the worked examples of the dossier, section 5.10, that V2 adds and that are not told
// with the counters (E9, E24) or the fees (E25, E26), as the payer meets them.
func v2Examples() []scenario {
	stay := func(b *bench, domain, kind, to string, lines ...roc.Line) *roc.CLCReply {
		id := b.idb("P01", alpha, "2025-06-02", to, func(q *roc.IDBRequest) { q.Domain = domain })
		q := b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", to, lines...)
		q.Venue.Domain, q.Venue.Kind = domain, kind
		return b.clc(q)
	}
	return []scenario{
		{"E21: twelve nights of psychiatry, exit home", func(b *bench) {
			tm := line(1, "PJ", "2025-06-02", "2025-06-13", 12, 57337, 80)
			a := stay(b, "PSY", "HC", "2025-06-14", tm, line(2, "FJ", "2025-06-14", "2025-06-14", 1, 1500, 0))
			b.shared(a, roc.Accepte, "", 137609+1500, 0)
			b.counted(a.Counters, 12, "2025-06-13", false)
			b.says("1\u202f376,09\u00a0€ sur 1\u202f376,09\u00a0€.")
		}},
		{"E22: four days of day hospital in psychiatry, none of them a night", func(b *bench) {
			var lines []roc.Line
			for i, day := range []string{"2025-06-02", "2025-06-03", "2025-06-04", "2025-06-05"} {
				lines = append(lines, line(i+1, "PJ", day, day, 1, 41381, 80))
			}
			b.shared(stay(b, "PSY", "HDJ", "2025-06-05", lines...), roc.Accepte, "", 33104, 0)
		}},
		{"E23: thirty days of hospitalisation at home, by two periods", func(b *bench) {
			id := b.idb("P01", alpha, "2025-06-02", "2025-07-01", func(q *roc.IDBRequest) { q.Domain = "HAD" })
			b.on("2025-06-08")
			var sum roc.Cents
			for i, p := range []roc.BillingPeriod{
				days(1, "2025-06-02", "2025-06-16"), days(2, "2025-06-17", "2025-07-01"),
			} {
				from, to := p.From.String(), p.To.String()
				q := b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-07-02",
					line(1, "GHT", from, to, 15, 25000, 80))
				q.Period, q.Venue.Domain, q.Venue.Kind = p, "HAD", "HAD"
				a := b.clc(q)
				b.shared(a, roc.Accepte, "", 75000, 0)
				b.counted(a.Counters, 15*(i+1), to, false)
				sum += a.Totals.AMC
			}
			equal(b, "sum", sum, 150000)
		}},
	}
}
