package tarif

import "slices"

// describe makes, once, the remarks by which a row says what it took off.
func (r *row) describe() {
	r.remarkTM = "Ticket modérateur non dû : " + r.Label + "."
	r.remarkFJ = "Forfait journalier non dû : " + r.Label + "."
	r.remarkPAS = "Acte au-dessus du seuil, mais participation forfaitaire non générée : " + r.Label + "."
	if r.PAS == regime {
		r.remarkPAS = "Acte au-dessus du seuil : participation forfaitaire prise en charge par le régime : " + r.Label +
			"."
	}
}

// say adds a remark that was not made yet.
func (b *stayBill) say(remark string) {
	if !slices.Contains(b.remarks, remark) {
		b.remarks = append(b.remarks, remark)
	}
}

// remark says what the patient's situation took off, which makes no line.
func (b *stayBill) remark(segments []segment) {
	for i := range segments {
		e := &segments[i].effect
		if e.noTM != nil {
			b.say(e.noTM.remarkTM)
		}
		if e.noFJ != nil && b.s.sleeps() {
			b.say(e.noFJ.remarkFJ)
			if b.s.FJPayer == payerInsured {
				b.say("Le code A dit le forfait journalier dû par l'assuré, la situation l'en exonère et l'emporte.")
			}
		}
	}
	s := b.s
	if s.Kind == atHome {
		b.say("Hospitalisation à domicile : jamais de forfait journalier ; le jour de sortie n'est pas compté.")
	}
	if s.ExitMode == inProgress {
		b.say("Séjour en cours au " + s.Exit.French() + " : ni jour de sortie, ni rien de ce qui suit.")
	}
	if s.sleeps() && s.ExitMode != inProgress && s.Exit.DaysSince(s.Entry) == 1 && s.EntryHour != "" &&
		s.ExitHour != "" && s.ExitHour < s.EntryHour {
		b.say("Moins de 24 heures, mais présent à minuit : deux jours de présence.")
	}
}
