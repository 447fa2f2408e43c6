package steps

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A Registry is the vocabulary: every step, compiled. It never changes, and several runs may
// share it.
type Registry struct {
	definitions []*definition
}

type definition struct {
	Step
	*template
}

// NewRegistry compiles steps and refuses a vocabulary that could mislead: all its faults at once.
func NewRegistry(lists ...[]Step) (*Registry, error) {
	r, parameters := &Registry{}, Parameters()
	var faults []error
	for _, step := range slices.Concat(lists...) {
		t, err := compile(step.Text, parameters)
		if err != nil {
			faults = append(faults, fmt.Errorf("step %s: %q: %w", step.ID, step.Text, err))
			continue
		}
		d := &definition{Step: step, template: t}
		for _, fault := range d.faults() {
			faults = append(faults, fmt.Errorf("step %s: %s", step.ID, fault))
		}
		r.definitions = append(r.definitions, d)
	}
	faults = append(faults, r.clashes()...)
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return r, nil
}

// Steps lists the vocabulary in the order in which it was given.
func (r *Registry) Steps() []Step {
	list := make([]Step, len(r.definitions))
	for i, d := range r.definitions {
		list[i] = d.Step
	}
	return list
}

// Match implements gherkin.Vocabulary.
func (r *Registry) Match(text string) []gherkin.Match {
	var found []gherkin.Match
	for _, d := range r.find(text) {
		m := d.match(text)
		if _, err := d.convert(text, nil); err != nil {
			m.Fault = err.Error()
		}
		found = append(found, m)
	}
	return found
}

// Near implements gherkin.Vocabulary.
func (r *Registry) Near(text string) []gherkin.Match {
	var found []gherkin.Match
	for _, d := range r.definitions {
		groups := d.loose.FindStringSubmatch(text)
		if groups == nil || len(d.parameters) == 0 {
			continue
		}
		m := d.match(text)
		m.Fault = d.malformed(groups[1:])
		found = append(found, m)
	}
	return found
}

// Nearest implements gherkin.Vocabulary.
func (r *Registry) Nearest(text string, n int) []string {
	type candidate struct {
		template string
		distance int
	}
	candidates := make([]candidate, len(r.definitions))
	for i, d := range r.definitions {
		candidates[i] = candidate{d.Text, levenshtein.ComputeDistance(text, d.sample)}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var nearest []string
	for _, c := range candidates[:min(n, len(candidates))] {
		nearest = append(nearest, c.template)
	}
	return nearest
}

// find returns every definition whose pattern a sentence matches.
func (r *Registry) find(text string) []*definition {
	var found []*definition
	for _, d := range r.definitions {
		if d.strict.MatchString(text) {
			found = append(found, d)
		}
	}
	return found
}

func (d *definition) match(sentence string) gherkin.Match {
	return gherkin.Match{
		ID: d.ID, Family: d.Family, Template: d.Text, Table: d.Table, Check: d.Check, Mandatory: !recommends(sentence),
	}
}

// convert reads the parameters of a sentence that the strict pattern matches.
func (d *definition) convert(text string, table [][]string) (Args, error) {
	groups := d.strict.FindStringSubmatch(text)
	if groups == nil {
		return Args{}, fmt.Errorf("la phrase « %s » n'est pas de la forme « %s »", text, d.Text)
	}
	args := Args{table: table}
	for i, p := range d.parameters {
		value, err := p.Convert(groups[i+1])
		if err != nil {
			return Args{}, fmt.Errorf("%w ; attendu : %s", err, p.Accepted)
		}
		args.values = append(args.values, value)
	}
	return args, nil
}

// malformed says which of the values that the loose pattern caught is not of its type.
func (d *definition) malformed(values []string) string {
	var faults []string
	for i, p := range d.parameters {
		if _, err := p.Read(values[i]); err != nil {
			faults = append(faults, err.Error())
		}
	}
	return strings.Join(faults, " ; ")
}
