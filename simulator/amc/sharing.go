package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// A sharing is a set of lines while their amounts are shared between the contracts and the patient.
type sharing struct {
	Lines    []roc.Line
	Totals   *roc.Totals
	From, To roc.Date // of the stay or the visit
	Venue    venue    // the days on which a line may fall
	Nature   string   // nature d'assurance; empty where the request does not say it
	FJPayer  string
	Context  roc.Context

	shares  []share  // one per line
	uses    []use    // contracts that pay here, in rank order
	tallies []*tally // what limits by year have to reckon with
	// ceilings are those of the world's own rules: they bound what the contracts take together.
	ceilings []*houseCeiling
}

// A share is what the contracts take of one line.
type share struct {
	kind   Kind
	paid   roc.Cents
	reason string // code, where the contracts take less than asked
	limit  string // French, what limited them
}

// A use is one contract and what this sharing has drawn on it so far.
type use struct {
	right     *Right
	guarantee *Guarantee
	books     []book // one per limited family met so far
}

func newSharing(lines []roc.Line, totals *roc.Totals, from, to roc.Date, context roc.Context) sharing {
	if to.IsZero() {
		to = from
	}
	return sharing{
		Lines: lines, Totals: totals, From: from, To: to, Context: context,
		shares: make([]share, len(lines)),
	}
}

// An offer is a part of a line, shown to each contract in rank order.
type offer struct {
	span
	line  *roc.Line
	kind  Kind        // which family answers for it
	whole roc.Cents   // what the AMO leaves of it
	left  roc.Cents   // what nobody has taken yet
	gone  []roc.Cents // what the contracts before took of each day; nil: nothing
}

// share offers a part of each line of a kind to the contracts; each answers for the family answering
// on what the ones before have left. What remains in the end, the last contract that covers the
// family explains: it is the one that leaves it for good.
func (c *Case) share(kind, answering Kind, part func(*roc.Line) (whole, asked roc.Cents)) {
	for i := range c.Sharing.Lines {
		l, s := &c.Sharing.Lines[i], &c.Sharing.shares[i]
		if s.kind != kind {
			continue
		}
		if whole, asked := part(l); asked > 0 {
			c.offer(s, &offer{span: spanOf(l), line: l, kind: answering, whole: whole, left: asked})
		}
	}
}

func (c *Case) offer(s *share, o *offer) {
	var last taking
	said := -1
	for i := range c.Sharing.uses {
		u := &c.Sharing.uses[i]
		t := c.take(u, o)
		c.explain(u, o, &t)
		s.paid += t.paid
		o.left -= t.paid
		if said < 0 || t.covered {
			said, last = len(c.trace)-1, t
		}
		if o.left == 0 {
			break
		}
	}
	refused := o.left - c.capped(o, o.left)
	if o.left == 0 || said < 0 {
		return
	}
	c.trace[said].Refused = refused
	if s.reason == "" {
		s.reason, s.limit = last.reason(o), string(c.appendLimit(nil, &last, o, last.cause()))
	}
}

// whole is the part of a line that calls on one family only. What another AMC has paid is not asked.
func whole(l *roc.Line) (whole, asked roc.Cents) { return l.Left, l.Requested() }

// overrunOf is the part of a line above its base: the one said, or the one that its amounts show.
func overrunOf(l *roc.Line) roc.Cents {
	over := l.Overrun
	if l.Base > 0 {
		over = max(over, l.Total-l.Base)
	}
	return min(over, l.Left)
}

// copayment is what a line asks besides the overrun. What another AMC has paid counts here first.
func copayment(l *roc.Line) (whole, asked roc.Cents) {
	over := overrunOf(l)
	return l.Left - over, max(0, l.Requested()-over)
}

func overrun(l *roc.Line) (whole, asked roc.Cents) {
	_, rest := copayment(l)
	return overrunOf(l), l.Requested() - rest
}

// refuseLine sets a line aside: nothing is paid, for the reason of the code and because.
func (c *Case) refuseLine(i int, code, because string) {
	l, s := &c.Sharing.Lines[i], &c.Sharing.shares[i]
	s.kind = ""
	asked := l.Requested()
	if asked > 0 {
		s.reason, s.limit = code, because
	}
	text := append(appendLine(nil, l), " : rien, "...)
	c.sayOf(l, string(append(append(text, because...), '.')), 0, asked)
}

// replies writes the shares as the answer carries them, with their sums. What the contracts leave
// is the patient's: with AMO, other AMC and AMC it makes up what was billed.
func (c *Case) replies() ([]roc.LineReply, *roc.TotalsReply) {
	s := &c.Sharing
	lines, totals := make([]roc.LineReply, len(s.Lines)), new(roc.TotalsReply)
	for i := range s.Lines {
		l, part := &s.Lines[i], &s.shares[i]
		lines[i] = roc.LineReply{
			ID:          l.ID,
			AMC:         part.paid,
			Patient:     l.Total - l.AMO - l.OtherAMC - part.paid,
			Reason:      part.reason,
			ReasonLabel: c.label(part.reason),
			LimitUsed:   part.limit,
			OPTAM:       c.Chain.optamOf(i),
		}
		totals.AMC += part.paid
		totals.Patient += lines[i].Patient
	}
	return lines, totals
}

// reason returns the first code that explains a line taken in part or not at all.
func (s *sharing) reason() string {
	for i := range s.shares {
		if s.shares[i].reason != "" {
			return s.shares[i].reason
		}
	}
	return ""
}
