package gherkin

import "strings"

// A Family is what a step is for.
type Family string

// The families, in the order in which a scenario goes through them.
const (
	Etat       Family = "Étant donné"
	Stimulus   Family = "Quand"
	Obligation Family = "Alors"
)

// rank gives the place of the family in a scenario, from 1; 0 for none.
func (f Family) rank() int {
	switch f {
	case Etat:
		return 1
	case Stimulus:
		return 2
	case Obligation:
		return 3
	}
	return 0
}

// A Case is one scenario, or one row of its examples, for one version of the norme.
type Case struct {
	ID           string // ROC-IDB-007
	Version      string // v1
	Example      string // key of the row, empty without examples
	Title        string
	Feature      string   // title of the feature
	Service      string   // IDB: the code inside the id
	Tags         []string // without those of other versions
	Requirements []string
	Level        string // obligatoire, recommande, information
	File         string
	Line         int
	Steps        []CaseStep
}

// A CaseStep is one sentence of a case, its examples filled in.
type CaseStep struct {
	Keyword string // as written, trimmed: "Et"
	Family  Family
	Text    string
	Line    int
	Table   [][]string
}

// Coordinate names the result: ROC-IDB-007@v1/rang-2.
func (c Case) Coordinate() string {
	coordinate := c.ID + "@" + c.Version
	if c.Example != "" {
		coordinate += "/" + c.Example
	}
	return coordinate
}

// Name is what the case is called in a conversation that already tells the version:
// ROC-IDB-007/rang-2.
func (c Case) Name() string {
	if c.Example == "" {
		return c.ID
	}
	return c.ID + "/" + c.Example
}

// Has reports whether the case carries a tag, written with its @.
func (c Case) Has(tag string) bool {
	for _, t := range c.Tags {
		if t == tag {
			return true
		}
	}
	return false
}

// serviceOf returns the code inside a case id, or nothing.
func serviceOf(id string) string {
	parts := strings.Split(id, "-")
	if len(parts) != 3 {
		return ""
	}
	return parts[1]
}
