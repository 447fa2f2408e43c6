package steps_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// step is a step without a fault, for tests to spoil.
func step(id, text, example string) steps.Step {
	return steps.Step{ID: id, Family: steps.Etat, Text: text, Doc: "Essai.", Example: example,
		Run: func(context.Context, *steps.Scene, steps.Args) error { return nil }}
}

func TestAVocabularyThatCouldMisleadIsRefused(t *testing.T) {
	duty := step("a", "la GAP doit appeler", "la GAP doit appeler")
	duty.Family, duty.Check = steps.Obligation, "appel"
	tests := map[string]struct {
		steps []steps.Step
		says  string
	}{
		"an id used twice": {[]steps.Step{
			step("a", "un patient", "un patient"),
			step("a", "un séjour", "un séjour"),
		}, "used twice"},
		"an id not in kebab case": {[]steps.Step{step("A_b", "un patient", "un patient")}, "kebab-case"},
		"the same sentence twice": {[]steps.Step{
			step("a", "un patient", "un patient"),
			step("b", "un patient", "un patient"),
		}, "also accepted"},
		"sentences that overlap": {[]steps.Step{
			step("a", `l'AMC {texte}`, `l'AMC "A"`),
			step("b", `l'AMC {code}`, `l'AMC "B01"`),
		}, "also accepted"},
		"an unknown parameter":   {[]steps.Step{step("a", "le {montan}", "le 1 €")}, "did you mean montant"},
		"a brace left open":      {[]steps.Step{step("a", "le {montant", "le 1 €")}, "never closed"},
		"a parenthesis too many": {[]steps.Step{step("a", "le) montant", "le montant")}, "closes nothing"},
		"nested signs":           {[]steps.Step{step("a", "le [{date}|x]", "le x")}, "nested"},
		"an example of another":  {[]steps.Step{step("a", "un patient", "un séjour")}, "does not match"},
		"no documentation": {[]steps.Step{
			spoil(step("a", "un patient", "un patient"), func(s *steps.Step) { s.Doc = "" }),
		}, "no Doc"},
		"nothing to run": {[]steps.Step{
			spoil(step("a", "un patient", "un patient"), func(s *steps.Step) { s.Run = nil }),
		}, "no Run"},
		"an unknown family": {[]steps.Step{
			spoil(step("a", "un patient", "un patient"), func(s *steps.Step) { s.Family = "Soit" }),
		}, "unknown"},
		"an obligation unchecked": {[]steps.Step{
			spoil(duty, func(s *steps.Step) { s.Check = "" }),
		}, "announces a check"},
		"an obligation without modal": {[]steps.Step{spoil(duty, func(s *steps.Step) {
			s.Text, s.Example = "la GAP appelle", "la GAP appelle"
		})}, "says doit"},
		"an obligation of two minds": {[]steps.Step{spoil(duty, func(s *steps.Step) {
			s.Text, s.Example = "la GAP doit appeler et devrait écrire", "la GAP doit appeler et devrait écrire"
		})}, "both doit and devrait"},
		"a state with a check": {[]steps.Step{
			spoil(step("a", "un patient", "un patient"), func(s *steps.Step) { s.Check = "x" }),
		}, "only an obligation"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := steps.NewRegistry(test.steps)
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want an error that says %q", err, test.says)
			}
		})
	}
}

func TestAllFaultsOfAVocabularyAreToldAtOnce(t *testing.T) {
	_, err := steps.NewRegistry([]steps.Step{step("A", "un patient", "un patient"), step("b", "le {x}", "")})
	if err == nil || !strings.Contains(err.Error(), "step A") || !strings.Contains(err.Error(), "step b") {
		t.Errorf("got %v, want both faults", err)
	}
}

func spoil(s steps.Step, f func(*steps.Step)) steps.Step {
	f(&s)
	return s
}

