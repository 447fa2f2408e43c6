package gherkin

import "fmt"

// checkOrder looks at the movement of a scenario: states, then one stimulus, then obligations, at
// least one of which binds the GAP.
func (l *linter) checkOrder(s scenario) {
	if len(s.node.Steps) == 0 {
		return // Said by MIR006.
	}
	counts := map[Family]int{}
	previous := Family("")
	for _, step := range s.sentences() {
		if step.family.rank() == 0 {
			continue
		}
		if step.family.rank() < previous.rank() {
			l.fault("MIR032", int(step.Location.Line), int(step.Location.Column),
				fmt.Sprintf("« %s » vient après « %s ».", step.family, previous),
				"Gardez l'ordre Étant donné, Quand, Alors ; faites deux scénarios s'il y a deux actions.")
		}
		previous = step.family
		counts[step.family]++
	}
	tags := names(s.tags)
	observed := valueOf(tags, "@mode:") == "observation"
	switch {
	case counts[Stimulus] == 0 && !observed:
		l.fault("MIR031", s.line(), s.col(), "Le scénario n'a pas de « Quand » : rien ne s'y passe.",
			"Écrivez l'action de l'agent ou de la GAP.")
	case counts[Stimulus] > 1:
		l.add("MIR031", Warning, s.line(), s.col(), "Le scénario a plusieurs « Quand ».",
			"Gardez une action ; les précédentes sont des états.")
	}
	if counts[Obligation] == 0 {
		l.fault("MIR030", s.line(), s.col(), "Le scénario n'a pas de « Alors » : il ne vérifie rien.",
			"Écrivez ce que la GAP doit faire.")
		return
	}
	if !l.binds(s) {
		l.fault("MIR030", s.line(), s.col(), "Le scénario n'annonce aucune vérification qui oblige la GAP.",
			"Ajoutez un « Alors » en « doit », ou l'étiquette @niveau:recommande.")
	}
}

// binds reports whether a scenario announces a check of the kind that its level wants.
func (l *linter) binds(s scenario) bool {
	level := valueOf(names(s.tags), "@niveau:")
	optional := level == "recommande" || level == "information"
	for _, r := range s.rows() {
		for _, step := range s.sentences() {
			for _, m := range l.vocabulary.Match(r.fill(step).Text) {
				if m.Check != "" && (m.Mandatory || optional) {
					return true
				}
			}
		}
	}
	return len(s.rows()) == 0 // Said by MIR007.
}
