package main

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/faux"
)

// asMiroir tells the test binary, started again by the code under test, to be miroir.
const asMiroir = "TEST_AS_MIROIR"

func TestMain(m *testing.M) {
	if os.Getenv(asMiroir) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"miroir": main})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true})
}

// Broken GAPs are never found conforme, and a user is told where to look.
func TestBrokenGAPsAreDiagnosed(t *testing.T) {
	diagnoses := map[string]struct {
		code int
		says string
	}{
		"mute":         {3, "rien n'est arrivé"},
		"complaisant":  {3, "rien n'est arrivé"},
		"mauvaise-url": {3, "-ailleurs/v1/annuaire"}, // the request that reached no world
		"bavard":       {1, "Non conforme"},
		"menteur":      {1, "Non conforme"},
	}
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
			said, code := runAgainst(t, driver.URL)
			if want := diagnoses[broken.ID]; code != want.code || !strings.Contains(said, want.says) {
				t.Errorf("exit code %d, want %d and %q; said\n%s", code, want.code, want.says, said)
			}
		})
	}
}

// runAgainst runs the suite, as a user would, against the GAP behind a driver.
func runAgainst(t *testing.T, driver string) (said string, code int) {
	t.Helper()
	t.Setenv(asMiroir, "1")
	var out bytes.Buffer
	args := []string{"run", "--out", t.TempDir(), "--pilote", driver}
	code = run(context.Background(), args, strings.NewReader(""), &out, &out)
	return out.String(), code
}
