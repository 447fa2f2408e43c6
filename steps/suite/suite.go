// Package suite loads everything that a run judges with: cases, sentences, requirements, ledger.
package suite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"github.com/roc-miroir/miroir/features"
	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/vocabulaire"
)

// A Suite is a set of cases and what they are read and judged by.
type Suite struct {
	Registry  *steps.Registry
	Catalogue *scenarios.RequirementCatalogue
	Ledger    *scenarios.CaseLedger
	Cases     []gherkin.Case
	Findings  []gherkin.Finding // of the features; the cases may be played where none is blocking
	Digest    string            // SHA-256 of the features, scenarios and catalogue
}

// Load reads the features of dir, or those of the binary where dir is empty. What is wrong with a
// feature is a finding; any other fault is an error.
func Load(dir string) (*Suite, error) {
	s := &Suite{}
	var err error
	if s.Registry, err = steps.NewRegistry(vocabulaire.Steps()...); err != nil {
		return nil, err
	}
	if s.Catalogue, err = scenarios.Catalogue(); err != nil {
		return nil, err
	}
	if s.Ledger, err = scenarios.Ledger(); err != nil {
		return nil, err
	}
	var tree fs.FS = features.FS
	if dir != "" {
		tree = os.DirFS(dir)
	}
	files, err := featureFiles(tree, dir)
	if err != nil {
		return nil, err
	}
	s.Cases, s.Findings = gherkin.Read(files, s.Registry, s.Known())
	s.Digest, err = digestOf(files)
	return s, err
}

// Known is what the reader of features needs of the catalogue and the ledger.
func (s *Suite) Known() gherkin.Catalogue {
	k := gherkin.Catalogue{Cases: map[string]bool{}, Requirements: map[string]gherkin.Requirement{}}
	for _, c := range s.Ledger.Cases {
		k.Cases[c.ID] = c.Status != "retire"
	}
	for _, r := range s.Catalogue.Requirements {
		var versions []string
		for _, v := range []string{"v1", "v2"} {
			if r.Applies(v) {
				versions = append(versions, v)
			}
		}
		k.Requirements[r.ID] = gherkin.Requirement{Versions: versions}
	}
	return k
}

// featureFiles reads every feature of a tree, in the order of their names.
func featureFiles(tree fs.FS, dir string) ([]gherkin.File, error) {
	var files []gherkin.File
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".feature" {
			return err
		}
		data, err := fs.ReadFile(tree, name)
		shown := path.Join("features", name)
		if dir != "" {
			shown = path.Join(dir, name)
		}
		files = append(files, gherkin.File{Name: shown, Data: data})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("features: %w", err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("features: no .feature file in %s", dir)
	}
	return files, nil
}

// digestOf pins what a run was judged with.
func digestOf(files []gherkin.File) (string, error) {
	h := sha256.New()
	data, err := scenarios.Files()
	if err != nil {
		return "", err
	}
	for _, f := range files {
		data[f.Name] = f.Data
	}
	names := make([]string, 0, len(data))
	for name := range data {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		h.Write(fmt.Appendf(nil, "%s %d\n", name, len(data[name])))
		h.Write(data[name])
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}
