package amc_test

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/simulator/amc"
)

func TestEachFaultOfARuleIsFoundWhereItIs(t *testing.T) {
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ rule, want string }{
		"a condition with an unknown name": {
			`{id: M, texte: T., si: "beneficaire.age > 3", alors: {refuser: P05}}`,
			`regles[0].si: "beneficaire.age > 3" is wrong: column 1: unknown name "beneficaire"; ` +
				`did you mean "beneficiaire"?`,
		},
		"a name that the service does not know": {
			`{id: M, texte: T., services: [IDB, CLC], si: 'len(lignes) > 3', alors: {refuser: D04}}`,
			`regles[0].si: IDB does not know "lignes": want a name that it knows, or the rule for [SIM CLC] only`,
		},
		"no condition": {
			`{id: M, texte: T., alors: {refuser: P05}}`,
			`regles[0].si: missing; want a Condition`,
		},
		"an unknown effect": {
			`{id: M, texte: T., si: 'true', alors: {plafoner: {par_jour: 40.00}}}`,
			`regles[0].alors.plafoner: unknown field; did you mean "plafonner"?`,
		},
		"no effect": {
			`{id: M, texte: T., si: 'true', alors: {}}`,
			`regles[0].alors: does nothing: want refuser, plafonner, consigne, debiteur or contredire`,
		},
		"an unknown code": {
			`{id: M, texte: T., si: 'true', alors: {refuser: P5}}`,
			`regles[0].alors.refuser: "P5" is unknown: did you mean "P05"?`,
		},
		"a refusal by a code that informs": {
			`{id: M, texte: T., si: 'true', alors: {refuser: R01}}`,
			`regles[0].alors.refuser: "R01" informs and refuses nothing: want a code of another group`,
		},
		"an unknown contradiction": {
			`{id: M, texte: T., si: 'true', alors: {contredire: somme_faute}}`,
			`regles[0].alors.contredire: "somme_faute" is unknown: did you mean "somme_fausse"?`,
		},
		"an unknown family": {
			`{id: M, texte: T., si: 'true', alors: {plafonner: {famille: chambres, par_jour: 40.00}}}`,
			`regles[0].alors.plafonner.famille: "chambres" is unknown: did you mean "chambre"?`,
		},
		"two ceilings in one": {
			`{id: M, texte: T., si: 'true', alors: {plafonner: {par_jour: 40.00, au_total: 99.00}}}`,
			`regles[0].alors.plafonner: want one of par_jour, par_ligne and au_total, found [par_jour au_total]`,
		},
		"a negative ceiling": {
			`{id: M, texte: T., si: 'true', alors: {plafonner: {par_jour: -40.00}}}`,
			`regles[0].alors.plafonner.par_jour: -40.00 is negative: want an amount, 0.00 to take nothing`,
		},
		"a refusal with a ceiling": {
			`{id: M, texte: T., si: 'true', alors: {refuser: P05, plafonner: {par_jour: 40.00}}}`,
			`regles[0].alors.plafonner: a refusal goes with a consigne only: write two rules`,
		},
		"a label without refusal": {
			`{id: M, texte: T., si: 'true', alors: {consigne: C., libelle: L.}}`,
			`regles[0].alors.libelle: is that of a refusal: want refuser with it`,
		},
		"an effect that the answer cannot show": {
			`{id: M, texte: T., services: [SIM], si: 'true', alors: {debiteur: {numero: "99000003", nom: D}}}`,
			`regles[0].alors.debiteur: the answer of SIM has no place for it: want services among [IDB CLC]`,
		},
		"a debtor without a number of AMC": {
			`{id: M, texte: T., si: 'true', alors: {debiteur: {numero: "99", nom: D}}}`,
			`regles[0].alors.debiteur.numero: "99" is no AMC number: ` +
				`want 8 to 10 digits or capitals, leading zeros kept`,
		},
		"an unknown service": {
			`{id: M, texte: T., services: [CLS], si: 'true', alors: {refuser: P05}}`,
			`regles[0].services[0]: "CLS" is unknown: did you mean "CLC"?`,
		},
		"the name of a rule of the payer": {
			`{id: CLC-R11, texte: T., si: 'true', alors: {refuser: P05}}`,
			`regles[0].id: "CLC-R11" looks like a rule of the payer: choose another name, such as MAISON-01`,
		},
		"a name in small letters": {
			`{id: maison, texte: T., si: 'true', alors: {refuser: P05}}`,
			`regles[0].id: "maison" is no name of a rule: want capitals, digits and dashes, ` +
				`at most 40, such as MAISON-01`,
		},
		"negative times": {
			`{id: M, texte: T., si: 'true', alors: {refuser: P05}, fois: -1}`,
			`regles[0].fois: -1 is negative: want the number of answers that the rule changes, 0 for all`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			text := string(data) + "\nregles:\n  - " + c.rule + "\n"
			found := faults(t, text)
			if got := found[0].Field + ": " + found[0].Message; got != c.want || len(found) > 1 {
				t.Errorf("got  %v\nwant %s", found, c.want)
			}
			if want := strings.Count(string(data), "\n") + 3; found[0].Line != want {
				t.Errorf("line %d, want %d", found[0].Line, want)
			}
		})
	}
}

func TestTwoRulesDoNotShareAName(t *testing.T) {
	found := faults(t, worldWith(t, `  - {id: M, texte: T., si: 'true', alors: {refuser: P05}}
  - {id: M, texte: U., si: 'true', alors: {refuser: P05}}`))
	if want := `"M" is already that of regles[0].id`; len(found) != 1 || found[0].Message != want {
		t.Errorf("got %v, want %s", found, want)
	}
}

func TestAllConditionsOfAWorldAreReadAtOnce(t *testing.T) {
	found := faults(t, worldWith(t, `  - {id: M, texte: T., si: 'sejour.nuits = 3', alors: {refuser: P05}}
  - {id: N, texte: U., si: 'sejour.nuits', alors: {refuser: P05}}`))
	if len(found) != 2 || found[1].Line != found[0].Line+1 {
		t.Errorf("got %v, want two faults on two lines", found)
	}
}

func TestARuleIsWrittenBackAsItWasRead(t *testing.T) {
	text := worldWith(t, `  - id: M
    texte: "Chambre à 40 €."
    services: [SIM, CLC]
    si: >-
      any(lignes, .famille == "chambre")
      && sejour.nuits > 3
    alors: {plafonner: {famille: chambre, par_jour: 40.00}, consigne: "Voir l'AMC."}
    fois: 2`)
	first, err := amc.ParseWorld("monde.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, options := range [][]yaml.EncodeOption{nil, {yaml.JSON()}} {
		written, err := yaml.MarshalWithOptions(first, options...)
		if err != nil {
			t.Fatal(err)
		}
		second, err := amc.ParseWorld("monde.yaml", written)
		if err != nil {
			t.Fatal(err)
		}
		one, two := first.Rules[0], second.Rules[0]
		if one.If.String() != two.If.String() || *one.Then.Ceiling.PerDay != *two.Then.Ceiling.PerDay ||
			one.Text != two.Text || one.Times != two.Times || len(two.Services) != 2 {
			t.Errorf("read %+v, then %+v", one, two)
		}
	}
}

func worldWith(t *testing.T, rules string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\nregles:\n" + rules + "\n"
}
