package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// A cause is why a contract leaves a part of what it is offered.
type cause int

// The causes, the one that explains a line first.
const (
	noRights cause = iota
	inWaiting
	houseLimit
	daysOfStay
	daysOfYear
	ceilingOfYear
	ceilingOfStay
	ceilingOfDay
	beyondRate
	causes // how many there are
)

// A taking is what one contract takes of an offer, and why not more.
type taking struct {
	use     *use
	covered bool // the guarantee has the family
	rate    int  // percent of it that the guarantee takes
	paid    roc.Cents
	lost    [causes]roc.Cents // they sum to what is left
	met     met
}

// What was met of the limits by year: the first year that each of them bound, and what that year had
// spent before this line.
type met struct {
	centsYear, centsBefore int
	daysYear, daysBefore   int
}

// take says what a contract takes of an offer, and notes it in the contract's books.
func (c *Case) take(u *use, o *offer) taking {
	limits := u.guarantee.limits(o.kind)
	t := taking{use: u, covered: limits != nil}
	if !t.covered {
		return t
	}
	entitled := c.entitled(&t, o)
	if *limits == (Limits{}) && len(c.Sharing.uses) == 1 && len(c.Sharing.ceilings) == 0 && u.right.holds(o.span) {
		t.paid, t.lost[beyondRate] = min(entitled, o.left), o.whole-entitled
	} else {
		w := walk{taking: &t, offer: o, limits: limits, book: u.book(o.kind), sharing: &c.Sharing}
		w.through(entitled)
	}
	t.settle(o)
	return t
}

// entitled is what the guarantee takes of an offer before any limit: its rate, or for an overrun
// what its percentage of the base leaves above the base.
func (c *Case) entitled(t *taking, o *offer) roc.Cents {
	if o.kind != kindOverrun {
		t.rate = t.use.guarantee.family(o.kind).Rate
		return o.whole.Percent(t.rate)
	}
	t.rate = t.use.guarantee.Overrun.Other
	if e := o.line.Executor; e != nil && c.World.optamOf(e, o.line.From) != noOPTAM {
		t.rate = t.use.guarantee.Overrun.OPTAM
	}
	return min(o.whole, o.line.Base.Percent(t.rate-100))
}

// settle makes the causes sum to what this contract leaves. Where another AMC has already paid a
// part, it paid what this one refuses first.
func (t *taking) settle(o *offer) {
	excess := t.paid - o.left
	for _, lost := range t.lost {
		excess += lost
	}
	for i := range t.lost {
		cut := min(t.lost[i], excess)
		t.lost[i] -= cut
		excess -= cut
	}
}

// cause returns the first cause that took something away.
func (t *taking) cause() cause {
	for i, lost := range t.lost {
		if lost > 0 {
			return cause(i)
		}
	}
	return causes
}

// reason returns the code that a line taken so carries.
func (t *taking) reason(o *offer) string {
	switch first := t.cause(); {
	case !t.covered || first == beyondRate:
		return t.beyond(o.kind)
	case first == noRights && t.paid == 0:
		return "P03"
	case first == noRights:
		return "R03"
	case first == inWaiting:
		return "D05"
	case first == daysOfStay, first == daysOfYear:
		return "R02"
	}
	return "R01"
}

// beyond is the code of what the guarantee does not take, whatever its limits.
func (t *taking) beyond(kind Kind) string {
	switch {
	case kind == kindOverrun:
		return "P07"
	case !t.covered:
		return "P02"
	}
	return "R01"
}

// A walk goes through the days of an offer under the rights and the limits of one contract.
type walk struct {
	*taking
	*offer
	limits  *Limits
	book    *book
	sharing *sharing
	year    yearBook
}

// through takes each day's part. The rate holds on the sum of the days so far, so that nothing is lost
// by rounding day after day, nor between contracts that share a line by percentages.
func (w *walk) through(entitled roc.Cents) {
	if w.days < 1 {
		w.lost[noRights] = w.left
		return
	}
	if w.gone == nil && len(w.sharing.uses) > 1 {
		w.gone = make([]roc.Cents, w.days)
	}
	var due, offered, reached roc.Cents
	for i := range w.days {
		day, part := w.first.AddDays(i), w.of(w.whole, i)
		if w.gone != nil {
			part -= w.gone[i]
		}
		if left := w.use.right.leaves(day, w.use.guarantee, w.limits); left != causes {
			w.lost[left] += part
			continue
		}
		due += w.of(entitled, i)
		offered += part
		more := max(0, min(due, offered)-reached)
		reached += more
		w.lost[beyondRate] += part - more
		paid := w.day(day, more)
		w.paid += paid
		if w.gone != nil {
			w.gone[i] += paid
		}
	}
}

// day takes a day's part under the limits.
func (w *walk) day(day roc.Date, part roc.Cents) roc.Cents {
	if part == 0 {
		return 0
	}
	w.year.turnTo(day, w)
	spent, at := w.book.on(day)
	if spent == 0 {
		switch {
		case w.limits.StayDays > 0 && w.book.past+len(w.book.days) >= int(w.limits.StayDays):
			w.lost[daysOfStay] += part
			return 0
		case w.limits.YearDays > 0 && w.year.days.total() >= int(w.limits.YearDays):
			w.lost[daysOfYear] += part
			w.meetDays()
			return 0
		}
	}
	paid := w.under(part, w.limits.PerDay, spent, ceilingOfDay)
	paid = w.under(paid, w.limits.PerStay, w.book.paid, ceilingOfStay)
	if w.limits.PerYear > 0 {
		within := w.under(paid, w.limits.PerYear, roc.Cents(w.year.cents.total()), ceilingOfYear)
		if within < paid {
			w.meetCents()
		}
		paid = within
	}
	if paid = w.underHouse(day, min(paid, w.left-w.paid)); paid > 0 {
		w.book.note(day, at, paid)
		w.year.note(paid, spent == 0)
	}
	return paid
}

// under returns what a ceiling lets through, and notes what it does not.
func (w *walk) under(amount roc.Cents, ceiling Ceiling, spent roc.Cents, why cause) roc.Cents {
	if ceiling == 0 {
		return amount
	}
	within := min(amount, max(0, roc.Cents(ceiling)-spent))
	w.lost[why] += amount - within
	return within
}

func (w *walk) meetDays() {
	if w.met.daysYear == 0 {
		w.met.daysYear, w.met.daysBefore = w.year.year, w.year.daysBefore
	}
}

func (w *walk) meetCents() {
	if w.met.centsYear == 0 {
		w.met.centsYear, w.met.centsBefore = w.year.year, w.year.centsBefore
	}
}
