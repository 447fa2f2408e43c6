package tarif

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

const sourceACE = "CSS R160-5 ; spécifications de facturation individuelle, ACE"
const sourcePF = "CSS L160-13 II, D160-6 ; jamais remboursée par un contrat responsable"

// A Visit is outpatient care: acts and consultations without admission.
type Visit struct {
	Situation
	Kind    string // ACE, URGENCE, URGENCE_GYNECO
	Pathway string // HORS: out of the coordinated pathway; empty: inside
	Outcome string // of an emergency: RETOUR, HOSPITALISE, SANS_SOINS, REORIENTE
	Acts    []Prestation
}

// Visit returns what a visit leaves after the AMO: the acts in the order given, the flat
// participation on costly acts, then the patient's own 2 €.
func (t *Table) Visit(v Visit) (Bill, error) {
	if err := checkPrestations(v.Acts); err != nil {
		return Bill{}, err
	}
	exo := ExonerationOf(v.Nature, v.ExoCode, "")
	var pas *Line
	if !exo.NoPAS {
		var err error
		if pas, err = t.pas(v.Acts); err != nil {
			return Bill{}, err
		}
	}
	var lines []Line
	for _, a := range v.Acts {
		costly, err := t.Costly(a)
		if err != nil {
			return Bill{}, err
		}
		lines = append(lines, act(a, exo, costly && pas != nil))
	}
	if pas != nil {
		lines = append(lines, *pas)
	}
	lines, err := t.participation(lines, v, exo)
	return Bill{Lines: lines, Circuit: "ROC"}, err
}

// act shares one act; the AMO pays the whole base of an exonerated one.
func act(a Prestation, exo Exoneration, costly bool) Line {
	rate := a.Rate
	why := fmt.Sprintf("part AMO de %d %% retirée du prix", rate)
	switch {
	case a.Base == 0:
		rate, why = 0, "sans part AMO"
	case costly:
		rate, why = 100, "acte au-dessus du seuil : pris en charge à 100 %, participation forfaitaire à part"
	case exo.NoTM:
		rate, why = 100, exo.Why
	}
	l := a.line(Act, "TAR-ACE", sourceACE).share(a.Base*roc.Cents(a.Quantity), rate)
	l.Why = why
	return l
}

// participation adds the 2 € of each consultation. The AMO keeps them from its part; they are shown
// as the patient's and no AMC may be asked for them.
func (t *Table) participation(lines []Line, v Visit, exo Exoneration) ([]Line, error) {
	if v.Nature == "30" || v.Nature == "41" {
		return lines, nil
	}
	for _, a := range v.Acts {
		if !slices.Contains(t.WithPF, a.Code) || a.Base == 0 {
			continue
		}
		r, err := t.Rate("PF", a.From)
		if err != nil {
			return nil, err
		}
		l := Line{Code: "PF", From: a.From, To: a.From, Quantity: a.Quantity, UnitPrice: r.Amount,
			Nature: Participation,
			Rule:   "TAR-PF", Source: sourcePF,
			Why: "participation forfaitaire, retenue sur la part AMO et due par le patient"}
		lines = append(lines, l.share(0, 0))
	}
	return lines, nil
}
