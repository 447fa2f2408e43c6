package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestDirectory(t *testing.T) { play(t, annScenarios()) }

func annScenarios() []scenario {
	return []scenario{
		{"a connected AMC is given with operator, addresses, domains, billing address and validity", func(b *bench) {
			a := b.ann(alpha, "", "")
			b.outcome(a, roc.OK, "")
			equal(b, "operator", a.Operator.ID, "OPA")
			equal(b, "endpoints", len(a.Endpoints), 4)
			equal(b, "address of IDB", a.Endpoints[0].URL, "http://roc.invalid/OPA/IDB")
			equal(b, "version", a.Endpoints[3].Version, "V1")
			equal(b, "domain", a.Domains[0], "MCOO")
			equal(b, "billing", a.Billing.Address, "facturation@alpha.invalid")
			equal(b, "valid from", a.ValidFrom, date("2025-06-07"))
			equal(b, "valid to", a.ValidTo, date("2025-07-07"))
		}},
		{"an AMC without operator answers itself, and its debtor is shown", func(b *bench) {
			a := b.ann(gamma, "", "")
			b.outcome(a, roc.OK, "")
			equal(b, "operator", a.Operator, nil)
			equal(b, "address", a.Endpoints[1].URL, "http://roc.invalid//SIM")
			equal(b, "debtor", a.AMC.DebtorNumber, "99000093")
		}},
		{"an unknown number is unknown, and zeros in front count", func(b *bench) {
			b.outcome(b.ann("99000002", "", ""), roc.Inconnu, "A01")
			b.outcome(b.ann("99009999", "", ""), roc.Inconnu, "A01")
		}},
		{"an AMC outside ROC is known and not connected", func(b *bench) {
			a := b.ann(epsilon, "", "")
			b.outcome(a, roc.NonRaccorde, "A02")
			equal(b, "name", a.AMC.Label, "Mutuelle Epsilon")
		}},
		{"an AMC that offers V2 only is not connected in V1", func(b *bench) {
			b.outcome(b.ann(eta, "", ""), roc.NonRaccorde, "A02")
		}},
		{"a number shared by two entries is ambiguous while the CSR is blank or wrong", func(b *bench) {
			for _, csr := range []string{"", "B9"} {
				a := b.ann(beta, csr, "")
				b.outcome(a, roc.Ambigu, "A03")
				equal(b, "candidates", len(a.Candidates), 2)
				equal(b, "second candidate", a.Candidates[1], roc.Candidate{CSR: "B2", Label: "Assureur Bêta Sud"})
			}
		}},
		{"the CSR chooses between entries that share a number, and so does the convention type", func(b *bench) {
			equal(b, "by CSR", b.ann(beta, "B2", "").AMC.Label, "Assureur Bêta Sud")
			equal(b, "by convention", b.ann(beta, "", "XB").AMC.Label, "Assureur Bêta")
		}},
		{"the operator is that of the day, and the change to come does not shorten the validity", func(b *bench) {
			b.on("2025-06-04")
			a := b.ann(delta, "", "")
			equal(b, "before", a.Operator.ID, "OPA")
			equal(b, "valid to", a.ValidTo, date("2025-06-04"))
			b.on("2025-06-05")
			equal(b, "after", b.ann(delta, "", "").Operator.ID, "OPB")
		}},
	}
}

func TestRegistry(t *testing.T) { play(t, registryScenarios()) }

func registryScenarios() []scenario {
	// every service in turn, as a caller who says to be somebody.
	callers := func(code, ej, eg string) func(b *bench) {
		return func(b *bench) {
			requests := append(b.anything(alpha), &roc.ANNRequest{Header: b.header(""), AMCNumber: alpha})
			for _, q := range requests {
				q.RequestHeader().Sender = roc.Sender{FinessEJ: ej, FinessEG: eg}
				if clc, ok := q.(*roc.CLCRequest); ok {
					clc.Establishment = roc.Establishment{FinessEJ: ej, FinessEG: eg}
				}
				b.denied(q, code)
			}
		}
	}
	doors := func(code, number, operator string) func(b *bench) {
		return func(b *bench) {
			b.operator = operator
			for _, q := range b.anything(number) {
				b.outcome(ask[roc.Reply](b, q), roc.Refuse, code)
			}
		}
	}
	return []scenario{
		{"an establishment outside the registry is not served", callers("S04", ej, "990000408")},
		{"a legal entity that does not own the establishment is not served", callers("S04", "990000101", eg)},
		{"a suspended establishment is not served", callers("S05", ej, suspended)},
		{"a calculation for another establishment than the caller is not served", func(b *bench) {
			request := b.clcRequest("P01", alpha, "IDB-X", "2025-06-02", "2025-06-07", e1()...)
			request.Establishment.FinessEG = otherEG
			b.denied(request, "S04")
		}},
		{"no service answers for an AMC that is unknown", doors("A01", "99009999", "")},
		{"no service answers for an AMC that is not connected", doors("A02", epsilon, "")},
		{"no service answers at the door of an operator that is not the AMC's", doors("A04", alpha, "OPB")},
	}
}
