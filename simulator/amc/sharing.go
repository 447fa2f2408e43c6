package amc

import (
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A sharing is a set of lines while their amounts are shared between the contracts and the patient.
type sharing struct {
	Lines    []roc.Line
	Totals   *roc.Totals
	From, To roc.Date // of the stay or the visit
	Context  roc.Context

	shares []share // one per line
	uses   []use   // contracts that pay here, in rank order
}

// A share is what the contracts take of one line.
type share struct {
	kind   Kind
	paid   roc.Cents
	reason string // code, where the contracts take less than asked
	limit  string // French, the ceiling that was applied
}

// A use is one contract and what this sharing has drawn on it so far.
type use struct {
	right     *Right
	guarantee *Guarantee
	fjDays    int
	room      daybook
	companion daybook
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

// A taking is what one contract takes of one line, and why not more.
type taking struct {
	amount roc.Cents
	reason string
	limit  string
}

// share offers a part of each line of a kind, as ask finds it, to each contract in rank order; each
// contract answers with take, on what the ones before have left.
func (c *Case) share(kind Kind, ask func(*roc.Line) roc.Cents, take func(*use, span) taking) {
	for i := range c.Sharing.Lines {
		l, s := &c.Sharing.Lines[i], &c.Sharing.shares[i]
		if s.kind != kind {
			continue
		}
		left, why := ask(l), taking{}
		for j := range c.Sharing.uses {
			if left <= 0 {
				break
			}
			u := &c.Sharing.uses[j]
			t := take(u, spanOf(l))
			paid := min(t.amount, left)
			c.explain(l, u, paid, left, t)
			s.paid += paid
			left -= paid
			if why.reason == "" || why.reason == "P02" { // what limited a payment explains more than its absence
				why = t
			}
		}
		if left > 0 && s.reason == "" {
			s.reason, s.limit = why.reason, why.limit
		}
	}
}

// requested is the ask of a line that calls on one guarantee only.
func requested(l *roc.Line) roc.Cents { return l.Requested() }

// refuseLine sets a line aside: nothing is paid, for the reason of the code.
func (c *Case) refuseLine(i int, code string) {
	l, s := &c.Sharing.Lines[i], &c.Sharing.shares[i]
	s.kind = ""
	if l.Requested() > 0 {
		s.reason = code
	}
	c.say(string(appendLine(nil, l)) + " : " + c.label(code))
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
