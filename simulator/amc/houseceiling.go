package amc

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A houseCeiling is the ceiling of a rule of the world while a case is shared. It bounds what all the
// contracts take together, after their own limits, day by day like them.
type houseCeiling struct {
	*regle.Ceiling
	order *order
	days  map[roc.Date]roc.Cents  // taken so far, for PerDay
	lines map[*roc.Line]roc.Cents // for PerLine
	spent roc.Cents               // for Total
	cut   roc.Cents               // kept from the offer in hand
}

func newHouseCeiling(o *order) *houseCeiling {
	return &houseCeiling{
		Ceiling: o.rule.Then.Ceiling, order: o,
		days: map[roc.Date]roc.Cents{}, lines: map[*roc.Line]roc.Cents{},
	}
}

// aims reports whether the ceiling bears on an offer.
func (h *houseCeiling) aims(o *offer) bool { return h.Family == "" || h.Family == string(o.kind) }

// room is what the ceiling still lets through of an offer on a day.
func (h *houseCeiling) room(o *offer, day roc.Date) roc.Cents {
	switch {
	case h.PerDay != nil:
		return *h.PerDay - h.days[day]
	case h.PerLine != nil:
		return *h.PerLine - h.lines[o.line]
	}
	return *h.Total - h.spent
}

func (h *houseCeiling) note(o *offer, day roc.Date, paid roc.Cents) {
	h.days[day] += paid
	h.lines[o.line] += paid
	h.spent += paid
}

// underHouse returns what the ceilings of the world let through of a day's payment, and notes what
// they do not.
func (w *walk) underHouse(day roc.Date, paid roc.Cents) roc.Cents {
	within := paid
	for _, h := range w.sharing.ceilings {
		if h.aims(w.offer) {
			allowed := min(within, h.room(w.offer, day))
			h.cut += within - allowed
			within = allowed
		}
	}
	for _, h := range w.sharing.ceilings {
		if h.aims(w.offer) {
			h.note(w.offer, day, within)
		}
	}
	w.lost[houseLimit] += paid - within
	return within
}

// capped tells what the ceilings of the world keep of what is left of an offer, and returns it: this
// much is refused by them, not by the contract.
func (c *Case) capped(o *offer, left roc.Cents) roc.Cents {
	rest := left
	for _, h := range c.Sharing.ceilings {
		part := min(h.cut, rest)
		h.cut, rest = 0, rest-part
		if part > 0 {
			text := string(appendLine(nil, o.line)) + " : " + part.French() + " au-delà de " + h.limit() + "."
			h.order.say(c, Fired{Text: text, Line: o.line.ID, Refused: part})
		}
	}
	return left - rest
}

// limit names the ceiling in a sentence.
func (h *houseCeiling) limit() string {
	switch {
	case h.PerDay != nil:
		return h.PerDay.French() + " par jour"
	case h.PerLine != nil:
		return h.PerLine.French() + " par ligne"
	}
	return h.Total.French() + " au total"
}

// houseLimits names the ceilings of the world that bear on an offer.
func (s *sharing) houseLimits(o *offer) string {
	var limits []string
	for _, h := range s.ceilings {
		if h.aims(o) {
			limits = append(limits, h.limit()+" (règle "+h.order.rule.ID+")")
		}
	}
	return strings.Join(limits, ", ")
}
