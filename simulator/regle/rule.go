package regle

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Rule is one rule of a world's file.
type Rule struct {
	ID       string    `yaml:"id"`                 // quoted by trace, journal and report: MAISON-01
	Text     string    `yaml:"texte"`              // French sentence, shown where the rule applies
	Services []string  `yaml:"services,omitempty"` // none: CLC
	If       Condition `yaml:"si"`
	Then     Effects   `yaml:"alors"`
	Times    int       `yaml:"fois,omitempty"` // applied to the first n matching requests; 0: always
}

// Effects are what a rule does. A refusal goes with a consigne only; the others go together.
type Effects struct {
	Refuse     string   `yaml:"refuser,omitempty"` // code of the catalogue
	Label      string   `yaml:"libelle,omitempty"` // of the refusal; default: the catalogue's
	Ceiling    *Ceiling `yaml:"plafonner,omitempty"`
	Consigne   string   `yaml:"consigne,omitempty"`
	Debtor     *Debtor  `yaml:"debiteur,omitempty"`
	Contradict string   `yaml:"contredire,omitempty"` // incoherence, as in a forcage
}

// A Ceiling is the most that the AMC takes of the lines of a family: one of the three amounts.
type Ceiling struct {
	Family  string     `yaml:"famille,omitempty"`  // none: all lines
	PerDay  *roc.Cents `yaml:"par_jour,omitempty"` // of the lines together, each day
	PerLine *roc.Cents `yaml:"par_ligne,omitempty"`
	Total   *roc.Cents `yaml:"au_total,omitempty"`
}

// A Debtor pays in the AMC's place.
type Debtor struct {
	Number string `yaml:"numero"`
	Name   string `yaml:"nom"`
}

// Serves reports whether the rule is about a service.
func (r *Rule) Serves(s roc.Service) bool {
	if len(r.Services) == 0 {
		return s == roc.CLC
	}
	return slices.Contains(r.Services, string(s))
}
