package steps

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	kebab     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	must      = regexp.MustCompile(`\b(doit|doivent)\b`)
	recommend = regexp.MustCompile(`\b(devrait|devraient)\b`)
)

// recommends reports whether a sentence advises: missing it is a reserve, not a failure.
func recommends(sentence string) bool { return recommend.MatchString(sentence) }

// faults says what is wrong with one definition, seen alone.
func (d *definition) faults() []string {
	var faults []string
	refuse := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	refuse(!kebab.MatchString(d.ID), "the id is not kebab-case")
	refuse(d.Family != Etat && d.Family != Stimulus && d.Family != Obligation, "family %q is unknown", d.Family)
	refuse(d.Run == nil, "it has no Run")
	refuse(strings.TrimSpace(d.Doc) == "", "it has no Doc")
	refuse(!d.strict.MatchString(d.Example), "the example %q does not match %q", d.Example, d.Text)
	if _, err := d.convert(d.sample, nil); err != nil {
		refuse(true, "the template does not accept its own sample: %v", err)
	}
	if d.Family == Obligation {
		refuse(!kebab.MatchString(d.Check), "an obligation announces a check, in kebab-case; it has %q", d.Check)
		text := strings.ReplaceAll(d.Text, "[doit|devrait]", "doit")
		must, recommend := must.MatchString(text), recommends(text)
		refuse(!must && !recommend, "an obligation says doit, ne doit pas or devrait")
		refuse(must && recommend, "it says both doit and devrait")
		return faults
	}
	refuse(d.Check != "", "only an obligation announces a check; it has %q", d.Check)
	return faults
}

// clashes finds ids used twice and sentences that two definitions accept.
func (r *Registry) clashes() []error {
	var faults []error
	ids := map[string]bool{}
	for _, d := range r.definitions {
		if ids[d.ID] {
			faults = append(faults, fmt.Errorf("step %s: the id is used twice", d.ID))
		}
		ids[d.ID] = true
	}
	for _, d := range r.definitions {
		for _, other := range r.definitions {
			if d == other {
				continue
			}
			for _, text := range []string{d.sample, d.Example} {
				if other.strict.MatchString(text) {
					faults = append(faults,
						fmt.Errorf("step %s: %q is also accepted by %s, %q", d.ID, text, other.ID, other.Text))
					break
				}
			}
		}
	}
	return faults
}
