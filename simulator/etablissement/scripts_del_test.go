package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// withdrawing makes the payer answer a cancellation with the result given.
func withdrawing(result roc.Result, code string) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) {
		p.del = func(r *roc.DELRequest) *roc.DELReply {
			reply := &roc.DELReply{Status: roc.Status{Result: result}, ClcID: r.ClcID}
			if code != "" {
				reply.Status.Code, reply.Status.Label, reply.Status.Group = code, "Libellé "+code+".", code[:1]
			}
			return reply
		}
	}
}

func delScripts() []script {
	toCancellation := append(toCalculation(), do(pilote.Annuler)...)
	return []script{
		{"EXG-DEL-0001", "a cancelled engagement is over and the dossier is to calculate", nil, toCancellation,
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL")
				equal(t, "engagements", o.engagements(), "ANNULE")
				equal(t, "billable", o.facts.Engagements[0].Billable, false)
				equal(t, "patient billable", o.facts.PatientPart.Billable, false)
			}},
		{"EXG-DEL-0003", "an engagement already cancelled is a success", withdrawing(roc.DejaAnnule, ""),
			toCancellation,
			func(t *testing.T, o outcome) {
				equal(t, "engagements", o.engagements(), "ANNULE")
				equal(t, "alerts", len(o.facts.Alerts), 0)
			}},
		{"EXG-DEL-0002", "a cancellation may be repeated", nil, append(toCancellation, do(pilote.Annuler)...),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL DEL")
				equal(t, "status", o.last().Status, pilote.Fait)
				equal(t, "engagements", o.engagements(), "ANNULE")
			}},
		{"EXG-DEL-0004", "an engagement that the AMC does not know is an alert", withdrawing(roc.Inconnu, "G03"),
			toCancellation,
			func(t *testing.T, o outcome) {
				o.alerted(t, "G03")
				equal(t, "engagements", o.engagements(), "ENGAGE")
			}},
		{"EXG-DEL-0005", "an engagement already billed: the accounts' way is shown", withdrawing(roc.TropTard, "G06"),
			toCancellation,
			func(t *testing.T, o outcome) {
				equal(t, "label", o.alerted(t, "G06").Label,
					"Libellé G06. L'annulation se fait en comptabilité : titre d'annulation puis nouvelle facture.")
			}},
		{"EXG-DEL-0006", "a cancellation without an answer forbids the next calculation",
			func(_ *pilote.CaseContext, p *payer) {
				p.lose = func(req roc.Request, _ int) error {
					if req.Service() == roc.DEL {
						return lost()
					}
					return nil
				}
			}, append(then(toCalculation(), pilote.AjouterPrestation, room(5)), do(pilote.Calculer,
				pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL DEL DEL DEL DEL DEL")
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
			}},
		{"EXG-DEL-0007", "a wrong identity: cancelled, then the whole chain on the right one", nil,
			append(then(toCalculation(), pilote.CorrigerPatient,
				pilote.Parameters{Patient: &pilote.Patient{BirthDate: "19850616"}}),
				do(pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL ANN IDB CLC")
				equal(t, "reason", o.sent[3].Request.(*roc.DELRequest).Reason, "IDENTITE")
				equal(t, "birth date", o.clc(t, 2).Patient.Beneficiary.BirthDate, "19850616")
				equal(t, "engagements", o.engagements(), "ANNULE ENGAGE")
			}},
		{"EXG-DEL-0007", "a wrong identity: cancelled before the rights of the right one are asked", nil,
			append(then(toCalculation(), pilote.CorrigerPatient,
				pilote.Parameters{Patient: &pilote.Patient{BirthDate: "19850616"}}),
				do(pilote.IdentifierDroits, pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL ANN IDB CLC")
			}},
	}
}
