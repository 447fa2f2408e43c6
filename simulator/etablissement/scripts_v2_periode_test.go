package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// v2 plays a case of V2 with an AMC that offers both versions.
func v2(changes ...func(*pilote.CaseContext)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, p *payer) {
		c.Version = "V2"
		p.ann = func(*roc.ANNRequest) *roc.ANNReply { return offering("V1", "V2") }
		for _, change := range changes {
			change(c)
		}
	}
}

// offering is the directory's answer for an AMC that speaks the versions given, each at its address.
func offering(versions ...string) *roc.ANNReply {
	r := directoryAnswer("OPA", "2026-12-31")
	r.Endpoints = nil
	for _, version := range versions {
		for _, svc := range roc.Services()[1:] {
			r.Endpoints = append(r.Endpoints,
				roc.Endpoint{Service: svc, URL: "http://amc.test/OPA/" + version, Version: version})
		}
	}
	return r
}

func also(setup, more func(*pilote.CaseContext, *payer)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, p *payer) {
		setup(c, p)
		more(c, p)
	}
}

// staying is a stay of which nobody knows the end yet.
func staying(c *pilote.CaseContext) { c.Venue.PlannedExit = "" }

func part1(from, to string) pilote.Parameters   { return billing(1, from, to, false) }
func part2(from, to string) pilote.Parameters   { return billing(2, from, to, false) }
func lastOne(from, to string) pilote.Parameters { return billing(2, from, to, true) }

func billing(index int, from, to string, final bool) pilote.Parameters {
	return pilote.Parameters{Period: &pilote.BillingPeriod{Index: index, From: from, To: to, Final: final}}
}

// requested checks the codes, the quantities and the amounts of the nth calculation.
func requested(t *testing.T, o outcome, n int, want ...wanted) *roc.CLCRequest {
	t.Helper()
	req := o.clc(t, n)
	equal(t, "lines", len(req.Lines), len(want))
	for i, l := range req.Lines[:min(len(req.Lines), len(want))] {
		equal(t, "line", wanted{l.Code, l.Quantity, l.Requested()}, want[i])
	}
	return req
}

func left(at string) pilote.Parameters {
	return pilote.Parameters{Exit: &pilote.Exit{At: at, Mode: "DOMICILE"}}
}

func cancelFirst() []step { return []step{{pilote.Annuler, pilote.Parameters{PeriodIndex: 1}}} }

