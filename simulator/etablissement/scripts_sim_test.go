package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func room(nights int) pilote.Parameters {
	return pilote.Parameters{Prestation: &pilote.Prestation{Code: "CHP", From: "2025-06-02", To: "2025-06-06",
		Quantity: nights, UnitPrice: "60.00"}}
}

// capped takes everything but what exceeds 50 € a night of the room.
func capped(l roc.Line) roc.Cents {
	if l.Code == "CHP" {
		return 5000 * roc.Cents(l.Quantity)
	}
	return l.Requested()
}

func simScripts() []script {
	withRoom := then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, room(5))
	cap := func(_ *pilote.CaseContext, p *payer) {
		p.sim = func(r *roc.SIMRequest) *roc.SIMReply {
			lines, sums := take(r.Lines, capped)
			return &roc.SIMReply{Status: roc.Status{Result: roc.OK}, SimID: "SIM-1", Lines: lines, Totals: &sums}
		}
		p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
			lines, sums := take(r.Lines, func(l roc.Line) roc.Cents { return l.Requested() / 2 })
			return &roc.CLCReply{Status: roc.Status{Result: roc.Partiel, Code: "R01", Group: "R"},
				ClcID: "ENG-1",
				Lines: lines, Totals: &sums}
		}
	}
	return []script{
		{"EXG-SIM-0001", "an estimate is labelled and makes no receivable", cap,
			append(withRoom, do(pilote.Simuler)...),
			func(t *testing.T, o outcome) {
				e := o.facts.Estimates[0]
				equal(t, "amounts", e.AMC+" "+e.Patient, "1436.56 50.00")
				equal(t, "mention", e.Mention, estimateMention)
				equal(t, "receivable", e.Receivable, false)
			}},
		{"EXG-SIM-0002", "no estimate for a visit",
			func(c *pilote.CaseContext, _ *payer) { c.Venue.Context, c.Venue.Kind = "ACE", "ACE" },
			do(pilote.Simuler), func(t *testing.T,
				o outcome) {
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
			}},
		{"EXG-SIM-0003", "rights are identified before a simulation", cap, do(pilote.Simuler),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB SIM")
				equal(t, "idbId", o.sent[2].Request.(*roc.SIMRequest).IdbID, "IDB-1")
			}},
		{"EXG-SIM-0004", "the former estimate becomes history", cap,
			append(append(withRoom, do(pilote.Simuler)...), do(pilote.Simuler)...),
			func(t *testing.T, o outcome) { equal(t, "estimates", len(o.facts.Estimates), 2) }},
		{"EXG-SIM-0005", "the amounts of the calculation prevail", cap,
			append(then(append(withRoom, do(pilote.Simuler)...), pilote.SaisirSortie, exit("DOMICILE")),
				do(pilote.Calculer)...),
			func(t *testing.T, o outcome) { equal(t, "patient", o.facts.PatientPart.Amount, "743.28") }},
		{"EXG-SIM-0006", "a refused simulation stops nothing", func(_ *pilote.CaseContext, p *payer) {
			p.sim = func(*roc.SIMRequest) *roc.SIMReply { return &roc.SIMReply{Status: refusal("C02")} }
		}, append(then(do(pilote.Simuler), pilote.SaisirSortie,
			exit("DOMICILE")), do(pilote.Calculer)...), func(t *testing.T, o outcome) {
			equal(t, "estimates", len(o.facts.Estimates), 0)
			equal(t, "engagements", o.engagements(), "ENGAGE")
			o.alerted(t, "C02")
		}},
	}
}

// lines lists what was asked: code and amount.
func (o outcome) lines(t *testing.T) map[string]roc.Cents {
	t.Helper()
	sums := map[string]roc.Cents{}
	for _, l := range o.clc(t, 1).Lines {
		sums[l.Code] += l.Requested()
	}
	return sums
}

func valueScripts() []script {
	exits := func(mode string) []step {
		return append(then(do(pilote.IdentifierDroits), pilote.SaisirSortie, exit(mode)), do(pilote.Calculer)...)
	}
	act := pilote.Parameters{Prestation: &pilote.Prestation{Code: "ADC", ActCode: "HHFA011", From: "2025-06-03",
		Quantity:  1,
		UnitPrice: "205.00", Base: "205.00", Rate: 100}}
	return []script{
		{"EXG-CLC-0001", "ticket modérateur and exit day", nil, toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "TM", o.lines(t)["PJ"], 116656)
			equal(t, "exit day", o.lines(t)["FJ"], 2000)
			equal(t, "state", o.engagements(), "ENGAGE")
			equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
			equal(t, "billable", o.facts.Engagements[0].Billable, true)
		}},
		{"EXG-CLC-0002", "no exit day after a transfer", nil, exits("TRANSFERT"), func(t *testing.T, o outcome) {
			equal(t, "lines", len(o.clc(t, 1).Lines), 1)
		}},
		{"EXG-CLC-0003", "the estate is billed after a death", nil, exits("DECES"), func(t *testing.T, o outcome) {
			equal(t, "lines", len(o.clc(t, 1).Lines), 1)
			equal(t, "addressee", o.facts.PatientPart.Addressee, "SUCCESSION")
		}},
		{"EXG-CLC-0004", "a costly act: participation and forfaits", nil,
			append(then(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, act), pilote.SaisirSortie,
				exit("DOMICILE")), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "PAS", o.lines(t)["PAS"], 2400)
				equal(t, "FJ", o.lines(t)["FJ"], 12000)
				equal(t, "TM", o.lines(t)["PJ"], 0)
			}},
		{"EXG-CLC-0007", "ALD: forfaits only", func(c *pilote.CaseContext, _ *payer) { c.AMO.ExoCode = "4" },
			toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "lines", len(o.clc(t, 1).Lines), 1)
				equal(t, "FJ", o.lines(t)["FJ"], 12000)
			}},
		{"EXG-CLC-0013", "ambulatory: no forfait", func(c *pilote.CaseContext, _ *payer) {
			c.Venue.Kind, c.Venue.DMT, c.Venue.Tariff = "AMBULATOIRE", "239", "90"
			c.Venue.PlannedExit = "2025-06-02T18:00"
		}, append(then(do(pilote.IdentifierDroits), pilote.SaisirSortie,
			pilote.Parameters{Exit: &pilote.Exit{At: "2025-06-02T18:00", Mode: "DOMICILE"}}),
			do(pilote.Calculer)...), func(t *testing.T, o outcome) {
			equal(t, "lines", len(o.clc(t, 1).Lines), 1)
			equal(t, "TM", o.lines(t)["PJ"], 26823)
		}},
		{"EXG-CLC-0015", "a visit: what remains of the act, never the 2 €", func(c *pilote.CaseContext, _ *payer) {
			c.Venue = pilote.Venue{Context: "ACE", Entry: "2025-06-02T08:00", Kind: "ACE", Domain: "MCOO"}
		}, append(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation,
			pilote.Parameters{Prestation: &pilote.Prestation{
				Code: "CS", From: "2025-06-02", Quantity: 1, UnitPrice: "30.00", Base: "30.00",
				Rate: 70}}), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "asked", o.clc(t, 1).Totals, roc.Totals{Billed: 3000, AMO: 2100, Requested: 900})
				equal(t, "patient", o.facts.PatientPart.Amount, "2.00")
			}},
		{"EXG-CLC-0027", "nothing for the AMC: no calculation",
			func(c *pilote.CaseContext, _ *payer) { c.AMO.Nature = "41" }, toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "status", o.last().Status, pilote.Fait)
				equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
	}
}
