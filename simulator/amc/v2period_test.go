package amc_test

import "github.com/roc-miroir/miroir/simulator/roc"

func periodScenarios() []scenario {
	return []scenario{
		{"three periods that follow one another have an engagement each", func(b *bench) {
			one, two := b.engage(b.first(alpha)), b.engage(b.second(alpha))
			three := b.engage(b.last(alpha))
			equal(b, "engagements", len(b.engaged()), 3)
			equal(b, "sum", one.Totals.AMC+two.Totals.AMC+three.Totals.AMC, 24*5000+2000)
			equal(b, "period", two.Period, days(2, "2025-06-12", "2025-06-21"))
			equal(b, "guarantee of a stay that goes on", one.GuaranteedUntil, date("2026-06-11"))
		}},
		{"a period engaged already is shown", func(b *bench) {
			one := b.engage(b.first(alpha))
			again := b.clc(b.first(alpha))
			b.outcome(again, roc.Refuse, "G02")
			equal(b, "number", again.ClcID, one.ClcID)
			equal(b, "period", again.Period.Index, 1)
		}},
		{"a period that overlaps the one before is refused", func(b *bench) {
			one := b.engage(b.first(alpha))
			q := b.second(alpha)
			q.Period.From = date("2025-06-11")
			a := b.clc(q)
			b.outcome(a, roc.Refuse, "G09")
			equal(b, "number", a.ClcID, one.ClcID)
		}},
		{"a stay billed at once and by periods overlaps", func(b *bench) {
			whole := b.last(alpha)
			whole.Period = roc.BillingPeriod{}
			one := b.engage(b.first(alpha))
			b.outcome(b.clc(whole), roc.Refuse, "G09")
			b.del(alpha, one.ClcID)
			b.engage(b.again(whole2(b, whole)))
			b.outcome(b.clc(b.first(alpha)), roc.Refuse, "G09")
		}},
		{"a gap before a period is refused", func(b *bench) {
			b.engage(b.first(alpha))
			q := b.second(alpha)
			q.Period.From = date("2025-06-13")
			b.outcome(b.clc(q), roc.Refuse, "G10")
			b.says("La période 2 commence le 13/06/2025 ; la période 1 va du 02/06/2025 au 11/06/2025.")
			b.outcome(b.clc(b.last(alpha)), roc.Refuse, "G10")
			b.says("La période 2 n'est pas engagée : la période 3 ne peut pas l'être.")
		}},
		{"nothing follows the final period", func(b *bench) {
			q := b.first(alpha)
			q.Period.Final, q.Venue.Exit = true, date("2025-06-11").Time()
			b.engage(q)
			b.outcome(b.clc(b.second(alpha)), roc.Refuse, "G10")
		}},
		{"a period outside its stay is refused", func(b *bench) {
			for _, bend := range []func(*roc.CLCRequest){
				func(q *roc.CLCRequest) { q.Period.From = date("2025-06-03") },
				func(q *roc.CLCRequest) { q.Period.From = date("2025-06-01") },
				func(q *roc.CLCRequest) { q.Period.To = date("2025-06-01") },
				func(q *roc.CLCRequest) { q.Period.Final = true },
				func(q *roc.CLCRequest) { q.Venue.Exit = date("2025-06-10").Time() },
				func(q *roc.CLCRequest) { q.Period.Final, q.Venue.Exit = true, date("2025-06-12").Time() },
			} {
				q := b.first(alpha)
				bend(q)
				b.outcome(b.clc(q), roc.Refuse, "G10")
			}
		}},
		{"rights that end inside a period pay its days until then", func(b *bench) {
			b.on("2025-08-20")
			id := b.idb("P01", alpha, "2025-08-20", "2025-09-10")
			q := b.clcRequest("P01", alpha, id.IdbID, "2025-08-20", "2025-09-10",
				nights("2025-08-20", "2025-09-08", 20))
			q.Period = days(1, "2025-08-20", "2025-09-08")
			b.shared(b.clc(q), roc.Partiel, "R03", 12*5000, 8*5000)
		}},
		{"limits by stay go on from one period to the next, and start again once cancelled", func(b *bench) {
			rooms := func(q *roc.CLCRequest, from, to string, n int) *roc.CLCRequest {
				q.Lines = append(q.Lines, room(3, from, to, n, 5000))
				q.Totals = totals(q.Lines)
				return q
			}
			b.engage(rooms(b.first(alpha), "2025-06-02", "2025-06-06", 5))
			second := rooms(b.second(alpha), "2025-06-12", "2025-06-16", 5)
			a := b.clc(second)
			b.shared(a, roc.Partiel, "R01", 50000+15000, 10000)
			equal(b, "limit", a.Lines[1].LimitUsed, "400,00\u00a0€ par séjour")
			b.shared(b.clc(rooms(b.last(alpha), "2025-06-22", "2025-06-25", 4)), roc.Partiel, "R01", 22000, 20000)
			b.outcome(b.del(alpha, b.engagedOn(3).ClcID), roc.OK, "")
			b.outcome(b.del(alpha, a.ClcID), roc.OK, "")
			b.shared(b.clc(rooms(b.second(alpha), "2025-06-12", "2025-06-16", 5)), roc.Partiel, "R01", 65000, 10000)
		}},
		{"a period that lapsed is engaged again as it was, or not at all", func(b *bench) {
			b.engage(b.first(alpha))
			b.engage(b.second(alpha))
			b.on("2026-06-15")
			again := func(to string, final bool) *roc.CLCReply {
				b.on("2025-06-20")
				q := b.first(alpha)
				b.on("2026-06-15")
				q.Period.To, q.Period.Final = date(to), final
				return b.clc(q)
			}
			b.outcome(again("2025-06-12", false), roc.Refuse, "G09")
			b.outcome(again("2025-06-10", false), roc.Refuse, "G10")
			b.outcome(again("2025-06-11", false), roc.Accepte, "")
		}},
		{"a dossier has one chain, whatever day is said to be that of the entry", func(b *bench) {
			b.engage(b.first(alpha))
			q := b.period(alpha, days(1, "2025-06-14", "2025-06-16"), "", nights("2025-06-14", "2025-06-16", 3))
			q.Venue.Entry = date("2025-06-14").Time()
			b.outcome(b.clc(q), roc.Refuse, "G02")
			whole := b.last(alpha)
			whole.Period, whole.Venue.Entry = roc.BillingPeriod{}, date("2025-06-03").Time()
			b.outcome(b.clc(whole), roc.Refuse, "G09")
		}},
		{"days by stay go on too", func(b *bench) {
			q := b.first(alpha)
			q.Lines = append(q.Lines, room(3, "2025-06-02", "2025-06-09", 8, 1000))
			q.Totals = totals(q.Lines)
			b.engage(q)
			q = b.second(alpha)
			q.Lines = append(q.Lines, room(3, "2025-06-12", "2025-06-16", 5, 1000))
			q.Totals = totals(q.Lines)
			b.shared(b.clc(q), roc.Partiel, "R02", 50000+2000, 3000)
		}},
	}
}

