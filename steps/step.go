package steps

import (
	"context"

	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A Family is what a step is for; the keyword that opens it in a feature follows from it.
type Family = gherkin.Family

// The three families.
const (
	Etat       = gherkin.Etat       // Étant donné: a state, nothing is judged
	Stimulus   = gherkin.Stimulus   // Quand: the one thing that happens
	Obligation = gherkin.Obligation // Alors: what the GAP owes
)

// A Step is one sentence that analysts may write, and what the bench does when it is reached.
//
// Text is a template. A parameter stands between braces ({texte}, {montant}, …: see Parameters),
// a part that agreement adds between parentheses ("couvert(e)"), a choice between brackets
// ("[le|la|l'] patient"; the space after a bracket goes with the forms that are not elided).
// Patterns are anchored: the sentence is the template, whole. An obligation says "doit" or, where missing
// it is a reserve and no failure, "devrait"; one that may be both says "[doit|devrait]".
type Step struct {
	ID      string // unique, kebab-case: "droits-etat"
	Family  Family
	Text    string // French template
	Doc     string // what it does, one French sentence for the catalogue of steps
	Example string // a sentence as an analyst writes it, without its keyword
	Table   bool   // takes a data table; a step that takes one always gets one
	Check   string // Obligation only: the check that it announces, "rang-transmis"
	Run     func(ctx context.Context, s *Scene, a Args) error
}
