package norme_test

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func file(tb testing.TB, name string) string {
	tb.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func TestAWrongNormeIsRefusedWithThePlace(t *testing.T) {
	for name, c := range map[string]struct{ old, new, place, message string }{
		"an unknown base": {"uuid: {base: uuid,", "uuid: {base: uuiid,", "types.uuid.base", `did you mean "uuid"?`},
		"a type without a length": {"caracteres: \"0-9A-Z\", longueur: 8..10, source: P9",
			"caracteres: \"0-9A-Z\", source: P9",
			"types.numeroAMC", "longueur is missing"},
		"bounds on a text": {"longueur: 8..10, source: P9", "longueur: 8..10, bornes: 1..2, source: P9",
			"types.numeroAMC.bornes", "no sense"},
		"a class that is none": {"caracteres: \"0-9A-Z\", longueur: 8..10", "caracteres: \"9-0\", longueur: 8..10",
			"types.numeroAMC.caracteres", "want ranges"},
		"a value twice": {"valeurs: [ACE, SEJOUR]", "valeurs: [ACE, ACE]", "types.contexte.valeurs[1]",
			"given twice"},
		"an unknown mask": {"masque: annee", "masque: annees", "types.dateNaissance.masque", `did you mean "annee"?`},
		"an unknown type": {"nom: idMessage, type: uuid", "nom: idMessage, type: uid",
			"groupes.entete.champs[0].type", `did you mean "uuid"?`},
		"an unknown group": {"groupe: logiciel", "groupe: logiciels", "groupes.emetteur.champs[2].groupe",
			`did you mean "logiciel"?`},
		"an unknown Go field": {"va: ConversationID", "va: ConversationId", "groupes.entete.champs[1].va",
			`did you mean "ConversationID"?`},
		"a type of another Go kind": {"nom: envoyeLe, type: instant", "nom: envoyeLe, type: date",
			"groupes.entete.champs[2].type",
			"fills a Go roc.Date, but SentAt is a time.Time"},
		"a group for a text": {"nom: numeroAMC, type: numeroAMC, occurrence: 1, va: AMCNumber, source: I",
			"nom: numeroAMC, groupe: logiciel, occurrence: 1, va: AMCNumber, source: I",
			"groupes.destinataire.champs[0].groupe",
			"a group fills a Go structure"},
		"a name twice": {"nom: produit, type: nom", "nom: editeur, type: nom", "groupes.logiciel.champs[1].nom",
			"given twice"},
		"a Go field twice": {"va: Product", "va: Editor", "groupes.logiciel.champs[1].va", "given twice"},
		"a list for one": {"occurrence: 1, va: Editor", "occurrence: 1..n, va: Editor",
			"groupes.logiciel.champs[0].occurrence", "wants a Go slice"},
		"an occurrence of nothing": {"occurrence: 1, va: Editor", "occurrence: 0..0, va: Editor",
			"groupes.logiciel.champs[0].occurrence", "want 1, 0..1"},
		"an occurrence that is no span": {"occurrence: 1, va: Editor", "occurrence: n..1, va: Editor",
			"groupes.logiciel.champs[0].occurrence", "two points between"},
		"a name that XML refuses": {"nom: produit,", "nom: pro-duit,", "groupes.logiciel.champs[1].nom",
			"cannot name an element"},
		"a type and a group": {"groupe: logiciel,", "groupe: logiciel, type: nom,",
			"groupes.emetteur.champs[2]", "either type or groupe"},
		"a key without its NIR": {"cle_de: nirAssure", "cle_de: nirAssur",
			"groupes.beneficiaire.champs[1].type", `did you mean "nirAssure"?`},
		"a key of something else": {"cle_de: nirAssure", "cle_de: prenom",
			"groupes.beneficiaire.champs[1].type", "is no NIR"},
		"an unknown service": {"code: SIM", "code: SIMU", "services[2].code", `did you mean "SIM"?`},
		"a service twice":    {"code: SIM", "code: CLC", "services[3].code", "given twice"},
		"an operation twice": {"operation: Simulation", "operation: Calcul", "services[3].operation",
			"given twice"},
		"a group of a type's name": {"  logiciel:\n    doc", "  uuid:\n    doc", "groupes.uuid",
			"a type has this name too"},
		"an unknown facet": {"uuid: {base: uuid,", "uuid: {bases: uuid,", "types.uuid.bases",
			`did you mean "base"?`},
		"a control character in a text": {`doc: "Identifiant unique`, `doc: "Identifiant\x01 unique`,
			"types.uuid.doc", "control characters"},
		"a namespace with blanks": {"espace: urn:miroir:roc:v1", "espace: urn miroir", "espace",
			"want a namespace"},
	} {
		t.Run(name, func(t *testing.T) {
			text := file(t, "v1.yaml")
			if !strings.Contains(text, c.old) {
				t.Fatalf("%q is not in the file", c.old)
			}
			text = strings.Replace(text, c.old, c.new, 1)
			_, err := norme.Parse("essai.yaml", []byte(text))
			var errs strictyaml.Errors
			if !errors.As(err, &errs) {
				t.Fatalf("got %v", err)
			}
			for _, e := range errs {
				if e.Field == c.place && strings.Contains(e.Message, c.message) {
					line := strings.Split(text, "\n")[max(0, e.Line-1)]
					if last := c.new[strings.LastIndexByte(c.new, '\n')+1:]; e.Line == 0 || e.File != "essai.yaml" {
						t.Errorf("%s:%d is not the place of %q", e.File, e.Line, last)
					} else if line == "" {
						t.Errorf("line %d is empty", e.Line)
					}
					return
				}
			}
			t.Errorf("want %s: …%s, got\n%v", c.place, c.message, err)
		})
	}
}

func TestAllFaultsOfANormeAtOnceInTheOrderOfItsLines(t *testing.T) {
	text := strings.NewReplacer("base: uuid", "base: uuiid", "va: Editor", "va: Editeur", "code: DEL",
		"code: DELE").Replace(file(t, "v1.yaml"))
	_, err := norme.Parse("essai.yaml", []byte(text))
	var errs strictyaml.Errors
	if !errors.As(err, &errs) || len(errs) < 4 {
		t.Fatalf("got %v", err)
	}
	lines := strings.Split(text, "\n")
	for i, want := range []string{"base: uuiid", "va: Editeur"} {
		if line := lines[errs[i].Line-1]; !strings.Contains(line, want) {
			t.Errorf("fault %d is on the line %q, want %q", i, line, want)
		}
	}
	for i := 1; i < len(errs); i++ {
		if errs[i].Line < errs[i-1].Line {
			t.Errorf("line %d after line %d", errs[i].Line, errs[i-1].Line)
		}
	}
}

// beyondV1 are the Go fields that V2 brought; V1 refuses to write a message that holds one.
var beyondV1 = map[string]bool{
	"ANNReply.TechnicalContract": true, "ANNReply.Modes": true, "IDBRequest.Mode": true,
	"IDBReply.TechnicalContract": true, "IDBReply.Counters": true, "Cover.Domains": true,
	"CLCRequest.Period": true, "CLCReply.Period": true, "CLCReply.Counters": true, "DELReply.Period": true,
	"Executor.Sector": true, "Executor.OPTAM": true, "Line.Payee": true, "LineReply.OPTAM": true,
}

// TestNoGoFieldIsWithoutAPlace walks the Go messages: V2 knows every field, and V1 all but those of V2.
func TestNoGoFieldIsWithoutAPlace(t *testing.T) {
	eachNorme(t, func(t *testing.T, n version) {
		places := map[string]bool{} // "Beneficiary.Sex": true where some message holds it
		eachMessage(t, func(_ *testing.T, s roc.Service, reply bool) {
			for field, bound := range norme.GoFields(n.Norme, s, reply) {
				places[field] = places[field] || bound
			}
		})
		if len(places) < 100 {
			t.Errorf("only %d Go fields found", len(places))
		}
		everyFieldMet(t, places)
		for field, bound := range places {
			if want := n.name != "v1" || !beyondV1[field]; bound != want {
				t.Errorf("%s has a place: %t, want %t", field, bound, want)
			}
		}
	})
}

func everyFieldMet(t *testing.T, places map[string]bool) {
	t.Helper()
	for _, m := range []any{roc.Header{}, roc.Line{}, roc.Cover{}, roc.Beneficiary{}, roc.ANNReply{}} {
		typ := reflect.TypeOf(m)
		for i := range typ.NumField() {
			name := typ.Name() + "." + typ.Field(i).Name
			if _, met := places[name]; !met {
				t.Errorf("%s was not met", name)
			}
		}
	}
}
