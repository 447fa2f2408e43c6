package tarif

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

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
	if err := b.opened(costly); err != nil {
		return err
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
		if err := b.participation(r, r.act, becausePASVisit); err != nil {
			return err
		}
	}
	if single.act == nil {
		return nil
	}
	return b.participation(single, forfait, becausePASForfait)
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

// participation adds one participation, carried by an act, unless the patient's situation keeps it from
// being generated. It is held back from the AMO part, in which an act reached by its coefficient fits only
// if its base was given.
func (b *visitBill) participation(r reached, carrier *Prestation, why reason) error {
	if bar := b.c.on(carrier.From).noPAS; bar != nil {
		if len(b.remarks) == 0 || b.remarks[len(b.remarks)-1] != bar.remarkPAS {
			b.remarks = append(b.remarks, bar.remarkPAS)
		}
		return nil
	}
	base, reaching := r.act.Base*roc.Cents(r.act.Quantity), r.act
	r.act = carrier
	l, err := b.t.participation(r, why)
	if err != nil {
		return err
	}
	if r.coefficient && base < l.Total {
		return errorf("acte %s de coefficient %d : sa base de %s ne porte pas la participation de %s, donnez la base "+
			"de l'acte, coefficient compris", reaching.Code, reaching.Coefficient, base.French(), l.Total.French())
	}
	if carrier != reaching { // the reason is the act, not the forfait
		l.motive.code = strings.TrimSpace(reaching.Code + " " + reaching.ActCode)
		if r.coefficient {
			l.motive.n = reaching.Coefficient
		}
	}
	b.lines = append(b.lines, l)
	return nil
}

// opened refuses an exemption by the threshold of which no act of the visit reaches it. Where one does,
// the others keep their ticket modérateur.
func (b *visitBill) opened(costly []reached) error {
	for i := range b.v.Acts {
		if e := b.c.on(b.v.Acts[i].From); e.threshold != nil && e.noTM == nil && !anyReached(costly) {
			return notOpened(b.v.ExoCode)
		}
	}
	return nil
}
