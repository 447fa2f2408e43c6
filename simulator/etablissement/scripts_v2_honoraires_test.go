package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// surgeon is the fee of an act under the threshold: 100 € of base, and an overrun.
func surgeon(sector, optam, price, overrun string) pilote.Prestation {
	return pilote.Prestation{Code: "ADC", ActCode: "HHFA011", From: "2025-06-03", Quantity: 1, UnitPrice: price,
		Base: "100.00", Rate: 80, Specialty: "04", RPPS: "10000000017", Sector: sector, OPTAM: optam, Overrun: overrun}
}

func anaesthetist() pilote.Prestation {
	p := surgeon("1", "AUCUN", "60.00", "")
	p.Code, p.Base, p.RPPS, p.Specialty = "ADA", "60.00", "10000000025", "02"
	return p
}

func threeNights(c *pilote.CaseContext) { dates("2025-06-02T08:00", "2025-06-05T10:00")(c) }

// diverging makes the AMC value the fees by a status of its own.
func diverging(status string) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) {
		p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
			lines, sums := takeAll(r.Lines)
			for i, l := range r.Lines {
				if l.Executor != nil && l.Executor.OPTAM != status {
					lines[i].Reason, lines[i].OPTAM = "R05", status
				}
			}
			return &roc.CLCReply{Status: roc.Status{Result: roc.Accepte}, ClcID: "ENG-" + r.ClcRequestID[:8],
				Lines: lines, Totals: &sums}
		}
	}
}

func choosing(choice string) pilote.Parameters { return pilote.Parameters{Choice: choice} }

