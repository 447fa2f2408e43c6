package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func periodRecalled() Rule {
	return Rule{
		ID: "CLC-R14", Source: "dossier 6.2, facturation intermédiaire [I]",
		Text: "La réponse rappelle la période facturée.",
		When: func(c *Case) bool { return c.CLC.Q.Period.Index > 0 },
		Then: func(c *Case) {
			p := c.CLC.Q.Period
			c.CLC.A.Period = p
			c.sayf("Période %d, du %s au %s%s.", p.Index, p.From.French(), p.To.French(), final(p))
		},
	}
}

func final(p roc.BillingPeriod) string {
	if p.Final {
		return ", finale"
	}
	return ""
}

// periodRules hold the periods of a stay to follow one another: a gap is refused like an overlap, as
// nothing says who would pay the days between.
func periodRules() []Rule {
	return []Rule{
		{
			ID: "CLC-R15", Source: "dossier 6.2 ; 9.9, V2-03 [I]",
			Text: "Ce calcul recouvre des jours déjà engagés pour ce dossier.",
			When: func(c *Case) bool { return c.overlapped() != nil },
			Then: func(c *Case) {
				e := c.overlapped()
				c.CLC.A.ClcID = e.ClcID
				c.sayf("L'engagement %s tient déjà une partie de ces jours%s.", e.ClcID, heldUntil(e))
				c.answer(roc.Refuse, "G09")
			},
		},
		{
			ID: "CLC-R16", Source: "dossier 6.2 ; 9.9, V2-04 [I]",
			Text: "La première période commence le jour de l'entrée, et la dernière finit le jour de la sortie.",
			When: func(c *Case) bool { return c.CLC.Q.Period.Index > 0 && !fits(c.CLC.Q) },
			Then: refuser("G10"),
		},
		{
			ID: "CLC-R19", Source: "dossier 6.2 ; 9.9, V2-04 [I]",
			Text: "La période ne rejoint pas la suivante, qui est engagée.",
			When: func(c *Case) bool {
				p := c.CLC.Q.Period
				return slices.ContainsFunc(c.Chain.after, func(e *Engagement) bool {
					return !follows(p, e.Reply.Period)
				})
			},
			Then: refuser("G10"),
		},
		{
			ID: "CLC-R17", Source: "dossier 6.2 ; 9.9, V2-04 [I]",
			Text: "La période ne commence pas au lendemain d'une période engagée qui laisse le séjour ouvert.",
			When: func(c *Case) bool { return c.CLC.Q.Period.Index > 1 && !c.followed() },
			Then: func(c *Case) {
				p, e := c.CLC.Q.Period, c.Chain.before
				if e == nil {
					c.sayf("La période %d n'est pas engagée : la période %d ne peut pas l'être.", p.Index-1, p.Index)
				} else {
					c.sayf("La période %d commence le %s ; la période %d va du %s au %s%s.", p.Index, p.From.French(),
						e.Reply.Period.Index, e.Reply.Period.From.French(), e.Reply.Period.To.French(),
						final(e.Reply.Period))
				}
				c.answer(roc.Refuse, "G10")
			},
		},
	}
}

// overlapped returns the engagement that holds days of this calculation, nil where none does.
func (c *Case) overlapped() *Engagement {
	if c.Chain.rival != nil {
		return c.Chain.rival
	}
	if e := c.Chain.before; e != nil && !c.CLC.Q.Period.From.After(e.Reply.Period.To) {
		return e
	}
	for _, e := range c.Chain.after {
		if !c.CLC.Q.Period.To.Before(e.Reply.Period.From) {
			return e
		}
	}
	return nil
}

func heldUntil(e *Engagement) string {
	if e.Reply.Period.Index == 0 {
		return ", pour tout le séjour"
	}
	return ", du " + e.Reply.Period.From.French() + " au " + e.Reply.Period.To.French()
}

// fits reports whether a period has days, all of the stay.
func fits(q *roc.CLCRequest) bool {
	p, entry := q.Period, roc.DateOf(q.Venue.Entry)
	switch {
	case p.To.Before(p.From), p.From.Before(entry), p.Index == 1 && p.From != entry:
		return false
	case q.Venue.Exit.IsZero():
		return !p.Final
	}
	exit := roc.DateOf(q.Venue.Exit)
	return !p.To.After(exit) && (!p.Final || p.To == exit)
}

// followed reports whether the period before is engaged and leads to this one.
func (c *Case) followed() bool {
	return c.Chain.before != nil && follows(c.Chain.before.Reply.Period, c.CLC.Q.Period)
}

func follows(before, p roc.BillingPeriod) bool {
	return !before.Final && p.From == before.To.AddDays(1)
}

// A Spent is what the periods of a stay have spent of the limits by stay of one family of a contract.
type Spent struct {
	Contract string
	Kind     Kind
	Paid     roc.Cents
	Days     int
}

func limitsGoOn() Rule {
	return Rule{
		ID: "GAR-R18", Source: "dossier 6.2, facturation intermédiaire ; 2.10 [I]",
		Text: "Les limites par séjour comptent ce que les périodes précédentes ont pris.",
		When: func(c *Case) bool { return c.Chain.before != nil && len(c.Chain.before.Spent) > 0 },
		Then: func(c *Case) {
			c.say(c.rule.Text)
			for i := range c.Sharing.uses {
				u := &c.Sharing.uses[i]
				for _, s := range c.Chain.before.Spent {
					if s.Contract == u.right.Contract {
						u.books = append(u.books, book{kind: s.Kind, paid: s.Paid, past: s.Days})
					}
				}
			}
		},
	}
}

// spent lists what the stay has spent of its limits, this period included.
func (s *sharing) spent() []Spent {
	var list []Spent
	for _, u := range s.uses {
		for _, b := range u.books {
			list = append(list, Spent{u.right.Contract, b.kind, b.paid, b.past + len(b.days)})
		}
	}
	return list
}
