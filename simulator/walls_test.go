package simulator_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/roc-miroir/miroir/"

// walls says what each package may import of ours. A sub-package lives behind its parent's wall and
// may be imported by its parent; "…/*" stands for a whole tree. What tests import is free, but for
// the rule that only package simulator and the interop tests assemble the payer.
var walls = map[string][]string{
	"simulator/roc":                  {},
	"simulator/strictyaml":           {},
	"simulator/etablissement/pilote": {},
	"simulator/norme":                {"simulator/roc", "simulator/strictyaml"},
	"simulator/tarif":                {"simulator/roc", "simulator/strictyaml"},
	"simulator/fault":                {"simulator/roc"},
	"simulator/journal":              {"simulator/roc"},
	"simulator/regle":                {"simulator/roc", "simulator/strictyaml"},
	"simulator/amc":                  {"simulator/roc", "simulator/strictyaml", "simulator/regle"},
	"simulator/population":           {"simulator/roc", "simulator/strictyaml", "simulator/amc", "simulator/tarif"},
	"simulator/attestation":          {"simulator/roc", "simulator/etablissement/pilote"},
	"simulator/store":                {"simulator/roc", "simulator/amc", "simulator/journal"},
	"simulator/binding":              {"simulator/roc"},
	"simulator/soap":                 {"simulator/roc", "simulator/norme", "simulator/journal", "simulator/binding"},
	"simulator/rest":                 {"simulator/roc", "simulator/norme", "simulator/journal", "simulator/binding"},
	"simulator/etablissement": {"simulator/roc", "simulator/norme", "simulator/soap", "simulator/rest",
		"simulator/tarif", "simulator/strictyaml", "simulator/etablissement/pilote"},
	"simulator/admin": {"simulator/roc", "simulator/norme", "simulator/amc", "simulator/journal", "simulator/tarif",
		"simulator/strictyaml", "scenarios"},
	"simulator": {"simulator/*", "scenarios"},
	"scenarios": {"simulator/roc", "simulator/strictyaml", "features"},
	"features":  {},
	"steps": {"simulator/roc", "simulator/strictyaml", "simulator/tarif", "simulator/admin",
		"simulator/etablissement", "simulator/etablissement/pilote", "scenarios", "features", "reports"},
	"reports":    {"scenarios"},
	"cmd/miroir": {"simulator/*", "simulator", "scenarios", "features", "steps/*", "steps", "reports"},
}

func TestEveryPackageStaysBehindItsWall(t *testing.T) {
	for name, imports := range ourPackages(t) {
		wall := wallOf(name)
		if wall == "" {
			t.Errorf("%s has no row in the table of walls", name)
			continue
		}
		for _, other := range imports {
			if !mayImport(wall, other) {
				t.Errorf("%s imports %s, which the wall of %s does not allow", name, other, wall)
			}
		}
	}
}

func TestTheWordsOfTheDispositifStandOnTheStandardLibraryAlone(t *testing.T) {
	for _, path := range list(t, "./simulator/roc")["simulator/roc"] {
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
			t.Errorf("roc imports %s", path)
		}
	}
}

// wallOf returns the row that a package belongs to: its own, or that of its nearest parent.
func wallOf(name string) string {
	for {
		if _, ok := walls[name]; ok {
			return name
		}
		i := strings.LastIndexByte(name, '/')
		if i < 0 {
			return ""
		}
		if name = name[:i]; name == "simulator" {
			return "" // a tree directly under simulator needs its own row
		}
	}
}

func mayImport(wall, other string) bool {
	row := wallOf(other)
	if row == wall {
		return true
	}
	return slices.ContainsFunc(walls[wall], func(allowed string) bool {
		tree, isTree := strings.CutSuffix(allowed, "/*")
		return allowed == row || isTree && strings.HasPrefix(other, tree+"/")
	})
}

// ourPackages lists the packages of the module with those they import, both without its prefix.
func ourPackages(t *testing.T) map[string][]string {
	t.Helper()
	packages := list(t, "./...")
	for name, imports := range packages {
		var ours []string
		for _, path := range imports {
			if other, ok := strings.CutPrefix(path, module); ok {
				ours = append(ours, other)
			}
		}
		packages[name] = ours
	}
	return packages
}

func list(t *testing.T, pattern string) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles", pattern)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string][]string{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath       string
			Imports, GoFiles []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		if len(p.GoFiles) > 0 {
			packages[strings.TrimPrefix(p.ImportPath, module)] = p.Imports
		}
	}
}
