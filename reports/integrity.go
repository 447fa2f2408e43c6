package reports

import (
	"fmt"
	"slices"
)

// incoherences returns, in French, everything by which the evidence contradicts itself. Any of
// them voids the run: a bench that says two things at once is no witness.
func incoherences(c *Campaign) []string {
	out := duplicates(c.Selected, "la coordonnée %s est sélectionnée plusieurs fois")
	var coordinates []string
	catalogue := map[string]bool{}
	for _, req := range c.Requirements {
		catalogue[req.ID] = true
	}
	for i := range c.Results {
		r := &c.Results[i]
		coordinates = append(coordinates, r.Coordinate)
		if !slices.Contains(c.Selected, r.Coordinate) {
			out = append(out, fmt.Sprintf("%s : résultat non sélectionné", r.Coordinate))
		}
		for _, id := range r.Requirements {
			if !catalogue[id] {
				out = append(out, fmt.Sprintf("%s : l'exigence %s n'est pas au catalogue", r.Coordinate, id))
			}
		}
		for _, what := range slices.Concat(verdictFaults(r), checkFaults(r), amountFaults(r)) {
			out = append(out, r.Coordinate+" : "+what)
		}
	}
	return append(out, duplicates(coordinates, "la coordonnée %s a plusieurs résultats")...)
}

// verdictFaults compares a verdict with its origin and with the checks that should carry it.
func verdictFaults(r *Result) []string {
	var out []string
	if !slices.Contains(Verdicts(), r.Verdict) {
		out = append(out, fmt.Sprintf("verdict inconnu %q", r.Verdict))
	}
	if r.Level != Obligatoire && r.Level != Recommande && r.Level != Information {
		out = append(out, fmt.Sprintf("niveau inconnu %q", r.Level))
	}
	if r.Origin != "" && !slices.Contains(Origins(), r.Origin) {
		out = append(out, fmt.Sprintf("origine inconnue %q", r.Origin))
	}
	switch r.Verdict {
	case Conforme:
		out = append(out, conformeFaults(r)...)
	case NonConforme:
		if r.Origin != OriginGAP {
			out = append(out, "non conforme sans que l'origine soit la GAP")
		}
		if !slices.ContainsFunc(r.Checks, func(k Check) bool { return k.Outcome == Echouee }) {
			out = append(out, "non conforme sans vérification échouée")
		}
	case Erreur:
		if r.Origin == "" {
			out = append(out, "erreur sans origine")
		}
		if r.Origin == OriginGAP {
			out = append(out, "erreur du banc attribuée à la GAP")
		}
	}
	return out
}

// conformeFaults refuses the green that proves nothing.
func conformeFaults(r *Result) []string {
	var out []string
	emitted := func(k Check) bool { return k.Mandatory && k.Outcome == Reussie }
	if !r.Blocking() { // a recommendation has no mandatory check
		emitted = func(k Check) bool { return k.Outcome == Reussie || k.Outcome == Reserve }
	}
	if !slices.ContainsFunc(r.Checks, emitted) {
		out = append(out, "conforme sans vérification qui le prouve")
	}
	for _, k := range r.Checks {
		switch k.Outcome {
		case Echouee:
			out = append(out, fmt.Sprintf("conforme alors que la vérification %s a échoué", k.ID))
		case NonEmise:
			out = append(out, fmt.Sprintf("conforme alors que la vérification %s n'a pas été émise", k.ID))
		}
	}
	for _, s := range r.Steps {
		if s.State != EtapeFaite {
			out = append(out, fmt.Sprintf("conforme alors que l'étape de la ligne %d n'est pas faite", s.Line))
		}
	}
	if len(r.Exchanges) == 0 && !r.NoExchange {
		out = append(out, "conforme sans aucun échange de la GAP")
	}
	return out
}

// checkFaults wants the checks of a result known, once each.
func checkFaults(r *Result) []string {
	var out, ids []string
	for _, k := range r.Checks {
		ids = append(ids, k.ID)
		if !slices.Contains(Outcomes(), k.Outcome) {
			out = append(out, fmt.Sprintf("résultat inconnu %q de la vérification %s", k.Outcome, k.ID))
		}
	}
	return append(out, duplicates(ids, "la vérification %s figure plusieurs fois")...)
}

func duplicates(list []string, sentence string) []string {
	var out []string
	n := map[string]int{}
	for _, s := range list {
		if n[s]++; n[s] == 2 {
			out = append(out, fmt.Sprintf(sentence, s))
		}
	}
	return out
}
