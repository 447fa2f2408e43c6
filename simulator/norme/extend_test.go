package norme_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// essai is a norme that extends V1 by one change, which wants a body.
const essai = `version: V9
espace: urn:miroir:essai
officiel: false
etend: V1
description: Essai.
changements:
  - nom: Essai
    pourquoi: Pour voir.
    source: I
`

// another begins a second change.
const another = "  - nom: Autre\n    pourquoi: Pour voir.\n    source: I\n"

// Parts of the body of a change: one that is right, and the beginning and the end of others.
const (
	added  = "    ajoute:\n      types:\n        part: {base: entier, bornes: 0..9, source: I, doc: \"Part.\"}\n"
	champs = "      champs:\n        - "
	field  = "nom: secteur, type: specialite, occurrence: 0..1, va: Sector, source: I, doc: \"Secteur.\"}\n"
)

func TestWrongChangesAreRefusedWithTheirPlace(t *testing.T) {
	const addition, replacement, removal = "    ajoute:\n" + champs, "    remplace:\n" + champs, "    retire:\n"
	for name, c := range map[string]struct{ text, line, place, message string }{
		"an absent path": {essai + addition + "{apres: groupes.executant.specialites, " + field,
			"specialites", "changements[0].ajoute.champs[0].apres", `did you mean "specialite"?`},
		"an absent group": {essai + addition + "{avant: groupes.executants.rpps, " + field,
			"executants", "changements[0].ajoute.champs[0].avant", `did you mean "groupes.executant"?`},
		"an absent message": {essai + addition + "{apres: services.CLC.demandes.venue, " + field,
			"demandes", "changements[0].ajoute.champs[0].apres", `did you mean "services.CLC.demande"?`},
		"a path that is none": {essai + addition + "{apres: venue, " + field,
			"venue", "changements[0].ajoute.champs[0].apres", "want a path such as"},
		"no place": {essai + addition + "{" + field,
			"secteur", "changements[0].ajoute.champs[0]", "want either apres or avant"},
		"two places": {essai + addition + "{apres: groupes.executant.rpps, avant: groupes.executant.rpps, " + field,
			"secteur", "changements[0].ajoute.champs[0]", "want either apres or avant"},
		"a field that is there": {essai + addition + "{apres: groupes.executant.rpps, " +
			strings.Replace(field, "secteur", "specialite", 1),
			"specialite", "changements[0].ajoute.champs[0].nom", "has this field already"},
		"an unknown Go field": {essai + addition + "{apres: groupes.executant.rpps, " +
			strings.Replace(field, "Sector", "Secteur", 1),
			"va: Secteur", "changements[0].ajoute.champs[0].va", `did you mean "Sector"?`},
		"an unknown type": {essai + addition + "{apres: groupes.executant.rpps, " +
			strings.Replace(field, "type: specialite", "type: specialites", 1),
			"type: specialites", "changements[0].ajoute.champs[0].type", `did you mean "specialite"?`},
		"an unknown facet": {essai + addition + "{apres: groupes.executant.rpps, types: x, " + field,
			"types: x", "changements[0].ajoute.champs[0].types", `did you mean "type"?`},
		"an unknown action": {essai + "    ajoutes: {}\n", "ajoutes", "changements[0].ajoutes",
			`did you mean "ajoute"?`},
		"a type that is there": {essai +
			"    ajoute: {types: {rang: {base: entier, bornes: 1..3, source: I, doc: R.}}}\n",
			"rang", "changements[0].ajoute.types.rang", "has this type already"},
		"a wrong type": {essai + strings.Replace(added, "base: entier", "base: entiers", 1),
			"entiers", "changements[0].ajoute.types.part.base", `did you mean "entier"?`},
		"a group that is there": {essai + "    ajoute: {groupes: {venue: {doc: V., champs: []}}}\n",
			"venue", "changements[0].ajoute.groupes.venue", "has this group already"},
		"a group without use": {essai + "    ajoute:\n      groupes:\n        rien:\n          doc: Rien.\n" +
			"          champs: [{nom: x, type: taux, occurrence: 1, va: X, source: I, doc: X.}]\n",
			"rien", "changements[0].ajoute.groupes.rien", "no field uses this group"},
		"a replaced type that is not there": {essai +
			"    remplace: {types: {rangs: {base: entier, bornes: 1..3, source: I, doc: R.}}}\n",
			"rangs", "changements[0].remplace.types.rangs", `did you mean "rang"?`},
		"a replaced type that is the same": {essai + "    remplace: {types: {taux: {base: entier, bornes: 0..100, " +
			"source: I, doc: \"Taux en pour cent.\"}}}\n",
			"taux", "changements[0].remplace.types.taux", "is what it was"},
		"a replaced type that no longer fits": {essai +
			"    remplace: {types: {rang: {base: booleen, source: I, doc: R.}}}\n",
			"etend", "groupes.couverture.rang.type", "type rang fills a Go bool"},
		"a replaced field that is not there": {essai + replacement + "{place: groupes.executant.secteur, " + field,
			"place", "changements[0].remplace.champs[0].place", `no field "secteur"`},
		"a replaced field of another name": {essai + replacement + "{place: groupes.executant.specialite, " + field,
			"secteur", "changements[0].remplace.champs[0].nom",
			`want the name of the field that is replaced, "specialite"`},
		"a replaced field that is the same": {essai + replacement + "{place: groupes.executant.rpps, nom: rpps, " +
			"type: rpps, occurrence: 0..1, va: RPPS, source: P32, doc: \"RPPS du praticien.\"}\n",
			"place", "changements[0].remplace.champs[0]", "is what it was"},
		"a field taken out that is not there": {essai + removal + "      champs: [groupes.executant.rps]\n",
			"rps", "changements[0].retire.champs[0]", `did you mean "rpps"?`},
		"a type taken out that is in use": {essai + removal + "      types: [rang]\n",
			"rang", "changements[0].retire.types[0]", "groupes.couverture.rang still uses it"},
		"a type taken out that is not there": {essai + removal + "      types: [rangs]\n",
			"rangs", "changements[0].retire.types[0]", `did you mean "rang"?`},
		"a group taken out that is in use": {essai + removal + "      groupes: [periode]\n",
			"periode", "changements[0].retire.groupes[0]", "groupes.couverture.periode still uses it"},
		"a group taken out that is not there": {essai + removal + "      groupes: [periodes]\n",
			"periodes", "changements[0].retire.groupes[0]", `did you mean "periode"?`},
		"a group that loses its last user": {essai + removal + "      champs: [groupes.couverture.periode]\n",
			"etend", "groupes.periode", "no field uses this group"},
		"a NIR without its key": {essai + removal + "      champs: [groupes.beneficiaire.nirAssure]\n",
			"etend", "groupes.beneficiaire.cleAssure.type", "is not in this group"},
		"the work of another change": {essai + removal + "      champs: [groupes.executant.rpps]\n" + another +
			addition + "{apres: groupes.executant.finess, nom: rpps, type: rpps, occurrence: 1, va: RPPS, " +
			"source: I, doc: RPPS.}\n",
			"nom: rpps", "changements[1].ajoute.champs[0]", "already the work of change « Essai »"},
		"a change twice": {essai + added + strings.Replace(another, "Autre", "Essai", 1) + removal +
			"      types: [dmt]\n", "- nom: Essai", "changements[1].nom", "given twice"},
		"a change without a reason": {strings.Replace(essai, "Pour voir.", `""`, 1) + added,
			`pourquoi: ""`, "changements[0].pourquoi", "want a text"},
		"a change of nothing": {essai, "nom: Essai", "changements[0]", "changes nothing"},
		"an unknown base": {strings.Replace(essai, "etend: V1", "etend: V11", 1) + added, "etend", "etend",
			`did you mean "V1"?`},
		"no change": {essai[:strings.Index(essai, "changements")], "etend", "changements",
			"says what it changes"},
		"types of its own": {essai + added + "types: {}\n", "types: {}", "types", "under changements only"},
		"no base": {strings.Replace(essai, "etend: V1\n", "", 1) + added, "changements", "changements",
			"etend is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := norme.Parse("essai.yaml", []byte(c.text))
			var errs strictyaml.Errors
			if !errors.As(err, &errs) {
				t.Fatalf("got %v", err)
			}
			for _, e := range errs {
				if e.Field != c.place || !strings.Contains(e.Message, c.message) {
					continue
				}
				if e.File != "essai.yaml" || e.Line == 0 || !strings.Contains(lineOf(c.text, e.Line), c.line) {
					t.Errorf("%s:%d is not the place of %q", e.File, e.Line, c.line)
				}
				return
			}
			t.Errorf("want %s: …%s, got\n%v", c.place, c.message, err)
		})
	}
}

