package norme_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A change turns a valid calculation into one with the faults listed, as "place CODE". Texts are
// replaced once, the first time they are met.
type change struct {
	name     string
	old, new string
	want     []string
}

func (c change) apply(t *testing.T, body []byte) []byte {
	t.Helper()
	if !strings.Contains(string(body), c.old) {
		t.Fatalf("%q is not in %s", c.old, body)
	}
	return []byte(strings.Replace(string(body), c.old, c.new, 1))
}

// places lists the faults of an error as "place CODE", and checks that each has a French sentence.
func places(t *testing.T, err error, place func(roc.Path) string) []string {
	t.Helper()
	var invalid *roc.Invalid
	if !errors.As(err, &invalid) {
		t.Fatalf("want *roc.Invalid, got %v", err)
	}
	var list []string
	for _, f := range invalid.Fields {
		if !strings.HasSuffix(f.Label, ".") && !strings.HasSuffix(f.Label, " ?") {
			t.Errorf("label %q is no sentence", f.Label)
		}
		list = append(list, place(f.Path)+" "+f.Code)
	}
	return list
}

var xmlChanges = []change{
	{"a missing element", "<numero>2</numero>", "", []string{"/CalculDemande/ligne[2]/numero ELEMENT_MANQUANT"}},
	{"an unknown element", "<idIDB>", "<x>1</x><idIDB>", []string{"/CalculDemande/x ELEMENT_INCONNU"}},
	{"a misspelt element", "<versionNorme>V1</versionNorme>", "<versionNormes>V1</versionNormes>",
		[]string{"/CalculDemande/entete/versionNormes ELEMENT_INCONNU",
			"/CalculDemande/entete/versionNorme ELEMENT_MANQUANT"}},
	{"a repeated element", "<test>true</test>", "<test>true</test><test>oui</test>",
		[]string{"/CalculDemande/entete/test ELEMENT_REPETE"}},
	{"a misplaced element", "<finessEJ>999000011</finessEJ><finessEG>990000101</finessEG>",
		"<finessEG>990000101</finessEG><finessEJ>999000011</finessEJ>",
		[]string{"/CalculDemande/entete/emetteur/finessEJ ELEMENT_DEPLACE"}},
	{"an element where a value is expected", "<numero>1</numero>", "<numero><b>1</b></numero>",
		[]string{"/CalculDemande/ligne[1]/numero/b ELEMENT_INATTENDU"}},
	{"a text between elements", "<totaux>", "<totaux>x", []string{"/CalculDemande/totaux TEXTE_INATTENDU"}},
	{"a text in front of a group", "<totaux>", "12<totaux>", []string{"/CalculDemande TEXTE_INATTENDU"}},
	{"an attribute", "<totaux>", "<totaux a='1'>", []string{"/CalculDemande/totaux/@a ATTRIBUT_INCONNU"}},
	{"a declaration of another namespace", "<totaux>", "<totaux xmlns:v='u'>", nil},
	{"an element of another namespace", "<numero>1</numero>", "<numero xmlns='urn:autre'>1</numero>",
		[]string{"/CalculDemande/ligne[1]/numero ESPACE_DE_NOMS"}},
	{"a hint of schema", "<entete>",
		"<entete xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='a b'>", nil},
	{"a type of schema", "<entete>", "<entete xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='entete'>",
		[]string{"/CalculDemande/entete/@type ATTRIBUT_INCONNU"}},
	{"blanks around a value that is no text", "<taux>80</taux>", "<taux> 80\n</taux>", nil},
	{"blanks around a text", "<nda>250012345</nda>", "<nda> 250012345</nda>",
		[]string{"/CalculDemande/patient/nda CARACTERE_INTERDIT"}},
	{"a comment in a value", "<nda>250012345</nda>", "<nda>2500<!-- c -->12345</nda>", nil},
}

