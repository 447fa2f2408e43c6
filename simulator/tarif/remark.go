package tarif

import "slices"

// describe makes, once, the remarks by which a row says what it took off.
func (r *row) describe() {
	r.remarkTM = "Ticket modérateur non dû : " + r.Label + "."
	r.remarkFJ = "Forfait journalier non dû : " + r.Label + "."
	r.remarkPAS = "Acte au-dessus du seuil, mais participation forfaitaire non générée : " + r.Label + "."
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
		if e.noFJ != nil && b.s.Kind == full && b.s.Entry != b.s.Exit {
			b.say(e.noFJ.remarkFJ)
			if b.s.FJPayer == payerInsured {
				b.say("Le code A dit le forfait journalier dû par l'assuré, la situation l'en exonère et l'emporte.")
			}
		}
	}
	s := b.s
	if s.Kind == full && s.Exit.DaysSince(s.Entry) == 1 && s.EntryHour != "" && s.ExitHour != "" &&
		s.ExitHour < s.EntryHour {
		b.say("Moins de 24 heures, mais présent à minuit : deux jours de présence.")
	}
}