func lineOf(text string, line int) string { return strings.Split(text, "\n")[max(0, line-1)] }

func TestAllFaultsOfTheChangesAtOnce(t *testing.T) {
	text := strings.NewReplacer(
		"apres: groupes.executant.specialite,", "apres: groupes.executant.specialites,",
		"va: Counters", "va: Compteurs",
		"compteurJours: {base: entier", "compteurJours: {base: entiers",
		"place: groupes.etablissement.mode", "place: groupes.etablissement.modes",
	).Replace(file(t, "v2.yaml"))
	_, err := norme.Parse("v2.yaml", []byte(text))
	var errs strictyaml.Errors
	if !errors.As(err, &errs) {
		t.Fatalf("got %v", err)
	}
	var got []string
	for i, e := range errs {
		if i > 0 && e.Line < errs[i-1].Line {
			t.Errorf("line %d after line %d", e.Line, errs[i-1].Line)
		}
		got = append(got, e.Field)
	}
	want := []string{
		"changements[1].remplace.champs[0].place", "changements[4].ajoute.champs[0].apres",
		"changements[5].ajoute.types.compteurJours.base", "changements[5].ajoute.champs[0].va",
		"changements[5].ajoute.champs[1].va",
	}
	for _, place := range want {
		if !strings.Contains(fmt.Sprint(got), place) {
			t.Errorf("%s is not reported: %v", place, err)
		}
	}
}