// whole2 is the same calculation under another number: the first was refused for good.
func whole2(b *bench, q *roc.CLCRequest) *roc.CLCRequest {
	next := *q
	next.ClcRequestID = b.header("").MessageID
	return &next
}

// engagedOn is the living engagement of a period.
func (b *bench) engagedOn(index int) *roc.CLCReply {
	b.Helper()
	for _, e := range b.engaged() {
		if e.Reply.Period.Index == index {
			return &e.Reply
		}
	}
	b.Fatalf("period %d is not engaged", index)
	return nil
}

func cancellationScenarios() []scenario {
	chain := func(b *bench, number string) (one, two, three *roc.CLCReply) {
		return b.engage(b.first(number)), b.engage(b.second(number)), b.engage(b.last(number))
	}
	return []scenario{
		{"a period is cancelled after those that follow it", func(b *bench) {
			one, two, three := chain(b, alpha)
			b.outcome(b.del(alpha, one.ClcID), roc.Refuse, "G08")
			b.says("La période 3 est engagée sous le numéro " + three.ClcID + " : elle s'annule d'abord.")
			b.outcome(b.del(alpha, two.ClcID), roc.Refuse, "G08")
			equal(b, "engagements", len(b.engaged()), 3)
			for _, a := range []*roc.CLCReply{three, two, one} {
				d := b.del(alpha, a.ClcID)
				b.outcome(d, roc.OK, "")
				equal(b, "period", d.Period, a.Period)
			}
			equal(b, "engagements", len(b.engaged()), 0)
			b.engage(b.first(alpha))
		}},
		{"where the AMC cascades, the periods that follow are cancelled first", func(b *bench) {
			one, two, three := chain(b, gamma)
			b.outcome(b.del(gamma, two.ClcID), roc.OK, "")
			b.says("La période 3, engagée sous le numéro " + three.ClcID + ", est annulée.")
			equal(b, "engagements", len(b.engaged()), 1)
			b.outcome(b.del(gamma, three.ClcID), roc.DejaAnnule, "")
			b.outcome(b.del(gamma, one.ClcID), roc.OK, "")
			for key, n := range b.tx.Counters {
				equal(b, key, n, 0)
			}
		}},
		{"a period that is invoiced stops the cascade", func(b *bench) {
			one, _, three := chain(b, gamma)
			for key, e := range b.tx.ByRequest {
				if e.ClcID == three.ClcID {
					e.State = "FACTURE"
					b.tx.ByRequest[key] = e
				}
			}
			b.outcome(b.del(gamma, one.ClcID), roc.Refuse, "G08")
		}},
	}
}