func feeScripts() []script {
	inClinic := v2(clinic("1500.00"), threeNights)
	billed := func(fees ...pilote.Prestation) []step { return home("2025-06-05T10:00", fees...) }
	overrun := surgeon("2", "OPTAM_CO", "180.00", "80.00")
	himself := overrun
	himself.Payee = "PRATICIEN"
	unknown := surgeon("2", "", "180.00", "80.00")
	ghs, exitDay := wanted{"GHS", 1, 30000}, wanted{"FJ", 1, 2000}
	return []script{
		{"EXG-CLC-0115", "a surgeon of sector 1: the base only", inClinic, billed(surgeon("1", "AUCUN", "100.00", "")),
			func(t *testing.T, o outcome) {
				l := requested(t, o, 1, ghs, exitDay, wanted{"ADC", 1, 2000}).Lines[2]
				equal(t, "overrun", l.Overrun, 0)
				equal(t, "executor", *l.Executor, roc.Executor{RPPS: "10000000017", Specialty: "04", Sector: "1",
					OPTAM: "AUCUN"})
			}},
		{"EXG-CLC-0116", "sector 2 OPTAM-CO: the overrun and the status are told", inClinic, billed(overrun),
			func(t *testing.T, o outcome) {
				l := requested(t, o, 1, ghs, exitDay, wanted{"ADC", 1, 10000}).Lines[2]
				equal(t, "overrun", l.Overrun, 8000)
				equal(t, "payee", l.Payee, "ETABLISSEMENT")
				equal(t, "status", l.Executor.OPTAM, "OPTAM_CO")
			}},
		{"EXG-CLC-0117", "an OPTAM status that diverges waits for a choice", also(inClinic, diverging("AUCUN")),
			billed(overrun), func(t *testing.T, o outcome) {
				equal(t, "action", o.alerted(t, "R05").Action, "CHOISIR_OPTAM")
				equal(t, "patient billable", o.facts.PatientPart.Billable, false)
				equal(t, "known to the AMC", o.facts.Engagements[0].Lines[2].OPTAM, "AUCUN")
			}},
		{"EXG-CLC-0117", "an OPTAM status accepted: the amount stands", also(inClinic, diverging("AUCUN")),
			then(billed(overrun), pilote.ChoisirOPTAM, choosing("ACCEPTER")), func(t *testing.T, o outcome) {
				equal(t, "patient billable", o.facts.PatientPart.Billable, true)
				equal(t, "to do", len(o.facts.WorkList), 0)
			}},
		{"EXG-CLC-0117", "an OPTAM status corrected: calculated again", also(inClinic, diverging("AUCUN")),
			append(then(billed(overrun), pilote.ChoisirOPTAM, choosing("CORRIGER")), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "engagements", o.engagements(), "ANNULE ENGAGE")
				equal(t, "status", o.clc(t, 2).Lines[2].Executor.OPTAM, "AUCUN")
				equal(t, "patient billable", o.facts.PatientPart.Billable, true)
			}},
		{"EXG-CLC-0117", "a proof of an OPTAM status: the patient waits", also(inClinic, diverging("AUCUN")),
			then(billed(overrun), pilote.ChoisirOPTAM, choosing("JUSTIFICATIF")), func(t *testing.T, o outcome) {
				equal(t, "status", o.last().Status, pilote.Fait)
				equal(t, "patient billable", o.facts.PatientPart.Billable, false)
			}},
		{"EXG-CLC-0118", "a practitioner outside the compte mandataire bills himself", inClinic, billed(himself),
			func(t *testing.T, o outcome) {
				requested(t, o, 1, ghs, exitDay)
				equal(t, "invoices", len(o.facts.Invoices), 2)
				equal(t, "his", o.facts.Invoices[1].Payee+" "+o.facts.Invoices[1].RPPS, "PRATICIEN 10000000017")
				equal(t, "amount", o.facts.Invoices[1].Lines[0].Patient, "100.00")
				equal(t, "patient, here", o.facts.PatientPart.Amount, "0.00")
			}},
		{"EXG-CLC-0119", "a surgeon and an anaesthetist: a line each", inClinic, billed(overrun, anaesthetist()),
			func(t *testing.T, o outcome) {
				lines := requested(t, o, 1, ghs, exitDay, wanted{"ADC", 1, 10000}, wanted{"ADA", 1, 1200}).Lines
				equal(t, "surgeon", lines[2].Executor.RPPS, "10000000017")
				equal(t, "anaesthetist", lines[3].Executor.RPPS, "10000000025")
			}},
		{"EXG-CLC-0120", "a clinic: the ticket modérateur of the GHS and the exit day", inClinic, billed(),
			func(t *testing.T, o outcome) { requested(t, o, 1, ghs, exitDay) }},
		{"EXG-SIM-0007", "an unknown OPTAM status: two estimates", also(inClinic, onlyOPTAMTakesOverruns),
			append(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, pilote.Parameters{Prestation: &unknown}),
				do(pilote.Simuler)...), func(t *testing.T, o outcome) {
				equal(t, "estimates", len(o.facts.Estimates), 2)
				equal(t, "with", o.facts.Estimates[0].Hypothesis+" "+o.facts.Estimates[0].Patient, "OPTAM 0.00")
				equal(t, "without", o.facts.Estimates[1].Hypothesis+" "+o.facts.Estimates[1].Patient, "AUCUN 80.00")
			}},
		{"EXG-CLC-0119", "a number of practitioner with a wrong key is not kept", inClinic,
			billed(pilote.Prestation{Code: "ADC", From: "2025-06-03", Quantity: 1, UnitPrice: "100.00", Base: "100.00",
				RPPS: "10000000018"}), func(t *testing.T, o outcome) {
				equal(t, "status", o.replies[1].Status, pilote.RefuseProduit)
			}},
		{"EXG-SIM-0007", "a known OPTAM status: one estimate", also(inClinic, onlyOPTAMTakesOverruns),
			append(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, pilote.Parameters{Prestation: &overrun}),
				do(pilote.Simuler)...), func(t *testing.T, o outcome) {
				equal(t, "estimates", len(o.facts.Estimates), 1)
				equal(t, "patient", o.facts.Estimates[0].Patient, "0.00")
			}},
	}
}

// onlyOPTAMTakesOverruns estimates overruns for the practitioners of the option alone.
func onlyOPTAMTakesOverruns(_ *pilote.CaseContext, p *payer) {
	p.sim = func(r *roc.SIMRequest) *roc.SIMReply {
		lines, sums := take(r.Lines, func(l roc.Line) roc.Cents {
			if l.Executor != nil && l.Executor.OPTAM != "OPTAM" && l.Executor.OPTAM != "OPTAM_CO" {
				return l.Requested() - l.Overrun
			}
			return l.Requested()
		})
		return &roc.SIMReply{Status: roc.Status{Result: roc.OK}, SimID: "SIM-1", Lines: lines, Totals: &sums}
	}
}