func periodScripts() []script {
	first := then(do(pilote.IdentifierDroits), pilote.Calculer, part1("2025-06-02", "2025-06-11"))
	toTheEnd := then(then(first, pilote.SaisirSortie, left("2025-06-15T10:00")), pilote.Calculer,
		lastOne("2025-06-12", "2025-06-15"))
	costly := pilote.Parameters{Prestation: &pilote.Prestation{Code: "ADC", ActCode: "HHFA011", From: "2025-06-13",
		Quantity: 1, UnitPrice: "205.00", Base: "205.00", Rate: 100}}
	withAct := then(then(then(first, pilote.AjouterPrestation, costly), pilote.SaisirSortie, left("2025-06-15T10:00")),
		pilote.Calculer, lastOne("2025-06-12", "2025-06-15"))
	return []script{
		{"EXG-CLC-0101", "the first period of a stay that goes on", v2(staying), first, func(t *testing.T, o outcome) {
			req := requested(t, o, 1, wanted{"PJ", 10, 233312})
			equal(t, "period", req.Period, roc.BillingPeriod{Index: 1, From: day("2025-06-02"), To: day("2025-06-11")})
			equal(t, "shown", *o.facts.Engagements[0].Period, pilote.BillingPeriod{Index: 1, From: "2025-06-02",
				To: "2025-06-11"})
			equal(t, "patient billable", o.facts.PatientPart.Billable, false)
			equal(t, "address", o.sent[2].URL, "http://amc.test/OPA/V2")
			equal(t, "version", req.Header.NormVersion, "V2")
		}},
		{"EXG-CLC-0101", "a stay that goes on is not calculated at once", v2(staying), append(first, do(
			pilote.Calculer)...), func(t *testing.T, o outcome) {
			equal(t, "status", o.last().Status, pilote.RefuseProduit)
		}},
		{"EXG-CLC-0102", "the final period bears the exit day", v2(staying), toTheEnd, func(t *testing.T, o outcome) {
			req := requested(t, o, 2, wanted{"PJ", 3, 69994}, wanted{"FJ", 1, 2000})
			equal(t, "final", req.Period.Final, true)
			equal(t, "engagements", o.engagements(), "ENGAGE ENGAGE")
			equal(t, "patient", o.facts.PatientPart.Amount, "0.00")
			equal(t, "billable", o.facts.PatientPart.Billable, true)
			equal(t, "to do", len(o.facts.WorkList), 0)
		}},
		{"EXG-CLC-0103", "a day is never in two periods", v2(staying),
			then(first, pilote.Calculer, part2("2025-06-10", "2025-06-20")), func(t *testing.T, o outcome) {
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
				equal(t, "calls", o.services(), "ANN IDB CLC")
			}},
		{"EXG-CLC-0104", "days that no period bills are told", v2(staying),
			then(first, pilote.Calculer, part2("2025-06-15", "2025-06-20")), func(t *testing.T, o outcome) {
				o.alerted(t, "TROU_ENTRE_PERIODES")
				equal(t, "calls", o.services(), "ANN IDB CLC")
			}},
		{"EXG-CLC-0105", "the thirty days run across periods", v2(staying),
			then(then(do(pilote.IdentifierDroits), pilote.Calculer, part1("2025-06-02", "2025-06-21")), pilote.Calculer,
				part2("2025-06-22", "2025-07-06")), func(t *testing.T, o outcome) {
				requested(t, o, 1, wanted{"PJ", 20, 466624})
				requested(t, o, 2, wanted{"PJ", 10, 233312}, wanted{"FJ", 5, 10000})
				equal(t, "to do", len(o.facts.WorkList), 0)
			}},
		{"EXG-CLC-0106", "a costly act in the second period: the first is to be put right", v2(staying), withAct,
			func(t *testing.T, o outcome) {
				requested(t, o, 2, wanted{"FJ", 4, 8000}, wanted{"PAS", 1, 2400})
				equal(t, "action", o.alerted(t, "REGULARISATION").Action, "REGULARISER")
				equal(t, "to do", len(o.facts.WorkList), 1)
				equal(t, "billable", o.facts.Engagements[0].Billable, false)
			}},
		{"EXG-CLC-0106", "a costly act in the second period: cancelled in order, then calculated again", v2(staying),
			then(then(append(append(withAct, do(pilote.Annuler)...), cancelFirst()...), pilote.Calculer,
				part1("2025-06-02", "2025-06-11")), pilote.Calculer, lastOne("2025-06-12", "2025-06-15")),
			func(t *testing.T, o outcome) {
				equal(t, "engagements", o.engagements(), "ANNULE ANNULE ENGAGE ENGAGE")
				equal(t, "reason", o.sent[5].Request.(*roc.DELRequest).Reason, "REGULARISATION")
				requested(t, o, 3, wanted{"FJ", 10, 20000})
				requested(t, o, 4, wanted{"FJ", 4, 8000}, wanted{"PAS", 1, 2400})
				equal(t, "to do", len(o.facts.WorkList), 0)
				equal(t, "billable", o.facts.PatientPart.Billable, true)
			}},
		{"EXG-CLC-0107", "rights that end inside a period: the days before the end only",
			also(v2(staying), func(_ *pilote.CaseContext, p *payer) {
				p.idb = func(*roc.IDBRequest) *roc.IDBReply {
					return rightsAnswer(period("2025-01-01", "2025-06-08", "2026-12-31"))
				}
			}), first, func(t *testing.T, o outcome) {
				req := requested(t, o, 1, wanted{"PJ", 7, 163318})
				equal(t, "last day", req.Lines[0].To, day("2025-06-08"))
				equal(t, "period", req.Period.To, day("2025-06-11"))
			}},
		{"EXG-CLC-0102", "a period in doubt is sent again with the same identifier before the next one",
			also(v2(staying), func(_ *pilote.CaseContext, p *payer) {
				p.lose = func(req roc.Request, n int) error {
					if req.Service() == roc.CLC && n <= 3 {
						return lost()
					}
					return nil
				}
			}), then(first, pilote.Calculer, part2("2025-06-12", "2025-06-21")), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC CLC CLC CLC CLC")
				equal(t, "identifier", o.clc(t, 4).ClcRequestID, o.clc(t, 1).ClcRequestID)
				equal(t, "next period", o.clc(t, 5).Period.Index, 2)
				equal(t, "engagements", o.engagements(), "ENGAGE ENGAGE")
			}},
		{"EXG-DEL-0008", "a period is not cancelled before the next", v2(staying), append(toTheEnd, cancelFirst()...),
			func(t *testing.T, o outcome) {
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
				equal(t, "engagements", o.engagements(), "ENGAGE ENGAGE")
			}},
		{"EXG-DEL-0008", "an AMC that holds a later period says so",
			also(v2(staying), withdrawing(roc.Refuse, "G08")), append(first, cancelFirst()...),
			func(t *testing.T, o outcome) {
				o.alerted(t, "G08")
				equal(t, "engagements", o.engagements(), "ENGAGE")
			}},
		{"EXG-CLC-0101", "an AMC of V1 waits for the exit", also(v2(staying), onlyV1), first,
			func(t *testing.T, o outcome) {
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
				equal(t, "calls", o.services(), "ANN IDB")
			}},
	}
}

func onlyV1(_ *pilote.CaseContext, p *payer) {
	p.ann = func(*roc.ANNRequest) *roc.ANNReply { return offering("V1") }
}
