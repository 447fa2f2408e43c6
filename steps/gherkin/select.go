package gherkin

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNothingSelected refuses a selection that no case answers: nothing run is nothing proven.
var ErrNothingSelected = errors.New("aucun cas ne répond à la sélection")

// A Filter chooses cases. Every item that is set must hold; an empty filter takes everything.
type Filter struct {
	Tags         string   // tag expression
	IDs          []string // ROC-IDB-007, ROC-IDB-007/rang-2 or a coordinate ROC-IDB-007@v1/rang-2
	Services     []string // IDB, any case
	Versions     []string // v1
	Requirements []string // EXG-IDB-0001
}

// A BadFilter names everything in a filter that no case could ever answer.
type BadFilter struct {
	Faults []string // French sentences
}

func (b *BadFilter) Error() string { return strings.Join(b.Faults, "\n") }

// Select returns the cases that a filter chooses, in order. A word of the filter that no case
// knows is a *BadFilter, a selection without a case ErrNothingSelected.
func Select(cases []Case, f Filter) ([]Case, error) {
	var faults []string
	expression := &TagExpression{match: func([]string) bool { return true }}
	if strings.TrimSpace(f.Tags) != "" {
		parsed, err := ParseTags(f.Tags)
		if err != nil {
			return nil, &BadFilter{Faults: []string{err.Error()}}
		}
		expression = parsed
	}
	valid := func(what, unknown string, words, vocabulary []string) {
		for _, w := range words {
			if !slices.Contains(vocabulary, w) {
				faults = append(faults, strings.TrimSpace(fmt.Sprintf("%s « %s » est %s de la suite. %s",
					what, w, unknown, near(w, vocabulary, ""))))
			}
		}
	}
	services := upper(f.Services)
	tags := vocabulary(cases, func(c Case) []string { return c.Tags }, allowed()...)
	valid("L'étiquette", "inconnue", expression.Tags(), tags)
	valid("Le cas", "inconnu", f.IDs, vocabulary(cases, ids))
	valid("Le service", "inconnu", services, vocabulary(cases, func(c Case) []string { return []string{c.Service} }))
	valid("La version", "inconnue", f.Versions, vocabulary(cases, func(c Case) []string { return []string{c.Version} }))
	valid("L'exigence", "inconnue", f.Requirements, vocabulary(cases, func(c Case) []string { return c.Requirements }))
	if len(faults) > 0 {
		return nil, &BadFilter{Faults: faults}
	}
	var chosen []Case
	for _, c := range cases {
		if expression.Match(c.Tags) && overlaps(f.IDs, ids(c)) && overlaps(services, []string{c.Service}) &&
			overlaps(f.Versions, []string{c.Version}) && overlaps(f.Requirements, c.Requirements) {
			chosen = append(chosen, c)
		}
	}
	if len(chosen) == 0 {
		return nil, ErrNothingSelected
	}
	return chosen, nil
}

// ids are the ways to name a case.
func ids(c Case) []string {
	return []string{c.ID, c.Name(), c.ID + "@" + c.Version, c.Coordinate()}
}

// vocabulary gathers the words of all cases.
func vocabulary(cases []Case, words func(Case) []string, more ...string) []string {
	list := slices.Clone(more)
	for _, c := range cases {
		list = append(list, words(c)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// overlaps reports whether nothing is wanted or something wanted is there.
func overlaps(wanted, have []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(have, w) })
}

func upper(words []string) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = strings.ToUpper(w)
	}
	return list
}
