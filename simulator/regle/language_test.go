package regle_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func manual(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("LANGAGE.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The table of names in the manual is that of the code, groups left out. On a difference, the test prints it.
func TestTheManualHasEveryName(t *testing.T) {
	var table strings.Builder
	for _, n := range regle.Names() {
		if n.Kind == "groupe" {
			continue
		}
		services := "tous"
		if len(n.Services) < len(roc.Services()) {
			services = strings.Trim(fmt.Sprint(n.Services), "[]")
		}
		path := strings.TrimPrefix(n.Path, "lignes[]")
		fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", path, n.Kind, services, n.Text)
	}
	if !strings.Contains(manual(t), "\n|---|---|---|---|\n"+table.String()+"\n") {
		t.Errorf("the table of LANGAGE.md should be:\n%s", table.String())
	}
}

func TestTheExamplesOfTheManualAreRules(t *testing.T) {
	type world struct {
		Rules []regle.Rule `yaml:"regles"`
	}
	blocks := strings.Split(manual(t), "```yaml\n")[1:]
	if len(blocks) != 6 {
		t.Fatalf("got %d examples, want that of the introduction and five", len(blocks))
	}
	for _, block := range blocks {
		example, _, _ := strings.Cut(block, "```")
		var w world
		if err := strictyaml.Decode("LANGAGE.md", []byte(example), &w); err != nil {
			t.Errorf("%v in\n%s", err, example)
			continue
		}
		for _, s := range roc.Services() {
			if r := w.Rules[0]; r.Serves(s) && len(r.If.Unknown(s)) > 0 {
				t.Errorf("%s: %s does not know %v", r.ID, s, r.If.Unknown(s))
			}
		}
	}
}

// What the tables of the manual write between backquotes, as conditions.
func TestThePhrasesOfTheManualAreConditions(t *testing.T) {
	for _, phrase := range []string{
		`sejour.nuits > 3`, `amo.exo in ["0", "3"]`, `not (amo.exo in ["0"])`, `any(lignes, .code == "CHP")`,
		`count(lignes, .famille == "fj") > 2`, `len(lignes) > 10`, `sum(lignes, .depassement) > euros(100)`,
		`sum(filter(lignes, .famille == "chambre"), .demande) > euros(300)`, `max(map(lignes, .prix)) > euros(500)`,
		`lignes[0].code == "PJ"`, `totaux.demande > euros(40)`, `totaux.demande > 2 * euros(10)`,
	} {
		if !strings.Contains(manual(t), "`"+phrase+"`") {
			t.Errorf("the manual does not hold %s", phrase)
		}
		var c regle.Condition
		if err := c.UnmarshalText([]byte(phrase)); err != nil {
			t.Errorf("%s: %v", phrase, err)
		}
	}
}
