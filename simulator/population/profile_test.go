package population

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func TestAWrongProfileSaysEveryFault(t *testing.T) {
	for name, c := range map[string]struct{ from, to, says string }{
		"an unknown field":               {"par_personne", "par_personnes", `did you mean "par_personne"?`},
		"a negative weight":              {"poids: 720", "poids: -1", "situations[0].poids: -1 is out of range"},
		"ages the wrong way round":       {"{de: 16, a: 39", "{de: 16, a: 12", "ages[2].a: 12 is before"},
		"an unknown guarantee":           {"nom: BASIC", "nom: BASICS", `garanties[1].nom: "BASICS" is unknown`},
		"an unknown operator":            {"{operateur: OPA}", "{operateur: OPC}", "amc[0].operateurs[0].operateur"},
		"a member number too long":       {"A########", "A################", "amc[0].adherent"},
		"a FINESS without its key":       {`"990000101"`, `"990000102"`, "etablissements[0].finess_eg"},
		"an unknown shape of periods":    {"forme: CLOSE", "forme: CLOS", `did you mean "CLOSE"?`},
		"a wrong renewal":                {"fin_de_mois", "fin_du_mois", `renouvellement.mode: "fin_du_mois"`},
		"an unknown situation":           {"SANS_RAPPORT", "SANS_RAPORT", `did you mean "ALD_SANS_RAPPORT"?`},
		"an unknown exit":                {"mode: TRANSFERT", "mode: TRANSFER", `did you mean "TRANSFERT"?`},
		"more than a thousand per mille": {"sejour: 40", "sejour: 4000", "suite_de_sejour: 4000 is out of range"},
		"stays longer than their time":   {"{de: 21, a: 50", "{de: 21, a: 500", "500 nights do not fit"},
		"no time left for the newborn":   {"date: 2025-06", "date: 2025-10", "venues.du: the first stays"},
		"a base above the price":         {"prix: 205.00", "prix: 105.00", "want 0 <= base <= prix"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(profileText(t), c.from, c.to, 1)
			if text == profileText(t) {
				t.Fatal("nothing was replaced")
			}
			_, err := ParseProfile("p.yaml", []byte(text))
			var faults strictyaml.Errors
			if !errors.As(err, &faults) || faults[0].Line == 0 || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a fault with %q", err, c.says)
			}
		})
	}
}

func TestFaultsOfAProfileAreToldTogether(t *testing.T) {
	text := strings.NewReplacer("poids: 720", "poids: -1", "nom: BASIC", "nom: BASICS", "mode: DECES", "mode: MORT").
		Replace(profileText(t))
	_, err := ParseProfile("p.yaml", []byte(text))
	var faults strictyaml.Errors
	if !errors.As(err, &faults) || len(faults) != 3 {
		t.Errorf("got %v, want three faults", err)
	}
}

func TestNamesAreNeverMissing(t *testing.T) {
	whole := fstest.MapFS{
		"prenoms.yaml": {Data: []byte("generations: [{de: 1900, a: 2000, feminins: [A], masculins: []}]")},
		"noms.yaml":    {Data: []byte("noms: [B]")},
	}
	if _, err := ParseNames(whole); err == nil || !strings.Contains(err.Error(), "generations[0]") {
		t.Errorf("an empty list of first names: %v", err)
	}
	if _, err := ParseNames(fstest.MapFS{}); err == nil {
		t.Error("no file and no error")
	}
}
