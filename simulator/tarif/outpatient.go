package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// outpatient adds the acts of a visit, the participations on costly acts, then what only the patient
// pays: the majoration out of the pathway and the 2 € of each consultation.
func (b *visitBill) outpatient() error {
	acts := b.v.Acts
	if b.v.Outcome == reoriented {
		b.remarks = append(b.remarks, "Patient réorienté : le forfait patient urgences n'est pas dû.")
	}
	costly := make([]reached, len(acts))
	for i := range acts {
		var err error
		if costly[i], err = b.t.reach(acts, i, sameSpecialty); err != nil {
			return err
		}
	}
	forfait := b.carrier(costly)
	for i := range acts {
		if err := b.price(&acts[i], costly[i].act != nil || &acts[i] == forfait, false); err != nil {
			return err
		}
	}
	acted := len(b.lines)
	if err := b.participations(costly, forfait); err != nil {
		return err
	}
	for i := 0; i < acted; i++ {
		if err := b.patientOnly(&acts[i], b.lines[i].AMO, costly[i].act != nil); err != nil {
			return err
		}
	}
	return nil
}

// carrier returns the forfait (ATU, FFM, SE) that carries the one participation of its invoice, where
// an invasive act gives rise to it; nil otherwise.
func (b *visitBill) carrier(costly []reached) *Prestation {
	invasive := false
	for _, r := range costly {
		invasive = invasive || r.act != nil && r.act.Invasive
	}
	var found *Prestation
	for i := range b.v.Acts {
		a := &b.v.Acts[i]
		if invasive && b.t.codes[a.Code].is(pasForfait) &&
			(found == nil || reached{act: a}.dearer(reached{act: found})) {
			found = a
		}
	}
	return found
}

// participations adds one participation for each specialty and date, carried by the dearest act above
// the threshold; or a single one, carried by the forfait of the invoice.
func (b *visitBill) participations(costly []reached, forfait *Prestation) error {
	for i := range b.v.Acts {
		if b.t.codes[b.v.Acts[i].Code].is(pasDental) {
			if anyReached(costly) {
				b.remarks = append(b.remarks, "Un acte dentaire figure sur la facture : "+
					"la participation sur acte coûteux n'est pas générée.")
			}
			return nil
		}
	}
	single := reached{}
	for i, r := range costly {
		switch {
		case r.act == nil || !b.carries(costly, i, forfait != nil):
			continue
		case forfait != nil:
			single = r
			continue
		}
		if err := b.participation(r, r.act.From, becausePASVisit); err != nil {
			return err
		}
	}
	if single.act == nil {
		return nil
	}
	carried := *forfait
	single.act = &carried
	return b.participation(single, carried.From, becausePASForfait)
}

func anyReached(costly []reached) bool {
	for _, r := range costly {
		if r.act != nil {
			return true
		}
	}
	return false
}

// carries reports whether the i-th act is the dearest of its specialty and date, of the acts above the
// threshold; with one for the invoice, the dearest of all.
func (b *visitBill) carries(costly []reached, i int, invoice bool) bool {
	for j, other := range costly {
		if other.act == nil || j == i || !invoice && !sameSpecialty(other.act, costly[i].act) {
			continue
		}
		if other.dearer(costly[i]) || !costly[i].dearer(other) && j < i {
			return false
		}
	}
	return true
}

// participation adds one participation, unless the patient's situation keeps it from being generated.
func (b *visitBill) participation(r reached, day roc.Date, why reason) error {
	if bar := b.c.on(day).noPAS; bar != nil {
		if len(b.remarks) == 0 || b.remarks[len(b.remarks)-1] != bar.remarkPAS {
			b.remarks = append(b.remarks, bar.remarkPAS)
		}
		return nil
	}
	l, err := b.t.participation(r, why)
	if err == nil {
		b.lines = append(b.lines, l)
	}
	return err
}

// patientOnly adds what is held back from the AMO part of an act and no AMC may be asked for; never
// more than that part.
func (b *visitBill) patientOnly(a *Prestation, amo roc.Cents, costly bool) error {
	c, e := b.t.codes[a.Code], b.c.on(a.From)
	if c == nil || amo == 0 {
		return nil
	}
	if b.v.Pathway == outOfPathway && c.Majoration && e.noMajor == nil && !costly {
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
		l.share(0, 0)
		b.lines = append(b.lines, l)
		amo -= l.Total
	}
	if !c.PF || e.noPF != nil || b.minor(a.From) || amo == 0 {
		return nil
	}
	r, err := b.t.amount("PF", a.From)
	if err != nil {
		return err
	}
	l := Line{Code: "PF", From: a.From, To: a.From, Quantity: a.Quantity,
		UnitPrice: min(r.Amount, amo/roc.Cents(a.Quantity)), Nature: Participation, Rule: "TAR-PF", Source: sourcePF,
		motive: motive{why: becausePF, rate: r}}
	l.share(0, 0)
	b.lines = append(b.lines, l)
	return nil
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
