package gherkin_test

import (
	"context"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// vocabulary is enough to write correct scenarios, and wrong ones.
func vocabulary(t testing.TB) *steps.Registry {
	t.Helper()
	run := func(context.Context, *steps.Scene, steps.Args) error { return nil }
	list := []steps.Step{
		{ID: "patient", Family: steps.Etat, Text: "un patient couvert par l'AMC {texte}",
			Example: `un patient couvert par l'AMC "A"`},
		{ID: "montant", Family: steps.Etat, Text: "une chambre à {montant} le {date}",
			Example: `une chambre à 60 € le 02/06/2025`},
		{ID: "prestations", Family: steps.Etat, Text: "les prestations suivantes",
			Example: "les prestations suivantes", Table: true},
		{ID: "identifie", Family: steps.Stimulus, Text: "l'agent identifie les droits",
			Example: "l'agent identifie les droits"},
		{ID: "transmet", Family: steps.Obligation, Text: "la GAP doit transmettre le rang {entier}",
			Example: "la GAP doit transmettre le rang 1", Check: "rang"},
		{ID: "sourit", Family: steps.Obligation, Text: "la GAP devrait sourire", Example: "la GAP devrait sourire",
			Check: "sourire"},
	}
	for i := range list {
		list[i].Doc, list[i].Run = "Essai.", run
	}
	r, err := steps.NewRegistry(list)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func catalogue() gherkin.Catalogue {
	return gherkin.Catalogue{
		Cases: map[string]bool{"ROC-IDB-001": true, "ROC-IDB-002": true, "ROC-IDB-009": false},
		Requirements: map[string]gherkin.Requirement{
			"EXG-IDB-0001": {Versions: []string{"v1", "v2"}}, "EXG-IDB-0002": {Versions: []string{"v2"}},
		},
	}
}

func read(t testing.TB, texts ...string) ([]gherkin.Case, []gherkin.Finding) {
	t.Helper()
	var files []gherkin.File
	for i, text := range texts {
		files = append(files, gherkin.File{Name: string(rune('a'+i)) + ".feature", Data: []byte(text)})
	}
	return gherkin.Read(files, vocabulary(t), catalogue())
}

const correct = `Fonctionnalité: droits
  Une description ordinaire.

  @cas:ROC-IDB-001 @exig:EXG-IDB-0001 @svc:idb @v1 @nominal
  Scénario: Transmettre le rang
    Étant donné un patient couvert par l'AMC "A"
    Et une chambre à 1 166,56 € le 02/06/2025
    Et les prestations suivantes
      | code | prix |
      | CHP  | 60   |
    Quand l'agent identifie les droits
    Alors la GAP doit transmettre le rang 1
`

const plan = `Fonctionnalité: droits
  @cas:ROC-IDB-001 @exig:EXG-IDB-0001 @v1 @v2
  Plan du scénario: Transmettre le rang <rang>
    Quand l'agent identifie les droits
    Alors la GAP doit transmettre le rang <rang>

    Exemples:
      | cas    | rang |
      | rang-1 | 1    |
      | rang-2 | 2    |
`

func TestACorrectFileHasNothingSaidOfIt(t *testing.T) {
	for name, text := range map[string]string{"scenario": correct, "plan": plan} {
		if _, findings := read(t, text); len(findings) != 0 {
			t.Errorf("%s: %v", name, findings)
		}
	}
}

// An accident is a feature that some engine passes over in silence, or on which it says something
// that helps nobody; here it is an error with its code and its line.
type accident struct {
	text string
	code string
	line int
	says string
}

func (a accident) check(t *testing.T) {
	t.Helper()
	_, findings := read(t, a.text)
	for _, f := range findings {
		if f.Code == a.code && f.Line == a.line && strings.Contains(f.Fact+f.Remedy, a.says) {
			if f.Severity != gherkin.Error || f.Fact == "" || f.Remedy == "" {
				t.Errorf("%v: want an error with a fact and a remedy", f)
			}
			return
		}
	}
	t.Errorf("want %s at line %d saying %q, got %v", a.code, a.line, a.says, findings)
}

// replace spoils a text at one place.
func replace(text, old, spoilt string) string {
	if !strings.Contains(text, old) {
		panic("nothing to replace: " + old)
	}
	return strings.Replace(text, old, spoilt, 1)
}

func TestTypingAccidentsAreErrors(t *testing.T) {
	tests := map[string]accident{
		"keyword without its accent": {
			replace(correct, "Scénario:", "Scenario:"),
			"MIR002", 5, "Scénario:",
		},
		"keyword in lower case": {
			replace(correct, "Scénario:", "scénario:"),
			"MIR002", 5, "Scénario:",
		},
		"keyword in the plural": {
			replace(correct, "Scénario:", "Scénarios:"),
			"MIR002", 5, "Scénario:",
		},
		"keyword without its colon": {
			replace(correct, "Scénario: ", "Scénario "),
			"MIR002", 5, "Scénario:",
		},
		"keyword in English": {
			replace(correct, "Fonctionnalité:", "Feature:"),
			"MIR002", 1, "Fonctionnalité:",
		},
		"step keyword in lower case": {
			replace(correct, "Quand l'agent", "quand l'agent"),
			"MIR002", 11, "Quand",
		},
		"step keyword without accents": {
			replace(correct, "Étant donné", "Etant donne"),
			"MIR002", 6, "tant donné",
		},
		"step keyword misspelt": {
			replace(correct, "Quand l'agent", "Quant l'agent"),
			"MIR002", 11, "Quand",
		},
		"plan without its accent": {
			replace(plan, "Plan du scénario:", "Plan du scenario:"),
			"MIR002", 3, "Plan du scénario:",
		},
		"examples in the singular":   {replace(plan, "Exemples:", "Exemple:"), "MIR002", 7, "Exemples:"},
		"header of another language": {"# language: en\n" + correct, "MIR002", 1, "français"},
		"step in the feature's description": {
			replace(correct, "Une description", "Quand la description"),
			"MIR005", 2, "description",
		},
		"table in a description": {
			replace(correct, "  Une description", "  | a | b |\n  Une description"),
			"MIR005", 2, "description",
		},
		"doc string in a description": {
			replace(correct, "  Une description", "  \"\"\"\n  Quand x\n  \"\"\"\n  Une description"),
			"MIR005", 2, "description",
		},
		"examples in a description": {
			replace(correct, "Une description ordinaire.", "Exemples: un"),
			"MIR005", 2, "description",
		},
		"no feature at all":        {"# rien\n", "MIR006", 1, "aucune fonctionnalité"},
		"empty file":               {"", "MIR006", 1, "aucune fonctionnalité"},
		"feature without scenario": {"Fonctionnalité: vide\n", "MIR006", 1, "aucun scénario"},
		"rule without scenario":    {"Fonctionnalité: x\nRègle: vide\n", "MIR006", 2, "aucun scénario"},
		"scenario without step": {
			"Fonctionnalité: x\n@cas:ROC-IDB-001 @exig:EXG-IDB-0001 @v1\nScénario: vide\n",
			"MIR006", 3, "aucune étape",
		},
		"plan without examples": {
			plan[:strings.Index(plan, "    Exemples")],
			"MIR007", 3, "pas d'exemples",
		},
		"plan with empty examples": {plan[:strings.Index(plan, "      | cas")], "MIR007", 7, "vide"},
		"plan with a header alone": {plan[:strings.Index(plan, "      | rang-1")], "MIR007", 7, "vide"},
		"examples under a plain scenario": {
			replace(plan, "Plan du scénario:", "Scénario:"),
			"MIR007", 3, "Plan du scénario",
		},
		"placeholder without column": {
			replace(plan, "rang <rang>\n\n", "rang <rangs>\n\n"),
			"MIR008", 5, "<rangs>",
		},
		"placeholder in a plain scenario": {replace(correct, "rang 1", "rang <rang>"), "MIR008", 12, "<rang>"},
		"column that serves nothing": {
			replace(plan, "| cas    | rang |", "| cas    | rang2 |"),
			"MIR008", 8, "rang2",
		},
		"table under a step without": {
			replace(correct, "rang 1\n", "rang 1\n      | a |\n"),
			"MIR009", 12, "n'en prend pas",
		},
		"step without its table": {
			replace(correct, "      | code | prix |\n      | CHP  | 60   |\n", ""),
			"MIR009", 8, "attend un tableau",
		},
		"doc string under a step": {
			replace(correct, "rang 1\n", "rang 1\n      \"\"\"\n      x\n      \"\"\"\n"),
			"MIR009", 13, "texte long",
		},
		"table and doc string": {
			replace(correct, "      | CHP  | 60   |\n",
				"      | CHP  | 60   |\n      \"\"\"\n      x\n      \"\"\"\n"),
			"MIR009", 11, "texte long",
		},
		"unknown step": {
			replace(correct, "identifie les droits", "identifie ses droits"),
			"MIR010", 11, "l'agent identifie les droits",
		},
		"step under the wrong keyword": {
			replace(correct, "Quand l'agent", "Alors l'agent"),
			"MIR012", 11, "Quand",
		},
		"star instead of a keyword": {replace(correct, "Quand l'agent", "* l'agent"), "MIR012", 11, "*"},
		"a first step that continues nothing": {
			replace(correct, "Étant donné un", "Et un"),
			"MIR012", 6, "continue",
		},
		"amount with a point": {
			replace(correct, "1 166,56 €", "1166.56 €"),
			"MIR013", 7, "montant en euros",
		},
		"day that does not exist": {
			replace(correct, "02/06/2025", "31/06/2025"),
			"MIR013", 7, "calendrier",
		},
		"text without quotes": {replace(correct, `"A"`, "A"), "MIR013", 6, "guillemets"},
		"line end inside a value": {
			replace(plan, "| rang-2 | 2    |", `| rang-2 | 2\n3 |`),
			"MIR013", 5, "saut de ligne",
		},
		"stray text between steps": {
			replace(correct, "    Quand", "    Voir aussi la page 12\n    Quand"),
			"MIR000", 11, "sens",
		},
		"a line in Latin-1": {replace(correct, "Scénario", "Sc\xe9nario"), "MIR003", 5, "UTF-8"},
	}
	for name, test := range tests {
		t.Run(name, test.check)
	}
}

func TestAnAmbiguousStepIsAnError(t *testing.T) {
	files := []gherkin.File{{Name: "a.feature", Data: []byte(correct)}}
	_, findings := gherkin.Read(files, twice{vocabulary(t)}, catalogue())
	for _, f := range findings {
		if f.Code == "MIR011" && f.Severity == gherkin.Error {
			return
		}
	}
	t.Errorf("want MIR011, got %v", findings)
}

// twice is a vocabulary that no registry would accept: everything in it has a double.
type twice struct{ gherkin.Vocabulary }

func (v twice) Match(text string) []gherkin.Match {
	found := v.Vocabulary.Match(text)
	return append(found, found...)
}

func TestAnUnknownStepGetsThreeProposals(t *testing.T) {
	_, findings := read(t, strings.Replace(correct, "identifie les droits", "identifie", 1))
	for _, f := range findings {
		if f.Code == "MIR010" {
			right := "« l'agent identifie les droits »"
			if strings.Count(f.Remedy, "«") != 3 || !strings.Contains(f.Remedy, right) {
				t.Errorf("remedy %q: want three proposals, the right one among them", f.Remedy)
			}
			return
		}
	}
	t.Errorf("want MIR010, got %v", findings)
}
