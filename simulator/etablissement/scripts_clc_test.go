package etablissement

import (
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func room(nights int) pilote.Parameters {
	return pilote.Parameters{Prestation: &pilote.Prestation{Code: "CHP", From: "2025-06-02", To: "2025-06-06", Quantity: nights, UnitPrice: "60.00"}}
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
			return &roc.CLCReply{Status: roc.Status{Result: roc.Partiel, Code: "R01", Group: "R"}, ClcID: "ENG-1", Lines: lines, Totals: &sums}
		}
	}
	return []script{
		{"EXG-SIM-0001", "an estimate is labelled and makes no receivable", cap, append(withRoom, do(pilote.Simuler)...),
			func(t *testing.T, o outcome) {
				e := o.facts.Estimates[0]
				equal(t, "amounts", e.AMC+" "+e.Patient, "1436.56 50.00")
				equal(t, "mention", e.Mention, estimateMention)
				equal(t, "receivable", e.Receivable, false)
			}},
		{"EXG-SIM-0002", "no estimate for a visit", func(c *pilote.CaseContext, _ *payer) { c.Venue.Context, c.Venue.Kind = "ACE", "ACE" },
			do(pilote.Simuler), func(t *testing.T, o outcome) { equal(t, "status", o.last().Status, pilote.RefuseProduit) }},
		{"EXG-SIM-0003", "rights are identified before a simulation", cap, do(pilote.Simuler), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN IDB SIM")
			equal(t, "idbId", o.sent[2].Request.(*roc.SIMRequest).IdbID, "IDB-1")
		}},
		{"EXG-SIM-0004", "the former estimate becomes history", cap, append(append(withRoom, do(pilote.Simuler)...), do(pilote.Simuler)...),
			func(t *testing.T, o outcome) { equal(t, "estimates", len(o.facts.Estimates), 2) }},
		{"EXG-SIM-0005", "the amounts of the calculation prevail", cap,
			append(then(append(withRoom, do(pilote.Simuler)...), pilote.SaisirSortie, exit("DOMICILE")), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) { equal(t, "patient", o.facts.PatientPart.Amount, "743.28") }},
		{"EXG-SIM-0006", "a refused simulation stops nothing", func(_ *pilote.CaseContext, p *payer) {
			p.sim = func(*roc.SIMRequest) *roc.SIMReply { return &roc.SIMReply{Status: refusal("C02")} }
		}, append(then(do(pilote.Simuler), pilote.SaisirSortie, exit("DOMICILE")), do(pilote.Calculer)...), func(t *testing.T, o outcome) {
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
	act := pilote.Parameters{Prestation: &pilote.Prestation{Code: "ADC", ActCode: "HHFA011", From: "2025-06-03", Quantity: 1,
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
			append(then(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, act), pilote.SaisirSortie, exit("DOMICILE")), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "PAS", o.lines(t)["PAS"], 2400)
				equal(t, "FJ", o.lines(t)["FJ"], 12000)
				equal(t, "TM", o.lines(t)["PJ"], 0)
			}},
		{"EXG-CLC-0007", "ALD: forfaits only", func(c *pilote.CaseContext, _ *payer) { c.AMO.ExoCode = "4" }, toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "lines", len(o.clc(t, 1).Lines), 1)
				equal(t, "FJ", o.lines(t)["FJ"], 12000)
			}},
		{"EXG-CLC-0013", "ambulatory: no forfait", func(c *pilote.CaseContext, _ *payer) {
			c.Venue.Kind, c.Venue.DMT, c.Venue.Tariff, c.Venue.PlannedExit = "AMBULATOIRE", "239", "90", "2025-06-02T18:00"
		}, append(then(do(pilote.IdentifierDroits), pilote.SaisirSortie, pilote.Parameters{Exit: &pilote.Exit{At: "2025-06-02T18:00", Mode: "DOMICILE"}}),
			do(pilote.Calculer)...), func(t *testing.T, o outcome) {
			equal(t, "lines", len(o.clc(t, 1).Lines), 1)
			equal(t, "TM", o.lines(t)["PJ"], 26823)
		}},
		{"EXG-CLC-0015", "a visit: what remains of the act, never the 2 €", func(c *pilote.CaseContext, _ *payer) {
			c.Venue = pilote.Venue{Context: "ACE", Entry: "2025-06-02T08:00", Kind: "ACE", Domain: "MCOO"}
		}, append(then(do(pilote.IdentifierDroits), pilote.AjouterPrestation, pilote.Parameters{Prestation: &pilote.Prestation{
			Code: "CS", From: "2025-06-02", Quantity: 1, UnitPrice: "30.00", Base: "30.00", Rate: 70}}), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "asked", o.clc(t, 1).Totals, roc.Totals{Billed: 3000, AMO: 2100, Requested: 900})
				equal(t, "patient", o.facts.PatientPart.Amount, "2.00")
			}},
		{"EXG-CLC-0027", "nothing for the AMC: no calculation", func(c *pilote.CaseContext, _ *payer) { c.AMO.Nature = "41" }, toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "status", o.last().Status, pilote.Fait)
				equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
	}
}

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

func clcScripts() []script {
	second := pilote.Parameters{Card: &pilote.Card{AMCNumber: "99000003", ConventionType: "XC", MemberNumber: "B2"}}
	return []script{
		{"EXG-CLC-0040", "a ceiling: the remainder is the patient's, with the reason", func(_ *pilote.CaseContext, p *payer) {
			p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
				lines, sums := take(r.Lines, capped)
				return &roc.CLCReply{Status: roc.Status{Result: roc.Partiel, Code: "R01", Group: "R"}, ClcID: "ENG-1", Lines: lines, Totals: &sums}
			}
		}, append(then(do(), pilote.AjouterPrestation, room(5)), toCalculation()...), func(t *testing.T, o outcome) {
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
		{"EXG-CLC-0042", "a refusal of rights: the patient is billed once the agent agrees", answer(func(r *roc.CLCReply) {
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
		{"EXG-CLC-0046", "answers lost again and again: in doubt, then replayed when the agent asks", func(_ *pilote.CaseContext, p *payer) {
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
		{"EXG-CLC-0047", "an engagement that the AMC already holds is cancelled, then asked again", func(_ *pilote.CaseContext, p *payer) {
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
			append(then(toCalculation(), pilote.AjouterPrestation, room(5)), do(pilote.Calculer)...), func(t *testing.T, o outcome) {
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
			append(then(toCalculation(), pilote.ModifierAMO, pilote.Parameters{AMO: &pilote.AMO{ExoCode: "4"}}), do(pilote.Calculer)...),
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
				return &roc.CLCReply{Status: roc.Status{Result: roc.Accepte}, ClcID: "ENG-" + r.ClcRequestID[:4], Lines: lines, Totals: &sums}
			}
		}, append(then(do(pilote.IdentifierDroits), pilote.AjouterAMC, second), toCalculation()...), func(t *testing.T, o outcome) {
			l := o.clc(t, 2).Lines
			equal(t, "lines", len(l), 1)
			equal(t, "other AMC", l[0].OtherAMC, 100000)
			equal(t, "asked", o.clc(t, 2).Totals.Requested, 16656)
			equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
		}},
		{"EXG-CLC-0055", "rights that the AMC does not recognise are asked again, then the calculation", func(_ *pilote.CaseContext, p *payer) {
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
		{"EXG-CLC-0053", "a clock that goes back is refused", nil, then(do(), pilote.AvancerHorloge, pilote.Parameters{
			Now: time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)}), func(t *testing.T, o outcome) {
			equal(t, "status", o.last().Status, pilote.RefuseProduit)
		}},
	}
}
