package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// onLines bends the lines of a bill once the conforming GAP has taken them. The lines are a copy.
func onLines(change func(d *Dossier, lines []tarif.Line) []tarif.Line) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.Valued
		c.Valued = func(d *Dossier, lines []tarif.Line) []tarif.Line {
			return change(d, slices.Clone(honest(d, lines)))
		}
	}
}

// onLine bends the lines that match.
func onLine(match func(tarif.Line) bool, change func(tarif.Line) tarif.Line) func(*Conduct) {
	return onLines(func(_ *Dossier, lines []tarif.Line) []tarif.Line {
		for i, l := range lines {
			if match(l) {
				lines[i] = change(l)
			}
		}
		return lines
	})
}

func of(n tarif.Nature) func(tarif.Line) bool {
	return func(l tarif.Line) bool { return l.Nature == n }
}

func ofCode(code string) func(tarif.Line) bool {
	return func(l tarif.Line) bool { return l.Code == code }
}

// merged makes one line of the lines of a nature, at the price of the first.
func merged(lines []tarif.Line, n tarif.Nature) []tarif.Line {
	first := slices.IndexFunc(lines, func(l tarif.Line) bool { return l.Nature == n })
	var kept []tarif.Line
	for i, l := range lines {
		if l.Nature != n || i == first {
			kept = append(kept, l)
			continue
		}
		one := kept[first]
		one.To = l.To
		kept[first] = resized(one, one, one.Quantity+l.Quantity)
	}
	return kept
}

// charged leaves the whole of a line after the AMO.
func charged(l tarif.Line) tarif.Line {
	l.Base, l.Rate, l.AMO, l.Left = 0, 0, 0, l.Total
	return l
}

func (d *Dossier) inStay() bool { return d.Context.Venue.Context == string(roc.Sejour) }

// nights is a line, without a price, of the nights of a stay.
func (d *Dossier) nights() tarif.Line {
	from := dayOf(d.Context.Venue.Entry)
	n := max(1, d.exitDay().DaysSince(from))
	return tarif.Line{From: from, To: from.AddDays(n - 1), Quantity: n}
}
