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
	n := v1(t)
	eachMessage(t, func(t *testing.T, s roc.Service, reply bool) {
		rapid.Check(t, func(t *rapid.T) {
			sent := normetest.Message(s, reply).Draw(t, "message")
			asXML, err := n.AppendXML(nil, sent)
			if err != nil {
				t.Fatalf("AppendXML: %v", faultsOf(err))
			}
			got, err := decodeXML(n, asXML)
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
