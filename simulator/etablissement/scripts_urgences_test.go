package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// leave keys what was done in an emergency and how the patient left, then calculates.
func leave(mode string, delivered ...pilote.Prestation) []step {
	steps := seen(delivered...)
	steps = then(steps[:len(steps)-1], pilote.SaisirSortie,
		pilote.Parameters{Exit: &pilote.Exit{At: "2025-06-02T12:00", Mode: mode}})
	return append(steps, do(pilote.Calculer)...)
}

func emergencyScripts() []script {
	act := done("ADC", "YYYY010", "40.00", 70)
	return []script{
		{"EXG-CLC-0019", "an emergency: one forfait, no ticket modérateur", visit("URGENCE"), leave("DOMICILE", act),
			func(t *testing.T, o outcome) {
				asks("0.00", wanted{"FPU", 1, 1961})(t, o)
				v := o.clc(t, 1).Venue
				equal(t, "venue", v.EntryMode+" "+v.Kind+" "+v.ExitMode, "URGENCES ACE DOMICILE")
			}},
		{"EXG-CLC-0019", "an emergency without an exit is not calculated", visit("URGENCE"), seen(act),
			func(t *testing.T, o outcome) {
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
				equal(t, "calls", o.services(), "ANN IDB")
			}},
		{"EXG-CLC-0020", "an emergency in ALD: the reduced forfait, not its complement",
			visit("URGENCE", amo("10", "4", "A")), leave("DOMICILE", act), asks("0.00", wanted{"FPV", 1, 849})},
		{"EXG-CLC-0021", "an emergency in maternity: nothing to ask", visit("URGENCE", amo("30", "0", "R")),
			leave("DOMICILE", act), nothingAsked("0.00")},
		{"EXG-CLC-0022", "an emergency that ends in an admission: nothing to ask", visit("URGENCE"),
			leave("HOSPITALISATION"), nothingAsked("0.00")},
		{"EXG-CLC-0022", "a stay that began in the emergency department: no forfait of it",
			fiveNights(func(c *pilote.CaseContext) { c.Venue.ViaEmergency = true }),
			home("2025-06-07T10:00"), func(t *testing.T, o outcome) {
				asks("0.00", wanted{"PJ", 5, 116656}, wanted{"FJ", 1, 2000})(t, o)
				equal(t, "entry", o.clc(t, 1).Venue.EntryMode, "URGENCES")
			}},
		{"EXG-CLC-0023", "a patient who left before care: nothing to ask", visit("URGENCE"), leave("SANS_SOINS"),
			nothingAsked("0.00")},
	}
}
