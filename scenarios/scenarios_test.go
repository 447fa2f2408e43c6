package scenarios_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestEveryWorldIsAcceptedByThePayer(t *testing.T) {
	names := scenarios.Worlds()
	if !slices.Contains(names, "base") || !slices.Contains(names, "defaut") {
		t.Fatalf("worlds are %q, want base and defaut among them", names)
	}
	for _, name := range names {
		text, err := scenarios.World(name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := amc.ParseWorld("mondes/"+name+".yaml", text)
		if err != nil {
			t.Errorf("world %s is refused:\n%v", name, err)
			continue
		}
		if w.Name != name {
			t.Errorf("the file %s holds the world %q", name, w.Name)
		}
		for _, e := range w.Establishments {
			if !roc.ValidFINESS(e.FinessEJ) || !roc.ValidFINESS(e.FinessEG) {
				t.Errorf("%s: %s has a wrong FINESS key", name, e.Name)
			}
		}
	}
}

func TestAnUnknownWorldNamesTheNearest(t *testing.T) {
	_, err := scenarios.World("bases")
	if err == nil || !strings.Contains(err.Error(), `did you mean "base"?`) {
		t.Errorf("error is %v", err)
	}
}

func TestEveryPersonaHasAValidIdentity(t *testing.T) {
	text, err := scenarios.World("base")
	if err != nil {
		t.Fatal(err)
	}
	w, err := amc.ParseWorld("base", text)
	if err != nil {
		t.Fatal(err)
	}
	personas, err := scenarios.Personas()
	if err != nil {
		t.Fatal(err)
	}
	if len(personas) != len(w.Beneficiaries) {
		t.Errorf("%d personas for %d beneficiaries", len(personas), len(w.Beneficiaries))
	}
	for i, b := range w.Beneficiaries {
		if personas[i].ID != b.ID {
			t.Errorf("persona %d is %s, the world says %s", i, personas[i].ID, b.ID)
		}
		for _, nir := range []string{b.InsuredNIR, b.NIR} {
			if nir != "" && (len(nir) != 15 || roc.NIRKey(nir[:13]) != nir[13:]) {
				t.Errorf("%s: a NIR has a wrong key, want %s", b.ID, roc.NIRKey(nir[:13]))
			}
		}
	}
}

func TestAnUnknownPersonaNamesTheNearest(t *testing.T) {
	_, err := scenarios.PersonaByID("P1")
	if err == nil || !strings.Contains(err.Error(), "vouliez-vous dire") {
		t.Errorf("error is %v", err)
	}
}

func TestTheCatalogueIsCompleteAndConsistent(t *testing.T) {
	c, err := scenarios.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Requirements {
		family, number, found := strings.Cut(r.Anchor, "-")
		n, err := strconv.Atoi(number)
		own := family == "V2" // a case of V2 alone: of any service, a hundred above
		if own {
			family, n = strings.ToUpper(r.Service), n+100
		}
		if want := fmt.Sprintf("EXG-%s-%04d", family, n); !found || err != nil || r.ID != want {
			t.Errorf("%s is anchored at %q: the two disagree", r.ID, r.Anchor)
		}
		if !r.Applies("v2") || r.Applies("v3") || own && r.Applies("v1") {
			t.Errorf("%s: applies to %v", r.ID, r.Versions)
		}
		if r.Recommended() == (r.Proof == "mutant_tue") {
			t.Errorf("%s: level %s with the proof %s", r.ID, r.Level, r.Proof)
		}
	}
	if r := c.ByID("EXG-IDB-0007"); r == nil || !r.Applies("v1") || !r.Applies("v2") {
		t.Error("a requirement of V1 does not hold in both versions")
	}
	if c.ByID("EXG-IDB-0007") == nil || c.ByID("EXG-IDB-9999") != nil {
		t.Error("ByID does not find what is there, or finds what is not")
	}
}

func TestFilesAreTheOnesOfTheFolder(t *testing.T) {
	contents, err := scenarios.Files()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range contents {
		onDisk, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
		if err != nil || string(onDisk) != string(data) {
			t.Errorf("%s differs from the file on disk: %v", name, err)
		}
	}
}

func TestTheFingerprintFollowsTheMeaningOnly(t *testing.T) {
	base := scenarios.Fingerprint([]string{"Quand l'agent agit"}, nil)
	if got := scenarios.Fingerprint([]string{"Quand  l'agent agit "}, nil); got != base {
		t.Error("blanks change the fingerprint")
	}
	for name, got := range map[string]string{
		"another sentence": scenarios.Fingerprint([]string{"Quand l'agent attend"}, nil),
		"another step":     scenarios.Fingerprint([]string{"Quand l'agent agit", "Alors la GAP doit"}, nil),
		"an example":       scenarios.Fingerprint([]string{"Quand l'agent agit"}, []string{"premier"}),
	} {
		if got == base {
			t.Errorf("%s does not change the fingerprint", name)
		}
	}
}
