package etablissement

import (
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// answering makes the payer answer an IDB with the rights given.
func answering(r *roc.IDBReply) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) { p.idb = func(*roc.IDBRequest) *roc.IDBReply { return r } }
}

func refusing(code string) func(*pilote.CaseContext, *payer) {
	return answering(&roc.IDBReply{Status: refusal(code)})
}

// patient changes the person of the nominal context.
func patient(change func(*pilote.Patient)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, _ *payer) { change(&c.Patient) }
}

func ald(setup func(*pilote.CaseContext, *payer)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, p *payer) {
		c.AMO.ExoCode = "4"
		setup(c, p)
	}
}

func cover(change func(*roc.Cover)) *roc.IDBReply {
	r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
	change(&r.Covers[0])
	return r
}

func identityScripts() []script {
	return []script{
		{"EXG-IDB-0001", "open rights are kept and shown",
			answering(rightsAnswer(period("2025-01-01", "2025-12-31", "2025-06-30"))),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				c := o.facts.Covers[0]
				equal(t, "state", c.State, "OUVERT")
				equal(t, "debtor", c.DebtorNumber+"/"+c.DebtorName, "99000001/Mutuelle Alpha")
				equal(t, "period", c.Contracts[0].Periods[0],
					pilote.Period{From: "2025-01-01", To: "2025-12-31", Renewal: "2025-06-30"})
			}},
		{"EXG-IDB-0002", "an unknown beneficiary is shown with code and label, and never calculated", refusing("B01"),
			toCalculation(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB IDB")
				n := o.alerted(t, "B01")
				equal(t, "notice", n.Label+"/"+n.Action, "Libellé B01/CORRIGER_IDENTITE")
				equal(t, "work list", o.facts.WorkList[0].Code, "B01")
				equal(t, "billable", o.facts.PatientPart.Billable, false)
			}},
		{"EXG-IDB-0006", "a member number that is required is asked of the agent and sent",
			func(c *pilote.CaseContext, p *payer) {
				c.Card.MemberNumber = ""
				open := p.idb
				p.idb = func(r *roc.IDBRequest) *roc.IDBReply {
					if r.Card.MemberNumber == "" {
						return &roc.IDBReply{Status: refusal("B03")}
					}
					return open(r)
				}
			}, do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "asked", strings.Join(o.facts.Covers[0].AskedFor, ","), "adherent")
			}},
		{"EXG-IDB-0007", "the rank of a twin is sent", patient(func(p *pilote.Patient) { p.BirthRank = 2 }),
			toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "rank", o.idb(t, 1).Beneficiary.BirthRank, 2)
				equal(t, "rank of the calculation", o.clc(t, 1).Patient.Beneficiary.BirthRank, 2)
			}},
		{"EXG-IDB-0008", "a lunar birth date is sent as on the card",
			patient(func(p *pilote.Patient) { p.BirthDate = "19690000" }),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "birth date", o.idb(t, 1).Beneficiary.BirthDate, "19690000")
			}},
		{"EXG-IDB-0009", "a Corsican NIR is accepted",
			patient(func(p *pilote.Patient) { p.InsuredNIR, p.InsuredKey = "185062A004123", "72" }),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "NIR", o.idb(t, 1).Beneficiary.InsuredNIR, "185062A004123")
			}},
		{"EXG-IDB-0010", "a wrong key is blocked before anything is sent",
			patient(func(p *pilote.Patient) { p.InsuredKey = "88" }),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "")
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
			}},
		{"EXG-IDB-0011", "a child without a NIR is identified by the insured's",
			patient(func(p *pilote.Patient) { p.BirthDate = "20180303" }),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				b := o.idb(t, 1).Beneficiary
				equal(t, "beneficiary", b.NIR+"/"+b.InsuredNIR+"/"+b.BirthDate, "/1850675123456/20180303")
			}},
		{"EXG-IDB-0012", "names that differ are shown, confirmed, never overwritten",
			func(_ *pilote.CaseContext, p *payer) {
				p.idb = func(*roc.IDBRequest) *roc.IDBReply {
					r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
					r.Beneficiary = &roc.Beneficiary{LastName: "DURANT", FirstName: "alix", BirthDate: "19850615",
						BirthRank: 1}
					return r
				}
			}, append(toCalculation(), do(pilote.ConfirmerIdentite, pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				equal(t, "differences", strings.Join(o.facts.Covers[0].Differences, ","), "nom")
				equal(t, "identity", o.facts.Identity.LastName, "DURAND")
				equal(t, "before the confirmation", o.replies[2].Status, pilote.RefuseProduit)
				equal(t, "calls", o.services(), "ANN IDB CLC")
			}},
		{"EXG-IDB-0025", "an end before the start is blocked",
			func(c *pilote.CaseContext, _ *payer) { c.Venue.PlannedExit = "2025-06-01T10:00" },
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "")
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
			}},
	}
}

