package tarif

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The rules' sources.
const (
	sourceTM  = "CSS R160-5, R174-2 (2) ; documentation SNDS, reste à charge après AMO"
	sourceFJ  = "CSS L174-4, R174-5 ; documentation SNDS, reste à charge après AMO"
	sourcePAS = "CSS R160-16 ; documentation SNDS, reste à charge après AMO ; ameli.fr"
	sourceFee = "CSS R160-5, R160-16 ; dossier Facturation ROC, honoraires des praticiens des établissements ex-OQN"
	sourceSup = "CSS R162-27 ; convenance, hors AMO"
	sourceACE = "CSS R160-5 ; spécifications de facturation individuelle, ACE"
	sourceFPU = "CSS L160-13 ; spécifications de facturation individuelle, forfait patient urgences"
	sourcePF  = "CSS L160-13 II, D160-6 ; jamais remboursée par un contrat responsable"
)

// A motive is what a line needs to explain itself. The sentence is made on demand: most lines are
// computed without anyone asking why.
type motive struct {
	why  reason
	rate *Rate // dated rate of the unit price; nil where the price was given
	row  *row  // the situation that decided
	code string
	a, b roc.Cents
	n    int
}

// A reason is a sentence to make.
type reason uint8

const (
	becauseTicket reason = iota + 1
	becauseDay
	becauseGHS
	becauseGreater
	becauseTail
	becauseExempt
	becauseCostly
	becauseExit
	becausePASStay
	becausePASVisit
	becausePASForfait
	becauseAct
	becauseActFree
	becauseActCostly
	becauseActExempt
	becauseActEmergency
	becauseForfaitFull
	becauseForfaitReduced
	becauseForfaitRegime
	becauseForfaitLocal
	becauseForfaitAME
	becauseComplement
	becausePF
	becauseMajoration
	becauseSupplement
	becauseFee
	becauseFeeFree
	becauseFeeCostly
	becauseFeeExempt
	becauseFeeTail
)

// Why returns the reason of a line, in French: the rule as it applied here, the dated rate, and what
// is uncertain of either.
func (l Line) Why() string {
	text := l.because()
	if r := l.motive.rate; r != nil {
		text += fmt.Sprintf(" Tarif : %s depuis le %s (%s).", r.Amount.French(), r.From.French(), r.Source)
		text += doubt(r.Uncertainty)
	}
	if r := l.motive.row; r != nil {
		text += doubt(r.Uncertainty)
	}
	return text
}

// cut makes the reason of a line that of a part of it, which begins some days later and may end before
// the line does.
func (m *motive) cut(skipped int, toTheEnd bool) {
	switch m.why {
	case becauseTicket:
		m.n += skipped
	case becauseGreater, becauseTail, becauseExempt, becauseCostly:
		if !toTheEnd {
			m.n = endsInside
		}
	}
}

func doubt(uncertainty string) string {
	if uncertainty == "" {
		return ""
	}
	return " Incertitude : " + uncertainty
}

func (l *Line) because() string {
	m := &l.motive
	switch m.why {
	case becauseTicket:
		rank := fmt.Sprintf("jour %d", m.n)
		if l.Quantity > 1 {
			rank = fmt.Sprintf("jours %d à %d", m.n, m.n+l.Quantity-1)
		}
		return fmt.Sprintf("Ticket modérateur : %s au tarif journalier « %s », part AMO de %d %% retirée ; "+
			"%s du séjour, limite de %d.", countDays(l.Quantity), m.rate.Label, l.Rate, rank, tmDays)
	case becauseDay:
		return fmt.Sprintf("Ticket modérateur du jour de soins au tarif « %s », part AMO de %d %% retirée ; "+
			"sans nuit, jamais de forfait journalier.", m.rate.Label, l.Rate)
	case becauseGHS:
		return fmt.Sprintf("Ticket modérateur : %d %% du tarif du séjour (%s), le reste après la part AMO.",
			fullRate-l.Rate, m.code)
	case becauseGreater, becauseTail, becauseExempt, becauseCostly:
		return l.becauseForfait()
	case becauseExit:
		if m.n == endsInside {
			return "Forfait journalier du jour de sortie à domicile."
		}
		return "Forfait journalier du jour de sortie à domicile, dû en plus du ticket modérateur."
	case becausePASStay, becausePASVisit, becausePASForfait:
		return l.becausePAS()
	case becausePF:
		return l.becausePF()
	case becauseMajoration:
		return l.becauseMajoration()
	case becauseSupplement:
		return "Supplément facturé en plus du séjour."
	case becauseFee, becauseFeeFree, becauseFeeCostly, becauseFeeExempt, becauseFeeTail:
		return l.becauseFee()
	case becauseForfaitFull, becauseForfaitReduced, becauseForfaitRegime, becauseForfaitLocal, becauseForfaitAME,
		becauseComplement:
		return l.becauseEmergency()
	}
	return l.becauseAct()
}

// The ends of a run of forfaits journaliers, in motive.n.
const (
	endsInside = iota // nothing to say
	endsAtExit        // the exit day is in the run
	endsTheEve        // the run goes to the eve of an exit that owes none
)

var exitLabels = map[string]string{transfer: "transfert", mutation: "mutation", death: "décès"}

func (l *Line) becauseForfait() string {
	m := &l.motive
	text := "Forfait journalier de " + countDays(l.Quantity) + " de présence : "
	switch m.why {
	case becauseGreater:
		text += fmt.Sprintf("le ticket modérateur de %s n'excède pas les forfaits auxquels il est comparé, %s, "+
			"qui le remplacent", m.a.French(), m.b.French())
	case becauseTail:
		text += "au-delà du trentième jour il n'y a plus de ticket modérateur, le forfait reste dû"
	case becauseExempt:
		text += "ticket modérateur non dû (" + m.row.Label + "), le forfait reste dû"
	case becauseCostly:
		text += "la participation sur acte coûteux remplace le ticket modérateur, elle s'ajoute au forfait"
	}
	switch m.n {
	case endsAtExit:
		return text + " ; jour de sortie à domicile compris."
	case endsTheEve:
		return text + " ; pas de forfait le jour de sortie (" + exitLabels[m.code] + ")."
	}
	return text + "."
}

func countDays(n int) string {
	if n < 2 {
		return fmt.Sprintf("%d jour", n)
	}
	return fmt.Sprintf("%d jours", n)
}

func (l *Line) becausePAS() string {
	m := &l.motive
	act := m.code
	if l.ActCode != "" {
		act += " " + l.ActCode
	}
	var text string
	switch {
	case m.n > 0:
		text = fmt.Sprintf("Acte %s de coefficient %d, au moins égal au seuil", act, m.n)
	case m.n < 0:
		text = fmt.Sprintf("Actes invasifs du jour cumulés à %s, au moins le seuil de %s ; porté par %s", m.a.French(),
			m.b.French(), act)
	default:
		text = fmt.Sprintf("Acte %s de base %s, au moins le seuil de %s", act, m.a.French(), m.b.French())
	}
	text += " : participation forfaitaire à la place du ticket modérateur, "
	switch m.why {
	case becausePASVisit:
		return text + "une par spécialité et par date."
	case becausePASForfait:
		return text + "une seule pour la facture, portée par le forfait."
	}
	return text + "une fois par séjour."
}
