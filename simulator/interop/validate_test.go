package interop_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/admin"
)

// A validator holds bodies against the published XSD, envelope included.
type validator struct {
	xmllint string
	dir     string
	files   map[string][]string // to validate, by binding
}

// newValidator takes the XSD of version 1 from the running simulator.
func newValidator(t *testing.T, b *bench) *validator {
	t.Helper()
	return newValidatorOf(t, b, "v1")
}

func newValidatorOf(t *testing.T, b *bench, version string) *validator {
	t.Helper()
	v := &validator{xmllint(t), t.TempDir(), map[string][]string{}}
	v.write(t, "norme.xsd", get(t, b.addressIn(version, "amc")+"?xsd"))
	for _, name := range []string{"enveloppe11.xsd", "enveloppe12.xsd"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		v.write(t, name, bytes.ReplaceAll(text, []byte("roc:v1"), []byte("roc:"+version)))
	}
	return v
}

func (v *validator) write(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(v.dir, name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// add takes both bodies of an exchange.
func (v *validator) add(t *testing.T, x admin.Exchange) {
	t.Helper()
	if x.RawRequest == "" || x.RawReply == "" {
		t.Fatalf("%s has no bodies: %+v", x.ID, x)
	}
	v.files[x.Binding] = append(v.files[x.Binding],
		v.write(t, x.ID+"-demande.xml", []byte(x.RawRequest)), v.write(t, x.ID+"-reponse.xml", []byte(x.RawReply)))
}

// validate runs xmllint over what was added with a binding, and returns its words and verdict.
func (v *validator) validate(binding string) (string, error) {
	schema := "enveloppe" + strings.TrimPrefix(binding, "soap") + ".xsd"
	args := append([]string{"--nonet", "--noout", "--schema", filepath.Join(v.dir, schema)}, v.files[binding]...)
	out, err := exec.Command(v.xmllint, args...).CombinedOutput()
	return string(out), err
}

// check wants everything that was added to be valid, and at least n bodies in each version of SOAP.
func (v *validator) check(t *testing.T, n int) {
	t.Helper()
	for _, binding := range []string{"soap11", "soap12"} {
		if got := len(v.files[binding]); got < n {
			t.Errorf("%d bodies in %s, want %d at least", got, binding, n)
		}
		out, err := v.validate(binding)
		if err == nil {
			continue
		}
		var refused []string
		for line := range strings.Lines(out) {
			if !strings.HasSuffix(line, " validates\n") {
				refused = append(refused, line)
			}
		}
		first := strings.Join(refused[:min(len(refused), 10)], "")
		t.Errorf("xmllint refuses messages in %s (%v), %d lines:\n%s", binding, err, len(refused), first)
	}
}
