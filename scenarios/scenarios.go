// Package scenarios holds the data on which the suite plays: worlds, personas, the requirement
// catalogue and the ledger of cases. Everything is embedded, read strictly, and fictive.
//
//	world, err := scenarios.World("base")     // YAML, for the admin API or amc.ParseWorld
//	people, err := scenarios.Personas()       // what the hospital knows besides the world
//	catalogue, err := scenarios.Catalogue() // the obligations, by id
//	ledger, err := scenarios.Ledger()       // the cases ever published, by id
//
// A case owns a copy of a world; its steps change that copy and nothing here. Requirements are our
// own words about what domain notes ask of a GAP; they quote no specification. The package knows
// neither the simulator nor the engine: worlds leave it as text.
package scenarios

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

//go:embed mondes/*.yaml exigences/*.yaml tarifs/*.yaml population/*.yaml personas.yaml cas.lock.yaml
var files embed.FS

// Worlds lists the names of the embedded worlds, sorted.
func Worlds() []string {
	var names []string
	entries, err := fs.ReadDir(files, "mondes")
	if err != nil { // The folder is embedded: a build without it does not compile.
		return nil
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// World returns the YAML of an embedded world.
func World(name string) ([]byte, error) {
	data, err := files.ReadFile("mondes/" + name + ".yaml")
	if err != nil {
		hint := ""
		if near := strictyaml.Nearest(name, Worlds()); near != "" {
			hint = fmt.Sprintf("; did you mean %q?", near)
		}
		return nil, fmt.Errorf("no world %q (embedded worlds: %s)%s", name, strings.Join(Worlds(), ", "), hint)
	}
	return data, nil
}

// Tarifs returns the dated tables of the oracle.
func Tarifs() fs.FS { return folder("tarifs") }

// Population returns the lists of names and the profile from which synthetic people are drawn.
func Population() fs.FS { return folder("population") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil { // The folder is embedded: a build without it does not compile.
		panic(err)
	}
	return sub
}

// read decodes an embedded file strictly.
func read(name string, v any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("scenarios: %w", err)
	}
	return strictyaml.Decode("scenarios/"+name, data, v)
}
