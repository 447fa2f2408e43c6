package amc

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

//go:embed tables.yaml
var tablesYAML []byte

// tables are the data of the rulebook that are not rules.
type tables struct {
	Profiles    map[string]Guarantee `yaml:"garanties"`   // built-in guarantee profiles, by name
	Prestations map[string][]string  `yaml:"prestations"` // codes by kind
	NightCodes  []string             `yaml:"nuitees"`     // codes of the ticket modérateur of the nights of a stay
	nights      map[string]bool      // the same
	kinds       map[string]Kind      // kind by code
	labels      map[string]string    // French sentence by code of the catalogue of answers
}

// readTables reads the embedded file, once: nothing changes it afterwards.
var readTables = sync.OnceValues(func() (*tables, error) {
	t := &tables{kinds: map[string]Kind{}, labels: map[string]string{}, nights: map[string]bool{}}
	if err := strictyaml.Decode("tables.yaml", tablesYAML, t); err != nil {
		return nil, err
	}
	for kind, codes := range t.Prestations {
		if !slices.Contains(kindNames, kind) {
			return nil, fmt.Errorf("tables.yaml: %q is no kind of prestation: want one of %v", kind, kindNames)
		}
		for _, code := range codes {
			if other, taken := t.kinds[code]; taken {
				return nil, fmt.Errorf("tables.yaml: prestation %s is both %s and %s", code, other, kind)
			}
			t.kinds[code] = Kind(kind)
		}
	}
	for _, code := range t.NightCodes {
		t.nights[code] = true
	}
	for _, c := range roc.Codes() {
		t.labels[c.ID] = c.Label
	}
	return t, nil
})
