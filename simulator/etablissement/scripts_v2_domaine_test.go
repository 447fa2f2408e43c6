package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// care makes the stay one of another domain.
func care(domain, kind, dmt, tariff string) func(*pilote.CaseContext) {
	return func(c *pilote.CaseContext) {
		c.Venue.Domain, c.Venue.Kind, c.Venue.DMT, c.Venue.Tariff = domain, kind, dmt, tariff
	}
}

func clinic(ghs string) func(*pilote.CaseContext) {
	return func(c *pilote.CaseContext) {
		c.Establishment.Mode, c.Establishment.Statut, c.Venue.GHS = "EX_OQN", "EPL", ghs
	}
}

func dates(entry, exit string) func(*pilote.CaseContext) {
	return func(c *pilote.CaseContext) { from(entry, exit)(c, nil) }
}

func routingScripts() []script {
	return []script{
		{"EXG-ANN-0014", "SMR with an AMC of V1 is outside ROC", also(v2(care("SMR", "HC", "", "")), onlyV1),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "circuit", o.facts.Circuit, "PEC")
				equal(t, "why", o.facts.CircuitWhy,
					"L'AMC n'offre que la V1 de ROC, qui ne porte pas le domaine SMR : "+
						"demande de prise en charge classique.")
				equal(t, "calls", o.services(), "ANN")
				equal(t, "status", o.last().Status, pilote.RefuseProduit)
			}},
		{"EXG-ANN-0014", "a clinic with an AMC of V1 is outside ROC", also(v2(clinic("1500.00")), onlyV1),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "circuit", o.facts.Circuit, "PEC")
			}},
		{"EXG-ANN-0015", "V2 where the AMC offers both", v2(), toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "directory", o.sent[0].URL, "http://amc.test/m/cas/v2/annuaire")
			equal(t, "address", o.sent[2].URL, "http://amc.test/OPA/V2")
			equal(t, "version", o.clc(t, 1).Header.NormVersion, "V2")
		}},
		{"EXG-ANN-0015", "V1 where the AMC has nothing else", also(v2(), onlyV1), toCalculation(),
			func(t *testing.T, o outcome) {
				equal(t, "address", o.sent[2].URL, "http://amc.test/OPA/V1")
				equal(t, "version", o.clc(t, 1).Header.NormVersion, "V1")
				equal(t, "mode of V2", o.idb(t, 1).Mode, "")
				equal(t, "engagements", o.engagements(), "ENGAGE")
			}},
		{"EXG-ANN-0015", "a case of V1 stays in V1", func(_ *pilote.CaseContext, p *payer) {
			p.ann = func(*roc.ANNRequest) *roc.ANNReply { return offering("V1", "V2") }
		}, toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "directory", o.sent[0].URL, "http://amc.test/m/cas/v1/annuaire")
			equal(t, "version", o.clc(t, 1).Header.NormVersion, "V1")
		}},
		{"EXG-IDB-0026", "a domain that the AMC refuses is shown", also(v2(care("PSY", "HC", "", "")),
			func(_ *pilote.CaseContext, p *payer) {
				p.idb = func(*roc.IDBRequest) *roc.IDBReply { return &roc.IDBReply{Status: refusal("C02")} }
			}), do(pilote.IdentifierDroits, pilote.Calculer), func(t *testing.T, o outcome) {
			o.alerted(t, "C02")
			equal(t, "circuit", o.facts.Circuit, "PEC")
			equal(t, "calls", o.services(), "ANN IDB")
		}},
		{"EXG-IDB-0026", "a domain that the contract does not open is shown", also(v2(care("PSY", "HC", "", "")),
			opening("MCOO", "SMR")), do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
			o.alerted(t, "C02")
			equal(t, "circuit", o.facts.Circuit, "PEC")
		}},
		{"EXG-IDB-0026", "the other domains go on", also(v2(), opening("MCOO", "SMR")), toCalculation(),
			func(t *testing.T, o outcome) { equal(t, "engagements", o.engagements(), "ENGAGE") }},
		{"EXG-IDB-0122", "the rights are asked for the mode of the geographic entity", v2(clinic("1500.00")),
			do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "mode", o.idb(t, 1).Mode, "EX_OQN")
			}},
	}
}

// opening makes the contract open the domains given.
func opening(domains ...string) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) {
		p.idb = func(*roc.IDBRequest) *roc.IDBReply {
			r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
			r.Covers[0].Domains = domains
			return r
		}
	}
}

// counted makes the AMC tell what it has counted before the stay.
func counted(days int, through string) func(*pilote.CaseContext, *payer) {
	return func(_ *pilote.CaseContext, p *payer) {
		p.idb = func(*roc.IDBRequest) *roc.IDBReply {
			r := rightsAnswer(period("2025-01-01", "", "2026-12-31"))
			r.Counters = &roc.Counters{Days: days, Through: day(through)}
			return r
		}
	}
}

