package tarif

import "slices"

// An Exoneration is what the patient's situation takes off. Sources: CSS L160-9, L160-14, L174-4;
// documentation SNDS, annexes 9 and 16.
type Exoneration struct {
	AMORate int    // percent: 80, 90 (FSV) or 100; of a stay
	NoTM    bool   // no ticket modérateur
	NoFJ    bool   // no forfait journalier
	NoPAS   bool   // no flat participation on costly acts
	Why     string // French; empty for common law
}

// ExonerationOf reads the nature d'assurance, the exoneration code and the payer of the forfait
// journalier. An unknown payer ("X") takes nothing off: only a positive statement does.
func ExonerationOf(nature, exo, fjPayer string) Exoneration {
	e := Exoneration{AMORate: 80}
	switch {
	case nature == "30":
		return Exoneration{100, true, true, true,
			"maternité : exonération du ticket modérateur et du forfait journalier"}
	case nature == "41":
		return Exoneration{100, true, true, true, "accident du travail ou maladie professionnelle : exonération totale"}
	case nature == "13":
		e = Exoneration{100, true, fjPayer == "L", true, "régime local d'Alsace-Moselle : il paie le ticket modérateur"}
	case nature == "90":
		e = Exoneration{100, true, false, true, "prévention : exonération du ticket modérateur"}
	case exo == "9":
		e = Exoneration{90, false, false, true, "allocataire du FSV : 90 %"}
	case exo == "1" || exo == "C":
		e = Exoneration{100, true, false, false, "acte au-dessus du seuil : exonération du ticket modérateur"}
	case !slices.Contains([]string{"", "0", "2", "X"}, exo):
		e = Exoneration{100, true, false, true, "exonération du ticket modérateur, code " + exo}
	}
	if fjPayer == "R" || fjPayer == "L" {
		e.NoFJ = true
		e.Why += " ; forfait journalier payé par le régime"
	}
	return e
}
