package gherkin

import (
	"strings"

	messages "github.com/cucumber/messages/go/v34"
)

// A row is one playing of a scenario: with its own values where there are examples.
type row struct {
	key    string // first column of the examples
	line   int
	tags   []*messages.Tag
	values *strings.Replacer
}

// rows lists the playings of a scenario.
func (s scenario) rows() []row {
	if len(s.node.Examples) == 0 {
		return []row{{line: s.line(), tags: s.tags, values: strings.NewReplacer()}}
	}
	var list []row
	for _, e := range s.node.Examples {
		if e.TableHeader == nil {
			continue
		}
		for _, body := range e.TableBody {
			r := row{
				line: int(body.Location.Line), values: replacer(e.TableHeader, body),
				tags: append(append([]*messages.Tag{}, s.tags...), e.Tags...),
			}
			if len(body.Cells) > 0 {
				r.key = body.Cells[0].Value
			}
			list = append(list, r)
		}
	}
	return list
}

// replacer fills placeholders in one pass: a value that looks like a placeholder stays as it is.
func replacer(header, body *messages.TableRow) *strings.Replacer {
	var pairs []string
	for i, name := range header.Cells {
		if i < len(body.Cells) && name.Value != "" {
			pairs = append(pairs, "<"+name.Value+">", body.Cells[i].Value)
		}
	}
	return strings.NewReplacer(pairs...)
}

// A sentence is a step with the family that its keyword, or the one before, gives it.
type sentence struct {
	*messages.Step
	family Family // empty where no keyword gives one
}

// sentences lists the steps of a scenario, the background's first. A list that starts with "Et"
// has no family to continue.
func (s scenario) sentences() []sentence {
	var list []sentence
	for _, part := range [][]*messages.Step{s.background, s.node.Steps} {
		var family Family
		for _, step := range part {
			switch step.KeywordType {
			case messages.StepKeywordType_CONTEXT:
				family = Etat
			case messages.StepKeywordType_ACTION:
				family = Stimulus
			case messages.StepKeywordType_OUTCOME:
				family = Obligation
			case messages.StepKeywordType_UNKNOWN: // "*" means any keyword, that is none.
				family = ""
			case messages.StepKeywordType_CONJUNCTION:
			}
			list = append(list, sentence{step, family})
		}
	}
	return list
}

// fill writes a sentence as one row plays it.
func (r row) fill(s sentence) CaseStep {
	step := CaseStep{
		Keyword: strings.TrimSpace(s.Keyword), Family: s.family,
		Text: r.values.Replace(s.Text), Line: int(s.Location.Line),
	}
	if s.DataTable != nil {
		for _, cells := range s.DataTable.Rows {
			var values []string
			for _, cell := range cells.Cells {
				values = append(values, r.values.Replace(cell.Value))
			}
			step.Table = append(step.Table, values)
		}
	}
	return step
}

// cases expands a scenario: one case for each row and version.
func (s scenario) cases(file string) []Case {
	var list []Case
	for _, r := range s.rows() {
		tags := names(r.tags)
		c := Case{
			ID: valueOf(tags, "@cas:"), Example: r.key, Title: r.values.Replace(s.node.Name), Feature: s.feature,
			Requirements: valuesOf(tags, "@exig:"), Level: valueOf(tags, "@niveau:"),
			File: file, Line: s.line(),
		}
		c.Service = serviceOf(c.ID)
		if c.Level == "" {
			c.Level = "obligatoire"
		}
		for _, step := range s.sentences() {
			c.Steps = append(c.Steps, r.fill(step))
		}
		for _, version := range versions(tags) {
			c.Version, c.Tags = version, only(tags, version)
			list = append(list, c)
		}
	}
	return list
}
