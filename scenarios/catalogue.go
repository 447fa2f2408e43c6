package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A RequirementCatalogue is the list of the obligations that the suite proves, or says that it does not.
// That of a version of the norme is that of the version which it extends, and rows of its own.
type RequirementCatalogue struct {
	Source       Source        `yaml:"source"`
	Extends      string        `yaml:"etend,omitempty"` // version whose requirements all hold here too: v1
	Requirements []Requirement `yaml:"exigences"`
}

// A Source is the document from which requirements were drawn.
type Source struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"titre"`
	Version string   `yaml:"version"`
	Norms   []string `yaml:"normes"` // versions of the norme it speaks of: v1
}

// A Requirement is one obligation, in our own words.
type Requirement struct {
	ID          string            `yaml:"id"`     // EXG-IDB-0007: opaque, never reused
	Summary     string            `yaml:"resume"` // French sentence
	Anchor      string            `yaml:"ancre"`  // where the source says it: the dossier's case
	Level       string            `yaml:"niveau"` // doit, ne_doit_pas, devrait, peut
	Actor       string            `yaml:"acteur"` // gap, amc, operateur, etablissement
	Service     string            `yaml:"service"`
	Versions    map[string]string `yaml:"versions"`    // v1: applicable, sans_objet
	Testability string            `yaml:"testabilite"` // automatique, manuel, … (see closed)
	Criticality string            `yaml:"criticite"`   // haute, moyenne, basse
	Proof       string            `yaml:"preuve_minimale"`
	Why         string            `yaml:"motif,omitempty"` // why no case proves it yet
}

// Applies reports whether the requirement holds in a version of the norme ("v1").
func (r *Requirement) Applies(version string) bool { return r.Versions[version] == "applicable" }

// Recommended reports whether missing the requirement is a reserve rather than a failure.
func (r *Requirement) Recommended() bool { return r.Level == "devrait" || r.Level == "peut" }

// ByID returns a requirement, nil where the catalogue has none of that id.
func (c *RequirementCatalogue) ByID(id string) *Requirement {
	for i := range c.Requirements {
		if c.Requirements[i].ID == id {
			return &c.Requirements[i]
		}
	}
	return nil
}

// Catalogue returns the requirements of every version, whole and checked.
func Catalogue() (*RequirementCatalogue, error) {
	all := &RequirementCatalogue{}
	var errs strictyaml.Errors
	seen := map[string]bool{}
	for _, version := range []string{"v1", "v2"} {
		name := "exigences/" + version + ".yaml"
		var c RequirementCatalogue
		if err := read(name, &c); err != nil {
			return nil, err
		}
		errs = append(errs, c.check("scenarios/"+name, seen)...)
		all.extend(version, &c)
	}
	if len(errs) > 0 {
		return nil, errs
	}
	return all, nil
}

// extend adds the rows of a version, in which those of the version that it extends hold too unless they
// say otherwise.
func (c *RequirementCatalogue) extend(version string, next *RequirementCatalogue) {
	for i := range c.Requirements {
		r := &c.Requirements[i]
		if _, said := r.Versions[version]; !said && r.Applies(next.Extends) {
			r.Versions[version] = r.Versions[next.Extends]
		}
	}
	c.Source = next.Source
	c.Requirements = append(c.Requirements, next.Requirements...)
}

// closed are the words that a field of a requirement may take.
var closed = []struct {
	field string
	words []string
	value func(*Requirement) string
}{
	{"niveau", []string{"doit", "ne_doit_pas", "devrait", "peut"}, func(r *Requirement) string { return r.Level }},
	{"acteur", []string{"gap", "amc", "operateur", "etablissement"}, func(r *Requirement) string { return r.Actor }},
	{"service", []string{"ann", "idb", "sim", "clc", "del"}, func(r *Requirement) string { return r.Service }},
	{"testabilite", []string{"automatique", "manuel", "observation", "inspection", "engagement", "non_testable"},
		func(r *Requirement) string { return r.Testability }},
	{"criticite", []string{"haute", "moyenne", "basse"}, func(r *Requirement) string { return r.Criticality }},
	{"preuve_minimale", []string{"couverte", "mutant_tue"}, func(r *Requirement) string { return r.Proof }},
}

// check returns the faults of a file, and notes the ids that it takes.
func (c *RequirementCatalogue) check(file string, seen map[string]bool) strictyaml.Errors {
	var errs strictyaml.Errors
	for i := range c.Requirements {
		r := &c.Requirements[i]
		fail := func(field, format string, args ...any) {
			where := fmt.Sprintf("exigences[%d].%s (%s)", i, field, r.ID)
			errs = append(errs, &strictyaml.Error{File: file, Field: where, Message: fmt.Sprintf(format, args...)})
		}
		if seen[r.ID] {
			fail("id", "given twice")
		}
		seen[r.ID] = true
		if want := "EXG-" + strings.ToUpper(r.Service) + "-"; !strings.HasPrefix(r.ID, want) {
			fail("id", "does not agree with its service; want %s and four digits", want)
		}
		for _, f := range closed {
			if word := f.value(r); !slices.Contains(f.words, word) {
				fail(f.field, "%q is not one of %s%s", word, strings.Join(f.words, ", "), hint(word, f.words))
			}
		}
	}
	return errs
}

func hint(word string, valid []string) string {
	if near := strictyaml.Nearest(word, valid); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
