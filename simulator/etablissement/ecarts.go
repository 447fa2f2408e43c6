package etablissement

import "slices"

// An Ecart is a deliberate deviation: it breaks exactly one requirement.
type Ecart struct {
	ID          string // kebab-case French
	Requirement string // catalogue entry that it violates: EXG-IDB-0007
	Summary     string // French sentence
	Bend        func(*Conduct)
}

// Ecarts lists the deviations, in the order of the services, those of requirements that begin with V2
// last. In which versions one means something, the catalogue says of its requirement.
func Ecarts() []Ecart {
	return slices.Concat(annuaireEcarts(), identityEcarts(), rightsEcarts(), simEcarts(), valueEcarts(), stayEcarts(),
		visitEcarts(), emergencyEcarts(), comfortEcarts(), clcEcarts(), sentEcarts(), delEcarts(),
		routingEcarts(), periodEcarts(), domainEcarts(), feeEcarts())
}

// EcartByID returns one deviation; the error names the nearest one.
func EcartByID(id string) (Ecart, error) {
	var known []string
	for _, e := range Ecarts() {
		if e.ID == id {
			return e, nil
		}
		known = append(known, e.ID)
	}
	return Ecart{}, unknownName("ecart", id, known)
}