func rightsScripts() []script {
	tomorrow := pilote.Parameters{Now: time.Date(2025, 6, 7, 11, 0, 0, 0, time.FixedZone("", 7200))}
	other := pilote.Parameters{Card: &pilote.Card{AMCNumber: "99000003", ConventionType: "XC", MemberNumber: "B2"},
		From: "2025-06-05"}
	return []script{
		{"EXG-IDB-0003", "closed rights: no calculation, another payer is asked for",
			answering(rightsAnswer(period("2024-01-01", "2024-12-31", "2026-12-31"))),
			toCalculation(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "state", o.facts.Covers[0].State, "FERME")
				o.alerted(t, "DROITS_FERMES")
			}},
		{"EXG-IDB-0004", "the days before the rights are not asked",
			ald(answering(rightsAnswer(period("2025-06-05", "", "2026-12-31")))),
			toCalculation(), func(t *testing.T, o outcome) {
				l := o.clc(t, 1).Lines
				equal(t, "lines", len(l), 1)
				equal(t, "first day", l[0].From.String(), "2025-06-05")
				equal(t, "asked", o.clc(t, 1).Totals.Requested, 6000)
				equal(t, "patient", o.facts.PatientPart.Amount, "60.00")
			}},
		{"EXG-IDB-0005", "rights that stop before the exit: alert, and asked again at the exit",
			ald(answering(rightsAnswer(period("2025-01-01", "2025-06-04", "2026-12-31")))),
			later(), func(t *testing.T, o outcome) {
				o.alerted(t, "FIN_DE_DROITS")
				equal(t, "calls", o.services(), "ANN IDB IDB CLC")
				equal(t, "asked", o.clc(t, 1).Totals.Requested, 6000)
			}},
		{"EXG-IDB-0013", "two contracts are shown in the order of their rank", func(_ *pilote.CaseContext, p *payer) {
			p.idb = func(*roc.IDBRequest) *roc.IDBReply {
				r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
				second := r.Covers[0]
				second.Contract, second.Rank = "C2", 2
				r.Covers = []roc.Cover{second, r.Covers[0]}
				return r
			}
		}, do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
			c := o.facts.Covers[0].Contracts
			equal(t, "contracts", len(c), 2)
			equal(t, "order", c[0].Number+c[1].Number, "C1C2")
		}},
		{"EXG-IDB-0014", "the days between two periods are not asked", ald(answering(rightsAnswer(
			period("2025-01-01", "2025-06-03", "2026-12-31"), period("2025-06-06", "", "2026-12-31")))),
			toCalculation(), func(t *testing.T, o outcome) {
				l := o.clc(t, 1).Lines
				equal(t, "lines", len(l), 2)
				equal(t, "days", l[0].To.String()+" "+l[1].From.String(), "2025-06-03 2025-06-06")
				equal(t, "patient", o.facts.PatientPart.Amount, "40.00")
			}},
		{"EXG-IDB-0015", "rights without third-party payment: no calculation",
			answering(cover(func(c *roc.Cover) { c.TPSejour = false })),
			append(toCalculation(), do(pilote.ValiderDebitPatient)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "circuit", o.facts.Circuit, "AUCUN")
				equal(t, "patient", o.facts.PatientPart.Amount, "1186.56")
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
		{"EXG-IDB-0016", "rights past their renewal are asked again before the calculation",
			answering(rightsAnswer(period("2025-01-01", "", "2025-06-04"))),
			later(), func(t *testing.T, o outcome) { equal(t, "calls", o.services(), "ANN IDB IDB CLC") }},
		{"EXG-IDB-0017", "rights hold on the very day of their renewal",
			answering(rightsAnswer(period("2025-01-01", "", "2025-06-07"))),
			later(), func(t *testing.T, o outcome) { equal(t, "calls", o.services(), "ANN IDB CLC") }},
		{"EXG-IDB-0018", "a consigne is shown and traced",
			answering(&roc.IDBReply{Status: roc.Status{Result: roc.OK}, IdbID: "IDB-1",
				Covers:    rightsAnswer(period("2025-01-01", "", "2026-12-31")).Covers,
				Consignes: []roc.Consigne{{Text: "Demandez la carte."}}, Contacts: []roc.Contact{{Name: "Plateau",
					Phone: "0100000000"}}}),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "consignes", strings.Join(o.facts.Consignes, "|"), "Demandez la carte.")
				equal(t, "contacts", strings.Join(o.facts.Contacts, "|"), "Plateau, 0100000000")
			}},
		{"EXG-IDB-0019", "a code that nobody knows is kept as it is",
			answering(&roc.IDBReply{Status: roc.Status{Result: roc.Refuse, Code: "X97", Label: "Étrange.",
				Group: "X"}}),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				n := o.alerted(t, "X97")
				equal(t, "notice", n.Label+n.Group+n.Action, "Étrange.XCONTACTER_AMC")
			}},
		{"EXG-IDB-0021", "a change of AMC closes the previous cover and opens a chain",
			func(c *pilote.CaseContext, _ *payer) { c.AMO.ExoCode = "4" },
			append(then(then(do(pilote.IdentifierDroits), pilote.ChangerAMC, other), pilote.SaisirSortie,
				exit("DOMICILE")),
				do(pilote.IdentifierDroits, pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB ANN IDB CLC CLC")
				equal(t, "closed", o.facts.Covers[0].ClosedAt, "2025-06-04")
				equal(t, "first", o.clc(t, 1).Totals.Requested, 6000)
				equal(t, "second", o.clc(t, 2).Totals.Requested, 6000)
				equal(t, "receiver", o.clc(t, 2).Header.Receiver.AMCNumber, "99000003")
			}},
		{"EXG-IDB-0022", "the debtor is the answer's", func(_ *pilote.CaseContext, p *payer) {
			p.idb = func(*roc.IDBRequest) *roc.IDBReply {
				r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
				r.Debtor = &roc.Debtor{Number: "99000099", Name: "Réassureur"}
				return r
			}
		}, toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "shown", o.facts.Covers[0].DebtorNumber, "99000099")
			equal(t, "of the engagement", o.facts.Engagements[0].DebtorNumber, "99000099")
		}},
		{"EXG-IDB-0023", "a C2S contract leaves ROC", answering(cover(func(c *roc.Cover) { c.C2S = true })),
			toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "circuit", o.facts.Circuit, "C2S")
				equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
			}},
		{"EXG-IDB-0024", "the identification of the preadmission is repeated at the admission",
			func(c *pilote.CaseContext, _ *payer) {
				c.Now = time.Date(2025, 5, 13, 9, 0, 0, 0, time.FixedZone("", 7200))
			}, append(then(then(do(pilote.IdentifierDroits), pilote.AvancerHorloge, tomorrow), pilote.SaisirSortie,
				exit("DOMICILE")),
				do(pilote.Calculer)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(),
					"ANN IDB IDB CLC")
			}},
	}
}
