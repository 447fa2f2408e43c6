package scenarios

import (
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Persona is what the hospital knows of a fictive patient besides the identity and the contracts,
// which the world holds under the same id.
type Persona struct {
	ID   string `yaml:"id"`   // P01
	Role string `yaml:"role"` // what the persona is for, French
	Sex  string `yaml:"sexe"` // M, F, I
	AMO  AMO    `yaml:"amo"`
}

// AMO is the persona's situation with the compulsory insurance.
type AMO struct {
	Nature  string `yaml:"nature"`    // 10, 13, 30, 41, 90
	ExoCode string `yaml:"exo"`       // exoneration of the ticket modérateur: 0, 4, …
	FJPayer string `yaml:"payeur_fj"` // who pays the forfait journalier: A, R, L, X
}

// Personas returns the fictive patients, in the order of their ids.
func Personas() ([]Persona, error) {
	var file struct {
		Personas []Persona `yaml:"personas"`
	}
	err := read("personas.yaml", &file)
	return file.Personas, err
}

// PersonaByID returns one persona; an unknown id is an error that names the nearest.
func PersonaByID(id string) (Persona, error) {
	all, err := Personas()
	if err != nil {
		return Persona{}, err
	}
	ids := make([]string, len(all))
	for i, p := range all {
		if p.ID == id {
			return p, nil
		}
		ids[i] = p.ID
	}
	hint := ""
	if near := strictyaml.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf(" ; vouliez-vous dire %q ?", near)
	}
	return Persona{}, fmt.Errorf("aucun patient fictif ne se nomme %q (connus : %s)%s",
		id, strings.Join(ids, ", "), hint)
}
