package gherkin

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

var (
	caseID        = regexp.MustCompile(`^ROC-(ANN|IDB|SIM|CLC|DEL|FAC|TRV|PAR)-\d{3}$`)
	requirementID = regexp.MustCompile(`^EXG-(ANN|IDB|SIM|CLC|DEL|FAC|TRV|PAR)-\d{4}$`)
)

// checkIdentity looks at the tags: which case is this, what does it prove, for which versions.
func (l *linter) checkIdentity(s scenario) {
	tags := names(s.tags)
	l.checkTags(s)
	l.checkCase(s, valuesOf(tags, "@cas:"))
	vs := versions(tags)
	if len(vs) == 0 {
		l.fault("MIR022", s.line(), s.col(), "Le scénario ne dit pas pour quelle version il vaut.",
			"Ajoutez @v1, @v2 ou les deux.")
	}
	required := valuesOf(tags, "@exig:")
	if len(required) == 0 {
		l.fault("MIR021", s.line(), s.col(), "Le scénario ne dit pas quelle exigence il prouve.",
			"Ajoutez une étiquette @exig:EXG-… du catalogue.")
	}
	for _, id := range required {
		l.checkRequirement(s, id, vs)
	}
}

// checkTags holds tags to the closed list, and to what the id says.
func (l *linter) checkTags(s scenario) {
	all := slices.Clone(s.tags)
	for _, e := range s.node.Examples {
		all = append(all, e.Tags...)
	}
	service := strings.ToLower(serviceOf(valueOf(names(s.tags), "@cas:")))
	for _, t := range all {
		line, col := int(t.Location.Line), int(t.Location.Column)
		if !known(t.Name) {
			l.fault("MIR023", line, col, fmt.Sprintf("L'étiquette « %s » n'est pas de la liste.", t.Name),
				near(t.Name, allowed(), "Employez une étiquette de la liste : "+strings.Join(allowed(), " ")+"."))
			continue
		}
		if svc, ok := strings.CutPrefix(t.Name, "@svc:"); ok && service != "" && svc != service {
			l.fault("MIR023", line, col, fmt.Sprintf("« %s » contredit l'identifiant du cas.", t.Name),
				fmt.Sprintf("Écrivez @svc:%s.", service))
		}
	}
	for _, prefix := range []string{"@svc:", "@niveau:", "@mode:", "@etat:"} {
		if values := valuesOf(names(s.tags), prefix); len(values) > 1 {
			l.fault("MIR023", s.line(), s.col(),
				fmt.Sprintf("Plusieurs étiquettes %s : %s.", prefix, strings.Join(values, ", ")), "Gardez-en une.")
		}
	}
}

// checkCase wants exactly one id, well formed, unique in the suite and written in the ledger.
func (l *linter) checkCase(s scenario, ids []string) {
	if len(ids) != 1 {
		l.fault("MIR020", s.line(), s.col(), fmt.Sprintf("Le scénario porte %d identifiants @cas.", len(ids)),
			"Donnez-lui exactement une étiquette @cas:ROC-….")
		return
	}
	id := ids[0]
	active, registered := l.catalogue.Cases[id]
	switch first := l.ids[id]; {
	case !caseID.MatchString(id):
		l.fault("MIR020", s.line(), s.col(), fmt.Sprintf("« %s » n'est pas un identifiant de cas.", id),
			"Un identifiant a la forme ROC-IDB-001.")
	case first != "":
		l.fault("MIR020", s.line(), s.col(), fmt.Sprintf("Le cas %s existe déjà en %s.", id, first),
			"Prenez un identifiant neuf : un identifiant ne sert qu'une fois.")
	case l.catalogue.Cases != nil && !registered:
		l.fault("MIR020", s.line(), s.col(), fmt.Sprintf("Le cas %s n'est pas au registre.", id),
			near(id, keysOf(l.catalogue.Cases), "Inscrivez-le au registre des cas."))
	case l.catalogue.Cases != nil && !active:
		l.fault("MIR020", s.line(), s.col(), fmt.Sprintf("Le cas %s est retiré au registre.", id),
			"Prenez un identifiant neuf : un identifiant ne sert qu'une fois.")
	}
	if l.ids[id] == "" {
		l.ids[id] = fmt.Sprintf("%s:%d", l.report.file, s.line())
	}
}

// checkRequirement wants an id of the catalogue that applies to every version of the case.
func (l *linter) checkRequirement(s scenario, id string, versions []string) {
	requirement, registered := l.catalogue.Requirements[id]
	switch {
	case !requirementID.MatchString(id):
		l.fault("MIR021", s.line(), s.col(), fmt.Sprintf("« %s » n'est pas un identifiant d'exigence.", id),
			"Un identifiant a la forme EXG-IDB-0001.")
	case l.catalogue.Requirements == nil:
	case !registered:
		l.fault("MIR021", s.line(), s.col(), fmt.Sprintf("L'exigence %s n'est pas au catalogue.", id),
			near(id, keysOf(l.catalogue.Requirements), "Inscrivez-la au catalogue des exigences."))
	default:
		for _, v := range versions {
			if !slices.Contains(requirement.Versions, v) {
				l.fault("MIR021", s.line(), s.col(),
					fmt.Sprintf("L'exigence %s ne s'applique pas à la version %s.", id, v),
					"Retirez l'étiquette de version, ou visez l'exigence de cette version.")
			}
		}
	}
}

func keysOf[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// near names the closest valid word, or falls back on a general remedy.
func near(word string, valid []string, otherwise string) string {
	if n := strictyaml.Nearest(word, valid); n != "" {
		return fmt.Sprintf("Vouliez-vous dire « %s » ?", n)
	}
	return otherwise
}
