package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// visit plays outpatient care of a kind on 2 June 2025.
func visit(kind string, changes ...func(*pilote.CaseContext)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, _ *payer) {
		c.Venue = pilote.Venue{Context: "ACE", Entry: "2025-06-02T08:00", Kind: kind, Domain: "MCOO"}
		for _, change := range changes {
			change(c)
		}
	}
}

// seen keys what was done, then calculates.
func seen(delivered ...pilote.Prestation) []step {
	steps := do(pilote.IdentifierDroits)
	for i := range delivered {
		steps = then(steps, pilote.AjouterPrestation, pilote.Parameters{Prestation: &delivered[i]})
	}
	return append(steps, do(pilote.Calculer)...)
}

func done(code, actCode, price string, rate int) pilote.Prestation {
	return pilote.Prestation{Code: code, ActCode: actCode, From: "2025-06-02", Quantity: 1, UnitPrice: price,
		Base: price, Rate: rate}
}

func visitScripts() []script {
	consultation := done("CS", "", "30.00", 70)
	costly := done("ADC", "BELA001", "125.40", 70)
	return []script{
		{"EXG-CLC-0015", "a consultation: 9 € asked, 2 € the patient's", visit("ACE"), seen(consultation),
			asks("2.00", wanted{"CS", 1, 900})},
		{"EXG-CLC-0016", "out of the pathway: the majoration is the patient's",
			visit("ACE", func(c *pilote.CaseContext) { c.Venue.Pathway = "HORS" }), seen(consultation),
			func(t *testing.T, o outcome) {
				asks("12.60", wanted{"CS", 1, 900})(t, o)
				equal(t, "pathway", o.clc(t, 1).AMO.Pathway, "HORS")
			}},
		{"EXG-CLC-0017", "a costly act: the participation alone", visit("ACE"), seen(costly),
			asks("0.00", wanted{"PAS", 1, 2400})},
		{"EXG-CLC-0018", "a dental act excludes the participation", visit("ACE"),
			seen(costly, done("SDE", "HBLD038", "28.92", 60)), func(t *testing.T, o outcome) {
				for _, l := range o.clc(t, 1).Lines {
					equal(t, "participation", l.PAS, false)
				}
			}},
		{"EXG-CLC-0024", "a gynaecological emergency: its forfait and the acts leave a ticket modérateur",
			visit("URGENCE_GYNECO"),
			leave("DOMICILE", done("ATU", "", "25.00", 80), done("ADC", "JQQM010", "40.00", 70)),
			asks("0.00", wanted{"ATU", 1, 500}, wanted{"ADC", 1, 1200})},
		{"EXG-IDB-0023", "a situation that another circuit settles: no calculation",
			visit("ACE", func(c *pilote.CaseContext) { c.AMO.Situations = []string{"AME"} }), seen(consultation),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
				equal(t, "circuit", o.facts.Circuit, "AME")
				equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
			}},
	}
}
