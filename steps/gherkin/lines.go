package gherkin

import (
	"fmt"
	"regexp"
	"strings"

	messages "github.com/cucumber/messages/go/v34"
)

var languageHeader = regexp.MustCompile(`^#\s*language\s*:\s*(\S+)\s*$`)

// checkLines looks at the lines that the parser does not take for a keyword. It passes them over
// as a description, or fails on them in words that help nobody. doc is nil where parsing failed.
func (r *report) checkLines(text string, doc *messages.GherkinDocument) {
	claimed, fence := claims(doc), ""
	for i, l := range strings.Split(text, "\n") {
		n, trimmed := i+1, strings.TrimSpace(l)
		closing := fence != ""
		fence = fenced(l, fence)
		if opening := !closing && fence != ""; opening && doc != nil && !claimed[n] {
			r.misplaced(n, column(l, strings.Index(l, trimmed)), trimmed)
		}
		if m := languageHeader.FindStringSubmatch(trimmed); m != nil && m[1] != "fr" {
			r.fault("MIR002", n, 1, fmt.Sprintf("L'en-tête annonce la langue « %s ».", m[1]),
				"Les cas s'écrivent en français : retirez cet en-tête.")
		}
		if trimmed == "" || closing || fence != "" || claimed[n] || strings.ContainsRune("#@", rune(trimmed[0])) {
			continue
		}
		r.checkLine(n, column(l, strings.Index(l, trimmed)), trimmed, doc != nil)
	}
}

// checkLine judges one line that stands for nothing; described says that it became a description.
func (r *report) checkLine(n, col int, l string, described bool) {
	switch {
	case described && (recognised(l) || l[0] == '|'):
		r.misplaced(n, col, l)
	case recognised(l) || l[0] == '|':
	case meant(l) != "":
		r.fault("MIR002", n, col, fmt.Sprintf("« %s » ressemble à un mot-clé et n'en est pas un.", shortened(l)),
			fmt.Sprintf("Écrivez « %s » (accents, majuscule, deux-points), ou reformulez la description.", meant(l)))
	}
}

// misplaced refuses a line that looks like a part of a scenario and was read as a description.
func (r *report) misplaced(n, col int, l string) {
	r.fault("MIR005", n, col, fmt.Sprintf("« %s » se trouve dans une description, où rien n'est joué.", shortened(l)),
		"Placez cette ligne dans un scénario, ou reformulez la description.")
}

// claims returns the lines that the parser understood as something else than a description.
func claims(doc *messages.GherkinDocument) map[int]bool {
	claimed := map[int]bool{}
	if doc == nil || doc.Feature == nil {
		return claimed
	}
	claim := func(at *messages.Location) { claimed[int(at.Line)] = true }
	claim(doc.Feature.Location)
	for _, rule := range rules(doc.Feature) {
		claim(rule.Location)
	}
	for _, b := range backgrounds(doc.Feature) {
		claim(b.Location)
		claimSteps(b.Steps, claim)
	}
	for _, s := range scenariosOf(doc.Feature) {
		claim(s.node.Location)
		claimSteps(s.node.Steps, claim)
		for _, e := range s.node.Examples {
			claim(e.Location)
			for _, row := range rowsOf(e) {
				claim(row.Location)
			}
		}
	}
	return claimed
}

func claimSteps(list []*messages.Step, claim func(*messages.Location)) {
	for _, step := range list {
		claim(step.Location)
		if step.DocString != nil {
			claim(step.DocString.Location)
		}
		if step.DataTable != nil {
			for _, row := range step.DataTable.Rows {
				claim(row.Location)
			}
		}
	}
}

func rowsOf(e *messages.Examples) []*messages.TableRow {
	if e.TableHeader == nil {
		return e.TableBody
	}
	return append([]*messages.TableRow{e.TableHeader}, e.TableBody...)
}

func shortened(l string) string {
	if runes := []rune(l); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return l
}
