package etablissement

import (
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// answer makes the payer answer a calculation by a bent version of a whole acceptance.
func answer(bend func(*roc.CLCReply)) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) {
		take := p.clc
		p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
			reply := take(r)
			bend(reply)
			return reply
		}
	}
}

func anomalous(code string) func(*testing.T, outcome) {
	return func(t *testing.T, o outcome) {
		equal(t, "state", o.engagements(), "ANOMALIE")
		equal(t, "billable", o.facts.Engagements[0].Billable, false)
		equal(t, "patient billable", o.facts.PatientPart.Billable, false)
		o.alerted(t, code)
	}
}

// guaranteed makes the payer guarantee its engagements until a day.
func guaranteed(until string) func(*pilote.CaseContext, *payer) {
	return answer(func(r *roc.CLCReply) { r.GuaranteedUntil = day(until) })
}

// noon moves the clock to the middle of a day.
func noon(of string) pilote.Parameters {
	return pilote.Parameters{Now: day(of).Time().Add(12 * time.Hour)}
}

func clcScripts() []script {
	second := pilote.Parameters{Card: &pilote.Card{AMCNumber: "99000003", ConventionType: "XC", MemberNumber: "B2"}}
	return []script{
		{"EXG-CLC-0040", "a ceiling: the remainder is the patient's, with the reason",
			func(_ *pilote.CaseContext, p *payer) {
				p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
					lines, sums := take(r.Lines, capped)
					return &roc.CLCReply{Status: roc.Status{Result: roc.Partiel, Code: "R01", Group: "R"},
						ClcID: "ENG-1",
						Lines: lines, Totals: &sums}
				}
			}, append(then(nil, pilote.AjouterPrestation, room(5)), toCalculation()...), func(t *testing.T, o outcome) {
				e := o.facts.Engagements[0]
				equal(t, "state", e.State, "ENGAGE_PARTIEL")
				equal(t, "shares", e.AMC+" "+e.Patient, "1436.56 50.00")
				equal(t, "reason", e.Lines[2].Reason+e.Lines[2].Code, "R01CHP")
				equal(t, "patient", o.facts.PatientPart.Amount, "50.00")
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
		{"EXG-CLC-0041", "a refusal to correct: work list, no bill for the patient", answer(func(r *roc.CLCReply) {
			*r = roc.CLCReply{Status: refusal("P05")}
		}), append(toCalculation(), do(pilote.ValiderDebitPatient)...), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN IDB CLC")
			equal(t, "work list", o.facts.WorkList[0].Code+" "+o.facts.WorkList[0].Action, "P05 CORRIGER_DONNEES")
			equal(t, "validation", o.last().Status, pilote.RefuseProduit)
			equal(t, "billable", o.facts.PatientPart.Billable, false)
		}},
		{"EXG-CLC-0042", "a refusal of rights: no bill before the agent agrees", answer(func(r *roc.CLCReply) {
			*r = roc.CLCReply{Status: refusal("D01")}
		}), toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "action", o.facts.WorkList[0].Action, "FACTURER_PATIENT")
			equal(t, "billable", o.facts.PatientPart.Billable, false)
		}},
		{"EXG-CLC-0042", "a refusal of rights: the patient is billed once the agent agrees",
			answer(func(r *roc.CLCReply) {
				*r = roc.CLCReply{Status: refusal("D01")}
			}), append(toCalculation(), do(pilote.ValiderDebitPatient)...), func(t *testing.T, o outcome) {
				equal(t, "billable", o.facts.PatientPart.Billable, true)
				equal(t, "amount", o.facts.PatientPart.Amount, "1186.56")
			}},
		{"EXG-CLC-0043", "more than asked is an anomaly", answer(func(r *roc.CLCReply) {
			r.Lines[0].AMC += 100
			r.Totals.AMC += 100
		}), toCalculation(), anomalous("REPONSE_INCOHERENTE")},
		{"EXG-CLC-0044", "a total that is not the sum is an anomaly", answer(func(r *roc.CLCReply) { r.Totals.AMC-- }),
			toCalculation(), anomalous("REPONSE_INCOHERENTE")},
		{"EXG-CLC-0045", "a line never asked is an anomaly", answer(func(r *roc.CLCReply) {
			r.Lines = append(r.Lines, roc.LineReply{ID: 99, AMC: 100})
			r.Totals.AMC += 100
		}), toCalculation(), anomalous("REPONSE_INCOHERENTE")},
		{"EXG-CLC-0045", "a line without an answer is an anomaly", answer(func(r *roc.CLCReply) {
			r.Totals.AMC -= r.Lines[1].AMC
			r.Lines = r.Lines[:1]
		}), toCalculation(), anomalous("REPONSE_INCOHERENTE")},
		{"EXG-CLC-0046", "a lost answer: the same calculation again", func(_ *pilote.CaseContext, p *payer) {
			p.lose = func(req roc.Request, n int) error {
				if req.Service() == roc.CLC && n == 1 {
					return lost()
				}
				return nil
			}
		}, toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN IDB CLC CLC")
			equal(t, "same identifier", o.clc(t, 1).ClcRequestID == o.clc(t, 2).ClcRequestID, true)
			equal(t, "new message", o.clc(t, 1).Header.MessageID == o.clc(t, 2).Header.MessageID, false)
			equal(t, "replay of", o.clc(t, 2).Header.RetryOf, o.clc(t, 1).Header.MessageID)
			equal(t, "engagements", o.engagements(), "ENGAGE")
		}},
		{"EXG-CLC-0046", "answers lost again and again: in doubt, then replayed when the agent asks",
			func(_ *pilote.CaseContext, p *payer) {
				p.lose = func(req roc.Request, n int) error {
					if req.Service() == roc.CLC && n <= 3 {
						return lost()
					}
					return nil
				}
			}, append(toCalculation(), do(pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC CLC CLC CLC")
				equal(t, "same identifier", o.clc(t, 1).ClcRequestID == o.clc(t, 4).ClcRequestID, true)
				equal(t, "engagements", o.engagements(), "ENGAGE")
			}},
		{"EXG-CLC-0047", "an engagement that the AMC already holds is cancelled, then asked again",
			func(_ *pilote.CaseContext, p *payer) {
				take := p.clc
				p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
					if !p.gone["ENG-AVANT"] {
						return &roc.CLCReply{Status: refusal("G02"), ClcID: "ENG-AVANT"}
					}
					return take(r)
				}
			}, toCalculation(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL CLC")
				equal(t, "cancelled", o.sent[3].Request.(*roc.DELRequest).ClcID, "ENG-AVANT")
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
		{"EXG-CLC-0048", "a prestation added: not billable, then cancelled and asked again", nil,
			append(then(toCalculation(), pilote.AjouterPrestation, room(5)),
				do(pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL CLC")
				equal(t, "reason", o.sent[3].Request.(*roc.DELRequest).Reason, "PRESTATIONS")
				equal(t, "engagements", o.engagements(), "ANNULE ENGAGE")
				equal(t, "replaces", o.clc(t, 2).PreviousClcID, o.facts.Engagements[0].ClcID)
			}},
		{"EXG-CLC-0048", "a prestation added: nothing is billed before the new calculation", nil,
			then(toCalculation(), pilote.AjouterPrestation, room(5)), func(t *testing.T, o outcome) {
				equal(t, "billable", o.facts.Engagements[0].Billable, false)
				equal(t, "patient billable", o.facts.PatientPart.Billable, false)
			}},
		{"EXG-CLC-0049", "ALD recognised afterwards: new amounts", nil,
			append(then(toCalculation(), pilote.ModifierAMO, pilote.Parameters{AMO: &pilote.AMO{ExoCode: "4"}}),
				do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL CLC")
				equal(t, "reason", o.sent[3].Request.(*roc.DELRequest).Reason, "AMO")
				equal(t, "asked", o.clc(t, 2).Totals.Requested, 12000)
			}},
		{"EXG-CLC-0051", "a second AMC is asked for the remainder only", func(_ *pilote.CaseContext, p *payer) {
			p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
				lines, sums := take(r.Lines, func(l roc.Line) roc.Cents {
					if r.Header.Receiver.AMCNumber == "99000001" && l.Code == "PJ" {
						return 100000
					}
					return l.Requested()
				})
				return &roc.CLCReply{Status: roc.Status{Result: roc.Accepte}, ClcID: "ENG-" + r.ClcRequestID[:4],
					Lines: lines, Totals: &sums}
			}
		}, append(then(do(pilote.IdentifierDroits), pilote.AjouterAMC,
			second), toCalculation()...), func(t *testing.T, o outcome) {
			l := o.clc(t, 2).Lines
			equal(t, "lines", len(l), 1)
			equal(t, "other AMC", l[0].OtherAMC, 100000)
			equal(t, "asked", o.clc(t, 2).Totals.Requested, 16656)
			equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
		}},
		{"EXG-CLC-0055", "rights that the AMC does not recognise are asked again, then the calculation",
			func(_ *pilote.CaseContext, p *payer) {
				take := p.clc
				p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
					if p.count(roc.IDB) < 2 {
						return &roc.CLCReply{Status: refusal("G01")}
					}
					return take(r)
				}
			}, toCalculation(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC IDB CLC")
				equal(t, "new identifier", o.clc(t, 1).ClcRequestID == o.clc(t, 2).ClcRequestID, false)
				equal(t, "engagements", o.engagements(), "REFUSE ENGAGE")
			}},
		{"EXG-CLC-0055", "rights refused again and again: the agent is told", answer(func(r *roc.CLCReply) {
			*r = roc.CLCReply{Status: refusal("G01")}
		}), toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN IDB CLC IDB CLC")
			o.alerted(t, "G01")
		}},
		{"EXG-CLC-0047", "an engagement that was said to be cancelled already, and is not, is cancelled for good",
			func(_ *pilote.CaseContext, p *payer) {
				take, cancel := p.clc, p.del
				p.del = func(r *roc.DELRequest) *roc.DELReply {
					if p.count(roc.DEL) == 1 {
						return &roc.DELReply{Status: roc.Status{Result: roc.DejaAnnule}, ClcID: r.ClcID}
					}
					return cancel(r)
				}
				p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
					if r.PreviousClcID != "" && !p.gone[r.PreviousClcID] {
						return &roc.CLCReply{Status: refusal("G02"), ClcID: r.PreviousClcID}
					}
					return take(r)
				}
			}, append(toCalculation(), do(pilote.Annuler, pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL CLC DEL CLC")
				equal(t, "engagements", o.engagements(), "ANNULE REFUSE ANNULE ENGAGE")
				equal(t, "same number", o.facts.Engagements[2].ClcID, o.facts.Engagements[0].ClcID)
			}},
		{"EXG-CLC-0047", "an engagement that the AMC holds and does not name: the agent is told, nothing is billed",
			answer(func(r *roc.CLCReply) { *r = roc.CLCReply{Status: refusal("G02")} }), toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC")
				equal(t, "billable", o.facts.PatientPart.Billable, false)
				o.alerted(t, "G02")
			}},
		{"EXG-CLC-0049", "a situation recognised afterwards: new amounts", nil,
			append(then(toCalculation(), pilote.ModifierAMO,
				pilote.Parameters{AMO: &pilote.AMO{Situations: []string{"ALD"}}}), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC DEL CLC")
				equal(t, "reason", o.sent[3].Request.(*roc.DELRequest).Reason, "AMO")
			}},
		{"EXG-CLC-0050", "rights closed since they were identified: nothing engaged, the agent decides",
			answer(func(r *roc.CLCReply) { *r = roc.CLCReply{Status: refusal("D01")} }), toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "engagements", o.engagements(), "REFUSE")
				equal(t, "engagement billable", o.facts.Engagements[0].Billable, false)
				equal(t, "action", o.alerted(t, "D01").Action, "FACTURER_PATIENT")
				equal(t, "patient billable", o.facts.PatientPart.Billable, false)
			}},
		{"EXG-CLC-0050", "a service without an address is told, and leaves no calculation behind",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(*roc.ANNRequest) *roc.ANNReply {
					r := directoryAnswer("OPA", "2026-12-31")
					r.Endpoints = r.Endpoints[:1]
					return r
				}
			}, toCalculation(), func(t *testing.T, o outcome) {
				o.alerted(t, "SERVICE_NON_OUVERT")
				equal(t, "engagements", o.engagements(), "")
				equal(t, "calls", o.services(), "ANN IDB")
			}},
		{"EXG-CLC-0053", "two weeks before the end of a guarantee the agent is warned, once", guaranteed("2025-07-31"),
			then(then(then(toCalculation(), pilote.AvancerHorloge, noon("2025-07-15")), pilote.AvancerHorloge,
				noon("2025-07-16")), pilote.AvancerHorloge, noon("2025-07-20")),
			func(t *testing.T, o outcome) {
				equal(t, "alerts", len(o.facts.Alerts), 1)
				n := o.alerted(t, "GARANTIE_A_ECHEANCE")
				equal(t, "service", n.Service, "CLC")
				equal(t, "work list", len(o.facts.WorkList), 1)
				equal(t, "billable", o.facts.Engagements[0].Billable, true)
			}},
		{"EXG-CLC-0053", "an engagement whose guarantee is over is not billed", guaranteed("2025-07-31"),
			then(toCalculation(), pilote.AvancerHorloge, noon("2025-08-01")),
			func(t *testing.T, o outcome) {
				equal(t, "billable", o.facts.Engagements[0].Billable, false)
			}},
		{"EXG-CLC-0054", "contacts and consignes of the answer are shown", answer(func(r *roc.CLCReply) {
			r.Consignes = []roc.Consigne{{Code: "C1", Text: "Joindre le bulletin de sortie."}}
			r.Contacts = []roc.Contact{{Name: "Gestion", Phone: "0199000001"}}
		}), toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "consignes", strings.Join(o.facts.Consignes, "|"), "C1 : Joindre le bulletin de sortie.")
			equal(t, "contacts", strings.Join(o.facts.Contacts, "|"), "Gestion, 0199000001")
		}},
		{"EXG-CLC-0053", "a clock that goes back is refused", nil, then(do(), pilote.AvancerHorloge, pilote.Parameters{
			Now: time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)}), func(t *testing.T, o outcome) {
			equal(t, "status", o.last().Status, pilote.RefuseProduit)
		}},
	}
}
