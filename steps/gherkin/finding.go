package gherkin

import (
	"cmp"
	"fmt"
	"slices"
)

// A Severity says what a finding stops.
type Severity string

// The severities. An error stops everything: nothing runs.
const (
	Error   Severity = "erreur"
	Warning Severity = "avertissement"
	Info    Severity = "information"
)

// A Finding is one remark about a feature file: where, what is wrong, what to do.
type Finding struct {
	Code     string // MIR001, stable
	Severity Severity
	File     string
	Line     int
	Column   int    // in characters, from 1
	Fact     string // French sentence
	Remedy   string // French sentence
}

func (f Finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s %s: %s %s", f.File, f.Line, f.Column, f.Code, f.Severity, f.Fact, f.Remedy)
}

// Blocking reports whether findings hold an error.
func Blocking(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Error })
}

// A report gathers the findings of one file.
type report struct {
	file     string
	findings []Finding
}

func (r *report) add(code string, severity Severity, line, column int, fact, remedy string) {
	f := Finding{Code: code, Severity: severity, File: r.file, Line: line, Column: column, Fact: fact, Remedy: remedy}
	if !slices.Contains(r.findings, f) { // The rows of a plan repeat the faults of its sentences.
		r.findings = append(r.findings, f)
	}
}

func (r *report) fault(code string, line, column int, fact, remedy string) {
	r.add(code, Error, line, column, fact, remedy)
}

// sorted returns findings in the order of files as given, then lines.
func sorted(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		if a.File != b.File {
			return 0
		}
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return findings
}
