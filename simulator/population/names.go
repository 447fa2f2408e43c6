package population

import (
	"fmt"
	"io/fs"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// The sexes, as the hospital writes them.
const (
	male   = "M"
	female = "F"
)

// Names are the lists from which people are called.
type Names struct {
	generations []generation
	last        []string
}

// A generation says how people born between two years are called.
type generation struct {
	From  int      `yaml:"de"`
	To    int      `yaml:"a"`
	Women []string `yaml:"feminins"`
	Men   []string `yaml:"masculins"`
}

// ParseNames reads prenoms.yaml and noms.yaml in a folder: scenarios.Population().
func ParseNames(folder fs.FS) (*Names, error) {
	var first struct {
		Generations []generation `yaml:"generations"`
	}
	var last struct {
		Names []string `yaml:"noms"`
	}
	if err := readFile(folder, "prenoms.yaml", &first); err != nil {
		return nil, err
	}
	if err := readFile(folder, "noms.yaml", &last); err != nil {
		return nil, err
	}
	if len(last.Names) == 0 || len(first.Generations) == 0 {
		return nil, fmt.Errorf("prenoms.yaml and noms.yaml: a list of names is empty")
	}
	for i, g := range first.Generations {
		if len(g.Women) == 0 || len(g.Men) == 0 {
			return nil, fmt.Errorf("prenoms.yaml: generations[%d]: a list of names is empty", i)
		}
	}
	return &Names{first.Generations, last.Names}, nil
}

func readFile(folder fs.FS, name string, v any) error {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return err
	}
	return strictyaml.Decode(name, data, v)
}

// firstName draws a first name of the time; of the oldest generation for those born before it.
func (n *Names) firstName(d dice, sex string, year int) string {
	found := n.generations[0]
	for _, g := range n.generations {
		if g.From <= year {
			found = g
		}
	}
	if sex == female {
		return one(d, found.Women)
	}
	return one(d, found.Men)
}
