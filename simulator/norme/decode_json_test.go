package norme_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

var jsonChanges = []change{
	{"a missing member", `"numero":2,`, "", []string{"/lignes/1/numero ELEMENT_MANQUANT"}},
	{"an unknown member", `"idIDB":`, `"x":{"y":[1,{}]},"idIDB":`, []string{"/x ELEMENT_INCONNU"}},
	{"a member twice", `"test":true`, `"test":true,"test":false`, []string{"/entete/test ELEMENT_REPETE"}},
	{"a member twice under an escape", `"test":true`, `"test":true,"t\u0065st":false`,
		[]string{"/entete/test ELEMENT_REPETE"}},
	{"members in another order", `"numero":1,"code":"PJ"`, `"code":"PJ","numero":1`, nil},
	{"a text with escapes", `"nda":"250012345"`, `"nda":"25\u003012345"`, nil},
	{"a number for a text", `"nda":"250012345"`, `"nda":250012345`, []string{"/patient/nda TYPE_JSON"}},
	{"a number for an amount", `"facture":"11665.60"`, `"facture":11665.60`, []string{"/totaux/facture TYPE_JSON"}},
	{"a text for a whole number", `"taux":80`, `"taux":"80"`, []string{"/lignes/0/taux TYPE_JSON"}},
	{"a text for a boolean", `"test":true`, `"test":"true"`, []string{"/entete/test TYPE_JSON"}},
	{"null for a text", `"nda":"250012345"`, `"nda":null`, []string{"/patient/nda TYPE_JSON"}},
	{"an object for a list", `"lignes":[`, `"lignes":{"a":1},"lignes2":[`, []string{"/lignes TYPE_JSON",
		"/lignes2 ELEMENT_INCONNU"}},
	{"a text for a group", `"totaux":{`, `"totaux":"x","x":{`, []string{"/totaux TYPE_JSON", "/x ELEMENT_INCONNU"}},
	{"an empty list for at least one", `"lignes":[`, `"lignes":[],"x":[`, []string{"/lignes ELEMENT_MANQUANT",
		"/x ELEMENT_INCONNU"}},
	{"an exponent", `"taux":80`, `"taux":8e1`, []string{"/lignes/0/taux ENTIER_INVALIDE"}},
}

func TestStructureFaultsInJSON(t *testing.T) {
	n := v1(t)
	body, err := n.AppendJSON(nil, normetest.ExampleCLC(2))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, c := range jsonChanges {
		t.Run(c.name, func(t *testing.T) {
			_, err := n.DecodeJSON(roc.CLC, false, c.apply(t, body))
			if c.want == nil {
				if err != nil {
					t.Errorf("refused: %v", faultsOf(err))
				}
				return
			}
			if got := places(t, err, roc.Path.Pointer); fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestUnreadableJSON(t *testing.T) {
	n := v1(t)
	for name, c := range map[string]struct {
		body, code string
		offset     int64
	}{
		"nothing":                  {"", "JSON_MAL_FORME", 0},
		"half a document":          {`{"entete":{`, "JSON_MAL_FORME", 11},
		"no JSON":                  {"<a/>", "JSON_MAL_FORME", 0},
		"a comma too many":         {`{"x":1,}`, "JSON_MAL_FORME", 6},
		"two documents":            {"{} {}", "CONTENU_APRES_RACINE", -1},
		"text after the document":  {"{} x", "CONTENU_APRES_RACINE", -1},
		"bytes that are not UTF-8": {"{\"x\":\"\xff\"}", "JSON_MAL_FORME", -1},
		"half a surrogate pair":    {`{"x":"\ud800"}`, "JSON_MAL_FORME", -1},
		"nesting too deep": {`{"x":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "}",
			"TROP_PROFOND", -1},
		"nesting far too deep":       {`{"x":` + strings.Repeat("[", 500000), "TROP_PROFOND", -1},
		"a list too deep at the top": {strings.Repeat("[", 500000), "TROP_PROFOND", -1},
		"a byte order mark":          {"\uFEFF{}", "JSON_MAL_FORME", 0},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := n.DecodeJSON(roc.DEL, false, []byte(c.body))
			var unreadable *roc.Unreadable
			if !errors.As(err,
				&unreadable) || unreadable.Code != c.code || c.offset >= 0 && unreadable.Offset != c.offset {
				t.Errorf("got %v, want %s at %d", err, c.code, c.offset)
			}
		})
	}
}

func TestJSONThatIsNoObject(t *testing.T) {
	_, err := v1(t).DecodeJSON(roc.DEL, false, []byte(`[1,2]`))
	if got := fmt.Sprint(faultsOf(err)); !strings.Contains(got, "/AnnulationDemande TYPE_JSON") {
		t.Errorf("got %s", got)
	}
}
