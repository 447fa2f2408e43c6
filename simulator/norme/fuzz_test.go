package norme_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// FuzzDecodeXML looks for panics and for messages that are accepted and cannot be written again as
// they were read.
func FuzzDecodeXML(f *testing.F) {
	normes := versions(f)
	for seed := range 3 {
		for _, n := range normes {
			for _, s := range roc.Services() {
				f.Add(asXML(f, n.Norme, n.message(s, false).Example(seed)))
				f.Add(asXML(f, n.Norme, n.message(s, true).Example(seed)))
			}
		}
	}
	f.Add([]byte("<CalculDemande xmlns='urn:miroir:roc:v1'><ligne/><ligne>x</ligne><entete><x/></entete>" +
		"</CalculDemande>"))
	f.Fuzz(func(t *testing.T, body []byte) {
		readers := 0
		for _, n := range normes {
			m, err := decodeXML(n.Norme, body)
			if err != nil {
				continue
			}
			readers++
			written := asXML(t, n.Norme, m)
			again, err := decodeXML(n.Norme, written)
			if err != nil || !reflect.DeepEqual(again, m) {
				t.Fatalf("%q was read, but not what was written of it: %v\n%s", body, faultsOf(err), written)
			}
		}
		if readers > 1 {
			t.Fatalf("%q is a message of two normes", body)
		}
	})
}

func asXML(tb testing.TB, n *norme.Norme, m roc.Message) []byte {
	tb.Helper()
	body, err := n.AppendXML(nil, m)
	if err != nil {
		tb.Fatalf("%v\n%+v", faultsOf(err), m)
	}
	return body
}

// FuzzDecodeJSON does the same in JSON, and masks what it read.
func FuzzDecodeJSON(f *testing.F) {
	normes := versions(f)
	for seed := range 3 {
		for _, n := range normes {
			for number, s := range roc.Services() {
				for _, reply := range []bool{false, true} {
					body, err := n.AppendJSON(nil, n.message(s, reply).Example(seed))
					if err != nil {
						f.Fatal(faultsOf(err))
					}
					f.Add(byte(number), reply, body)
				}
			}
		}
	}
	f.Add(byte(0), false, []byte(`{"entete":[],"\u0078":{"y":[null]},"csr":"\ud83c\udfe5"}`))
	f.Fuzz(func(t *testing.T, number byte, reply bool, body []byte) {
		services := roc.Services()
		s := services[int(number)%len(services)]
		for _, n := range normes {
			comesBackFromJSON(t, n.Norme, s, reply, body)
		}
	})
}

func comesBackFromJSON(t *testing.T, n *norme.Norme, s roc.Service, reply bool, body []byte) {
	t.Helper()
	m, err := n.DecodeJSON(s, reply, body)
	_, _ = n.MaskJSON(s, reply, body) // must not panic, whatever it is given
	_ = n.MaskXML(body)
	if err != nil {
		return
	}
	written, err := n.AppendJSON(nil, m)
	if err != nil {
		t.Fatalf("%q was read but cannot be written: %v", body, faultsOf(err))
	}
	again, err := n.DecodeJSON(s, reply, written)
	if err != nil || !reflect.DeepEqual(again, m) {
		t.Fatalf("%q was read, but not what was written of it: %v\n%s", body, faultsOf(err), written)
	}
}

// FuzzParse looks for panics, and for a norme that is accepted though its schema is not well formed.
func FuzzParse(f *testing.F) {
	text := file(f, "v1.yaml")
	f.Add([]byte(text))
	f.Add([]byte(file(f, "v2.yaml")))
	f.Add([]byte(strings.Replace(text, "longueur: 8..10", "longueur: 10..8", 1)))
	f.Add([]byte("version: V1\nespace: urn:x\nofficiel: false\ndescription: x\ntypes: {}\ngroupes: {}\nservices: []\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := norme.Parse("fuzz.yaml", text)
		if err != nil {
			return
		}
		if _, err := elementsOf(n.XSD()); err != nil {
			t.Fatalf("the schema is not XML: %v", err)
		}
	})
}
