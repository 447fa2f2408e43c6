package amc_test

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func openingScenarios() []scenario {
	const beta2 = "99000002"
	inDomain := func(domain string) func(*roc.IDBRequest) { return func(q *roc.IDBRequest) { q.Domain = domain } }
	of := func(mode string) func(*roc.IDBRequest) { return func(q *roc.IDBRequest) { q.Mode = mode } }
	return []scenario{
		{"an AMC in both versions gives both, the newer first", func(b *bench) {
			a := b.ann(alpha, "", "")
			b.outcome(a, roc.OK, "")
			equal(b, "addresses", addresses(a), "V2:IDB,SIM,CLC,DEL V1:IDB,SIM,CLC,DEL")
			equal(b, "address", a.Endpoints[4].URL, "http://roc.invalid/V1//IDB")
			equal(b, "domains", strings.Join(a.Domains, " "), "HAD MCOO PSY SMR")
			equal(b, "modes", strings.Join(a.Modes, " "), "EX_DG EX_OQN")
			equal(b, "contract", a.TechnicalContract, "CT-99000001")
		}},
		{"an AMC in V1 only gives V1, to fall back on, and its domains", func(b *bench) {
			a := b.ann(beta2, "", "")
			b.outcome(a, roc.OK, "")
			equal(b, "addresses", addresses(a), "V1:IDB,SIM,CLC,DEL")
			equal(b, "domains", strings.Join(a.Domains, " "), "MCOO")
			equal(b, "contract", a.TechnicalContract, "")
			b.outcome(b.idb("P01", beta2, "2025-06-02", ""), roc.Refuse, "A02")
		}},
		{"an AMC may open some services and domains only", func(b *bench) {
			equal(b, "addresses", addresses(b.ann(delta, "", "")), "V2:IDB,CLC,DEL V1:IDB,SIM,CLC,DEL")
			b.outcome(b.sim("IDB-X", "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "G01")
			b.outcome(b.idb("P01", delta, "2025-06-02", "", inDomain("SMR")), roc.Refuse, "C02")
			q := b.clcRequest("P01", delta, "IDB-X", "2025-06-02", "2025-06-07", e1()...)
			b.outcome(ask[*roc.SIMReply](b, b.simOf(q)), roc.Refuse, "A02")
		}},
		{"an AMC outside ROC is in no version", func(b *bench) {
			a := b.ann(epsilon, "", "")
			b.outcome(a, roc.NonRaccorde, "A02")
			equal(b, "AMC", a.AMC.Number, epsilon)
		}},
		{"the technical contract is one whatever the establishment", func(b *bench) {
			equal(b, "in the hospital", b.idb("P01", gamma, "2025-06-02", "", of("EX_DG")).TechnicalContract, "TP-2025")
			b.eg = clinic
			equal(b, "in the clinic", b.idb("P01", gamma, "2025-06-02", "", of("EX_OQN")).TechnicalContract, "TP-2025")
		}},
		{"a mode of funding that the AMC does not serve is refused", func(b *bench) {
			b.outcome(b.idb("P01", delta, "2025-06-02", "", of("EX_OQN")), roc.Refuse, "C04")
			id := b.idb("P01", delta, "2025-06-02", "2025-06-07")
			q := b.clcRequest("P01", delta, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
			q.Establishment.Mode = "EX_OQN"
			b.outcome(b.clc(q), roc.Refuse, "C04")
			b.outcome(b.clc(b.first(alpha)), roc.Accepte, "")
		}},
		{"a domain that no contract opens is refused and shown, the others are not affected", func(b *bench) {
			a := b.idb("P02", alpha, "2025-06-02", "2025-06-07", inDomain("PSY"))
			b.outcome(a, roc.Refuse, "C02")
			equal(b, "domains of the first contract", strings.Join(a.Covers[0].Domains, " "), "MCOO SMR")
			q := b.clcRequest("P02", alpha, a.IdbID, "2025-06-02", "2025-06-07", e1()...)
			q.Venue.Domain = "PSY"
			b.outcome(b.clc(q), roc.Refuse, "C02")
			b.outcome(ask[*roc.SIMReply](b, b.simOf(q)), roc.Refuse, "C02")
			b.outcome(b.idb("P02", alpha, "2025-06-02", "2025-06-07", inDomain("SMR")), roc.OK, "")
		}},
		{"only the contracts that open the domain pay", func(b *bench) {
			id := b.idb("P02", alpha, "2025-06-02", "2025-06-07", inDomain("SMR"))
			q := b.clcRequest("P02", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
			q.Venue.Domain = "SMR"
			b.shared(b.clc(q), roc.Accepte, "", 118656, 0)
			b.says("Le contrat de rang 2 n'ouvre pas le domaine SMR au tiers payant.")
		}},
	}
}

// addresses sums up the endpoints, by version.
func addresses(a *roc.ANNReply) string {
	var text strings.Builder
	version := ""
	for _, e := range a.Endpoints {
		switch {
		case e.Version == version:
			text.WriteString("," + string(e.Service))
		case version == "":
			text.WriteString(e.Version + ":" + string(e.Service))
		default:
			text.WriteString(" " + e.Version + ":" + string(e.Service))
		}
		version = e.Version
	}
	return text.String()
}
