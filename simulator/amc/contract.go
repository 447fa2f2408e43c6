package amc

import (
	"cmp"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A contract is a cover of a beneficiary seen from the dates asked.
type contract struct {
	cover     *Cover
	guarantee *Guarantee
	known     []roc.Period // merged, waiting period included, renewal filled in
	open      []roc.Period // those that touch the dates asked, waiting period removed
}

// contracts lists what covers the person at the insurer, in rank order.
func (w *World) contracts(p *Beneficiary, a *AMC, from, to, today roc.Date) []contract {
	var list []contract
	for i := range p.Covers {
		v := &p.Covers[i]
		if !v.under(a) {
			continue
		}
		g := w.index.guarantees[v.Guarantee]
		renewal := g.Renewal
		if v.Renewal != nil {
			renewal = *v.Renewal
		}
		k := contract{cover: v, guarantee: g, known: merge(v.Periods, renewal.date(today))}
		for _, period := range k.known {
			period.From = period.From.AddDays(g.WaitingDays)
			if touches(period, from, to) {
				k.open = append(k.open, period)
			}
		}
		list = append(list, k)
	}
	slices.SortStableFunc(list, func(a, b contract) int { return cmp.Compare(a.cover.Rank, b.cover.Rank) })
	return list
}

// merge joins the periods that follow one another without a day between them.
func merge(periods []Period, renewal roc.Date) []roc.Period {
	var merged []roc.Period
	for _, p := range periods {
		last := len(merged) - 1
		if last >= 0 && p.From == merged[last].To.AddDays(1) {
			merged[last].To = p.To
			continue
		}
		merged = append(merged, roc.Period{From: p.From, To: p.To, Renewal: renewal})
	}
	return merged
}

// touches reports whether a period has a day in common with the dates from and to.
func touches(p roc.Period, from, to roc.Date) bool {
	if !p.To.IsZero() && (p.To.Before(from) || p.To.Before(p.From)) {
		return false
	}
	return !p.From.After(to)
}

// date returns the last day on which an answer given today may be relied on: so many days later,
// or the next first, fifteenth or last day of a month, today included.
func (r Renewal) date(today roc.Date) roc.Date {
	t := today.Time()
	first := roc.NewDate(t.Year(), t.Month(), 1)
	next := roc.NewDate(t.Year(), t.Month()+1, 1)
	switch r.Mode {
	case renewMonth:
		if today == first {
			return today
		}
		return next
	case renewMidMonth:
		if t.Day() <= 15 {
			return first.AddDays(14)
		}
		return next.AddDays(14)
	case renewMonthEnd:
		return next.AddDays(-1)
	}
	return today.AddDays(r.Days)
}

// right is what an identification remembers of an open contract.
func (k *contract) right() Right {
	return Right{
		Contract:  k.cover.Contract,
		Guarantee: k.cover.Guarantee,
		Rank:      k.cover.Rank,
		C2S:       k.cover.C2S,
		TPACE:     !k.cover.NoTPACE,
		TPSejour:  !k.cover.NoTPSejour,
		Domains:   k.cover.Domains,
		Periods:   k.open,
	}
}

// wire is an open contract as the answer to an IDB shows it.
func (k *contract) wire() roc.Cover {
	return roc.Cover{
		Contract:     k.cover.Contract,
		MemberNumber: k.cover.Member,
		Kind:         k.cover.Kind,
		Level:        k.cover.Level,
		Rank:         k.cover.Rank,
		Responsible:  k.guarantee.Responsible,
		C2S:          k.cover.C2S,
		TPACE:        !k.cover.NoTPACE,
		TPSejour:     !k.cover.NoTPSejour,
		Domains:      k.cover.Domains,
		Periods:      k.open,
	}
}
