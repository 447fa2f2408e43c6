package gherkin

import (
	"fmt"
	"slices"
	"strings"
)

// checkSentences looks at every step as every row plays it.
func (l *linter) checkSentences(s scenario) {
	for _, step := range s.sentences() {
		line, col := int(step.Location.Line), int(step.Location.Column)
		switch {
		case step.family == "" && strings.TrimSpace(step.Keyword) == "*":
			l.fault("MIR012", line, col, "« * » ne dit pas ce qu'est l'étape.", "Écrivez Étant donné, Quand ou Alors.")
		case step.family == "":
			l.fault("MIR012", line, col, fmt.Sprintf("« %s » ne continue rien.", strings.TrimSpace(step.Keyword)),
				"Commencez par Étant donné, Quand ou Alors.")
		}
		if step.DocString != nil {
			l.fault("MIR009", int(step.DocString.Location.Line), int(step.DocString.Location.Column),
				"Un texte long suit une étape, et aucune étape n'en prend.", "Retirez-le, ou employez un tableau.")
		}
	}
	for _, r := range s.rows() {
		for _, step := range s.sentences() {
			l.checkSentence(r.fill(step), int(step.Location.Column))
		}
	}
}

// checkSentence wants exactly one definition, of the right family, with what it takes.
func (l *linter) checkSentence(step CaseStep, col int) {
	if placeholder.MatchString(step.Text) {
		return // Said by MIR008.
	}
	if strings.Contains(step.Text, "\n") {
		l.fault("MIR013", step.Line, col, "Une valeur d'exemple met un saut de ligne dans l'étape.", "Retirez-le.")
		return
	}
	switch found := l.vocabulary.Match(step.Text); len(found) {
	case 0:
		l.unknown(step, col)
	case 1:
		l.checkMatch(step, col, found[0])
	default:
		var templates []string
		for _, m := range found {
			templates = append(templates, "« "+m.Template+" »")
		}
		l.fault("MIR011", step.Line, col, fmt.Sprintf("« %s » correspond à plusieurs étapes.", step.Text),
			"Choisissez une formulation qui n'en désigne qu'une : "+strings.Join(templates, ", ")+".")
	}
}

func (l *linter) checkMatch(step CaseStep, col int, m Match) {
	if step.Family != "" && step.Family != m.Family {
		l.fault("MIR012", step.Line, col,
			fmt.Sprintf("« %s » s'emploie avec %s, pas avec %s.", step.Text, m.Family, step.Family),
			fmt.Sprintf("Placez l'étape après « %s ».", m.Family))
	}
	if m.Fault != "" {
		l.fault("MIR013", step.Line, col, capital(m.Fault)+".", "Corrigez la valeur.")
	}
	switch {
	case m.Table && len(step.Table) == 0:
		l.fault("MIR009", step.Line, col, fmt.Sprintf("L'étape « %s » attend un tableau.", step.Text),
			"Écrivez-le juste dessous.")
	case !m.Table && len(step.Table) > 0:
		l.fault("MIR009", step.Line, col, fmt.Sprintf("Un tableau suit l'étape « %s », qui n'en prend pas.", step.Text),
			"Retirez-le, ou employez une étape qui prend un tableau.")
	}
}

// unknown explains a sentence that no step accepts: a malformed value, or other words.
func (l *linter) unknown(step CaseStep, col int) {
	if candidates := l.vocabulary.Near(step.Text); len(candidates) > 0 {
		// The fewest values to correct is the likeliest intent.
		best := slices.MinFunc(candidates, func(a, b Match) int { return len(a.Fault) - len(b.Fault) })
		l.fault("MIR013", step.Line, col, fmt.Sprintf("Dans « %s », %s.", step.Text, best.Fault),
			"L'étape s'écrit « "+best.Template+" ».")
		return
	}
	const proposals = 3
	remedy := "Consultez le catalogue des étapes."
	if nearest := l.vocabulary.Nearest(step.Text, proposals); len(nearest) > 0 {
		remedy = "Les plus proches : « " + strings.Join(nearest, " », « ") + " »."
	}
	l.fault("MIR010", step.Line, col, fmt.Sprintf("Aucune étape ne s'écrit « %s ».", step.Text), remedy)
}

func capital(s string) string {
	for i, c := range s {
		return strings.ToUpper(string(c)) + s[i+len(string(c)):]
	}
	return s
}
