package norme_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// personal are the values of the example that name a person.
var personal = []string{"1850675123456", "19850615", "EXEMPLE", "Camille", "800123456"}

func TestMaskedJSONKeepsItsShapeAndNoPerson(t *testing.T) {
	n := v1(t)
	body, err := n.AppendJSON(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	masked, err := n.MaskJSON(roc.CLC, false, body)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"nirAssure":"1••••••••••••"`, `"cleAssure":"••"`, `"dateNaissance":"1985••••"`, `"nom":"E••••••"`,
		`"prenom":"C••••••"`, `"ipp":"8••••••••"`, `"nda":"250012345"`, `"rangNaissance":1`, `"prixUnitaire":"1166.56"`,
		`"editeur":"Éditeur"`,
	} {
		if !strings.Contains(string(masked), want) {
			t.Errorf("no %s in %s", want, masked)
		}
	}
	noPerson(t, string(masked))
}

func noPerson(t *testing.T, text string) {
	t.Helper()
	for _, p := range personal {
		if strings.Contains(text, p) {
			t.Errorf("%s is in %s", p, text)
		}
	}
}

func TestMaskedJSONHidesWhatTheNormeDoesNotKnow(t *testing.T) {
	n := v1(t)
	masked, err := n.MaskJSON(roc.DEL, false,
		[]byte(`{"x":["Camille",{"y":1850675123456}],"1850675123456":"EXEMPLE","idCLC":"ENG-1"}`))
	want := `{"x":["•••••••",{"y":"•••••••••••••"}],"?":"•••••••","idCLC":"ENG-1"}`
	if err != nil || string(masked) != want {
		t.Errorf("got %s, %v; want %s", masked, err, want)
	}
	if _, err := n.MaskJSON(roc.DEL, false, []byte(`{"x":`)); err == nil {
		t.Error("half a document was masked")
	}
}

func TestMaskedXMLKeepsItsShapeAndNoPerson(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	masked := string(n.MaskXML(body))
	for _, want := range []string{
		"<nirAssure>1••••••••••••</nirAssure>", "<cleAssure>••</cleAssure>", "<dateNaissance>1985••••</dateNaissance>",
		"<nom>E••••••</nom>", "<nda>250012345</nda>", "<idMessage>6f9619ff-8b86-4d01-b42d-00cf4fc964ff</idMessage>",
	} {
		if !strings.Contains(masked, want) {
			t.Errorf("no %s in %s", want, masked)
		}
	}
	noPerson(t, masked)
}

func TestRawXMLIsMaskedHoweverItIsWritten(t *testing.T) {
	n := v1(t)
	for name, c := range map[string]struct{ body, want string }{
		"with a prefix":    {"<r:prenom a='1'>Camille</r:prenom>", "<r:prenom a='1'>C••••••</r:prenom>"},
		"with blanks":      {"<prenom> Camille\n</prenom>", "<prenom> C••••••\n</prenom>"},
		"with CDATA":       {"<prenom><![CDATA[Camille]]></prenom>", "<prenom>•••••••••••••••••••</prenom>"},
		"with references":  {"<prenom>&#67;amille</prenom>", "<prenom>•••••••••••</prenom>"},
		"cut in the value": {"<prenom>Camil", "<prenom>C••••"},
		"a NIR in an unknown place": {"<x y='1850675123456'>2 185062A004123</x>",
			"<x y='1••••••••••••'>2 1••••••••••••</x>"},
		"a NIR with its key":          {"185067512345689", "1••••••••••••••"},
		"an empty element":            {"<prenom/><nda>1</nda>", "<prenom/><nda>1</nda>"},
		"another element":             {"<prenoms>x</prenoms>", "<prenoms>x</prenoms>"},
		"a number that is no NIR":     {"<x>20250607103000123</x>", "<x>20250607103000123</x>"},
		"bytes that are not UTF-8":    {"<prenom>Cam\xff</prenom>", "<prenom>••••</prenom>"},
		"a child in a personal value": {"<prenom><b>Camille</b></prenom>", "<prenom>••••••••••</b></prenom>"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := string(n.MaskXML([]byte(c.body))); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestMaskingTwiceChangesNothingMore(t *testing.T) {
	n := v1(t)
	rapid.Check(t, func(t *rapid.T) {
		m := normetest.Request(roc.IDB).Draw(t, "request")
		body, err := n.AppendJSON(nil, m)
		if err != nil {
			t.Fatal(err)
		}
		once, err := n.MaskJSON(roc.IDB, false, body)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := n.MaskJSON(roc.IDB, false, once)
		if err != nil || string(twice) != string(once) || !utf8.Valid(once) {
			t.Fatalf("%v\n%s\n%s", err, once, twice)
		}
		if nir := m.(*roc.IDBRequest).Beneficiary.InsuredNIR; nir != "" && strings.Contains(string(once), nir) {
			t.Fatalf("%s is in %s", nir, once)
		}
	})
}
