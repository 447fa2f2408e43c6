package vocabulaire

import "slices"

// A nature is what a line is for, in the words of the sentences. A GAP may cut an amount into as many
// lines as it likes: amounts are compared by nature.
type nature string

const (
	tm   nature = "ticket modérateur"
	fj   nature = "forfait journalier"
	pas  nature = "participation forfaitaire"
	room nature = "chambre particulière"
)

// natures gives the prestation codes of each nature but the ticket modérateur. The emergency
// forfaits that the régime pays and the base of an emergency have none that an AMC could owe.
var natures = map[nature][]string{
	fj:                                {"FJ", "FJA", "FJR"},
	pas:                               {"PAS", "TMF"},
	"forfait patient urgences":        {"FPU"},
	"forfait patient urgences réduit": {"FPV"},
	"complément du forfait urgences":  {"CFU"},
	"participation du patient":        {"PF"},
	"majoration hors parcours":        {"MAJ"},
	room:                              {"CHP", "SHO", "CP"},
	"lit d'accompagnant":              {"LIT", "ACC"},
	"repas d'accompagnant":            {"REP"},
	"télévision":                      {"TV", "TEL"},
}

// once are the natures of which there is one amount for a stay or a visit, never two.
var once = []nature{pas, "forfait patient urgences", "forfait patient urgences réduit"}

// natureOf sorts a line by its prestation code; what is no known flat amount is care, on which the
// AMO leaves the ticket modérateur.
func natureOf(line message) nature {
	if line.text("participation") == "true" {
		return pas
	}
	code := line.text("code")
	for n, codes := range natures {
		if slices.Contains(codes, code) {
			return n
		}
	}
	return tm
}
