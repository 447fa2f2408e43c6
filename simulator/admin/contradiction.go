package admin

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// check compares the lines with their rules and with the totals.
func (e *Explanation) check(totals bool) {
	var amc, patient roc.Cents
	for i := range e.Lines {
		l := &e.Lines[i]
		amc += l.AMC
		patient += l.Patient
		e.checkLine(l)
	}
	if !totals {
		e.contradict(true, "les lignes sont partagées sans total")
		return
	}
	e.contradict(amc != e.Totals.AMC, "le total de l'AMC est de %s, la somme des lignes de %s",
		e.Totals.AMC.French(), amc.French())
	e.contradict(patient != e.Totals.Patient, "le total du patient est de %s, la somme des lignes de %s",
		e.Totals.Patient.French(), patient.French())
}

func (e *Explanation) checkLine(l *LineExplanation) {
	switch {
	case !l.Asked:
		e.contradict(true, "ligne %d : répondue sans être demandée", l.ID)
		return
	case !l.Answered:
		e.contradict(true, "ligne %d : demandée, mais sans réponse", l.ID)
		return
	}
	e.contradict(l.AMC+l.Patient != l.Requested, "ligne %d : l'AMC prend %s et le patient %s, pour %s demandés",
		l.ID, l.AMC.French(), l.Patient.French(), l.Requested.French())
	if !e.Detailed {
		return
	}
	paid, refused := l.Shared()
	e.contradict(paid != l.AMC, "ligne %d : les règles paient %s, la réponse dit %s",
		l.ID, paid.French(), l.AMC.French())
	e.contradict(paid+refused != l.Requested, "ligne %d : les règles paient %s et laissent %s, pour %s demandés",
		l.ID, paid.French(), refused.French(), l.Requested.French())
}

func (e *Explanation) contradict(broken bool, sentence string, args ...any) {
	if broken {
		e.Faults = append(e.Faults, fmt.Sprintf(sentence, args...))
	}
}
