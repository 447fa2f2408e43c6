package gherkin_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/steps/gherkin"
)

func suite() []gherkin.Case {
	return []gherkin.Case{
		{ID: "ROC-IDB-001", Version: "v1", Service: "IDB", Tags: []string{"@v1", "@nominal"},
			Requirements: []string{"EXG-IDB-0001"}},
		{ID: "ROC-IDB-007", Version: "v1", Service: "IDB", Example: "rang-1", Tags: []string{"@v1", "@limite"}},
		{ID: "ROC-IDB-007", Version: "v1", Service: "IDB", Example: "rang-2", Tags: []string{"@v1", "@limite"}},
		{ID: "ROC-CLC-001", Version: "v1", Service: "CLC", Tags: []string{"@v1", "@nominal"}},
		{ID: "ROC-CLC-001", Version: "v2", Service: "CLC", Tags: []string{"@v2", "@nominal"}},
	}
}

func TestSelectingChoosesCases(t *testing.T) {
	const limits = "ROC-IDB-007@v1/rang-1 ROC-IDB-007@v1/rang-2"
	const everything = "ROC-IDB-001@v1 " + limits + " ROC-CLC-001@v1 ROC-CLC-001@v2"
	tests := map[string]struct {
		filter gherkin.Filter
		want   string // coordinates
	}{
		"nothing asked takes all":  {gherkin.Filter{}, everything},
		"a tag":                    {gherkin.Filter{Tags: "@limite"}, limits},
		"or":                       {gherkin.Filter{Tags: "@limite or @v2"}, limits + " ROC-CLC-001@v2"},
		"and binds before or":      {gherkin.Filter{Tags: "@limite or @v2 and @nominal"}, limits + " ROC-CLC-001@v2"},
		"parentheses":              {gherkin.Filter{Tags: "(@limite or @v2) and @nominal"}, "ROC-CLC-001@v2"},
		"not":                      {gherkin.Filter{Tags: "not @limite and not(@v2)"}, "ROC-IDB-001@v1 ROC-CLC-001@v1"},
		"a tag of the closed list": {gherkin.Filter{Tags: "not @securite"}, everything},
		"an id takes its rows":     {gherkin.Filter{IDs: []string{"ROC-IDB-007"}}, limits},
		"an id and its row":        {gherkin.Filter{IDs: []string{"ROC-IDB-007/rang-2"}}, "ROC-IDB-007@v1/rang-2"},
		"a coordinate":             {gherkin.Filter{IDs: []string{"ROC-CLC-001@v2"}}, "ROC-CLC-001@v2"},
		"a service, any case":      {gherkin.Filter{Services: []string{"clc"}}, "ROC-CLC-001@v1 ROC-CLC-001@v2"},
		"a version":                {gherkin.Filter{Versions: []string{"v2"}}, "ROC-CLC-001@v2"},
		"a requirement":            {gherkin.Filter{Requirements: []string{"EXG-IDB-0001"}}, "ROC-IDB-001@v1"},
		"everything must hold":     {gherkin.Filter{Tags: "@nominal", Services: []string{"IDB"}}, "ROC-IDB-001@v1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			chosen, err := gherkin.Select(suite(), test.filter)
			var got []string
			for _, c := range chosen {
				got = append(got, c.Coordinate())
			}
			if err != nil || strings.Join(got, " ") != test.want {
				t.Errorf("got %v, %v, want %s", got, err, test.want)
			}
		})
	}
}

func TestASelectionThatNothingAnswersIsRefused(t *testing.T) {
	for name, filter := range map[string]gherkin.Filter{
		"tags that exclude each other": {Tags: "@limite and @nominal"},
		"a tag that no case carries":   {Tags: "@securite"},
		"items that exclude":           {Services: []string{"IDB"}, Versions: []string{"v2"}},
	} {
		if _, err := gherkin.Select(suite(), filter); !errors.Is(err, gherkin.ErrNothingSelected) {
			t.Errorf("%s: got %v, want ErrNothingSelected", name, err)
		}
	}
	if _, err := gherkin.Select(nil, gherkin.Filter{}); !errors.Is(err, gherkin.ErrNothingSelected) {
		t.Errorf("no case at all: got %v, want ErrNothingSelected", err)
	}
}

func TestAFilterThatNoCaseCouldAnswerIsAMistake(t *testing.T) {
	for name, test := range map[string]struct {
		filter gherkin.Filter
		says   string
	}{
		"unknown tag":           {gherkin.Filter{Tags: "@nominel"}, "@nominal"},
		"unknown id":            {gherkin.Filter{IDs: []string{"ROC-IDB-002"}}, "ROC-IDB-001"},
		"unknown service":       {gherkin.Filter{Services: []string{"sim"}}, "SIM"},
		"unknown version":       {gherkin.Filter{Versions: []string{"v3"}}, "v3"},
		"unknown requirement":   {gherkin.Filter{Requirements: []string{"EXG-IDB-0002"}}, "EXG-IDB-0001"},
		"the old grammar":       {gherkin.Filter{Tags: "@v1 && ~@limite"}, "de trop"},
		"a comma":               {gherkin.Filter{Tags: "@v1,@limite"}, "n'est pas une étiquette"},
		"a word":                {gherkin.Filter{Tags: "limite"}, "n'est pas une étiquette"},
		"an open parenthesis":   {gherkin.Filter{Tags: "(@v1"}, "pas fermée"},
		"an operator too many":  {gherkin.Filter{Tags: "@v1 and"}, "il manque"},
		"two tags side by side": {gherkin.Filter{Tags: "@v1 @limite"}, "de trop"},
	} {
		_, err := gherkin.Select(suite(), test.filter)
		var bad *gherkin.BadFilter
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got %v, want a *BadFilter that says %q", name, err, test.says)
		}
	}
}

func TestTagExpressionsObeyDeMorgan(t *testing.T) {
	tags := []string{"@v1", "@v2", "@limite"}
	tag := rapid.SampledFrom(tags)
	rapid.Check(t, func(t *rapid.T) {
		a, b := tag.Draw(t, "a"), tag.Draw(t, "b")
		carried := rapid.SliceOfDistinct(tag, func(s string) string { return s }).Draw(t, "carried")
		left, err1 := gherkin.ParseTags("not (" + a + " or " + b + ")")
		right, err2 := gherkin.ParseTags("not " + a + " and not " + b)
		if err1 != nil || err2 != nil || left.Match(carried) != right.Match(carried) {
			t.Fatal("the two sides differ", err1, err2)
		}
		if left.Match(carried) == (slices.Contains(carried, a) || slices.Contains(carried, b)) {
			t.Fatal("the expression does not mean what it says")
		}
	})
}

func FuzzParseTags(f *testing.F) {
	for _, seed := range []string{"@a or not (@b and @c)", "not not @a", "((@a))", "@a,", ")", "and"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		e, err := gherkin.ParseTags(source)
		if (e == nil) == (err == nil) {
			t.Fatalf("%q: %v, %v", source, e, err)
		}
		if err == nil {
			e.Match([]string{"@a"})
		}
	})
}
