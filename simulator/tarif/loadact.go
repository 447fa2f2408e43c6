package tarif

import "fmt"

// What an act or a forfait does to the participation on costly acts, where it is not an ordinary act.
const (
	pasImaging   = "imagerie"   // never reaches the threshold
	pasAnesthesy = "anesthesie" // likewise
	pasDental    = "dentaire"   // likewise, and cancels the participation of its invoice
	pasForfait   = "porteur"    // carries the one participation that an invasive act of its invoice causes
	pasNone      = "sans"       // not an act
)

// A code is what is known of a prestation code.
type code struct {
	Code       string `yaml:"code"`
	Label      string `yaml:"libelle"`
	Rate       int    `yaml:"taux,omitempty"`          // AMO rate in common law, where the caller gives none
	PF         bool   `yaml:"participation,omitempty"` // owes the 2 €
	Majoration bool   `yaml:"majoration,omitempty"`    // increased out of the coordinated pathway
	PAS        string `yaml:"pas,omitempty"`

	Uncertainty string `yaml:"incertitude,omitempty"` // of the 2 €, owed or not
}

// costs reports whether an act of this code can reach the threshold. A nil code is an ordinary act.
func (c *code) costs() bool { return c == nil || c.PAS == "" }

func (c *code) is(pas string) bool { return c != nil && c.PAS == pas }

// A pathway says what care out of the coordinated pathway adds.
type pathway struct {
	Rate   int    `yaml:"taux"` // percent of the base
	Source string `yaml:"source"`
}

func (t *Table) readActs(r *reader, data []byte) {
	var f struct {
		Pathway pathway `yaml:"hors_parcours"`
		Codes   []code  `yaml:"codes"`
	}
	if !r.decode(data, &f) {
		return
	}
	r.percent("hors_parcours.taux", f.Pathway.Rate)
	t.pathway = f.Pathway
	t.codes = map[string]*code{}
	for i := range f.Codes {
		c := &f.Codes[i]
		field := fmt.Sprintf("codes[%d]", i)
		r.percent(field+".taux", c.Rate)
		if c.PAS != "" {
			r.word(field+".pas", c.PAS, []string{pasImaging, pasAnesthesy, pasDental, pasForfait, pasNone})
		}
		if t.codes[c.Code] != nil {
			r.fail(field+".code", "%s est donné deux fois", c.Code)
		}
		t.codes[c.Code] = c
	}
}
