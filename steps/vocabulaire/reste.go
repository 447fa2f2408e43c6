package vocabulaire

import (
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func billSteps() []steps.Step {
	return []steps.Step{
		obligation("reste-patient", "reste-patient", "la GAP doit laisser {montant} au patient",
			"Lit le montant que la GAP demanderait au patient.", "la GAP doit laisser 50,00 € au patient",
			shows(leavesToPatient)),
		obligation("reste-patient-devrait", "reste-patient", "la GAP devrait laisser {montant} au patient",
			"Lit le montant que la GAP demanderait au patient.", "la GAP devrait laisser 140,00 € au patient",
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
			"Cherche l'explication qui accompagne la part patient.",
			"la GAP doit expliquer au patient la différence avec l'estimation",
			shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
				s.Verify(f.PatientPart.Explanation != "", "une explication", quoted(f.PatientPart.Explanation), dossier)
			})),
	}
}

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
