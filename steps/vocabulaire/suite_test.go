package vocabulaire_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/features"
	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/vocabulaire"
)

var update = flag.Bool("update", false, "write the ledger of cases anew, raising the revision of what changed")

func registry(t *testing.T) *steps.Registry {
	t.Helper()
	r, err := steps.NewRegistry(vocabulaire.Steps()...)
	if err != nil {
		t.Fatalf("the vocabulary is refused:\n%v", err)
	}
	return r
}

func files(t *testing.T) []gherkin.File {
	t.Helper()
	var list []gherkin.File
	err := fs.WalkDir(features.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(features.FS, name)
		list = append(list, gherkin.File{Name: "features/" + name, Data: data})
		return err
	})
	if err != nil || len(list) == 0 {
		t.Fatalf("%d features: %v", len(list), err)
	}
	return list
}

func catalogue(t *testing.T) *scenarios.RequirementCatalogue {
	t.Helper()
	c, err := scenarios.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// cases reads the suite against the requirements; the ledger has its own test.
func cases(t *testing.T) []gherkin.Case {
	t.Helper()
	known := gherkin.Catalogue{Requirements: map[string]gherkin.Requirement{}}
	for _, r := range catalogue(t).Requirements {
		applies := slices.DeleteFunc([]string{"v1", "v2"}, func(v string) bool { return !r.Applies(v) })
		known.Requirements[r.ID] = gherkin.Requirement{Versions: applies}
	}
	list, findings := gherkin.Read(files(t), registry(t), known)
	for _, f := range findings {
		t.Errorf("%s %s:%d: %s %s", f.Code, f.File, f.Line, f.Fact, f.Remedy)
	}
	return list
}

func TestEveryFeatureReadsWithoutAnyFinding(t *testing.T) {
	if n := len(cases(t)); n < 80 {
		t.Errorf("%d cases, want at least eighty", n)
	}
}

func TestEveryStepServes(t *testing.T) {
	used, r := map[string]int{}, registry(t)
	for _, c := range cases(t) {
		for _, step := range c.Steps {
			for _, m := range r.Match(step.Text) {
				used[m.ID]++
			}
		}
	}
	for _, s := range r.Steps() {
		if used[s.ID] == 0 {
			t.Errorf("step %s, « %s », serves no case", s.ID, s.Text)
		}
	}
	if n := len(r.Steps()); n < 80 || n > 150 {
		t.Errorf("%d steps: between 80 and 150, an analyst finds the right sentence", n)
	}
}

func TestEveryWordOfAListServes(t *testing.T) {
	var all strings.Builder
	for _, c := range cases(t) {
		for _, step := range c.Steps {
			all.WriteString(step.Text + "\n")
		}
	}
	for _, p := range steps.Parameters() {
		for _, word := range p.Words {
			if !strings.Contains(all.String(), word) {
				t.Errorf("{%s} offers « %s », which serves no case", p.Name, word)
			}
		}
	}
}

func TestEveryRequirementIsProvenOrSaysWhyNot(t *testing.T) {
	proven := map[string]bool{}
	for _, c := range cases(t) {
		for _, id := range c.Requirements {
			proven[id] = true
		}
	}
	for _, r := range catalogue(t).Requirements {
		if proven[r.ID] == (r.Why != "") {
			t.Errorf("%s: proven by a case is %v, and its motif is %q", r.ID, proven[r.ID], r.Why)
		}
	}
}

func TestTheLevelOfACaseIsThatOfItsRequirement(t *testing.T) {
	known := catalogue(t)
	for _, c := range cases(t) {
		r := known.ByID(c.Requirements[0])
		if (c.Level == "recommande") != r.Recommended() {
			t.Errorf("%s is %s, %s says %s", c.ID, c.Level, r.ID, r.Level)
		}
		if want := strings.Replace(c.ID, "ROC-", "EXG-", 1); !strings.HasPrefix(r.ID, want[:8]) {
			t.Errorf("%s proves %s, of another service", c.ID, r.ID)
		}
		for _, step := range c.Steps {
			if step.Family == gherkin.Obligation && strings.Contains(step.Text, "devrait") != r.Recommended() {
				t.Errorf("%s: « %s » contradicts the level %s of %s", c.ID, step.Text, r.Level, r.ID)
			}
		}
	}
}

func TestTheLedgerIsUpToDate(t *testing.T) {
	ledger, err := scenarios.Ledger()
	if err != nil {
		t.Fatal(err)
	}
	list := cases(t)
	hashes := vocabulaire.Fingerprints(list)
	if *update {
		write(t, ledger, list, hashes)
		return
	}
	for id, hash := range hashes {
		switch known := ledger.ByID(id); {
		case known == nil:
			t.Errorf("%s is not in the ledger; run with -update", id)
		case !slices.Equal(known.Versions, versionsOf(list, id)):
			t.Errorf("%s is played in %q, the ledger says %q; run with -update", id, versionsOf(list, id),
				known.Versions)
		case known.Hash != hash:
			t.Errorf("%s changed since its revision %d; run with -update", id, known.Revision)
		}
	}
	for _, c := range ledger.Cases {
		if hashes[c.ID] == "" && c.Status != "retire" {
			t.Errorf("%s vanished: give it back, or retire it in the ledger", c.ID)
		}
	}
}

// versionsOf lists the versions in which a case is played.
func versionsOf(list []gherkin.Case, id string) []string {
	var versions []string
	for _, c := range list {
		if c.ID == id && !slices.Contains(versions, c.Version) {
			versions = append(versions, c.Version)
		}
	}
	return versions
}

// write keeps every id, raises the revision of what changed and adds what is new.
func write(t *testing.T, ledger *scenarios.CaseLedger, list []gherkin.Case, hashes map[string]string) {
	t.Helper()
	all := slices.Clone(ledger.Cases)
	for _, c := range list {
		i := slices.IndexFunc(all, func(known scenarios.Case) bool { return known.ID == c.ID })
		if i < 0 {
			anchor := catalogue(t).ByID(c.Requirements[0]).Anchor
			all = append(all, scenarios.Case{ID: c.ID, Dossier: anchor, Status: "actif"})
			i = len(all) - 1
		}
		if all[i].Hash != hashes[c.ID] {
			all[i].Revision++
		}
		all[i].Hash, all[i].Title, all[i].Versions = hashes[c.ID], c.Title, versionsOf(list, c.ID)
	}
	slices.SortFunc(all, func(a, b scenarios.Case) int { return strings.Compare(a.ID, b.ID) })
	var out strings.Builder
	out.WriteString("# Le registre des cas : tout cas publié y reste, sous son numéro. Ce fichier est écrit par\n" +
		"# le test du vocabulaire, drapeau -update ; une empreinte qui change donne une révision nouvelle.\n")
	fmt.Fprintf(&out, "suite: %q\ncas:\n", ledger.Suite)
	for _, c := range all {
		const entry = "  - id: %s\n    dossier: %s\n    revision: %d\n    titre: %q\n    versions: [%s]\n" +
			"    etat: %s\n    empreinte: %q\n"
		fmt.Fprintf(&out, entry, c.ID, c.Dossier, c.Revision, c.Title, strings.Join(c.Versions, ", "), c.Status,
			c.Hash)
		if c.Replacement != "" {
			fmt.Fprintf(&out, "    remplace_par: %s\n", c.Replacement)
		}
	}
	if err := os.WriteFile("../../scenarios/cas.lock.yaml", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
