package tarif

import (
	"errors"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The words of a visit.
const (
	outpatient      = "ACE"
	emergency       = "URGENCE"
	emergencyGyneco = "URGENCE_GYNECO"

	outOfPathway = "HORS"

	sentHome    = "RETOUR"
	admitted    = "HOSPITALISE"
	withoutCare = "SANS_SOINS"
	reoriented  = "REORIENTE"
)

// A Visit is outpatient care: acts and consultations without admission.
type Visit struct {
	Situation `yaml:",inline"`
	Kind      string       `yaml:"type"`               // ACE, URGENCE, URGENCE_GYNECO
	Date      roc.Date     `yaml:"date,omitempty"`     // of an emergency: start of care; zero: day of the first act
	Pathway   string       `yaml:"parcours,omitempty"` // HORS: out of the coordinated pathway; empty: inside
	Outcome   string       `yaml:"issue,omitempty"`    // of an emergency: RETOUR or empty, HOSPITALISE, …
	Acts      []Prestation `yaml:"actes,omitempty"`
}

// Visit returns what a visit leaves after the AMO: the forfait of an emergency, the acts in the order
// given, the flat participations on costly acts, then what only the patient pays.
func (t *Table) Visit(v Visit) (Bill, error) {
	if err := v.check(); err != nil {
		return Bill{}, err
	}
	c, err := t.circumstances(&v.Situation)
	if err != nil {
		return Bill{}, err
	}
	day, err := v.day()
	if err != nil {
		return Bill{}, err
	}
	if err := v.oneCircuit(&c, day); err != nil {
		return Bill{}, err
	}
	b := &visitBill{t: t, v: &v, c: &c, lines: make([]Line, 0, 2*len(v.Acts)+2)}
	circuit, remarks := circuitOf(c.on(day))
	if reason := v.nothing(); reason != "" {
		return Bill{Circuit: circuit, Remarks: append(remarks, reason)}, nil
	}
	if v.Kind == emergency && v.Outcome != reoriented {
		err = b.emergency(day)
	} else {
		err = b.outpatient()
	}
	return Bill{Lines: b.lines, Circuit: circuit, Remarks: append(b.remarks, remarks...)}, err
}

// oneCircuit refuses acts of days on which the bill would go to another payer than that of the visit.
func (v *Visit) oneCircuit(c *circumstances, day roc.Date) error {
	for i := range v.Acts {
		from := v.Acts[i].From
		if err := c.oneCircuit(daySpan{earlier(from, day), later(from, day)}); err != nil {
			return err
		}
	}
	return nil
}

// nothing says why a visit makes no line; empty where it makes some.
func (v *Visit) nothing() string {
	switch v.Outcome {
	case admitted:
		return "Passage suivi d'une hospitalisation : ni forfait patient urgences ni acte, le séjour les comprend."
	case withoutCare:
		return "Patient parti avant les soins : aucun forfait, aucun acte."
	}
	return ""
}

// day is that of the visit: it decides the forfait and the circuit.
func (v *Visit) day() (roc.Date, error) {
	day := v.Date
	for i := range v.Acts {
		if d := v.Acts[i].From; day.IsZero() || v.Date.IsZero() && d.Before(day) {
			day = d
		}
	}
	if day.IsZero() && v.Kind == emergency && v.nothing() == "" {
		return day, errors.New("passage aux urgences sans date : donnez date, ou un acte")
	}
	return day, nil
}

// check returns every fault of a visit, joined.
func (v *Visit) check() error {
	var faults []error
	if !slices.Contains(visitKinds, v.Kind) {
		faults = append(faults, errorf("type de visite %q inconnu%s", v.Kind, hint(v.Kind, visitKinds)))
	}
	if v.Pathway != "" && v.Pathway != outOfPathway {
		faults = append(faults, errorf("parcours %q inconnu : HORS, ou rien", v.Pathway))
	}
	switch {
	case v.Outcome == "":
	case !slices.Contains(outcomes, v.Outcome):
		faults = append(faults, errorf("issue %q inconnue%s", v.Outcome, hint(v.Outcome, outcomes)))
	case v.Kind == outpatient:
		faults = append(faults, errors.New("seul un passage aux urgences a une issue"))
	}
	faults = append(faults, checkPrestations(v.Acts, func(roc.Date) bool { return true }))
	return errors.Join(faults...)
}

var (
	visitKinds   = []string{outpatient, emergency, emergencyGyneco}
	outcomes     = []string{sentHome, admitted, withoutCare, reoriented}
	forfaitCodes = []string{"FPU", "FPV", "FPL", "FPM", "FPX", "CFU"}
)

// say adds a remark that was not made yet.
func (b *visitBill) say(remark string) {
	if !slices.Contains(b.remarks, remark) {
		b.remarks = append(b.remarks, remark)
	}
}

// A visitBill is the bill of a visit in the making.
type visitBill struct {
	t       *Table
	v       *Visit
	c       *circumstances
	lines   []Line
	remarks []string
}

// rate returns the AMO rate of an act in common law: the one given, or that of its code. Out of the
// pathway too: the majoration is a line of its own, so that a rate which already bears it is refused.
func (b *visitBill) rate(a *Prestation) (int, error) {
	c := b.t.codes[a.Code]
	switch {
	case a.Rate > 0 && b.v.Pathway == outOfPathway && c != nil && c.Majoration && a.Rate < c.Rate:
		return 0, errorf("acte %s hors parcours : taux %d, alors que la majoration se compte à part ; donnez le taux "+
			"dans le parcours, %d en droit commun", a.Code, a.Rate, c.Rate)
	case a.Rate > 0:
		return a.Rate, nil
	case c != nil && c.Rate > 0:
		return c.Rate, nil
	}
	return 0, errorf("acte %s : la table n'a pas le taux AMO de ce code, donnez taux", a.Code)
}

// price adds the line of an act; costly says that it is above the threshold, covered that the forfait
// patient urgences stands for its ticket modérateur.
func (b *visitBill) price(a *Prestation, costly, covered bool) error {
	rate, m := 0, motive{why: becauseActFree}
	switch {
	case a.Base == 0:
	case covered:
		rate, m.why = fullRate, becauseActEmergency
	case costly:
		rate, m.why = fullRate, becauseActCostly
	default:
		var err error
		if rate, err = b.rate(a); err != nil {
			return err
		}
		m.why = becauseAct
		if e := b.c.on(a.From); e.noTM != nil && e.actRate > rate {
			rate, m = e.actRate, motive{why: becauseActExempt, row: e.noTM}
		}
	}
	l := a.line(Act, "TAR-ACE", sourceACE, m)
	l.share(a.Base*roc.Cents(a.Quantity), rate)
	b.lines = append(b.lines, l)
	return nil
}
