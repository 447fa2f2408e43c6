package strictyaml_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

type common struct {
	Doc string `yaml:"doc,omitempty"`
}

type insurer struct {
	Number    string    `yaml:"numero"`
	Connected *bool     `yaml:"raccordee,omitempty"`
	Since     roc.Date  `yaml:"depuis,omitempty"`
	Ceiling   roc.Cents `yaml:"plafond,omitempty"`
	Days      int       `yaml:"jours,omitempty"`
}

type file struct {
	Common   common             `yaml:",inline"`
	Name     string             `yaml:"nom"`
	Insurers []insurer          `yaml:"amc"`
	ByName   map[string]insurer `yaml:"par_nom,omitempty"`
}

func TestAFileIsReadWhole(t *testing.T) {
	var f file
	err := strictyaml.Decode("f.yaml", []byte(`
doc: |
  Deux lignes
  de texte.
nom: essai
amc:
  - {numero: "0099", raccordee: false, depuis: 2025-06-02, plafond: 50.00, jours: 3}
par_nom:
  a: {numero: "1"}
`), &f)
	if err != nil {
		t.Fatal(err)
	}
	first := f.Insurers[0]
	if f.Name != "essai" || f.Common.Doc != "Deux lignes\nde texte.\n" || f.ByName["a"].Number != "1" ||
		first.Number != "0099" || *first.Connected || first.Since.String() != "2025-06-02" ||
		first.Ceiling != 5000 || first.Days != 3 {
		t.Errorf("read %+v", f)
	}
}

func TestJSONIsReadToo(t *testing.T) {
	var f file
	if err := strictyaml.Decode("f.json", []byte(`{"nom":"essai","amc":[{"numero":"0099"}]}`), &f); err != nil {
		t.Fatal(err)
	}
	if f.Insurers[0].Number != "0099" {
		t.Errorf("read %+v", f)
	}
}

func TestBadFiles(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an unknown field names its neighbour", "nom: a\namc: []\nnon: b\n",
			[]string{`f.yaml:3: non: unknown field; did you mean "nom"?`}},
		{"an unknown field without neighbour lists the known ones", "nom: a\namc: []\nzzzzzzz: b\n",
			[]string{"f.yaml:3: zzzzzzz: unknown field; known fields: doc, nom, amc, par_nom"}},
		{"a missing field says what was wanted", "amc: []\n", []string{"f.yaml:1: nom: missing; want text"}},
		{"a number does not pass for text, since it would lose its zeros", "nom: 0077\namc: []\n",
			[]string{"f.yaml:1: nom: want text, found a number; write it between quotes"}},
		{"a key given twice is refused", "nom: a\nnom: b\namc: []\n", []string{"f.yaml:2: nom: given twice"}},
		{"a list is wanted", "nom: a\namc: b\n", []string{"f.yaml:2: amc: want a list, found text"}},
		{"every fault is told at once", "nom: [a]\namc:\n  - {numero: \"1\", jours: x}\n  - {raccordee: 3}\n",
			[]string{
				"f.yaml:1: nom: want text, found a list",
				"f.yaml:3: amc[0].jours: want a whole number, found text",
				"f.yaml:4: amc[1].raccordee: want true or false, found a number",
				"f.yaml:4: amc[1].numero: missing; want text",
			}},
		{"a date that the calendar lacks is refused", "nom: a\namc: [{numero: \"1\", depuis: 2025-02-30}]\n",
			[]string{`f.yaml:2: amc[0].depuis: "2025-02-30" is wrong: not a date: want AAAA-MM-JJ`}},
		{"an amount with one decimal is refused", "nom: a\namc: [{numero: \"1\", plafond: 5.5}]\n",
			[]string{`f.yaml:2: amc[0].plafond: "5.5" is wrong: not an amount: want digits, a point and two digits`}},
		{"anchors are refused", "nom: &x a\namc: []\n",
			[]string{"f.yaml:1: nom: anchors are not allowed here; write the value itself"}},
		{"an empty value is not text", "nom:\namc: []\n", []string{"f.yaml:1: nom: want text, found nothing"}},
		{"brackets without end are refused before they are parsed", "nom: " + strings.Repeat("[", 100_000),
			[]string{"f.yaml:1: nested more than 64 levels deep"}},
		{"two documents are refused", "nom: a\namc: []\n---\nnom: b\n",
			[]string{"f.yaml: want exactly one document, with something in it"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f file
			err := strictyaml.Decode("f.yaml", []byte(tt.text), &f)
			var errs strictyaml.Errors
			if !errors.As(err, &errs) {
				t.Fatalf("error %v is not Errors", err)
			}
			if got := errs.Error(); got != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestASyntaxErrorSaysItsLine(t *testing.T) {
	var f file
	err := strictyaml.Decode("f.yaml", []byte("nom: a\namc: [\n"), &f)
	if err == nil || !strings.HasPrefix(err.Error(), "f.yaml:2: not YAML: ") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"nom: a\namc: []", "{\"nom\": 1}", "- - - a", "? a\n: b", "a: &b [*b]", "!!t !!u x", "|\n x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var v file
		if err := strictyaml.Decode("f", data, &v); err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
	})
}