func TestATemplateAcceptsWhatAgreementAsksFor(t *testing.T) {
	r, err := steps.NewRegistry([]steps.Step{
		step("a", "[le|la|l'] {service} couvert(e)", "l'annuaire couvert"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"l'annuaire couvert", "la simulation couverte", "le calcul couvert"} {
		if len(r.Match(text)) != 1 {
			t.Errorf("%q is refused", text)
		}
	}
	for _, text := range []string{
		"l' annuaire couvert", "lesimulation couverte", "la simulation couvertes", "un calcul couvert", "la simulation",
	} {
		if len(r.Match(text)) != 0 {
			t.Errorf("%q is accepted", text)
		}
	}
}

// One word of a closed list may begin another: the sentence decides, whole.
func TestAWordMayBeginAnother(t *testing.T) {
	r, err := steps.NewRegistry([]steps.Step{
		step("a", "une ligne de {nature}", "une ligne de ticket modérateur"),
		step("b", "une ligne de {nature} du {date}", "une ligne de ticket modérateur du 02/06/2025"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, id := range map[string]string{
		"une ligne de forfait patient urgences":                      "a",
		"une ligne de forfait patient urgences réduit":               "a",
		"une ligne de forfait patient urgences réduit du 02/06/2025": "b",
		"une ligne de forfait patient urgences augmenté":             "",
	} {
		var found []string
		for _, m := range r.Match(text) {
			found = append(found, m.ID)
		}
		if got := strings.Join(found, " "); got != id {
			t.Errorf("%q is read by %q, want %q", text, got, id)
		}
	}
}

func TestParametersAreConverted(t *testing.T) {
	tests := []struct {
		parameter, text string
		want            any // nil: refused
	}{
		{"texte", `"Mutuelle A"`, "Mutuelle A"},
		{"texte", `""`, ""},
		{"texte", `Mutuelle`, nil},
		{"code", `"B01"`, "B01"},
		{"code", `"b01"`, nil},
		{"montant", "1 166,56 €", roc.Cents(116656)},
		{"montant", "1166,56 €", roc.Cents(116656)},
		{"montant", "20 €", roc.Cents(2000)},
		{"montant", "-0,01 €", roc.Cents(-1)},
		{"montant", "12.50 €", nil},
		{"montant", "1 16,50 €", nil},
		{"montant", "12,5 €", nil},
		{"montant", "12,50", nil},
		{"date", "02/06/2025", roc.NewDate(2025, 6, 2)},
		{"date", "31/02/2025", nil},
		{"date", "2/6/2025", nil},
		{"date", "2025-06-02", nil},
		{"heure", "8 h 30", 8*time.Hour + 30*time.Minute},
		{"heure", "08:30", 8*time.Hour + 30*time.Minute},
		{"heure", "8h", 8 * time.Hour},
		{"heure", "8:", nil},
		{"heure", "24:00", nil},
		{"heure", "12:60", nil},
		{"entier", "12", 12},
		{"entier", "-1", nil},
		{"entier", "1,5", nil},
		{"service", "identification des droits", roc.IDB},
		{"service", "facturation", nil},
		{"appel", "simuler", roc.SIM},
		{"appel", "facturer", nil},
		{"nature", "forfait patient urgences", "forfait patient urgences"},
		{"nature", "forfait patient urgences réduit", "forfait patient urgences réduit"},
		{"nature", "forfait", nil},
	}
	for _, test := range tests {
		t.Run(test.parameter+" "+test.text, func(t *testing.T) {
			got, err := read(test.parameter, test.text)
			switch {
			case test.want == nil && err == nil:
				t.Errorf("accepted as %v", got)
			case test.want != nil && (err != nil || got != test.want):
				t.Errorf("got %v, %v, want %v", got, err, test.want)
			}
		})
	}
}

// read converts a text as the vocabulary does.
func read(parameter, text string) (any, error) {
	for _, p := range steps.Parameters() {
		if p.Name == parameter {
			return p.Read(text)
		}
	}
	return nil, context.Canceled
}

func TestAnAmountReadsAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := roc.Cents(rapid.Int64Range(0, 99999999999).Draw(t, "cents"))
		text := strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(c.French())
		if got, err := read("montant", text); err != nil || got != c {
			t.Fatalf("%q reads as %v, %v", text, got, err)
		}
	})
}

func TestADateReadsAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := roc.NewDate(1900, 1, 1).AddDays(rapid.IntRange(0, 60000).Draw(t, "days"))
		if got, err := read("date", d.French()); err != nil || got != d {
			t.Fatalf("%s reads as %v, %v", d.French(), got, err)
		}
	})
}

func TestAParameterAskedAsWhatItIsNotPanics(t *testing.T) {
	for name, ask := range map[string]func(steps.Args){
		"beyond the last": func(a steps.Args) { a.Text(0) },
		"negative":        func(a steps.Args) { a.Int(-1) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			ask(steps.Args{})
		})
	}
}
