package amc

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The words of the messages about practitioners.
const (
	noOPTAM         = "AUCUN"
	memberOPTAM     = "OPTAM"
	memberOPTAMCO   = "OPTAM_CO"
	paidToHimself   = "PRATICIEN"
	becauseHimself  = "honoraires réglés au praticien, qui les facture lui-même"
	becauseNoMember = "honoraires d'un praticien hors du compte mandataire, qui les facture lui-même"
)

// optamOf is the practitioner's adhesion on a day, by the AMCs' own directory. It names no option
// where the world gives none: then it is the one said.
func (w *World) optamOf(e *roc.Executor, day roc.Date) string {
	for _, a := range w.index.adhesions[e.RPPS] {
		if touches(roc.Period{From: a.From, To: a.To}, day, day) {
			return a.Option
		}
	}
	switch {
	case !w.index.optam[e.RPPS]:
		return noOPTAM
	case e.OPTAM == memberOPTAMCO:
		return memberOPTAMCO
	}
	return memberOPTAM
}

// outsideAccount sets aside the fees that the establishment does not collect.
func outsideAccount() Rule {
	return Rule{
		ID: "GAR-R16", Source: "dossier 6.2, compte mandataire ; 9.9, V2-18 [S0, I]",
		Text: "Les honoraires qu'un praticien reçoit lui-même ne sont pas réglés à l'établissement.",
		When: func(c *Case) bool {
			return slices.ContainsFunc(c.Sharing.Lines, func(l roc.Line) bool { return c.collectedBy(&l) != "" })
		},
		Then: func(c *Case) {
			for i := range c.Sharing.Lines {
				because := c.collectedBy(&c.Sharing.Lines[i])
				if because != "" && c.Sharing.shares[i].reason == "" {
					c.refuseLine(i, "P02", because)
				}
			}
		},
	}
}

// collectedBy says why a line is not the establishment's to collect; empty where it is.
func (c *Case) collectedBy(l *roc.Line) string {
	if l.Payee == paidToHimself {
		return becauseHimself
	}
	account := c.World.index.accounts[c.Request.RequestHeader().Sender.FinessEG]
	if account == nil || l.Executor == nil || l.Executor.RPPS == "" {
		return ""
	}
	if slices.Contains(account.Practitioners, l.Executor.RPPS) {
		return ""
	}
	return becauseNoMember
}

// optamOfTheAMC tells by which adhesion the overruns were taken, and where it is not the one said.
func optamOfTheAMC() Rule {
	return Rule{
		ID: "GAR-R27", Source: "dossier 6.2, OPTAM ; 9.9, V2-16 et V2-17 [S0, I]",
		Text: "L'adhésion du praticien à l'OPTAM est celle que l'AMC connaît le jour de l'acte.",
		When: hasOverrun,
		Then: func(c *Case) {
			c.Chain.optam = make([]string, len(c.Sharing.Lines))
			for i := range c.Sharing.Lines {
				l, s := &c.Sharing.Lines[i], &c.Sharing.shares[i]
				if c.Sharing.overruns(i) && l.Executor != nil && l.Executor.RPPS != "" {
					c.Chain.optam[i] = c.World.optamOf(l.Executor, l.From)
					c.compare(l, s, c.Chain.optam[i])
				}
			}
		},
	}
}

// compare tells the adhesion by which a line was shared. It differs from the one said only where the
// one is an adhesion and the other is none: the amount is the same under either option.
func (c *Case) compare(l *roc.Line, s *share, known string) {
	said := l.Executor.OPTAM
	if said == "" || (said == noOPTAM) == (known == noOPTAM) {
		c.sayOf(l, fmt.Sprintf("Ligne %d : statut OPTAM %s le %s.", l.ID, known, l.From.French()), 0, 0)
		return
	}
	c.sayOf(l, fmt.Sprintf("Ligne %d : statut OPTAM %s le %s, alors que l'établissement annonce %s ; "+
		"le montant suit le référentiel de l'AMC.", l.ID, known, l.From.French(), said), 0, 0)
	if s.reason == "" || s.reason == "P07" {
		s.reason = "R05"
	}
}
