package gherkin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v34"
)

// checkShape wants something to play in a feature and in each of its rules.
func (l *linter) checkShape(f *messages.Feature) {
	if len(scenariosOf(f)) == 0 {
		l.fault("MIR006", int(f.Location.Line), 1, "La fonctionnalité ne contient aucun scénario.",
			"Écrivez un « Scénario: », ou retirez le fichier.")
	}
	for _, rule := range rules(f) {
		if !slices.ContainsFunc(rule.Children, func(c *messages.RuleChild) bool { return c.Scenario != nil }) {
			l.fault("MIR006", int(rule.Location.Line), int(rule.Location.Column),
				"La règle ne contient aucun scénario.", "Écrivez un « Scénario: », ou retirez la règle.")
		}
	}
}

// checkScenario looks at a scenario seen whole.
func (l *linter) checkScenario(s scenario) {
	if s.node.Keyword == "Exemple" {
		l.fault("MIR002", s.line(), s.col(), "« Exemple: » ouvre un nouveau scénario.",
			"Écrivez « Scénario: », ou « Exemples: » pour un tableau d'exemples.")
	}
	if len(s.node.Steps) == 0 {
		l.fault("MIR006", s.line(), s.col(), fmt.Sprintf("Le scénario « %s » n'a aucune étape.", s.node.Name),
			"Écrivez ses étapes, ou retirez-le.")
	}
	title := strings.TrimSpace(s.node.Name)
	where := fmt.Sprintf("%s:%d", l.report.file, s.line())
	switch first := l.titles[title]; {
	case title == "":
		l.fault("MIR025", s.line(), s.col(), "Le scénario n'a pas de titre.",
			"Dites en une phrase ce que la GAP doit faire.")
	case first != "":
		l.fault("MIR025", s.line(), s.col(), fmt.Sprintf("Le titre « %s » est déjà celui de %s.", title, first),
			"Donnez à chaque scénario son titre.")
	default:
		l.titles[title] = where
	}
	const long = 90
	if len([]rune(title)) > long {
		l.add("MIR025", Warning, s.line(), s.col(), fmt.Sprintf("Le titre dépasse %d caractères.", long),
			"Raccourcissez-le.")
	}
}

var (
	slug        = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	placeholder = regexp.MustCompile(`<([^<>]+)>`)
)

// checkExamples looks at a plan and its tables.
func (l *linter) checkExamples(s scenario) {
	switch {
	case s.outline() && len(s.node.Examples) == 0:
		l.fault("MIR007", s.line(), s.col(), "Le plan de scénario n'a pas d'exemples.",
			"Ajoutez un tableau « Exemples: », ou écrivez « Scénario: ».")
	case !s.outline() && len(s.node.Examples) > 0:
		l.fault("MIR007", s.line(), s.col(), "Un scénario simple a des exemples.", "Écrivez « Plan du scénario: ».")
	}
	keys := map[string]bool{}
	for _, e := range s.node.Examples {
		if e.TableHeader == nil || len(e.TableHeader.Cells) == 0 || len(e.TableBody) == 0 {
			l.fault("MIR007", int(e.Location.Line), int(e.Location.Column), "Le tableau d'exemples est vide.",
				"Ajoutez une ligne d'en-tête et au moins une ligne de valeurs.")
			continue
		}
		l.checkKeys(e, keys)
		l.checkColumns(s, e)
	}
	if len(s.node.Examples) == 0 {
		l.checkColumns(s, &messages.Examples{})
	}
}

// checkKeys wants a first column "cas" whose values name the rows.
func (l *linter) checkKeys(e *messages.Examples, keys map[string]bool) {
	if first := e.TableHeader.Cells[0].Value; first != "cas" {
		l.fault("MIR026", int(e.TableHeader.Location.Line), int(e.TableHeader.Location.Column),
			fmt.Sprintf("La première colonne des exemples est « %s ».", first),
			"Commencez le tableau par une colonne « cas » qui nomme chaque ligne.")
		return
	}
	for _, row := range e.TableBody {
		key := row.Cells[0].Value
		at := row.Location
		switch {
		case !slug.MatchString(key):
			l.fault("MIR026", int(at.Line), int(at.Column),
				fmt.Sprintf("La clé « %s » n'a pas la forme attendue.", key),
				"Écrivez-la en minuscules sans accent, chiffres et tirets : « rang-2 ».")
		case keys[key]:
			l.fault("MIR026", int(at.Line), int(at.Column), fmt.Sprintf("La clé « %s » est déjà prise.", key),
				"Donnez à chaque ligne sa clé.")
		}
		keys[key] = true
	}
}

// checkColumns compares the placeholders of a scenario with the header of its examples.
func (l *linter) checkColumns(s scenario, e *messages.Examples) {
	var header []string
	if e.TableHeader != nil {
		for _, cell := range e.TableHeader.Cells {
			header = append(header, cell.Value)
		}
	}
	used := map[string]bool{"cas": true}
	seek := func(text string, line int) {
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
			if !slices.Contains(header, m[1]) {
				l.fault("MIR008", line, 1, fmt.Sprintf("« <%s> » n'est le nom d'aucune colonne des exemples.", m[1]),
					"Corrigez le nom, ou ajoutez la colonne. Colonnes : "+listed(header)+".")
			}
		}
	}
	seek(s.node.Name, s.line())
	for _, step := range s.sentences() {
		seek(step.Text, int(step.Location.Line))
		if step.DataTable == nil {
			continue
		}
		for _, row := range step.DataTable.Rows {
			for _, cell := range row.Cells {
				seek(cell.Value, int(row.Location.Line))
			}
		}
	}
	for i, name := range header {
		if !used[name] {
			at := e.TableHeader.Cells[i].Location
			l.fault("MIR008", int(at.Line), int(at.Column), fmt.Sprintf("La colonne « %s » ne sert à rien.", name),
				fmt.Sprintf("Employez « <%s> » dans une étape, ou retirez la colonne.", name))
		}
	}
	if duplicate := repeated(header); duplicate != "" {
		l.fault("MIR008", int(e.TableHeader.Location.Line), 1,
			fmt.Sprintf("La colonne « %s » figure deux fois.", duplicate), "Gardez-en une.")
	}
}

func repeated(list []string) string {
	for i, name := range list {
		if slices.Contains(list[:i], name) {
			return name
		}
	}
	return ""
}

func listed(names []string) string {
	if len(names) == 0 {
		return "aucune"
	}
	return strings.Join(names, ", ")
}
