package vocabulaire

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func billSteps() []steps.Step {
	return []steps.Step{
		obligation("reste-patient", "reste-patient", "la GAP [doit|devrait] laisser {montant} au patient",
			"Lit le montant que la GAP demanderait au patient.", "la GAP doit laisser 50,00 € au patient",
			shows(leavesToPatient)),
		obligation("debit-interdit", "debit-interdit", "la GAP ne doit pas débiter le patient",
			"Vérifie que le débit du patient n'est pas permis à la fin du cas.",
			"la GAP ne doit pas débiter le patient",
			onLast(roc.CLC, func(s *steps.Scene, _ admin.Exchange, _ steps.Args) error {
				verifyDebit(s, len(shown(s)), false)
				return nil
			})),
		obligation("debit-avant-accord", "debit-avant-accord",
			"la GAP ne doit pas débiter le patient avant l'accord de l'agent",
			"Vérifie que le débit du patient n'était pas permis avant que l'agent l'accepte.",
			"la GAP ne doit pas débiter le patient avant l'accord de l'agent",
			onLast(roc.CLC, func(s *steps.Scene, _ admin.Exchange, _ steps.Args) error {
				place, _ := s.Memo(debitKey).(int)
				verifyDebit(s, place, false)
				return nil
			})),
		obligation("debit-permis", "debit-permis", "la GAP doit autoriser le débit du patient",
			"Vérifie que le débit du patient est permis à la fin du cas.", "la GAP doit autoriser le débit du patient",
			onLast(roc.CLC, func(s *steps.Scene, _ admin.Exchange, _ steps.Args) error {
				verifyDebit(s, len(shown(s)), true)
				return nil
			})),
		obligation("reste-succession", "destinataire-succession",
			"la GAP doit adresser la part patient à la succession",
			"Lit le destinataire de la part patient.", "la GAP doit adresser la part patient à la succession",
			shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
				got := f.PatientPart.Addressee
				s.Verify(got == "SUCCESSION", quoted("SUCCESSION"), quoted(got), dossier)
			})),
		obligation("reste-explique", "reste-explique",
			"la GAP doit expliquer au patient la différence avec l'estimation",
			"Cherche les deux montants, l'estimé et le calculé, dans l'explication qui accompagne la part patient.",
			"la GAP doit expliquer au patient la différence avec l'estimation",
			shows(explainsTheDifference)),
	}
}

// explainsTheDifference wants the explanation to cite the two amounts.
func explainsTheDifference(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
	said := plainAmounts(f.PatientPart.Explanation)
	if len(f.Estimates) == 0 {
		s.Unseen("une estimation au dossier")
		return
	}
	estimated, err1 := roc.ParseCents(f.Estimates[len(f.Estimates)-1].Patient)
	computed, err2 := roc.ParseCents(f.PatientPart.Amount)
	ok := err1 == nil && err2 == nil && citesWhole(said, plainAmounts(estimated.French())) &&
		citesWhole(said, plainAmounts(computed.French()))
	s.Verify(ok, "une explication qui cite "+estimated.French()+" (estimé) et "+computed.French()+" (calculé)",
		quoted(f.PatientPart.Explanation), dossier)
}

// citesWhole finds an amount that is not the end of a longer one.
func citesWhole(text, amount string) bool {
	for i := strings.Index(text, amount); i >= 0; i = strings.Index(text, amount) {
		if i == 0 || text[i-1] < '0' || text[i-1] > '9' {
			return true
		}
		text = text[i+len(amount):]
	}
	return false
}

// plainAmounts takes the spaces of every kind out of a text, so that amounts compare as figures do.
func plainAmounts(text string) string { return strings.Join(strings.Fields(text), "") }

func leavesToPatient(s *steps.Scene, f *pilote.Facts, a steps.Args) {
	verifyAmount(s, a.Amount(0), f.PatientPart.Amount)
}

// verifyDebit judges whether the GAP, as shown before a gesture, would bill the patient.
func verifyDebit(s *steps.Scene, place int, want bool) {
	if place < 1 || place > len(shown(s)) {
		s.Unseen("un dossier qui montre la part patient")
		return
	}
	part := shown(s)[place-1].PatientPart
	word := func(ok bool) string { return yesNo(ok, "débit permis", "débit interdit") }
	s.Verify(part.Billable == want, word(want), word(part.Billable), dossier)
}
