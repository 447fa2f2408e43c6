package norme_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func v1(tb testing.TB) *norme.Norme {
	tb.Helper()
	n, err := norme.V1()
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// A version is a norme with a generator of its messages.
type version struct {
	*norme.Norme
	name    string // "v1", "v2"
	message func(s roc.Service, reply bool) *rapid.Generator[roc.Message]
}

// versions lists the normes that all the properties must hold for.
func versions(tb testing.TB) []version {
	tb.Helper()
	v2, err := norme.V2()
	if err != nil {
		tb.Fatal(err)
	}
	return []version{{v1(tb), "v1", normetest.Message}, {v2, "v2", normetest.MessageV2}}
}

func eachNorme(t *testing.T, f func(t *testing.T, n version)) {
	t.Helper()
	for _, n := range versions(t) {
		t.Run(n.name, func(t *testing.T) { f(t, n) })
	}
}

// decodeXML reads a body that is one message and nothing else.
func decodeXML(n *norme.Norme, body []byte) (roc.Message, error) {
	r := xmltext.NewReader(body)
	if _, err := r.Next(); err != nil {
		return nil, err
	}
	m, err := n.DecodeXML(r)
	if err != nil {
		return m, err
	}
	_, err = r.Next()
	return m, err
}

func eachMessage(t *testing.T, f func(t *testing.T, s roc.Service, reply bool)) {
	t.Helper()
	for _, s := range roc.Services() {
		for _, reply := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s reply=%t", s, reply), func(t *testing.T) { f(t, s, reply) })
		}
	}
}

func TestDecodingWhatWasEncodedGivesTheSameMessage(t *testing.T) {
	eachNorme(t, func(t *testing.T, n version) {
		eachMessage(t, func(t *testing.T, s roc.Service, reply bool) { comesBack(t, n, s, reply) })
	})
}

func comesBack(t *testing.T, n version, s roc.Service, reply bool) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		sent := n.message(s, reply).Draw(t, "message")
		asXML, err := n.AppendXML(nil, sent)
		if err != nil {
			t.Fatalf("AppendXML: %v", faultsOf(err))
		}
		got, err := decodeXML(n.Norme, asXML)
		if err != nil || !reflect.DeepEqual(got, sent) {
			t.Fatalf("XML %s\nsent %+v\ngot  %+v\n%v", asXML, sent, got, faultsOf(err))
		}
		asJSON, err := n.AppendJSON(nil, sent)
		if err != nil {
			t.Fatalf("AppendJSON: %v", faultsOf(err))
		}
		got, err = n.DecodeJSON(s, reply, asJSON)
		if err != nil || !reflect.DeepEqual(got, sent) {
			t.Fatalf("JSON %s\nsent %+v\ngot  %+v\n%v", asJSON, sent, got, faultsOf(err))
		}
	})
}

// faultsOf lists the faults of an error, one string each: "path CODE label".
func faultsOf(err error) []string {
	var invalid *roc.Invalid
	if !errors.As(err, &invalid) {
		if err == nil {
			return nil
		}
		return []string{err.Error()}
	}
	var list []string
	for _, f := range invalid.Fields {
		list = append(list, f.Path.XPath()+" "+f.Code+" "+f.Label)
	}
	return list
}

// elementsOf reads a whole document and returns the number of its elements.
func elementsOf(body []byte) (elements int, err error) {
	r := xmltext.NewReader(body)
	for {
		kind, err := r.Next()
		if err != nil || kind == xmltext.EOF {
			return elements, err
		}
		if kind == xmltext.Start {
			elements++
		}
	}
}
