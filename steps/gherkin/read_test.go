package gherkin_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/roc-miroir/miroir/steps/gherkin"
)

func TestWhatTypographyDoesIsRepairedNotRefused(t *testing.T) {
	tests := map[string]struct{ text, code string }{
		"space before the colon":          {strings.Replace(correct, "Scénario:", "Scénario :", 1), "MIR001"},
		"no-break space before the colon": {replace(correct, "lité:", "lité\u00a0:"), "MIR001"},
		"typographic apostrophe":          {strings.Replace(correct, "l'agent", "l’agent", 1), "MIR004"},
		"no-break spaces in an amount":    {replace(correct, "1 166,56 €", "1\u202f166,56\u00a0€"), "MIR004"},
		"zero-width space in a step":      {strings.Replace(correct, "l'agent", "l'a\u200bgent", 1), "MIR004"},
		"curly quotes":                    {strings.Replace(correct, `"A"`, "“A”", 1), "MIR004"},
		"decomposed accents":              {norm.NFD.String(correct), "MIR003"},
		"byte order mark":                 {"\ufeff" + correct, "MIR003"},
	}
	want, _ := read(t, correct)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			cases, findings := read(t, test.text)
			told := slices.ContainsFunc(findings, func(f gherkin.Finding) bool { return f.Code == test.code })
			if gherkin.Blocking(findings) || !told {
				t.Errorf("findings %v: want %s, without an error", findings, test.code)
			}
			if len(cases) != 1 || !slices.EqualFunc(cases[0].Steps, want[0].Steps, sameStep) {
				t.Errorf("read as %+v", cases)
			}
		})
	}
}

func TestLineEndsDoNotMatter(t *testing.T) {
	want, _ := read(t, correct)
	for name, end := range map[string]string{"Windows": "\r\n", "old Mac": "\r"} {
		cases, findings := read(t, strings.ReplaceAll(correct, "\n", end))
		if len(findings) != 0 || len(cases) != 1 || !slices.EqualFunc(cases[0].Steps, want[0].Steps, sameStep) {
			t.Errorf("%s: %v %v", name, cases, findings)
		}
	}
}

func sameStep(a, b gherkin.CaseStep) bool {
	return a.Keyword == b.Keyword && a.Family == b.Family && a.Text == b.Text && a.Line == b.Line &&
		slices.EqualFunc(a.Table, b.Table, slices.Equal)
}

func TestAPlanGivesOneCaseForEachRowAndVersion(t *testing.T) {
	cases, _ := read(t, plan)
	var coordinates []string
	for _, c := range cases {
		coordinates = append(coordinates, c.Coordinate())
	}
	want := []string{"ROC-IDB-001@v1/rang-1", "ROC-IDB-001@v2/rang-1", "ROC-IDB-001@v1/rang-2", "ROC-IDB-001@v2/rang-2"}
	if !slices.Equal(coordinates, want) {
		t.Fatalf("got %v, want %v", coordinates, want)
	}
	c := cases[2]
	if c.Title != "Transmettre le rang 2" || c.Steps[1].Text != "la GAP doit transmettre le rang 2" ||
		c.Service != "IDB" || c.Level != "obligatoire" || c.Name() != "ROC-IDB-001/rang-2" || c.Line != 3 {
		t.Errorf("case %+v", c)
	}
	if c.Has("@v2") || !cases[3].Has("@v2") {
		t.Error("a case carries the tag of another version")
	}
}

func TestABackgroundAndARuleAreInherited(t *testing.T) {
	text := strings.ReplaceAll(`Fonctionnalité: x
  Contexte:
    Étant donné un patient couvert par l'AMC "A"

  @v1
  Règle: y
    Contexte:
      Étant donné une chambre à 60 € le 02/06/2025

    @cas:ROC-IDB-001 @exig:EXG-IDB-0001
    Scénario: z
      Quand l'agent identifie les droits
      Alors la GAP doit transmettre le rang 1
`, "\t", "  ")
	cases, findings := read(t, text)
	if len(findings) != 0 || len(cases) != 1 || len(cases[0].Steps) != 4 || cases[0].Steps[1].Family != gherkin.Etat {
		t.Errorf("got %+v, %v", cases, findings)
	}
}

func TestValuesThatLookLikePlaceholdersStayAsTheyAre(t *testing.T) {
	text := strings.NewReplacer(
		"| cas    | rang |", "| cas    | rang | autre |", "| rang-1 | 1    |", "| rang-1 | 1 | x |",
		"| rang-2 | 2    |", "| rang-2 | <autre> | x |", "rang <rang>\n    Quand", "rang <rang> <autre>\n    Quand",
	).Replace(plan)
	cases, _ := read(t, text)
	if got := cases[2].Title; got != "Transmettre le rang <autre> x" {
		t.Errorf("title %q: the value was read again as a placeholder", got)
	}
}

func FuzzNormalise(f *testing.F) {
	for _, seed := range []string{
		correct, plan, "\ufeffScénario :", "l’e\u0301te\u0301", "\"\"\"\n’\n\"\"\"", "\r\r\n", "\xff", "```\n\"\"\"",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		once, findings := gherkin.Normalise("x", data)
		if once == nil {
			if !gherkin.Blocking(findings) {
				t.Fatal("refused without an error")
			}
			return
		}
		twice, _ := gherkin.Normalise("x", once)
		if !bytes.Equal(once, twice) {
			t.Fatalf("normalising twice changes %q into %q", once, twice)
		}
		lines := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
		if bytes.Count(once, []byte("\n")) != strings.Count(lines, "\n") {
			t.Fatal("the lines changed their numbers")
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		correct, plan, "Fonctionnalité: x\nExemples:\n|", "Règle:",
		"Fonctionnalité: x\nPlan du scénario: y\n* <a>\nExemples:\n|\n|",
	} {
		f.Add([]byte(seed))
	}
	v := vocabulary(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		cases, findings := gherkin.Read([]gherkin.File{{Name: "x", Data: data}}, v, catalogue())
		if len(cases) == 0 && !gherkin.Blocking(findings) {
			t.Fatalf("nothing to play and nothing said of %q", data)
		}
		if gherkin.Blocking(findings) {
			return
		}
		for _, c := range cases {
			for _, s := range c.Steps {
				if len(v.Match(s.Text)) != 1 {
					t.Fatalf("accepted step %q", s.Text)
				}
			}
		}
	})
}
