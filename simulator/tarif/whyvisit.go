package tarif

import "fmt"

// becauseAct says what the AMO pays of an act, and why.
func (l *Line) becauseAct() string {
	m := &l.motive
	switch m.why {
	case becauseActFree:
		return "Acte sans base AMO : la totalité du prix reste."
	case becauseActCostly:
		return "Acte au-dessus du seuil : base prise en charge à 100 % par l'AMO, ticket modérateur exonéré."
	case becauseActExempt:
		return fmt.Sprintf("Base prise en charge à %d %% par l'AMO : %s.", l.Rate, m.row.Label)
	case becauseActEmergency:
		return "Base prise en charge à 100 % par l'AMO : le forfait patient urgences remplace le ticket modérateur " +
			"des actes du passage."
	}
	return fmt.Sprintf("Ticket modérateur : le prix moins la part AMO de %d %% de la base.", l.Rate)
}

// becauseEmergency says which forfait patient urgences is due, and to whom it goes.
func (l *Line) becauseEmergency() string {
	m := &l.motive
	switch m.why {
	case becauseForfaitReduced:
		text := "Forfait patient urgences réduit : " + m.row.Label
		if l.Left == 0 {
			return text + " ; payé par le régime local d'Alsace-Moselle."
		}
		return text + "."
	case becauseForfaitRegime:
		return "Forfait patient urgences pris en charge à 100 % par le régime : " + m.row.Label + "."
	case becauseForfaitLocal:
		return "Forfait patient urgences payé par le régime local d'Alsace-Moselle."
	case becauseForfaitAME:
		return "Forfait patient urgences plein, payé par l'aide médicale de l'État sur la part complémentaire."
	case becauseComplement:
		return "Complément du forfait réduit jusqu'au forfait plein (" + m.a.French() + " moins " + m.b.French() +
			", montants du " + l.From.French() + "), pris en charge à 100 % par l'AMO."
	}
	return "Forfait patient urgences plein : passage sans hospitalisation, aucune situation ne le réduit."
}

// becausePF says what owes the 2 €, and what is uncertain of it.
func (l *Line) becausePF() string {
	owed := "de la consultation"
	if l.motive.code != "" {
		owed = "de l'acte"
	}
	return "Participation forfaitaire " + owed + " : retenue sur la part AMO, due par le patient, jamais par une AMC." +
		doubt(l.motive.code)
}

// becauseMajoration says what bounds the majoration, if anything does, and to whom it goes.
func (l *Line) becauseMajoration() string {
	m := &l.motive
	text := fmt.Sprintf("Hors parcours de soins : majoration de %d %% de la base de %s", m.n, m.a.French())
	switch l.UnitPrice {
	case m.a.Percent(m.n): // no bound
	case m.b:
		text += ", plafonnée à " + m.b.French()
	default:
		text += ", limitée à la part AMO de " + l.UnitPrice.French()
	}
	text += " ; retenue sur la part AMO, "
	if m.row != nil {
		return text + m.row.Label + "."
	}
	return text + "due par le patient, jamais par une AMC."
}
