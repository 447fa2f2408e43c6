package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/faux"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

var update = flag.Bool("update", false, "rewrite the expected outputs of the scripts")

// asMiroir tells the test binary, started again by the code under test, to be miroir.
const asMiroir = "TEST_AS_MIROIR"

func TestMain(m *testing.M) {
	if os.Getenv(asMiroir) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"miroir": main})
}

func TestCommands(t *testing.T) {
	t.Setenv(asMiroir, "1")
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, Cmds: scriptCommands(), UpdateScripts: *update,
	})
}

// Broken GAPs are never found conforme, and a user is told where to look.
func TestBrokenGAPsAreDiagnosed(t *testing.T) {
	diagnoses := map[string]struct {
		code int
		says string
	}{
		"mute":         {3, "rien n'est arrivé"},
		"complaisant":  {3, "rien n'est arrivé"},
		"mauvaise-url": {1, "-ailleurs/v1/annuaire (HTTP 404)"}, // the request that reached no world
		"bavard":       {1, "Non conforme"},
		"menteur":      {1, "Non conforme"},
	}
	for _, broken := range faux.All() {
		t.Run(broken.ID, func(t *testing.T) {
			soap, err := etablissement.BindingByName("soap", nil)
			if err != nil {
				t.Fatal(err)
			}
			rates, err := tarif.Load(scenarios.Tarifs())
			if err != nil {
				t.Fatal(err)
			}
			handler, gap, err := broken.New(
				etablissement.Options{Binding: soap, Versions: []string{"V1"}, Conduct: etablissement.Honest(),
					Rates: rates, Seed: 1})
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

// runAgainst runs the suite, as a user would, against the GAP behind a driver. It returns what the
// command said, then the results that it wrote, if any.
func runAgainst(t *testing.T, driver string) (said string, code int) {
	t.Helper()
	t.Setenv(asMiroir, "1")
	var out bytes.Buffer
	dir := t.TempDir()
	args := []string{"run", "--out", dir, "--pilote", driver}
	code = run(context.Background(), args, strings.NewReader(""), &out, &out)
	results, err := os.ReadFile(filepath.Join(dir, "resultats.json"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out.String() + string(results), code
}
