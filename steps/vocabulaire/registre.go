package vocabulaire

import (
	"strings"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// Fingerprints hashes each case by its id, examples together, as the ledger of cases keeps it. A case
// that several versions share counts once.
func Fingerprints(cases []gherkin.Case) map[string]string {
	sentences, keys, version := map[string][]string{}, map[string][]string{}, map[string]string{}
	for _, c := range cases {
		if version[c.ID] == "" {
			version[c.ID] = c.Version
		}
		if version[c.ID] != c.Version {
			continue
		}
		keys[c.ID] = append(keys[c.ID], c.Example)
		for _, step := range c.Steps {
			sentences[c.ID] = append(sentences[c.ID], string(step.Family)+" "+step.Text)
			for _, row := range step.Table {
				sentences[c.ID] = append(sentences[c.ID], strings.Join(row, " | "))
			}
		}
	}
	hashes := make(map[string]string, len(sentences))
	for id := range sentences {
		hashes[id] = scenarios.Fingerprint(sentences[id], keys[id])
	}
	return hashes
}
