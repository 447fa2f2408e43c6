package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A span is a line spread over its days, so that each day can be judged by the rights and the
// limits of that day.
type span struct {
	first roc.Date
	days  int
}

// spanOf spreads a line: a quantity of n counts n days from the first, never more than the line's
// dates hold. A forfait (quantity 1) belongs to its first day. Reversed dates hold no day.
func spanOf(l *roc.Line) span {
	to := l.To
	if to.IsZero() {
		to = l.From
	}
	return span{first: l.From, days: min(max(1, l.Quantity), to.DaysSince(l.From)+1)}
}

// of returns the part of an amount that falls on day i. The parts sum to the amount exactly.
func (s span) of(amount roc.Cents, i int) roc.Cents {
	n := roc.Cents(s.days)
	return amount*roc.Cents(i+1)/n - amount*roc.Cents(i)/n
}

// last is the last day of a span that has one.
func (s span) last() roc.Date { return s.first.AddDays(s.days - 1) }

// A book notes what one contract paid of one family in this sharing.
type book struct {
	kind Kind
	paid roc.Cents
	days []paidDay // in the order of the calendar
	past int       // days on which earlier periods of the stay paid; what they paid is in paid
}

type paidDay struct {
	day  roc.Date
	paid roc.Cents
}

// book returns the contract's book of a family, to be used before the next one is asked for.
func (u *use) book(kind Kind) *book {
	for i := range u.books {
		if u.books[i].kind == kind {
			return &u.books[i]
		}
	}
	u.books = append(u.books, book{kind: kind})
	return &u.books[len(u.books)-1]
}

// on returns what was paid on a day, and where the day stands or would stand.
func (b *book) on(day roc.Date) (paid roc.Cents, at int) {
	at, known := slices.BinarySearchFunc(b.days, day, func(p paidDay, d roc.Date) int { return p.day.DaysSince(d) })
	if known {
		paid = b.days[at].paid
	}
	return paid, at
}

// note adds a payment to the day that stands at a place, or puts the day there.
func (b *book) note(day roc.Date, at int, paid roc.Cents) {
	b.paid += paid
	if at < len(b.days) && b.days[at].day == day {
		b.days[at].paid += paid
		return
	}
	if b.days == nil {
		b.days = make([]paidDay, 0, 16)
	}
	b.days = slices.Insert(b.days, at, paidDay{day, paid})
}
