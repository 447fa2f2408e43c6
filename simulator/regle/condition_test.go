package regle_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func day(year int, month time.Month, d int) time.Time { return roc.NewDate(year, month, d).Time() }

func facts() *regle.Facts {
	return &regle.Facts{
		Service:     "CLC",
		Today:       day(2025, 6, 7),
		AMC:         regle.AMC{Number: "99000001", Name: "Alpha"},
		Beneficiary: regle.Beneficiary{ID: "P01", Age: 39, Guarantees: []string{"FULL"}},
		AMO:         regle.AMO{Exo: "0"},
		Stay:        regle.Stay{Entry: day(2025, 6, 2), Exit: day(2025, 6, 7), Nights: 5},
		Lines: []*regle.Line{
			{ID: 1, Code: "PJ", Family: "tm", Price: 116656, Requested: 116656, Rate: 80},
			{ID: 2, Code: "CHP", Family: "chambre", Price: 6000, Requested: 30000, Overrun: 100},
		},
		Totals: regle.Totals{Requested: 146656},
	}
}

func compiled(t testing.TB, source string) *regle.Condition {
	t.Helper()
	c := new(regle.Condition)
	if err := c.UnmarshalText([]byte(source)); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return c
}

func TestConditions(t *testing.T) {
	for source, want := range map[string]bool{
		`any(lignes, .famille == "chambre") && sejour.nuits > 3`:                true,
		`any(lignes, .famille == "fj") || sejour.nuits > 5`:                     false,
		`lignes[0].prix == euros("1 166,56")`:                                   true,
		"lignes[0].prix == euros(\"1\u202f166,56\")":                            true,
		`lignes[1].prix == euros(60)`:                                           true,
		`sum(lignes, .demande) == totaux.demande`:                               true,
		`sum(filter(lignes, .famille == "chambre"), .demande) == euros(300)`:    true,
		`max(map(lignes, .prix)) > euros(1000)`:                                 true,
		`count(lignes, .depassement > 0) == 1`:                                  true,
		`sejour.entree == date("2025-06-02") && jour <= date("2025-06-07")`:     true,
		`sejour.entree > date("2025-06-02")`:                                    false,
		`"FULL" in beneficiaire.garanties`:                                      true,
		`any(beneficiaire.garanties, # startsWith "FU")`:                        true,
		`amo.exo in ["0", "3"] and not (service in ["SIM"])`:                    true,
		`amo.exo not in ["0"]`:                                                  false,
		`amc.nom matches "^Al"`:                                                 true,
		`18 <= beneficiaire.age < 40`:                                           true,
		`lower(amc.nom) == "alpha" && abs(-3) == 3 && min(sejour.nuits, 3) < 4`: true,
		`totaux.demande > 2 * euros(10) && len(lignes) % 2 == 0`:                true,
	} {
		got, err := compiled(t, source).Holds(facts())
		if err != nil || got != want {
			t.Errorf("%s: got %v, %v, want %v", source, got, err, want)
		}
	}
}

func TestWhatIsNoCondition(t *testing.T) {
	for source, want := range map[string]string{
		`beneficaire.age > 3`:         `column 1: unknown name "beneficaire"; did you mean "beneficiaire"?`,
		`sejour.nuit > 3`:             `column 8: unknown name "sejour.nuit"; did you mean "sejour.nuits"?`,
		`any(lignes, .famile == "x")`: `column 14: unknown name ".famile"; did you mean ".famille"?`,
		`beneficiaire.nir == "1"`:     `column 14: unknown name "beneficiaire.nir"; did you mean "beneficiaire.id"?`,
		`amo.zzzzzzzz == "1"`: `column 5: unknown name "amo.zzzzzzzz"; ` +
			`known names: nature, exo, payeur_fj, parcours`,
		`lignes.prix > 3`:    `column 8: "lignes" is a list: write any(lignes, .prix …) or lignes[0].prix`,
		`sejour.nuits.x > 3`: `column 14: "sejour.nuits" has no names of its own`,
		`totaux == 3`: `column 1: "totaux" has no value of its own; ` +
			`write one of: totaux.facture, totaux.amo, totaux.demande`,
		`sejour.nuits > "3"`:        `column 14: ">" does not put together a whole number and a text`,
		`jour > 3`:                  `column 6: ">" does not put together a date and a whole number`,
		`!sejour.nuits`:             `column 1: "!" is not for a whole number`,
		`sejour.nuits`:              `want a condition, true or false, found a whole number`,
		`sum(lignes, .prix)`:        `want a condition, true or false, found a whole number`,
		`any(lignes, .prix)`:        `column 13: want what is true or false of each element, found a whole number`,
		`service in [1]`:            `column 9: the list holds a whole number, not a text`,
		`sejour.nuits = 3`:          `column 14: "=" is not part of the language: write "=="`,
		`sejour.nuits > 3 et true`:  `column 18: "et" is not part of the language: write "and"`,
		`sejour.nuits > 3 & true`:   `column 18: "&" is not part of the language: write "&&"`,
		`sejour.nuits >`:            `column 14: stops before its end`,
		``:                          `column 1: stops before its end`,
		`(sejour.nuits > 3))`:       `column 19: ")" is out of place`,
		"true &&\n sejour.nuit > 3": `line 2, column 9: unknown name "sejour.nuit"; did you mean "sejour.nuits"?`,
		`totaux.demande > 40.5`: `column 18: 40.5 is not a whole number; amounts are in cents: ` +
			`write euros("40,50")`,
		`totaux.demande / 2 > 3`: `column 16: "/" would make fractions of a cent: multiply the other side instead`,
		`euros("40.5") > 3`:      `column 1: euros wants an amount, such as euros(40) or euros("1 166,56")`,
		`euros(sejour.nuits) > 3`: `column 1: euros wants an amount, such as euros(40) or ` +
			`euros("1 166,56")`,
		`jour > date("2025-02-30")`: `column 8: date wants a day of the calendar, such as date("2025-06-02")`,
		`amc.nom matches "["`:       "column 9: error parsing regexp: missing closing ]: `[`",
		`amc.nom matches amc.nom`:   `column 21: "matches" wants its pattern between quotes`,
		`anny(lignes, true)`:        `column 1: unknown function "anny"; did you mean "any"?`,
		`now() > jour`:              `column 1: unknown function "now"; did you mean "none"?`,
		`jour.Unix() > 3`: `column 6: only functions are called: all, any, none, one, count, sum, filter, map, ` +
			`len, min, max, abs, lower, upper`,
		`any(lignes, any(lignes, true))`: `column 25: a function over a list inside another one ` +
			`is not part of the language`,
		`any(lignes, #index > 3)`: `column 13: "#index" is not part of the language`,
		`nil == nil`:              `column 1: "nil" is not part of the language: every name has a value`,
		`true ? true : false`:     `column 19: a choice ("? :") is not part of the language`,
		`let x = 1; x == 1`:       `column 5: a variable ("let") is not part of the language`,
	} {
		err := new(regle.Condition).UnmarshalText([]byte(source))
		if err == nil || err.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", source, err, want)
		}
	}
}

