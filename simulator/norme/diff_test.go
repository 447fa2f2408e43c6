package norme_test

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme"
)

func parsed(t *testing.T, text string) *norme.Norme {
	t.Helper()
	n, err := norme.Parse("essai.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTheDifferencesOfV2ArePinned(t *testing.T) {
	both := versions(t)
	golden(t, "diff.txt", []byte(norme.Diff(both[0].Norme, both[1].Norme).String()))
}

func TestEveryDifferenceOfV2HasAChangeThatExplainsIt(t *testing.T) {
	both := versions(t)
	for _, way := range []norme.Differences{
		norme.Diff(both[0].Norme, both[1].Norme), norme.Diff(both[1].Norme, both[0].Norme),
	} {
		if len(way.Changes) != 6 {
			t.Errorf("%d changes from %s to %s", len(way.Changes), way.From, way.To)
		}
		for _, c := range way.Changes {
			if c.Name == "" || c.Why == "" || c.Source == "" {
				t.Errorf("from %s to %s, no change explains %v", way.From, way.To, c.Lines)
			}
		}
	}
}

func TestANormeDoesNotDifferFromItself(t *testing.T) {
	eachNorme(t, func(t *testing.T, n version) {
		if d := norme.Diff(n.Norme, n.Norme); len(d.Heading)+len(d.Changes) > 0 {
			t.Errorf("got %s", d)
		} else if !strings.Contains(d.String(), "Aucune différence.") {
			t.Errorf("nothing says so: %s", d)
		}
	})
}

func TestEachKindOfDifferenceHasItsSentence(t *testing.T) {
	whole := file(t, "v1.yaml")
	for name, c := range map[string]struct{ old, new, want string }{
		"an occurrence": {"type: reference, occurrence: 0..1, va: Conformity",
			"type: reference, occurrence: 1, va: Conformity",
			"« numeroConformite » : occurrence 0..1 devient 1."},
		"a length": {"longueur: 8..10, source: P9", "longueur: 8..12, source: P9",
			"Type « numeroAMC » : longueur 8..10 devient 8..12."},
		"bounds":                {"bornes: 0..100", "bornes: 0..90", "Type « taux » : bornes 0..100 devient 0..90."},
		"a value that came":     {"[ACE, SEJOUR]", "[ACE, SEJOUR, HAD]", "Type « contexte » : ajout de HAD."},
		"a value that left":     {"[A, R, L, X]", "[A, R, L]", "Type « payeurFJ » : retrait de X."},
		"values in other order": {"[A, R, L, X]", "[R, A, L, X]", "Type « payeurFJ » : valeurs dans un autre ordre."},
		"a mask that left":      {"masque: annee, ", "", "Type « dateNaissance » : masque retiré : annee."},
		"a description": {`doc: "Rang de priorité ; 1 paie d'abord."`, `doc: "Rang."`,
			"Type « rang » : description « Rang de priorité ; 1 paie d'abord » devient Rang."},
		"a group's description": {`doc: "Établissement qui appelle."`, `doc: "Appelant."`,
			"Groupe « emetteur » (ANN demande, IDB demande, SIM demande, CLC demande, DEL demande) : " +
				"description « Établissement qui appelle » devient Appelant."},
		"a name in JSON": {"json: candidats", "json: candidates",
			"ANN, réponse : « candidat » : nom en JSON candidats devient candidates."},
		"an operation": {"operation: Calcul\n", "operation: Engagement\n",
			"CLC : opération Calcul devient Engagement."},
		"the namespace":      {"urn:miroir:roc:v1", "urn:autre", "Espace de noms urn:miroir:roc:v1 devient urn:autre."},
		"its being official": {"officiel: false", "officiel: true", "Format officiel non devient oui."},
	} {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(whole, c.old, c.new, 1)
			if changed == whole {
				t.Fatalf("%q is not in the file", c.old)
			}
			said := norme.Diff(v1(t), parsed(t, changed)).String()
			if !strings.Contains(said, c.want) {
				t.Errorf("want %s, got\n%s", c.want, said)
			}
		})
	}
}

func TestADifferenceInTheOrderIsSeen(t *testing.T) {
	first := `      - {nom: editeur, type: nom, occurrence: 1, va: Editor, source: I, doc: "Éditeur."}` + "\n"
	second := `      - {nom: produit, type: nom, occurrence: 1, va: Product, source: I, doc: "Produit."}` + "\n"
	swapped := strings.Replace(file(t, "v1.yaml"), first+second, second+first, 1)
	said := norme.Diff(v1(t), parsed(t, swapped)).String()
	if !strings.Contains(said, "Hors de tout changement nommé\n- Groupe « logiciel »") ||
		!strings.Contains(said, "les éléments viennent dans un autre ordre.") {
		t.Errorf("got\n%s", said)
	}
}

func TestAnUnknownNormeIsRefusedWithTheNearest(t *testing.T) {
	const want = `unknown norme "v12"; did you mean "V1"?`
	if _, err := norme.Load("v12"); err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if n, err := norme.Load("v2"); err != nil || n.Version() != "V2" || n.Namespace() != "urn:miroir:roc:v2" {
		t.Errorf("got %v", err)
	}
}
