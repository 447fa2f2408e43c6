package norme_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with a golden file.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s changed: look at it, then run go test -update\n%s", name, firstDifference(got, want))
	}
}

func firstDifference(got, want []byte) string {
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range g {
		if i >= len(w) || !bytes.Equal(g[i], w[i]) {
			return "first: " + string(g[i])
		}
	}
	return "it is shorter"
}

// TestThePublishedDescriptionsArePinned holds what others build their software upon: a change of V1 is
// a breach of what was published, one of V2 is to be looked at.
func TestThePublishedDescriptionsArePinned(t *testing.T) {
	eachNorme(t, func(t *testing.T, n version) {
		const base = "http://127.0.0.1:8080"
		golden(t, n.name+".xsd", n.XSD())
		golden(t, n.name+".wsdl", n.WSDL(base+"/"+n.name+"/annuaire", base+"/"+n.name+"/amc"))
		openAPI, err := n.OpenAPI(base)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, n.name+".openapi.json", openAPI)
		calculation, err := n.JSONSchema(roc.CLC, false)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, n.name+".clc.schema.json", calculation)
	})
}
