package simulator

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// An edition is one version of the dispositif as the listener serves it: its addresses, its norme, its
// rulebook. Nothing else of the pipeline knows that there are several.
type edition struct {
	name    string // of the version, as the directory writes it
	path    string // first segment of its addresses
	norme   func() (*norme.Norme, error)
	profile func() amc.Profile
}

// The editions, the oldest first: it answers where an address names none.
var editions = []edition{
	{"V1", "/v1", norme.V1, amc.V1},
	{"V2", "/v2", norme.V2, amc.V2},
}

// normes loads the norme of each edition, by name.
func normes() (map[string]*norme.Norme, error) {
	all := make(map[string]*norme.Norme, len(editions))
	for _, e := range editions {
		n, err := e.norme()
		if err != nil {
			return nil, err
		}
		all[e.name] = n
	}
	return all, nil
}

func payer() *amc.Payer {
	profiles := make([]amc.Profile, len(editions))
	for i, e := range editions {
		profiles[i] = e.profile()
	}
	return amc.NewPayer(profiles...)
}

// newest is the edition whose norme extends every other.
func newest() *edition { return &editions[len(editions)-1] }

// editionAt returns the edition that a path names, even a wrong one.
func editionAt(path string) *edition {
	for i := range editions {
		if strings.Contains(path+"/", editions[i].path+"/") {
			return &editions[i]
		}
	}
	return &editions[0]
}

// editionOf returns the edition of a version that the payer names.
func editionOf(version string) *edition {
	for i := range editions {
		if editions[i].name == version {
			return &editions[i]
		}
	}
	return &editions[0]
}

// pathJSON is the address of a service in JSON.
func (e *edition) pathJSON(s roc.Service) string {
	if s == roc.ANN {
		return e.path + "/json/annuaire"
	}
	return e.path + "/json/" + strings.ToLower(string(s))
}

// pathSOAP is the address of a service in SOAP.
func (e *edition) pathSOAP(s roc.Service) string {
	if s == roc.ANN {
		return e.path + "/annuaire"
	}
	return e.path + "/amc"
}