func TestAConditionIsShort(t *testing.T) {
	for name, source := range map[string]string{
		"too many bytes": "true" + strings.Repeat(" ", 1000),
		"too many words": "true" + strings.Repeat("&&true", 160),
		"too deep":       strings.Repeat("(", 480) + "true" + strings.Repeat(")", 480),
	} {
		err := new(regle.Condition).UnmarshalText([]byte(source))
		if refused := err != nil; refused != (name != "too deep") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAConditionThatCannotAnswerSaysWhy(t *testing.T) {
	for source, want := range map[string]string{
		`lignes[7].prix > 3`:                   "colonne 7 : la liste n'a pas d'élément de rang 7, elle en a 2",
		`len(lignes) % (len(lignes) - 2) == 0`: "colonne 13 : division par zéro impossible",
	} {
		if holds, err := compiled(t, source).Holds(facts()); holds || err == nil || err.Error() != want {
			t.Errorf("%s: got %v, %v, want %s", source, holds, err, want)
		}
	}
}

func TestAConditionIsWrittenBackAsItWasRead(t *testing.T) {
	const source = " sejour.nuits >\n 3 "
	if text, err := compiled(t, source).MarshalText(); err != nil || string(text) != source {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestAConditionSaysWhatAServiceDoesNotKnow(t *testing.T) {
	c := compiled(t, `any(lignes, .prix > 3) && sejour.nuits > 3 && service == "IDB"`)
	var paths []string
	for _, n := range c.Unknown(roc.IDB) {
		paths = append(paths, n.Path)
	}
	if got := strings.Join(paths, " "); got != "lignes lignes[].prix" {
		t.Errorf("got %s", got)
	}
	if list := c.Unknown(roc.CLC); len(list) > 0 {
		t.Errorf("CLC does not know %v", list)
	}
}

func TestAConditionIsAskedByManyAtATime(t *testing.T) {
	c := compiled(t, `any(lignes, .famille == "chambre") && sejour.nuits > 3`)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 100 {
				if holds, err := c.Holds(facts()); err != nil || !holds {
					t.Errorf("got %v, %v", holds, err)
				}
			}
		})
	}
	wait.Wait()
}

func FuzzCondition(f *testing.F) {
	for _, seed := range []string{
		`any(lignes, .famille == "chambre") && sejour.nuits > 3`,
		`sum(filter(lignes, .prix > euros(4)), .amo) % 3 == 0`,
		`lignes[len(lignes)].prix > 3`, `jour >= date("2025-06-02")`, `service in ["CLC"] or not (1 < 2 < 3)`,
		`any(beneficiaire.garanties, # matches "^F")`, `max(map(lignes, .prix)) == -euros("1 166,56")`,
		`let x = 1; x`, `[1][0]`,
		`lignes | any(.prix > 3)`, `"\u00e9" == 'x'`, `{"a": 1}.a ?? b"x"`, `1..3`, `#`, `count(lignes)`, `min([])`,
	} {
		f.Add(seed)
	}
	known := facts()
	f.Fuzz(func(t *testing.T, source string) {
		var c regle.Condition
		if err := c.UnmarshalText([]byte(source)); err != nil {
			if err.Error() == "" || c.String() != "" {
				t.Errorf("refused with %q, kept %q", err, c.String())
			}
			return
		}
		c.Holds(known)
		c.Holds(&regle.Facts{})
		compiled(t, c.String())
	})
}

func BenchmarkCondition(b *testing.B) {
	f := facts()
	for len(f.Lines) < 10 {
		f.Lines = append(f.Lines, f.Lines[0])
	}
	for name, source := range map[string]string{
		"five comparisons": `service == "CLC" && sejour.nuits > 3 && beneficiaire.age >= 18 && amo.exo == "0" && ` +
			`sejour.entree >= date("2025-06-01")`,
		"any of ten lines": `any(lignes, .famille == "accompagnant")`,
		"sum of ten lines": `sum(lignes, .demande) > euros(9999999)`,
	} {
		b.Run(name, func(b *testing.B) {
			c := compiled(b, source)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Holds(f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("compilation", func(b *testing.B) {
		for b.Loop() {
			compiled(b, `any(lignes, .famille == "chambre") && sejour.nuits > 3`)
		}
	})
}
