package tarif

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// An Entry is one stay or one visit of a file.
type Entry struct {
	Label   string   `yaml:"libelle,omitempty"`
	Stay    *Stay    `yaml:"sejour,omitempty"`
	Visit   *Visit   `yaml:"visite,omitempty"`
	Periods []Period `yaml:"periodes,omitempty"` // of the stay: one bill for each
}

// maxEntries bounds a file.
const maxEntries = 10_000

// ParseFile reads the stays and visits of a file, YAML or JSON: one entry, a list of them, or one
// JSON object a line. The
// error is of type strictyaml.Errors and holds every fault of form, or else every fault of sense that
// does not depend on the tables (names of situations, codes, dates without a rate are told by Price).
func ParseFile(name string, data []byte) ([]Entry, error) {
	entries := make([]Entry, 1)
	target := any(&entries[0])
	if lines := objectLines(data); len(lines) > 1 {
		data = slices.Concat([]byte("["), bytes.Join(lines, []byte(",\n")), []byte("]"))
	}
	list := isList(data)
	if list {
		target = &entries
	}
	if err := strictyaml.Decode(name, data, target); err != nil {
		return nil, err
	}
	if len(entries) == 0 || len(entries) > maxEntries {
		return nil, strictyaml.Errors{{File: name,
			Message: fmt.Sprintf("%d entrées : attendu de 1 à %d", len(entries), maxEntries)}}
	}
	var faults strictyaml.Errors
	for i, e := range entries {
		where := ""
		if list {
			where = fmt.Sprintf("[%d]", i)
		}
		for _, fault := range strings.Split(e.fault(), "\n") {
			if fault != "" {
				faults = append(faults, &strictyaml.Error{File: name, Field: where, Message: fault})
			}
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return entries, nil
}

// objectLines returns the lines of a file of which each is a JSON object, blank ones left out at the
// end only, so that a fault keeps its line; nil for any other file.
func objectLines(data []byte) [][]byte {
	lines := bytes.Split(bytes.TrimRight(data, "\r\n\t "), []byte("\n"))
	for i, line := range lines {
		line = bytes.TrimSpace(line)
		if len(line) < 2 || line[0] != '{' || line[len(line)-1] != '}' {
			return nil
		}
		lines[i] = line
	}
	return lines
}

// isList reports whether the first line that says something opens a list.
func isList(data []byte) bool {
	for _, line := range bytes.Split(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' || string(line) == "---" {
			continue
		}
		return line[0] == '[' || line[0] == '-'
	}
	return false
}

// fault returns the faults of an entry, one a line; empty where there is none.
func (e Entry) fault() string {
	var err error
	switch {
	case (e.Stay == nil) == (e.Visit == nil):
		err = errors.New("attendu sejour ou visite, et un seul des deux")
	case e.Stay != nil:
		err = errors.Join(e.Stay.check(), e.Stay.checkFile(), e.checkPeriods())
	case len(e.Periods) > 0:
		err = errors.New("periodes : seulement avec sejour")
	default:
		err = errors.Join(e.Visit.check(), e.Visit.checkFile())
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// checkFile asks of a file what the API lets out: how an emergency visit ended.
func (v *Visit) checkFile() error {
	if v.Kind != outpatient && v.Outcome == "" {
		return errorf("issue du passage manquante : %s", strings.Join(outcomes, ", "))
	}
	return nil
}

// checkFile asks of a file that the ticket modérateur has one base. Through the API, where a hospital
// knows both, the tariff of the stay is the base.
func (s *Stay) checkFile() error {
	if s.GHS > 0 && (s.DMT != "" || s.Tariff != "") {
		return errors.New("ghs, et dmt ou code_tarif : deux bases du ticket modérateur, donnez l'une ou l'autre")
	}
	return nil
}

// checkPeriods returns the faults of the periods of a stay.
func (e Entry) checkPeriods() error {
	faults := []error{CheckPeriods(e.Periods)}
	for _, p := range e.Periods {
		if faults[0] == nil {
			faults = append(faults, p.check(e.Stay))
		}
	}
	return errors.Join(faults...)
}

// Price returns what an entry leaves after the AMO, in the form that people and programs read: one
// result, or one for each of its periods.
func (t *Table) Price(e Entry) ([]Result, error) {
	results, err := t.price(e)
	if err != nil && e.Label != "" {
		err = fmt.Errorf("%s : %w", e.Label, err)
	}
	return results, err
}

func (t *Table) price(e Entry) ([]Result, error) {
	var bill Bill
	var err error
	switch {
	case (e.Stay == nil) == (e.Visit == nil):
		err = errors.New("attendu sejour ou visite, et un seul des deux")
	case e.Stay == nil:
		bill, err = t.Visit(*e.Visit)
	case len(e.Periods) > 0:
		return t.pricePeriods(e)
	default:
		bill, err = t.Stay(*e.Stay)
	}
	if err != nil {
		return nil, err
	}
	return []Result{Report(e, bill)}, nil
}

func (t *Table) pricePeriods(e Entry) ([]Result, error) {
	if err := CheckPeriods(e.Periods); err != nil {
		return nil, err
	}
	results := make([]Result, len(e.Periods))
	for i, p := range e.Periods {
		bill, err := t.Period(*e.Stay, p)
		if err != nil {
			return nil, err
		}
		results[i] = Report(e, bill)
		results[i].Period = &p
	}
	return results, nil
}