func before(entry, exit, finessEJ string) func(*pilote.CaseContext) {
	return func(c *pilote.CaseContext) {
		c.Venue.Before = []pilote.EarlierStay{{Entry: entry, Exit: exit, FinessEJ: finessEJ}}
	}
}

func onPermission(from, to string) pilote.Parameters {
	return pilote.Parameters{Leave: &pilote.Leave{From: from, To: to}}
}

func domainScripts() []script {
	smr := care("SMR", "HC", "908", "11")
	fromMCO := dates("2025-06-12T08:00", "2025-07-07T10:00")
	ten := dates("2025-06-02T08:00", "2025-06-12T10:00")
	afterMCO := []wanted{{"PJ", 20, 110824}, {"FJ", 6, 12000}}
	leaving := then(do(pilote.IdentifierDroits), pilote.SaisirPermission, onPermission("2025-06-05", "2025-06-06"))
	onLeave := append(then(leaving, pilote.SaisirSortie, left("2025-06-12T10:00")), do(pilote.Calculer)...)
	toHospital := pilote.Parameters{Exit: &pilote.Exit{At: "2025-06-12T10:00", Mode: "TRANSFERT"}}
	return []script{
		{"EXG-CLC-0108", "SMR after ten days of MCO in the same hospital: twenty days are left",
			v2(smr, fromMCO, before("2025-06-02", "2025-06-12", "")), home("2025-07-07T10:00"),
			func(t *testing.T, o outcome) {
				requested(t, o, 1, afterMCO...)
				equal(t, "counted", *o.facts.Counters, pilote.Counters{Days: 10, Through: "2025-06-11",
					Source: "ETABLISSEMENT"})
			}},
		{"EXG-CLC-0109", "SMR after ten days elsewhere: the AMC's count is taken",
			also(v2(smr, fromMCO), counted(10, "2025-06-11")), home("2025-07-07T10:00"),
			func(t *testing.T, o outcome) {
				requested(t, o, 1, afterMCO...)
				equal(t, "counted", *o.facts.Counters, pilote.Counters{Days: 10, Through: "2025-06-11", Source: "AMC"})
			}},
		{"EXG-CLC-0109", "a count that ended before a night at home is another chain's",
			also(v2(smr, fromMCO), counted(10, "2025-06-05")), home("2025-07-07T10:00"),
			func(t *testing.T, o outcome) { requested(t, o, 1, wanted{"PJ", 25, 138530}, wanted{"FJ", 1, 2000}) }},
		{"EXG-CLC-0110", "SMR with a permission: days of presence only", v2(smr, ten), onLeave,
			func(t *testing.T, o outcome) {
				lines := requested(t, o, 1, wanted{"PJ", 3, 16624}, wanted{"PJ", 5, 27706}, wanted{"FJ", 1, 2000}).Lines
				equal(t, "until", lines[0].To, day("2025-06-04"))
				equal(t, "again from", lines[1].From, day("2025-06-07"))
			}},
		{"EXG-CLC-0110", "no permission outside SMR and PSY", v2(ten),
			then(do(pilote.IdentifierDroits), pilote.SaisirPermission, onPermission("2025-06-05", "2025-06-06")),
			func(t *testing.T, o outcome) { equal(t, "status", o.last().Status, pilote.RefuseProduit) }},
		{"EXG-CLC-0111", "PSY: its own forfait journalier",
			v2(care("PSY", "HC", "921", "02"), ten, amo("10", "4", "A")),
			home("2025-06-12T10:00"), func(t *testing.T, o outcome) { requested(t, o, 1, wanted{"FJ", 11, 16500}) }},
		{"EXG-CLC-0112", "PSY by day: no forfait journalier",
			v2(care("PSY", "HDJ", "923", "02"), dates("2025-06-02T08:00", "2025-06-03T16:00")),
			home("2025-06-03T16:00"),
			func(t *testing.T, o outcome) { requested(t, o, 1, wanted{"PJ", 1, 8276}, wanted{"PJ", 1, 8276}) }},
		{"EXG-CLC-0113", "HAD by periods: no forfait journalier",
			v2(care("HAD", "HAD", "950", "01"), staying),
			then(then(then(do(pilote.IdentifierDroits), pilote.Calculer, part1("2025-06-02", "2025-06-16")),
				pilote.SaisirSortie, left("2025-07-02T10:00")), pilote.Calculer, lastOne("2025-06-17", "2025-07-02")),
			func(t *testing.T, o outcome) {
				requested(t, o, 1, wanted{"PJ", 15, 75000})
				requested(t, o, 2, wanted{"PJ", 15, 75000})
			}},
		{"EXG-CLC-0114", "HAD ends on the day of the admission, which the hospital bills",
			v2(care("HAD", "HAD", "950", "01"), ten),
			append(then(do(pilote.IdentifierDroits), pilote.SaisirSortie, toHospital), do(pilote.Calculer)...),
			func(t *testing.T, o outcome) {
				l := requested(t, o, 1, wanted{"PJ", 10, 50000}).Lines[0]
				equal(t, "until", l.To, day("2025-06-11"))
			}},
	}
}
