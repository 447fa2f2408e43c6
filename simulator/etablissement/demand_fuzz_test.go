package etablissement

import (
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
)

// Whatever a bench posts, a demand is read or refused in words; what is read survives being written again.
func FuzzReadDemand(f *testing.F) {
	for _, seed := range []string{
		`{"protocole":1,"run":"r","cas":"ROC-IDB-001","version":"v1","essai":1,"langue":"fr"}`,
		`{"protocole":1,"run":"r","cas":"c","version":"v1","essai":1,"action":"calculer","parametres":{"rang_amc":2}}`,
		`{"protocole":2}`, `{"run":"a","run":"b"}`, `{"protocole":1,"rum":"r"}`, `[`, `null`, "\x00", `{"essai":1e99}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		d, err := ReadDemand(strings.NewReader(body))
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		again, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadDemand(strings.NewReader(string(again))); err != nil {
			t.Errorf("%s is read, and refused once written as %s: %v", body, again, err)
		}
	})
}
