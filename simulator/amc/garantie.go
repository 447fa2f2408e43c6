package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// guaranteeRules share the lines between contracts and patient. SIM and CLC both follow them, so
// that an estimate and a commitment cannot drift apart.
func guaranteeRules() Book { return slices.Concat(arithmeticRules(), sortingRules(), takingRules()) }

// takingRules say what a contract takes of each kind of prestation.
func takingRules() Book {
	return Book{
		{
			ID: "GAR-R20", Source: "dossier 5.2 [G2] et 5.12 [K]",
			Text: "Le ticket modérateur est pris selon la garantie.",
			When: has(KindTM),
			Then: func(c *Case) { c.share(KindTM, copayment, takeTM) },
		},
		{
			ID: "GAR-R21", Source: "dossier 5.12 [K] ; annexe B [I]",
			Text: "Le dépassement est pris jusqu'au plafond de la garantie, que le praticien soit à l'OPTAM ou non.",
			When: func(c *Case) bool { return has(KindTM)(c) && slices.ContainsFunc(c.Sharing.Lines, overruns) },
			Then: func(c *Case) { c.share(KindTM, overrun, c.takeOverrun) },
		},
		{
			ID: "GAR-R22", Source: "dossier 5.2 [G2] et 5.12 [K]",
			Text: "Le forfait journalier est pris selon la garantie et son nombre de jours.",
			When: has(KindFJ),
			Then: func(c *Case) { c.share(KindFJ, requested, takeFJ) },
		},
		{
			ID: "GAR-R23", Source: "dossier 5.12 [K] ; 5.10, E30",
			Text: "La participation forfaitaire est prise ou laissée selon la garantie.",
			When: has(KindPAS),
			Then: func(c *Case) { c.share(KindPAS, requested, allOrNothing(func(g *Guarantee) bool { return g.PAS })) },
		},
		{
			ID: "GAR-R24", Source: "dossier 5.12 [K]",
			Text: "Le forfait patient urgences est pris ou laissé selon la garantie.",
			When: has(KindFPU),
			Then: func(c *Case) { c.share(KindFPU, requested, allOrNothing(func(g *Guarantee) bool { return g.FPU })) },
		},
		{
			ID: "GAR-R25", Source: "dossier 2.10 ; 5.10, E7 et E28 [I]",
			Text: "La chambre particulière est prise jusqu'au plafond par jour et au nombre de jours.",
			When: has(KindRoom),
			Then: func(c *Case) { c.share(KindRoom, requested, takeRoom) },
		},
		{
			ID: "GAR-R26", Source: "dossier 2.10 ; annexe B [I]",
			Text: "Lit et repas de l'accompagnant sont pris jusqu'à leur plafond commun par jour.",
			When: has(KindCompanion),
			Then: func(c *Case) { c.share(KindCompanion, requested, takeCompanion) },
		},
	}
}

func has(kind Kind) func(*Case) bool {
	return func(c *Case) bool {
		for i := range c.Sharing.shares {
			if c.Sharing.shares[i].kind == kind {
				return true
			}
		}
		return false
	}
}

func overruns(l roc.Line) bool { return l.Overrun > 0 }

// copayment is what a line asks besides the overrun. What another AMC has paid counts here first.
func copayment(l *roc.Line) roc.Cents { return max(0, l.Requested()-l.Overrun) }

func overrun(l *roc.Line) roc.Cents { return l.Requested() - copayment(l) }

func takeTM(u *use, s span) taking {
	part := s.line.Left - s.line.Overrun
	g := u.guarantee
	in := s.inside(u.right, part)
	t := taking{amount: in.Percent(g.TM), reason: outside(in, part)}
	switch {
	case g.TM == 0:
		t.reason = "P02"
	case t.reason == "" && g.TM < 100:
		t.reason, t.limit = "R01", percentOf(g.TM, "du ticket modérateur")
	}
	return t
}

// takeOverrun pays what a practitioner adds, up to a percentage of the base that already holds
// what the AMO and the ticket modérateur pay.
func (c *Case) takeOverrun(u *use, s span) taking {
	l := s.line
	percent := u.guarantee.OverrunOther
	if l.Executor != nil && c.World.index.optam[l.Executor.RPPS] {
		percent = u.guarantee.OverrunOPTAM
	}
	guaranteed := min(l.Overrun, l.Base.Percent(max(0, percent-100)))
	t := taking{amount: s.inside(u.right, guaranteed), limit: percentOf(percent, "de la base, base comprise")}
	switch {
	case guaranteed < l.Overrun:
		t.reason = "P07"
	default:
		t.reason = outside(t.amount, guaranteed)
	}
	return t
}

func takeFJ(u *use, s span) taking {
	g := u.guarantee
	if g.FJ == 0 {
		return taking{reason: "P02"}
	}
	var in roc.Cents
	var late bool
	for i := 0; i < s.days; i++ {
		switch {
		case !u.right.covers(s.first.AddDays(i)):
		case g.FJDays > 0 && u.fjDays >= g.FJDays:
			late = true
		default:
			u.fjDays++
			in += s.of(s.line.Left, i)
		}
	}
	t := taking{amount: in.Percent(g.FJ), reason: outside(in, s.line.Left)}
	switch {
	case late:
		t.reason, t.limit = "R02", upTo(g.FJDays)
	case t.reason == "" && g.FJ < 100:
		t.reason, t.limit = "R01", percentOf(g.FJ, "du forfait journalier")
	}
	return t
}

// allOrNothing takes a flat amount whole, or leaves it.
func allOrNothing(covered func(*Guarantee) bool) func(*use, span) taking {
	return func(u *use, s span) taking {
		if !covered(u.guarantee) {
			return taking{reason: "P02"}
		}
		in := s.inside(u.right, s.line.Left)
		return taking{amount: in, reason: outside(in, s.line.Left)}
	}
}

func takeRoom(u *use, s span) taking {
	g := u.guarantee
	if g.Room == 0 {
		return taking{reason: "P02"}
	}
	paid, reason := u.room.take(u.right, s, g.Room, g.RoomDays)
	return taking{amount: paid, reason: reason, limit: perDay(g.Room, g.RoomDays)}
}

func takeCompanion(u *use, s span) taking {
	g := u.guarantee
	if g.Companion == 0 {
		return taking{reason: "P02"}
	}
	paid, reason := u.companion.take(u.right, s, g.Companion, 0)
	return taking{amount: paid, reason: reason, limit: perDay(g.Companion, 0)}
}
