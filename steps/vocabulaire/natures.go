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

	feeTM   nature = "ticket modérateur d'honoraires"
	overrun nature = "dépassement d'honoraires"

	// Of a code that no nature has: the emergency forfaits that the régime pays, the base of an emergency, and
	// codes that nobody knows. An AMC owes nothing of it.
	other nature = "autre"
)

// ofStay are the codes of the ticket modérateur of a stay itself, day by day or on its whole tariff.
var ofStay = []string{"PJ", "GHS", "GHT", "GMT"}

// natures gives the prestation codes of each nature.
var natures = map[nature][]string{
	tm: slices.Concat(ofStay, []string{
		"EXH", "REA", "SI", "SC", "NN1", "NN2", "NN3", "D09", "D11", // supplements of a stay
		"ATU", "FFM", "SE1", "SE2", "SE3", "SE4", "SE5", "SE6", "SE7", "APE", "PH8", "FSD", "VDE",
		"C", "CS", "CNP", "G", "GS", "V", "VS", "APC", "MCS", "MCG", "MCC", "MEG", // consultations
		"ADC", "ADI", "ATM", "ADE", "ADA", "B", "PRE", // acts
		"AXI", "ICO", "IMP", "INO", "PAM", "PAR", "PDT", "PFC", "PFM", "RPN", "SDE", "TDS", "TO", // teeth
		"K", "KC", "KCC", "KE", "Z", "D", "DC", // key letters
		"AMI", "AIS", "AMK", "AMC", "AMS", "AMO", "AMY", "AMP", "SF", "SFI",
	}),
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

// comfortNatures are those that a hospital may choose not to ask of the AMCs.
var comfortNatures = []nature{room, "lit d'accompagnant", "repas d'accompagnant", "télévision"}

// natureOf sorts a line by its prestation code.
func natureOf(line message) nature {
	if line.text("participation") == "true" {
		return pas
	}
	if line.text("executant.secteur") != "" { // the fee of a practitioner, besides the stay
		return feeTM
	}
	code := line.text("code")
	for n, codes := range natures {
		if slices.Contains(codes, code) {
			return n
		}
	}
	return other
}
