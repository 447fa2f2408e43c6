package amc

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A checker collects the faults of a world whose fields could all be read.
type checker struct {
	world *World
	errs  strictyaml.Errors
}

var (
	worldName  = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$`)
	amcNumber  = regexp.MustCompile(`^[0-9A-Z]{8,10}$`)
	birthDate  = regexp.MustCompile(`^[0-9]{8}$`)
	identifier = regexp.MustCompile(`^[0-9A-Za-z_-]{1,20}$`)
	visible    = regexp.MustCompile(`^[!-~]+$`)
	printable  = regexp.MustCompile(`^[ -~]*$`)
)

// check returns every fault of the world, whose defaults are in place.
func check(w *World, t *tables) strictyaml.Errors {
	c := &checker{world: w}
	if !worldName.MatchString(w.Name) {
		c.fail("monde", "%q is no world name: want letters, digits, points, dashes, at most 128", w.Name)
	}
	c.oneOf("horloge.mode", w.Clock.Mode, []string{clockSystem, clockFrozen})
	if w.Clock.Mode == clockFrozen && w.Clock.Start.IsZero() {
		c.fail("horloge.debut", "missing: a frozen clock needs its instant, such as 2025-06-02T08:00:00+02:00")
	}
	c.practitioners()
	c.directory()
	c.guarantees(t)
	c.people()
	c.rules()
	for i := range w.Forcings {
		c.forcing(fmt.Sprintf("forcages[%d]", i), &w.Forcings[i])
	}
	return c.errs
}

func (c *checker) fail(field, format string, args ...any) {
	c.errs = append(c.errs, &strictyaml.Error{Field: field, Message: fmt.Sprintf(format, args...)})
}

// oneOf reports a word that is not among the valid ones, with the nearest of them.
func (c *checker) oneOf(field, word string, valid []string) {
	if slices.Contains(valid, word) {
		return
	}
	if near := strictyaml.Nearest(word, valid); near != "" {
		c.fail(field, "%q is unknown: did you mean %q?", word, near)
		return
	}
	c.fail(field, "%q is unknown: want one of %v", word, valid)
}

// reference is oneOf for names that the world itself defines.
func reference[V any](c *checker, field, word string, known map[string]V) {
	if _, ok := known[word]; !ok {
		c.oneOf(field, word, slices.Sorted(maps.Keys(known)))
	}
}

// text reports a text that no message can carry: too long, empty where it is required, or with
// characters outside the allowed ones (nil: any).
func (c *checker) text(field, value string, low, high int, allowed *regexp.Regexp) {
	switch n := utf8.RuneCountInString(value); {
	case n < low || n > high:
		c.fail(field, "has %d characters: want %d to %d", n, low, high)
	case value != "" && allowed != nil && !allowed.MatchString(value):
		c.fail(field, "%q has characters that no message can carry: want unaccented printable ones", value)
	}
}

// within reports a number outside its bounds, which are included.
func (c *checker) within(field string, n, low, high int) {
	if n < low || n > high {
		c.fail(field, "%d is out of range: want %d to %d", n, low, high)
	}
}

// A set finds values that come twice.
type set map[string]string

// add reports value under field when an earlier field holds it already.
func (s set) add(c *checker, field, value string) {
	if first, taken := s[value]; taken {
		c.fail(field, "%q is already that of %s", value, first)
		return
	}
	s[value] = field
}

func serviceNames() []string {
	var names []string
	for _, s := range roc.Services() {
		names = append(names, string(s))
	}
	return names
}

// forcing checks one answer imposed by the world.
func (c *checker) forcing(at string, f *Forcing) {
	c.oneOf(at+".service", f.Service, serviceNames())
	switch {
	case f.Code == "" && f.Incoherence == "":
		c.fail(at, "forces nothing: give a code or an incoherence")
	case f.Code != "" && f.Incoherence != "":
		c.fail(at+".incoherence", "a forcing has a code or an incoherence, not both")
	case f.Incoherence != "":
		c.oneOf(at+".incoherence", f.Incoherence, incoherences)
		if f.Service != string(roc.CLC) {
			c.fail(at+".service", "an incoherence bends the answers of CLC, not of %s", f.Service)
		}
	}
	c.text(at+".code", f.Code, 0, 20, visible)
	c.text(at+".libelle", f.Label, 0, 255, nil)
	c.text(at+".groupe", f.Group, 0, 10, visible)
	if f.AMC != "" {
		reference(c, at+".amc", f.AMC, c.world.index.insurers)
	}
	if f.Beneficiary != "" {
		reference(c, at+".beneficiaire", f.Beneficiary, c.world.index.persons)
	}
	if f.Times < 0 {
		c.fail(at+".fois", "%d is negative: want the number of answers to force, 0 for all", f.Times)
	}
}
