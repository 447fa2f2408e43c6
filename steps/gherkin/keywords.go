package gherkin

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	gherkin "github.com/cucumber/gherkin/go/v42"
	"golang.org/x/text/unicode/norm"
)

// titles and steps are the keywords of French Gherkin, as the parser knows them.
func titles() []string {
	d := gherkin.DialectsBuiltin().GetDialect("fr")
	var all []string
	for _, list := range [][]string{
		d.FeatureKeywords(), d.RuleKeywords(), d.BackgroundKeywords(),
		d.ScenarioKeywords(), d.ScenarioOutlineKeywords(), d.ExamplesKeywords(),
	} {
		all = append(all, list...)
	}
	return all
}

func steps() []string { return gherkin.DialectsBuiltin().GetDialect("fr").StepKeywords() }

// foreign gives the French keyword for one written in English.
func foreign() map[string]string {
	return map[string]string{
		"feature": "Fonctionnalité:", "rule": "Règle:", "background": "Contexte:", "example": "Scénario:",
		"scenario": "Scénario:", "scenario outline": "Plan du scénario:", "scenario template": "Plan du scénario:",
		"examples": "Exemples:", "scenarios": "Scénario:",
		"given": "Étant donné", "when": "Quand", "then": "Alors", "and": "Et", "but": "Mais",
	}
}

// recognised reports whether a trimmed line is one that the parser takes for a keyword.
func recognised(l string) bool {
	for _, k := range titles() {
		if strings.HasPrefix(l, k+":") {
			return true
		}
	}
	for _, k := range steps() {
		if strings.HasPrefix(l, k) {
			return true
		}
	}
	return false
}

// meant returns the keyword that a trimmed line, not recognised, seems to be meant as, or nothing.
// A near miss is looked for in titles only: too much prose starts like a step.
func meant(l string) string {
	folded := fold(l)
	head, _, colon := strings.Cut(folded, ":")
	head = strings.TrimSpace(head)
	if colon {
		if k := meantTitle(head); k != "" {
			return k
		}
	}
	for _, k := range []string{"Fonctionnalité", "Plan du scénario", "Scénario", "Exemples"} {
		if strings.HasPrefix(folded+" ", fold(k)+" ") {
			return k + ":"
		}
	}
	for _, k := range steps() {
		if k != "* " && strings.HasPrefix(folded, fold(k)) {
			return strings.TrimSpace(k)
		}
	}
	first, _, _ := strings.Cut(folded, " ")
	switch first {
	case "given", "when", "then", "and", "but":
		return foreign()[first]
	}
	for _, k := range []string{"Quand", "Alors", "Lorsque", "Sachant", "Étant"} {
		if levenshtein.ComputeDistance(first, fold(k)) <= 1 {
			return k
		}
	}
	return ""
}

// meantTitle finds the title keyword that the text before a colon stands for.
func meantTitle(head string) string {
	if k, ok := foreign()[head]; ok {
		return strings.TrimSuffix(k, ":") + ":"
	}
	for _, k := range titles() {
		if distance := levenshtein.ComputeDistance(head, fold(k)); distance == 0 || distance <= 2 && len(head) >= 5 {
			return k + ":"
		}
	}
	return ""
}

// fold writes a text in lower case and without accents.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}