func TestWhatAChangeTakesOutIsUnknownToTheNorme(t *testing.T) {
	n, err := norme.Parse("essai.yaml", []byte(essai+"    retire:\n      champs: [groupes.entete.repriseDe, "+
		"groupes.couverture.periode]\n      groupes: [periode]\n      types: [coefficient]\n"+another+
		"    retire:\n      champs: [groupes.ligne.coefficient]\n"))
	if err != nil {
		t.Fatal(err)
	}
	request := normetest.ExampleCLC(1)
	request.Lines[0].Coefficient = "1"
	_, err = n.AppendXML(nil, request)
	if !strings.Contains(fmt.Sprint(faultsOf(err)), "Coefficient CHAMP_SANS_PLACE") {
		t.Errorf("got %v", faultsOf(err))
	}
	request.Lines[0].Coefficient = ""
	body, err := n.AppendXML(nil, request)
	if err != nil || strings.Contains(string(body), "coefficient") {
		t.Errorf("%v\n%s", faultsOf(err), body)
	}
	if strings.Contains(string(n.XSD()), `name="periode"`) {
		t.Error("the group taken out is in the schema")
	}
}

func TestANormeMayExtendOneThatExtends(t *testing.T) {
	n, err := norme.Parse("essai.yaml", []byte(strings.Replace(essai, "etend: V1", "etend: V2", 1)+
		"    retire: {champs: [groupes.executant.secteur], types: [secteur]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(n.XSD()); strings.Contains(text, `"secteur"`) || !strings.Contains(text, `"statutOptam"`) {
		t.Error("the schema is not that of V2 without the sector")
	}
}

// A message of V1 that gives the establishment's mode is one of V2 but for its namespace.
func TestAMessageOfV1IsOfV2ButForItsNamespace(t *testing.T) {
	both := versions(t)
	v1, v2 := both[0], both[1]
	eachMessage(t, func(t *testing.T, s roc.Service, reply bool) {
		rapid.Check(t, func(t *rapid.T) {
			m := v1.message(s, reply).Draw(t, "message")
			if c, calculation := m.(*roc.CLCRequest); calculation && c.Establishment.Mode == "" {
				c.Establishment.Mode = "EX_DG"
			}
			body, err := v1.AppendXML(nil, m)
			if err != nil {
				t.Fatal(faultsOf(err))
			}
			_, err = decodeXML(v2.Norme, body)
			faults := faultsOf(err)
			if len(faults) == 0 {
				t.Fatalf("read by V2: %s", body)
			}
			for _, f := range faults {
				if !strings.Contains(f, "ESPACE_DE_NOMS") && !strings.Contains(f, "TROP_DE_FAUTES") {
					t.Fatalf("refused for %s\n%s", f, body)
				}
			}
			moved := strings.Replace(string(body), v1.Namespace(), v2.Namespace(), 1)
			if _, err := decodeXML(v2.Norme, []byte(moved)); err != nil {
				t.Fatalf("%v\n%s", faultsOf(err), moved)
			}
		})
	})
}

func TestV2WantsTheModeOfTheEstablishment(t *testing.T) {
	request := normetest.ExampleCLC(1)
	request.Establishment.Mode = ""
	_, err := versions(t)[1].AppendXML(nil, request)
	want := "[/CalculDemande/etablissement/mode ELEMENT_MANQUANT]"
	if got := fmt.Sprint(places(t, err, roc.Path.XPath)); got != want {
		t.Errorf("got %s", got)
	}
}

func TestWhatV2BringsHasNoPlaceInV1(t *testing.T) {
	request := normetest.ExampleCLC(1)
	request.Period = roc.BillingPeriod{Index: 1, From: roc.NewDate(2025, 6, 2), To: roc.NewDate(2025, 6, 30)}
	request.Lines[0].Payee = "PRATICIEN"
	if _, err := versions(t)[1].AppendXML(nil, request); err != nil {
		t.Errorf("V2: %v", faultsOf(err))
	}
	_, err := v1(t).AppendXML(nil, request)
	want := "[/CalculDemande/ligne[1]/Payee CHAMP_SANS_PLACE /CalculDemande/Period CHAMP_SANS_PLACE]"
	if got := fmt.Sprint(places(t, err, roc.Path.XPath)); got != want {
		t.Errorf("V1: got %s, want %s", got, want)
	}
}
