package amc_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func allScenarios() []scenario {
	return slices.Concat(annScenarios(), registryScenarios(), idbRoutingScenarios(), idbPersonScenarios(),
		idbRightsScenarios(), workedScenarios(), stayScenarios(), limitScenarios(), yearScenarios(),
		arithmeticScenarios(), contradictionScenarios(), consistentScenarios(), identifiedScenarios(),
		dossierScenarios(), replayScenarios(), simScenarios(), delScenarios(), forcingScenarios(), houseScenarios())
}

func TestEveryRuleHasItsPlaceAndSource(t *testing.T) {
	texts := map[string]string{}
	for _, s := range roc.Services() {
		book := amc.V1().Books[s]
		if len(book) == 0 {
			t.Errorf("%s has no book", s)
		}
		seen := map[string]bool{}
		for _, r := range book {
			if r.ID == "" || r.Source == "" || r.Text == "" || r.Then == nil {
				t.Errorf("%s: rule %q lacks an ID, a source, a text or an effect", s, r.ID)
			}
			if seen[r.ID] {
				t.Errorf("%s: rule %s stands twice", s, r.ID)
			}
			if other, known := texts[r.ID]; known && other != r.Text {
				t.Errorf("rule %s means two things", r.ID)
			}
			seen[r.ID], texts[r.ID] = true, r.Text
		}
	}
}

func TestEveryRuleIsFiredByACase(t *testing.T) {
	fired := map[string]bool{}
	for _, s := range allScenarios() {
		t.Run(s.name, func(t *testing.T) {
			b := newBench(t)
			s.play(b)
			for id := range b.fired {
				fired[id] = true
			}
		})
	}
	for _, s := range roc.Services() {
		for _, r := range amc.V1().Books[s] {
			if !fired[r.ID] {
				t.Errorf("rule %s is fired by no case: %s", r.ID, r.Text)
			}
		}
	}
}

func TestTheTraceTellsNoNIRAndNoName(t *testing.T) {
	for _, s := range allScenarios() {
		t.Run(s.name, func(t *testing.T) {
			b := newBench(t)
			b.watch = func(f amc.Fired) {
				if f.Text == "" || f.Rule == "" || f.Source == "" {
					t.Errorf("incomplete trace: %+v", f)
				}
				for _, p := range b.world.Beneficiaries {
					for _, secret := range []string{p.InsuredNIR[:13], p.BirthDate, p.LastName, p.FirstName} {
						if strings.Contains(f.Text, secret) {
							t.Errorf("%s tells a personal value: %s", f.Rule, f.Text)
						}
					}
				}
			}
			s.play(b)
		})
	}
}

func TestABookIsDerivedWithoutTouchingTheFirst(t *testing.T) {
	rule := func(id string) amc.Rule { return amc.Rule{ID: id} }
	ids := func(b amc.Book) string {
		var list []string
		for _, r := range b {
			list = append(list, r.ID)
		}
		return strings.Join(list, " ")
	}
	v1 := amc.Book{rule("R1"), rule("R2"), rule("R3")}
	v2, err := v1.With(amc.After("R1", rule("R1a"), rule("R1b")), amc.Replace("R2", rule("R9")), amc.Drop("R3"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(v2), "R1 R1a R1b R9"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := ids(v1), "R1 R2 R3"; got != want {
		t.Errorf("the first book became %s, want %s", got, want)
	}
	for name, change := range map[string]amc.Change{
		"after an absent rule":          amc.After("R7", rule("R8")),
		"in the place of an absent one": amc.Replace("R7", rule("R8")),
		"without an absent one":         amc.Drop("R7"),
		"with a rule twice":             amc.After("R1", rule("R2")),
	} {
		if _, err := v1.With(change); err == nil {
			t.Errorf("a book %s was accepted", name)
		}
	}
}

func TestAnUnknownVersionOrAnUncheckedWorldIsNotServed(t *testing.T) {
	b := newBench(t)
	q := &roc.ANNRequest{Header: b.header(""), AMCNumber: alpha}
	for name, asked := range map[string]amc.Asked{
		"unknown version": {Version: "V9", World: b.world, Now: b.now, Request: q},
		"unchecked world": {Version: "V1", World: &amc.World{}, Now: b.now, Request: q},
	} {
		if _, err := b.payer.Answer(b.tx, asked); err == nil {
			t.Errorf("%s: served", name)
		}
	}
}
