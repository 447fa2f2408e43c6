package etablissement

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// The addressees of the patient's part.
const (
	toPatient = "PATIENT"
	toEstate  = "SUCCESSION"
)

// billsAfter lets the patient be billed after a refusal only where the rights are the matter and
// the agent agreed; anything else can still be corrected.
func billsAfter(d *Dossier, group string) bool {
	return roc.Group(group) == roc.GroupRights && d.DebitAgreed
}

// agreeToBill is the agent's decision to bill the patient.
func (s *session) agreeToBill() error {
	for i, ins := range s.d.Insurers {
		group := ins.RefusedGroup
		for _, e := range s.d.lasts(i + 1) {
			if e.State == refused {
				group = e.Refused
			}
		}
		if group != "" && roc.Group(group) != roc.GroupRights {
			return block("Un rejet reste à corriger : le patient ne peut pas encore être facturé.")
		}
	}
	s.d.DebitAgreed = true
	s.d.trace("L'agent valide la facturation au patient.")
	return nil
}

// addresseeOf names the estate after a death.
func addresseeOf(exitMode string) string {
	if exitMode == "DECES" {
		return toEstate
	}
	return toPatient
}

// patientPart works out what the patient would be asked, and whether that may be done yet.
func (s *session) patientPart() pilote.PatientPart {
	exit := ""
	if s.d.Exit != nil {
		exit = s.d.Exit.Mode
	}
	p := pilote.PatientPart{Addressee: s.c.AddresseeOf(exit)}
	switch {
	case s.d.Circuit == circuitC2S || s.d.Circuit == circuitAME:
		p.Amount, p.Explanation = roc.Cents(0).String(), s.d.CircuitWhy
		return p
	case s.d.staying():
		p.Explanation = "Séjour ou passage en cours."
		return p
	}
	lines, err := s.value()
	lines = s.ours(lines)
	if err != nil {
		p.Explanation = err.Error()
		return p
	}
	p.Amount = s.c.PatientShare(tarif.Left(lines), s.engaged()).String()
	if n := len(s.d.Estimates); n > 0 && s.c.EstimateIsDebt(s.d) {
		p.Amount = s.d.Estimates[n-1].Patient
	}
	p.Explanation = s.waitsFor(lines)
	p.Billable = p.Explanation == ""
	if p.Billable {
		p.Explanation = s.explain(lines, p.Amount)
	}
	return p
}

// explain tells the patient where the amount comes from, and why it is not the one of the estimate.
func (s *session) explain(lines []tarif.Line, amount string) string {
	text := fmt.Sprintf("Reste après AMO %s, engagé par les AMC %s.", tarif.Left(lines).French(), s.engaged().French())
	if n := len(s.d.Estimates); n > 0 && s.d.Estimates[n-1].Patient != amount {
		text += fmt.Sprintf(" La dernière estimation annonçait %s ; le calcul, qui seul fait foi, laisse %s.",
			french(s.d.Estimates[n-1].Patient), french(amount))
	}
	return text
}

// french writes an amount of the driver's form as people read it.
func french(amount string) string {
	cents, err := roc.ParseCents(amount)
	if err != nil {
		return amount
	}
	return cents.French()
}

// engaged is what the AMCs have committed to.
func (s *session) engaged() roc.Cents {
	var sum roc.Cents
	for _, e := range s.d.standing() {
		if e.State != anomaly {
			for _, l := range e.Reply.Lines {
				sum += l.AMC
			}
		}
	}
	return sum
}

// waitsFor says why the patient may not be billed yet; empty where nothing is awaited any more.
func (s *session) waitsFor(lines []tarif.Line) string {
	switch {
	case s.d.Circuit == circuitPEC:
		return "Circuit classique : la réponse à la demande de prise en charge est attendue."
	case len(s.d.Insurers) == 0:
		return "Aucune attestation saisie."
	case len(s.d.Divergences) > 0:
		return "Le statut OPTAM d'un praticien diverge : le choix de l'agent est attendu."
	}
	for i, ins := range s.d.Insurers {
		if why := s.waitsForInsurer(lines, i+1, ins); why != "" {
			return why
		}
	}
	return ""
}

func (s *session) waitsForInsurer(lines []tarif.Line, rank int, ins *Insurer) string {
	all, settled := s.d.lasts(rank), 0
	for _, e := range all {
		why, decided := s.waitsForAnswer(e)
		if why != "" {
			return why
		}
		if decided {
			settled++
		}
	}
	switch {
	case len(all) > 0 && settled == len(all) && s.d.billedToTheEnd():
		return ""
	case ins.RefusedGroup != "":
		if s.c.BillsAfter(s.d, ins.RefusedGroup) {
			return ""
		}
		return "Les droits ont été refusés : une action de l'agent est attendue."
	case ins.State == stateOpen && !s.c.WorthAsking(wireLines(s.parts(lines, rank, 0))):
		return ""
	}
	return "Le calcul reste à faire."
}

// waitsForAnswer looks at the last calculation; decided is false where it settles nothing.
func (s *session) waitsForAnswer(e *Engagement) (why string, decided bool) {
	switch {
	case e.Withdraw != "":
		return "Une annulation attend sa réponse.", true
	case e.State == asked || e.State == inDoubt:
		return "Le calcul est en doute : il sera rejoué.", true
	case e.State == anomaly:
		return "La réponse de l'AMC est incohérente.", true
	case e.State == refused && s.c.BillsAfter(s.d, e.Refused):
		return "", true
	case e.State == refused:
		return "Le calcul a été refusé : une action de l'agent est attendue.", true
	case e.Live() && s.stale(e):
		return "Le dossier a changé depuis le calcul : il est à refaire.", true
	case e.Live():
		return "", true
	}
	return "", false
}
