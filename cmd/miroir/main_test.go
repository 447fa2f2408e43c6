package main

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement/faux"
)

// asMiroir tells the test binary, started again by the code under test, to be miroir.
const asMiroir = "MIROIR_TEST_AS_MIROIR"

func TestMain(m *testing.M) {
	if os.Getenv(asMiroir) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"miroir": main})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true})
}

// campaignAgainst runs the suite, as a user would, against the GAP behind a driver.
func campaignAgainst(t *testing.T, driver string, flags ...string) (*reports.Campaign, int) {
	t.Helper()
	t.Setenv(asMiroir, "1")
	dir := t.TempDir()
	var out, logs bytes.Buffer
	args := append([]string{"run", "--out", dir, "--pilote", driver}, flags...)
	code := run(context.Background(), args, strings.NewReader(""), &out, &logs)
	file, err := os.Open(filepath.Join(dir, "resultats.json"))
	if err != nil {
		t.Fatalf("no results: exit code %d\n%s%s", code, out.String(), logs.String())
	}
	defer file.Close()
	c, err := reports.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return c, code
}

func TestBrokenGAPsAreNeverConforme(t *testing.T) {
	for _, broken := range faux.All() {
		t.Run(broken.ID, func(t *testing.T) {
			soap, err := etablissement.BindingByName("soap", nil)
			if err != nil {
				t.Fatal(err)
			}
			handler, gap, err := broken.New(etablissement.Options{Binding: soap, Conduct: etablissement.Honest(), Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			defer gap.Close()
			driver := httptest.NewServer(handler)
			defer driver.Close()
			out, code := runAgainst(t, driver.URL)
			if want := diagnoses[broken.ID]; code != want.code || !strings.Contains(out, want.says) {
				t.Errorf("exit code %d, want %d and %q; said\n%s", code, want.code, want.says, out)
			}
		})
	}
}
