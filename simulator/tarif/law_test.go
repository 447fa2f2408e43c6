package tarif

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// dayByDay: the bill is that of the day-by-day computation, written a second time and without a line:
// each night owes a ticket or a forfait, the head of the stay the greater of their sums, the exit day
// its forfait. It rounds nothing, so that it is right within a cent for each line of ticket.
func (l law) dayByDay(s Stay, bill Bill) string {
	if !s.continuous() || s.GHS > 0 || s.lastNight().Before(s.Entry) {
		return ""
	}
	c, err := l.head.circumstances(&s.Situation)
	before, linked, err2 := s.before()
	if err != nil || err2 != nil {
		return "refused"
	}
	for _, a := range s.Acts {
		costly, err := l.head.Costly(a)
		if err != nil {
			return "refused"
		}
		linked = linked || costly || invasiveSum(s.Acts, a.From) >= 12000 && a.Invasive && a.Code != "ADI" &&
			a.Code != "ADA" && a.Code != "SDE"
	}
	code := "FJ"
	if s.Domain == psychiatry {
		code = "FJ_PSY"
	}
	var tickets, disputed, alone, rest int // in hundredths of a cent
	rank := before
	for i := 0; i <= s.Exit.DaysSince(s.Entry); i++ {
		day := s.Entry.AddDays(i)
		e := c.on(day)
		r, _ := l.head.Rate(code, day)
		forfait := int(r.Amount) * 100
		if e.noFJ != nil || s.Kind == atHome {
			forfait = 0
		}
		if day == s.Exit && s.ExitMode != inProgress {
			if s.ExitMode == home {
				rest += forfait
				if e.noTM == nil && tickets > 0 {
					alone += forfait
				}
			}
			break
		}
		if onLeave(s, day) {
			continue
		}
		rank++
		price, _ := l.head.TNJP(s.DMT, s.Tariff, day)
		rate := 80
		if e.rate > 0 {
			rate = e.rate
		}
		switch {
		case linked || e.noTM != nil || rank > 30:
			rest += forfait
		case forfait == 0:
			rest += int(price.Amount) * (100 - rate)
		default:
			tickets += int(price.Amount) * (100 - rate)
			disputed += forfait
		}
	}
	gap := tickets - disputed - alone
	if gap > -500 && gap < 500 { // to the rounding: either side
		return ""
	}
	if gap > 0 {
		rest += tickets
	} else {
		rest += disputed
	}
	got := 0
	for _, line := range bill.Lines {
		if line.Nature == TM || line.Nature == FJ || line.Nature == FJExit {
			got += int(line.Left) * 100
		}
	}
	if off := got - rest; off > 500 || off < -500 {
		return "day by day it leaves " + roc.Cents(rest/100).String() + ", not " + roc.Cents(got/100).String()
	}
	return ""
}

func onLeave(s Stay, day roc.Date) bool {
	return slices.ContainsFunc(s.Leaves, func(l Leave) bool { return !day.Before(l.From) && !day.After(l.last()) })
}

func invasiveSum(acts []Prestation, day roc.Date) roc.Cents {
	var sum roc.Cents
	for _, a := range acts {
		if a.Invasive && a.From == day && a.Code != "ADI" && a.Code != "ADA" && a.Code != "SDE" {
			sum += a.Base * roc.Cents(a.Quantity)
		}
	}
	return sum
}

// longer: one more night never leaves less. Not so of a GHS: its ticket modérateur is the same however
// long the stay, and gives way to the forfaits when they reach it, which takes off the exit day's.
func (l law) longer(s Stay, bill Bill) string {
	if s.GHS > 0 || s.Kind == ambulatory {
		return ""
	}
	s.Exit = s.Exit.AddDays(1)
	more, err := l.head.Stay(s)
	switch {
	case err != nil:
		return refused(err, s)
	case Left(more.Lines) < Left(bill.Lines):
		return "one more night leaves less"
	}
	return ""
}

// split: a stay cut at any date, its pieces chained, leaves as much as the whole, to a cent for each line
// of ticket modérateur. The cut is a mutation, which owes no exit day. Exceptions, each of the law: a
// GHS does not divide; a costly act in the second piece comes too late for the ticket of the first, or
// for a participation that the situation of the first barred; and each piece decides by itself whether
// its ticket exceeds its forfaits, so that where the pieces do not decide as the whole did they may leave
// more than it, or less by one forfait of exit day at most.
func (l law) split(d die, s Stay, bill Bill) string {
	nights := s.Exit.DaysSince(s.Entry)
	if s.GHS > 0 || !s.continuous() || nights < 2 {
		return ""
	}
	cut := s.Entry.AddDays(1 + d(nights-1))
	if onLeave(s, cut) {
		return "" // the patient is not there to be moved
	}
	first, second := s, s
	away := 0
	first.Leaves, second.Leaves = nil, nil
	for _, l := range s.Leaves {
		if l.From.After(cut) {
			second.Leaves = append(second.Leaves, l)
		} else {
			first.Leaves, away = append(first.Leaves, l), away+daySpan{l.From, l.last()}.days()
		}
	}
	first.Exit, first.ExitMode, second.Entry = cut, mutation, cut
	first.Acts, second.Acts = parted(s.Acts, cut)
	first.Supplement, second.Supplement = parted(s.Supplement, cut)
	for i := range first.Supplement {
		first.Supplement[i].To = roc.Date{} // a room may go on after the cut
	}
	one, err := l.head.Stay(first)
	if err != nil {
		return refused(err, s)
	}
	costly := false
	for i := range s.Acts { // fees come with a GHS only
		r, err := l.head.reach(s.Acts, i, sameDay)
		if err != nil {
			return "refused: " + err.Error()
		}
		if r.act != nil && !r.act.From.Before(cut) && !costly {
			return "" // the act comes too late
		}
		costly = costly || r.act != nil
	}
	if bears(bill) && !bears(one) {
		return "" // the situation of the first piece barred its participation, that of the second does not
	}
	second.Chain = append([]Earlier{{Entry: s.Entry, Exit: cut, PAS: costly, Away: away}}, s.Chain...)
	two, err := l.head.Stay(second)
	if err != nil {
		return refused(err, s)
	}
	off := Left(one.Lines) + Left(two.Lines) - Left(bill.Lines)
	const rounding = 5
	exit := roc.Cents(0)
	if a, b, c := side(one), side(two), side(bill); a|b|c == ticketSide|forfaitSide {
		exit = 2300
		if off > rounding {
			return ""
		}
	}
	if off > rounding || off < -rounding-exit {
		return "its pieces leave " + off.String() + " more than the whole, cut on " + cut.String()
	}
	return ""
}

func bears(b Bill) bool {
	return slices.ContainsFunc(b.Lines, func(l Line) bool { return l.Nature == PAS })
}

// The sides that a comparison of ticket and forfaits can choose.
const (
	ticketSide = 1 << iota
	forfaitSide
)

func side(b Bill) int {
	sides := 0
	for _, l := range b.Lines {
		switch l.Rule {
		case "TAR-TM":
			sides |= ticketSide
		case "TAR-MAX":
			sides |= forfaitSide
		}
	}
	return sides
}

func parted(all []Prestation, cut roc.Date) (before, after []Prestation) {
	for _, p := range all {
		if p.From.Before(cut) {
			before = append(before, p)
		} else {
			after = append(after, p)
		}
	}
	return before, after
}
