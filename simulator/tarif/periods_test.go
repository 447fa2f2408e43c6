package tarif

import (
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// cut draws a legal cutting of a stay into periods.
func (d die) cut(s Stay) []Period {
	var periods []Period
	for from := s.Entry; !from.After(s.Exit); {
		to := earlier(from.AddDays(d(20)), s.Exit)
		periods = append(periods, Period{Index: len(periods) + 1, From: from, To: to,
			Final: to == s.Exit && s.ExitMode != inProgress})
		from = to.AddDays(1)
	}
	return periods
}

// periods: by any legal cutting a stay leaves, nature by nature, what it leaves as a whole; whether it is
// billed at the end, or period after period as it becomes known, each earlier one put right when a later
// fact changes it. And only what decides of the whole (the participation, the side of the comparison)
// changes a period that is past.
func (l law) periods(d die, s Stay, bill Bill) string {
	cut := d.cut(s)
	if err := CheckPeriods(cut); err != nil {
		return "a legal cutting is refused: " + err.Error()
	}
	sum := map[Nature]roc.Cents{}
	for _, p := range cut {
		part, err := l.head.Period(s, p)
		if err != nil {
			return "a period is refused: " + err.Error()
		}
		if broken := addsUp(part); broken != "" {
			return broken
		}
		count(sum, part, 1)
	}
	if !equal(sum, bill) {
		return "its periods do not sum to it"
	}
	return l.regularised(s, bill, cut)
}

// regularised bills each period when it ends, on what is then known, and puts the earlier ones right.
func (l law) regularised(s Stay, bill Bill, cut []Period) string {
	sum := map[Nature]roc.Cents{}
	var engaged []Bill
	decided := ""
	for i, now := range cut {
		known := s
		if i < len(cut)-1 {
			known = s.known(now.To)
		}
		whole, err := l.head.Stay(known)
		if err != nil {
			return refused(err, s) // a costly act that is still to come, at most
		}
		same := decides(whole) == decided
		decided = decides(whole)
		for j, p := range cut[:i+1] {
			p.Final = p.Final && i == len(cut)-1
			part, err := l.head.Period(known, p)
			if err != nil {
				return "a period is refused: " + err.Error()
			}
			if j == i {
				engaged = append(engaged, Bill{})
			} else if same && said(part) != said(engaged[j]) {
				return "a past period changes while nothing that decides does"
			}
			count(sum, engaged[j], -1)
			count(sum, part, 1)
			engaged[j] = part
		}
	}
	if !equal(sum, bill) {
		return "billed as it goes, regularisations included, its periods do not sum to it"
	}
	return ""
}

// known is a stay as it is known at the end of a day, the patient not gone yet.
func (s Stay) known(day roc.Date) Stay {
	s.Exit, s.ExitHour, s.ExitMode = day, "", inProgress
	past := func(all []Prestation) []Prestation { before, _ := parted(all, day.AddDays(1)); return before }
	s.Acts, s.Supplement = past(s.Acts), past(s.Supplement)
	for i := range s.Supplement {
		if p := &s.Supplement[i]; p.To.After(day) { // a room so far
			p.To, p.Quantity = day, day.DaysSince(p.From)+1
		}
	}
	s.Fees = slices.DeleteFunc(slices.Clone(s.Fees), func(f Fee) bool { return f.From.After(day) })
	s.Leaves = slices.DeleteFunc(slices.Clone(s.Leaves), func(l Leave) bool { return l.From.After(day) })
	for i := range s.Leaves {
		s.Leaves[i].To = earlier(s.Leaves[i].last(), day)
	}
	return s
}

// decides says what a bill owes to the whole of its stay: the participation and the side of the comparison.
func decides(b Bill) string {
	decided := []string{string(rune('0' + side(b)))}
	for _, l := range b.Lines {
		if l.Nature == PAS {
			decided = append(decided, l.ActCode+l.From.String())
		}
	}
	return strings.Join(decided, " ")
}

func count(sum map[Nature]roc.Cents, b Bill, sign roc.Cents) {
	for _, l := range b.Lines {
		sum[l.Nature] += sign * l.Left
		sum["facture "+l.Nature] += sign * l.Total
		sum["base "+l.Nature] += sign * l.Base
	}
}

// equal reports whether sums are those of a bill.
func equal(sum map[Nature]roc.Cents, b Bill) bool {
	count(sum, b, -1)
	for _, rest := range sum {
		if rest != 0 {
			return false
		}
	}
	return true
}
