package gherkin

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v34"
)

// A scenario is a node of the document with what it inherits.
type scenario struct {
	node       *messages.Scenario
	feature    string
	tags       []*messages.Tag
	background []*messages.Step
}

var parseError = regexp.MustCompile(`\((\d+):(\d+)\): (.*)`)

// parse reads normalised text. Where the parser fails, the document is nil and the report says so,
// but for the lines on which something better was already said.
func (r *report) parse(text []byte) *messages.GherkinDocument {
	ids := &messages.Incrementing{}
	doc, err := gherkin.ParseGherkinDocumentForLanguage(bytes.NewReader(text), "fr", ids.NewId)
	if err == nil {
		r.checkLines(string(text), doc)
		return doc
	}
	r.checkLines(string(text), nil)
	explained := map[int]bool{}
	for _, f := range r.findings {
		explained[f.Line] = explained[f.Line] || f.Severity == Error
	}
	for _, l := range strings.Split(err.Error(), "\n") {
		m := parseError.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		line, _ := strconv.Atoi(m[1]) // Digits, by the pattern.
		col, _ := strconv.Atoi(m[2])
		if !explained[line] {
			r.fault("MIR000", line, col, "Cette ligne n'a pas de sens à cet endroit.",
				"Vérifiez ce qui précède: mot-clé, guillemets de texte long, barres de tableau ("+m[3]+").")
		}
	}
	if !Blocking(r.findings) {
		r.fault("MIR000", 1, 1, "Le fichier ne se lit pas.", "Vérifiez sa structure ("+err.Error()+").")
	}
	return nil
}

// rules lists the rules of a feature.
func rules(f *messages.Feature) []*messages.Rule {
	var list []*messages.Rule
	for _, child := range f.Children {
		if child.Rule != nil {
			list = append(list, child.Rule)
		}
	}
	return list
}

// backgrounds lists the backgrounds of a feature and of its rules.
func backgrounds(f *messages.Feature) []*messages.Background {
	var list []*messages.Background
	for _, child := range f.Children {
		if child.Background != nil {
			list = append(list, child.Background)
		}
		if child.Rule == nil {
			continue
		}
		for _, inner := range child.Rule.Children {
			if inner.Background != nil {
				list = append(list, inner.Background)
			}
		}
	}
	return list
}

// scenariosOf lists the scenarios of a feature with the tags and the background they inherit.
func scenariosOf(f *messages.Feature) []scenario {
	var list []scenario
	var background []*messages.Step
	add := func(node *messages.Scenario, tags []*messages.Tag, before []*messages.Step) {
		list = append(list, scenario{
			node: node, feature: f.Name, background: before,
			tags: append(append([]*messages.Tag{}, tags...), node.Tags...),
		})
	}
	for _, child := range f.Children {
		switch {
		case child.Background != nil:
			background = child.Background.Steps
		case child.Scenario != nil:
			add(child.Scenario, f.Tags, background)
		case child.Rule != nil:
			inherited := append(append([]*messages.Tag{}, f.Tags...), child.Rule.Tags...)
			inner := background
			for _, grandchild := range child.Rule.Children {
				switch {
				case grandchild.Background != nil:
					inner = append(append([]*messages.Step{}, background...), grandchild.Background.Steps...)
				case grandchild.Scenario != nil:
					add(grandchild.Scenario, inherited, inner)
				}
			}
		}
	}
	return list
}

// outline reports whether a scenario is written as a plan.
func (s scenario) outline() bool { return strings.HasPrefix(s.node.Keyword, "Plan") }

func (s scenario) line() int { return int(s.node.Location.Line) }
func (s scenario) col() int  { return int(s.node.Location.Column) }