func TestStructureFaultsInXML(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(2))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, c := range xmlChanges {
		t.Run(c.name, func(t *testing.T) {
			_, err := decodeXML(n, c.apply(t, body))
			if c.want == nil {
				if err != nil {
					t.Errorf("refused: %v", faultsOf(err))
				}
				return
			}
			if got := places(t, err, roc.Path.XPath); fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// A wrongValue is a value of an element of the example that its type refuses, alike in XML and JSON.
var wrongValues = []struct{ name, xml, json, code string }{
	{"a UUID too short", "<idDemandeCalcul>0b7c</idDemandeCalcul>", `"idDemandeCalcul":"0b7c"`, "UUID_INVALIDE"},
	{"a UUID with another letter", "<idDemandeCalcul>Zb7c6a2e-4c3f-4f0e-9a55-2f3d1c9b8a70</idDemandeCalcul>",
		`"idDemandeCalcul":"Zb7c6a2e-4c3f-4f0e-9a55-2f3d1c9b8a70"`, "UUID_INVALIDE"},
	{"a FINESS key", "<finessEG>990000102</finessEG>", `"finessEG":"990000102"`, "CLE_FINESS"},
	{"a FINESS with letters", "<finessEG>99X000101</finessEG>", `"finessEG":"99X000101"`, "FINESS_INVALIDE"},
	{"a FINESS too short", "<finessEG>99000010</finessEG>", `"finessEG":"99000010"`, "FINESS_INVALIDE"},
	{"a NIR key", "<cleAssure>88</cleAssure>", `"cleAssure":"88"`, "CLE_NIR"},
	{"a NIR key with a letter", "<cleAssure>8A</cleAssure>", `"cleAssure":"8A"`, "CLE_INVALIDE"},
	{"a NIR of a month that does not exist", "<nirAssure>1851575123456</nirAssure>", `"nirAssure":"1851575123456"`,
		"NIR_INVALIDE"},
	{"a NIR too long", "<nirAssure>185067512345689</nirAssure>", `"nirAssure":"185067512345689"`, "NIR_INVALIDE"},
	{"a code outside its list", "<domaine>mcoo</domaine>", `"domaine":"mcoo"`, "VALEUR_INCONNUE"},
	{"an empty code", "<domaine></domaine>", `"domaine":""`, "VALEUR_INCONNUE"},
	{"a text too long", "<dmt>2166</dmt>", `"dmt":"2166"`, "LONGUEUR_INVALIDE"},
	{"an empty text", "<nda/>", `"nda":""`, "LONGUEUR_INVALIDE"},
	{"a character outside its class", "<dmt>21é</dmt>", `"dmt":"21é"`, "CARACTERE_INTERDIT"},
	{"a tab in free text", "<prenom>a\tb</prenom>", `"prenom":"a\tb"`, "CARACTERE_INTERDIT"},
	{"an amount without cents", "<facture>20</facture>", `"facture":"20"`, "MONTANT_INVALIDE"},
	{"an amount with a comma", "<facture>20,00</facture>", `"facture":"20,00"`, "MONTANT_INVALIDE"},
	{"an amount with three decimals", "<facture>20.000</facture>", `"facture":"20.000"`, "MONTANT_INVALIDE"},
	{"an amount too large", "<facture>1234567890.00</facture>", `"facture":"1234567890.00"`, "MONTANT_INVALIDE"},
	{"a decimal with a comma", "<coefficient>1,5</coefficient>", `"coefficient":"1,5"`, "DECIMAL_INVALIDE"},
	{"a decimal with a point last", "<coefficient>1.</coefficient>", `"coefficient":"1."`, "DECIMAL_INVALIDE"},
	{"a day that does not exist", "<du>2025-02-30</du>", `"du":"2025-02-30"`, "DATE_INVALIDE"},
	{"a French date", "<du>02/06/2025</du>", `"du":"02/06/2025"`, "DATE_INVALIDE"},
	{"an instant without an offset", "<entree>2025-06-02T09:00:00</entree>", `"entree":"2025-06-02T09:00:00"`,
		"INSTANT_INVALIDE"},
	{"an instant at 24 hours", "<entree>2025-06-02T24:00:00Z</entree>", `"entree":"2025-06-02T24:00:00Z"`,
		"INSTANT_INVALIDE"},
	{"an instant at an offset too far", "<entree>2025-06-02T09:00:00+15:00</entree>",
		`"entree":"2025-06-02T09:00:00+15:00"`, "INSTANT_INVALIDE"},
	{"a rate above the bound", "<taux>101</taux>", `"taux":101`, "HORS_BORNES"},
	{"a quantity below the bound", "<quantite>0</quantite>", `"quantite":0`, "HORS_BORNES"},
	{"a whole number with decimals", "<quantite>1.0</quantite>", `"quantite":1.0`, "ENTIER_INVALIDE"},
	{"a negative whole number", "<quantite>-1</quantite>", `"quantite":-1`, "ENTIER_INVALIDE"},
	{"a birth date with hyphens", "<dateNaissance>1985-06-15</dateNaissance>", `"dateNaissance":"1985-06-15"`,
		"CARACTERE_INTERDIT"},
}

func TestValueFaultsAreTheSameInXMLAndJSON(t *testing.T) {
	n := v1(t)
	asXML, err := n.AppendXML(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	asJSON, err := n.AppendJSON(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, c := range wrongValues {
		t.Run(c.name, func(t *testing.T) {
			_, err := decodeXML(n, replaceElement(t, asXML, c.xml))
			inXML := places(t, err, roc.Path.XPath)
			_, err = n.DecodeJSON(roc.CLC, false, replaceMember(t, asJSON, c.json))
			inJSON := places(t, err, roc.Path.XPath)
			if len(inXML) != 1 || !strings.HasSuffix(inXML[0], " "+c.code) {
				t.Errorf("XML: got %v, want %s", inXML, c.code)
			}
			if want := strings.ReplaceAll(fmt.Sprint(inXML), "/ligne[", "/lignes["); fmt.Sprint(inJSON) != want {
				t.Errorf("JSON: got %v, want %v", inJSON, want)
			}
		})
	}
}

// replaceElement puts an element in the place of the first of that name.
func replaceElement(t *testing.T, body []byte, element string) []byte {
	t.Helper()
	name := strings.FieldsFunc(element, func(c rune) bool { return strings.ContainsRune("<>/", c) })[0]
	start := strings.Index(string(body), "<"+name+">")
	end := strings.Index(string(body), "</"+name+">")
	if start < 0 || end < start {
		t.Fatalf("no element %s", name)
	}
	return []byte(string(body[:start]) + element + string(body[end+len(name)+3:]))
}

// replaceMember puts a member in the place of the first of that name.
func replaceMember(t *testing.T, body []byte, newMember string) []byte {
	t.Helper()
	name, _, _ := strings.Cut(newMember, ":")
	start := strings.Index(string(body), name+":")
	if start < 0 {
		t.Fatalf("no member %s", name)
	}
	end := start + strings.IndexAny(string(body[start:]), ",}]")
	return []byte(string(body[:start]) + newMember + string(body[end:]))
}

func TestValidValuesAtTheEdge(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, element := range []string{
		"<dateNaissance>19690000</dateNaissance>", "<facture>-12.00</facture>", "<facture>999999999.99</facture>",
		"<du>2024-02-29</du>", "<entree>2025-06-02T09:00:00.123456789-14:00</entree>",
		"<coefficient>12345.6789</coefficient>",
		"<prenom>Zoé 🏥</prenom>", "<prenom>O&apos;Neill &amp; fils</prenom>",
	} {
		t.Run(element, func(t *testing.T) {
			if _, err := decodeXML(n, replaceElement(t, body, element)); err != nil {
				t.Error(faultsOf(err))
			}
		})
	}
}

func TestAllFaultsAtOnceWithWhatCouldBeRead(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(3))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	text := strings.NewReplacer("<numero>2</numero>", "<numero>deux</numero>", "<domaine>MCOO", "<domaine>M",
		"<cleAssure>89", "<cleAssure>90", "<versionNorme>V1</versionNorme>", "").Replace(string(body))
	m, err := decodeXML(n, []byte(text))
	want := "[/CalculDemande/entete/versionNorme ELEMENT_MANQUANT " +
		"/CalculDemande/patient/beneficiaire/cleAssure CLE_NIR " +
		"/CalculDemande/venue/domaine VALEUR_INCONNUE /CalculDemande/ligne[2]/numero ENTIER_INVALIDE]"
	if got := fmt.Sprint(places(t, err, roc.Path.XPath)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if r := m.(*roc.CLCRequest); r.Patient.NDA != "250012345" || len(r.Lines) != 3 || r.Lines[2].ID != 3 {
		t.Errorf("what could be read is lost: %+v", r)
	}
}

func TestFaultsOfOneMessageAreBounded(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(500))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	_, err = decodeXML(n, []byte(strings.ReplaceAll(string(body), "<taux>80</taux>", "<taux>x</taux>")))
	got := places(t, err, roc.Path.XPath)
	const last = "/CalculDemande TROP_DE_FAUTES"
	if len(got) != 101 || got[99] != "/CalculDemande/ligne[100]/taux ENTIER_INVALIDE" || got[100] != last {
		t.Errorf("%d faults, the last ones %v", len(got), got[len(got)-2:])
	}
}

func TestLabelsSuggestNamesAndNeverRepeatValues(t *testing.T) {
	n := v1(t)
	body, err := n.AppendXML(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	text := strings.NewReplacer("nda>", "nad>", "<nirAssure>1850675123456", "<nirAssure>1850675123XYZ",
		"<prenom>Camille", "<prenom>Camille\t", "<totaux>",
		"<n1850675123456>Camille</n1850675123456><totaux>").Replace(string(body))
	_, err = decodeXML(n, []byte(text))
	all := fmt.Sprint(faultsOf(err))
	if !strings.Contains(all,
		"/CalculDemande/patient/nad ELEMENT_INCONNU Cet élément n'existe pas ici. Vouliez-vous dire « nda » ?") {
		t.Errorf("no suggestion in %s", all)
	}
	for _, personal := range []string{"1850675123", "Camille", "EXEMPLE"} {
		if strings.Contains(all, personal) {
			t.Errorf("%s is repeated in %s", personal, all)
		}
	}
}

func TestAnElementThatIsNoMessage(t *testing.T) {
	m, err := decodeXML(v1(t), []byte("<CalculDemandes xmlns='urn:miroir:roc:v1'><x/></CalculDemandes>"))
	got := fmt.Sprint(faultsOf(err))
	if m != nil || !strings.Contains(got, "/CalculDemandes MESSAGE_INATTENDU") || !strings.Contains(got,
		"« CalculDemande »") {
		t.Errorf("got %v, %s", m, got)
	}
}

func TestAnUnreadableMessageIsNotInvalid(t *testing.T) {
	_, err := decodeXML(v1(t), []byte("<CalculDemande xmlns='urn:miroir:roc:v1'><x></CalculDemande>"))
	var unreadable *roc.Unreadable
	if !errors.As(err, &unreadable) || unreadable.Code != "XML_MAL_FORME" {
		t.Errorf("got %v", err)
	}
}
