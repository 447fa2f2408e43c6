package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// noPFInEmergency is a choice: next to a forfait, the 2 € of acts are not counted.
const noPFInEmergency = "Participation de 2 € non comptée sur les actes d'un passage aux urgences : nos sources ne " +
	"disent pas si elle s'ajoute à son forfait."

// patientOnly adds what is held back from the AMO part of an act and no AMC may be asked for; never
// more than that part, and nothing of a costly act.
func (b *visitBill) patientOnly(a *Prestation, amo roc.Cents, costly bool) error {
	c, e := b.t.codes[a.Code], b.c.on(a.From)
	switch {
	case amo == 0 || costly:
		return nil
	case c == nil:
		b.say("Code " + a.Code + " absent de la table des actes : ni majoration hors parcours ni participation de " +
			"2 € n'en sont calculées.")
		return nil
	}
	if b.v.Pathway == outOfPathway && c.Majoration && e.noMajor == nil {
		ceiling, err := b.t.amount("MAJ_PLAFOND", a.From)
		if err != nil {
			return err
		}
		unit := min(a.Base.Percent(b.t.pathway.Rate), ceiling.Amount, amo/roc.Cents(a.Quantity))
		l := Line{Code: "MAJ", ActCode: a.ActCode, From: a.From, To: a.From, Quantity: a.Quantity, UnitPrice: unit,
			Nature: Majoration, Rule: "TAR-MAJ", Source: b.t.pathway.Source,
			motive: motive{why: becauseMajoration, a: a.Base, b: ceiling.Amount, n: b.t.pathway.Rate,
				row: e.circuitRow}}
		if unit == ceiling.Amount {
			l.motive.rate = ceiling
		}
		b.holdBack(l)
		amo -= l.UnitPrice * roc.Cents(l.Quantity)
	}
	if e.noPF != nil || b.minor(a.From) {
		return nil
	}
	return b.twoEuros(a, c, amo)
}

// twoEuros adds the participation of a consultation or an act.
func (b *visitBill) twoEuros(a *Prestation, c *code, amo roc.Cents) error {
	switch {
	case c.Uncertainty != "" && b.v.Kind != outpatient:
		b.say(noPFInEmergency)
		return nil
	case !c.PF && c.Uncertainty != "":
		b.say("Participation de 2 € non comptée sur " + a.Code + " : " + c.Uncertainty)
		return nil
	case !c.PF:
		return nil
	}
	r, err := b.t.amount("PF", a.From)
	if err != nil {
		return err
	}
	b.holdBack(Line{Code: "PF", From: a.From, To: a.From, Quantity: a.Quantity,
		UnitPrice: min(r.Amount, amo/roc.Cents(a.Quantity)), Nature: Participation, Rule: "TAR-PF", Source: sourcePF,
		motive: motive{why: becausePF, rate: r, code: c.Uncertainty}})
	return nil
}

// holdBack adds a line of the patient's, if it holds anything back.
func (b *visitBill) holdBack(l Line) {
	if l.share(0, 0); l.Total > 0 {
		b.lines = append(b.lines, l)
	}
}

// majority is the age from which a consultation owes the 2 €.
const majority = 18

// minor reports whether the patient, whose birth is known, is under age on day.
func (b *visitBill) minor(day roc.Date) bool {
	birth := b.v.Birth
	if birth.IsZero() {
		return false
	}
	y, m, d := birth.Time().Date()
	return day.Before(roc.NewDate(y+majority, m, d))
}
