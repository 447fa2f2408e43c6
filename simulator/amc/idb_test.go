package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestIdentification(t *testing.T) {
	play(t, idbRoutingScenarios())
	play(t, idbPersonScenarios())
	play(t, idbRightsScenarios())
}

// otherNIR is the NIR of nobody.
func otherNIR(q *roc.IDBRequest) { q.Beneficiary.InsuredNIR = "1800199999999" }

func member(number string) func(*roc.IDBRequest) {
	return func(q *roc.IDBRequest) { q.Card.MemberNumber = number }
}

func idbRoutingScenarios() []scenario {
	return []scenario{
		{"an unknown AMC cannot identify anybody", func(b *bench) {
			b.outcome(b.idb("P01", "99009999", "2025-06-02", ""), roc.Refuse, "A01")
		}},
		{"an AMC outside ROC does not identify", func(b *bench) {
			b.outcome(b.idb("P01", epsilon, "2025-06-02", ""), roc.Refuse, "A02")
		}},
		{"a shared number without CSR is refused as ambiguous", func(b *bench) {
			b.outcome(b.idb("P20", beta, "2025-06-02", ""), roc.Refuse, "A03")
			b.outcome(b.idb("P20", beta, "2025-06-02", "", func(q *roc.IDBRequest) { q.Card.CSR = "B2" }), roc.OK, "")
		}},
		{"the other entry of a shared number does not know the beneficiary", func(b *bench) {
			a := b.idb("P20", beta, "2025-06-02", "", func(q *roc.IDBRequest) { q.Card.CSR = "B1" })
			b.outcome(a, roc.Refuse, "B01")
		}},
		{"the address of an operator that no longer answers for the AMC refuses", func(b *bench) {
			b.operator = "OPA"
			b.on("2025-06-04")
			b.outcome(b.idb("P01", delta, "2025-06-02", ""), roc.Refuse, "B01")
			b.on("2025-06-05")
			b.outcome(b.idb("P01", delta, "2025-06-02", ""), roc.Refuse, "A04")
			b.outcome(b.idb("P03", gamma, "2025-06-02", ""), roc.Refuse, "A04")
		}},
		{"a message for one AMC with the card of another is refused", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Header.Receiver.AMCNumber = gamma })
			b.outcome(a, roc.Refuse, "A04")
		}},
		{"a domain that the AMC has not opened is refused", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Domain = "SMR" })
			b.outcome(a, roc.Refuse, "C02")
		}},
	}
}

func idbPersonScenarios() []scenario {
	return []scenario{
		{"a NIR that leads nowhere is unknown", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", otherNIR)
			b.outcome(a, roc.Refuse, "B01")
			equal(b, "covers", len(a.Covers), 0)
		}},
		{"a person covered elsewhere is unknown here", func(b *bench) {
			b.outcome(b.idb("P03", alpha, "2025-06-02", ""), roc.Refuse, "B01")
		}},
		{"a wrong NIR beside the right member number and birth date is a NIR mismatch", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", member("A00012345"), otherNIR)
			b.outcome(a, roc.Refuse, "B05")
		}},
		{"an own NIR that contradicts the file is a NIR mismatch", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Beneficiary.NIR = "1800199999999" })
			b.outcome(a, roc.Refuse, "B05")
		}},
		{"the own NIR alone identifies", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) {
				q.Beneficiary.NIR, q.Beneficiary.InsuredNIR = q.Beneficiary.InsuredNIR, ""
			})
			b.outcome(a, roc.OK, "")
		}},
		{"another birth date is a mismatch", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Beneficiary.BirthDate = "19850616" })
			b.outcome(a, roc.Refuse, "B04")
		}},
		{"a lunar birth date is compared as it stands on the card", func(b *bench) {
			b.outcome(b.idb("P03", gamma, "2025-06-02", ""), roc.OK, "")
			a := b.idb("P03", gamma, "2025-06-02", "", func(q *roc.IDBRequest) { q.Beneficiary.BirthDate = "19690101" })
			b.outcome(a, roc.Refuse, "B04")
		}},
		{"twins are told apart by their rank", func(b *bench) {
			equal(b, "rank 1", b.idb("P05", alpha, "2025-06-02", "").Beneficiary.FirstName, "Sacha")
			equal(b, "rank 2", b.idb("P06", alpha, "2025-06-02", "").Beneficiary.FirstName, "Charlie")
			a := b.idb("P06", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Beneficiary.BirthRank = 3 })
			b.outcome(a, roc.Refuse, "B04")
		}},
		{"two persons alike are ambiguous until member number or names decide", func(b *bench) {
			nameless := func(q *roc.IDBRequest) { q.Beneficiary.LastName, q.Beneficiary.FirstName = "", "" }
			b.outcome(b.idb("P17", alpha, "2025-06-02", "", nameless), roc.Refuse, "B02")
			b.outcome(b.idb("P17", alpha, "2025-06-02", ""), roc.Refuse, "B02") // the names are alike too
			a := b.idb("P17", alpha, "2025-06-02", "", nameless, member("M18"))
			b.outcome(a, roc.OK, "")
			equal(b, "contract", a.Covers[0].Contract, "C18")
		}},
		{"an AMC that requires the member number refuses without it and with another", func(b *bench) {
			b.outcome(b.idb("P13", zeta, "2025-06-02", ""), roc.Refuse, "B03")
			b.outcome(b.idb("P13", zeta, "2025-06-02", "", member("Z0042")), roc.Refuse, "B01")
			b.outcome(b.idb("P13", zeta, "2025-06-02", "", member("Z 0042")), roc.OK, "")
		}},
		{"the beneficiary is given back as the AMC knows it", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "", func(q *roc.IDBRequest) { q.Beneficiary.LastName = "AUTRE" })
			b.outcome(a, roc.OK, "")
			equal(b, "name", a.Beneficiary.LastName, "ESSAI")
			equal(b, "key", a.Beneficiary.Key, "89")
		}},
	}
}

func idbRightsScenarios() []scenario {
	return []scenario{
		{"contiguous periods come merged, with the renewal date of the profile", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
			b.outcome(a, roc.OK, "")
			equal(b, "periods", len(a.Covers[0].Periods), 1)
			equal(b, "period", a.Covers[0].Periods[0],
				roc.Period{From: date("2025-01-01"), To: date("2025-12-31"), Renewal: date("2025-06-12")})
			equal(b, "contact", a.Contacts[0].Name, "Service tiers payant")
			equal(b, "debtor", a.Debtor.Number, alpha)
		}},
		{"periods with a gap are kept apart", func(b *bench) {
			a := b.idb("P19", alpha, "2025-06-02", "2025-06-08")
			equal(b, "periods", len(a.Covers[0].Periods), 2)
			equal(b, "end of the first", a.Covers[0].Periods[0].To, date("2025-06-03"))
		}},
		{"renewal at the end of the month", func(b *bench) {
			equal(b, "renewal", b.idb("P03", gamma, "2025-06-02", "").Covers[0].Periods[0].Renewal, date("2025-06-30"))
		}},
		{"renewal in the middle of the month", func(b *bench) {
			for day, want := range map[string]string{"2025-06-15": "2025-06-15", "2025-12-16": "2026-01-15"} {
				b.on(day)
				equal(b, day, b.idb("P08", alpha, "2025-06-02", "").Covers[0].Periods[0].Renewal, date(want))
			}
		}},
		{"renewal at the beginning of the month", func(b *bench) {
			for day, want := range map[string]string{"2025-06-01": "2025-06-01", "2025-12-02": "2026-01-01"} {
				b.on(day)
				equal(b, day, b.idb("P12", alpha, "2025-06-02", "").Covers[0].Periods[0].Renewal, date(want))
			}
		}},
		{"rights that ended before the dates are closed", func(b *bench) {
			b.outcome(b.idb("P11", alpha, "2025-01-01", "2025-01-03"), roc.Refuse, "D01")
		}},
		{"rights that start after the dates are not yet open", func(b *bench) {
			b.outcome(b.idb("P15", alpha, "2025-03-01", "2025-03-03"), roc.Refuse, "D02")
		}},
		{"rights that start during the stay are open, from their own date", func(b *bench) {
			a := b.idb("P15", alpha, "2025-06-25", "2025-07-04")
			b.outcome(a, roc.OK, "")
			equal(b, "open from", a.Covers[0].Periods[0].From, date("2025-06-30"))
		}},
		{"a waiting period is no open right", func(b *bench) {
			b.outcome(b.idb("P15", alpha, "2025-06-02", "2025-06-07"), roc.Refuse, "D05")
		}},
		{"an end before the start gives an empty list, not an error", func(b *bench) {
			a := b.idb("P01", alpha, "2025-06-07", "2025-06-02")
			b.outcome(a, roc.OK, "")
			equal(b, "covers", len(a.Covers), 0)
			equal(b, "consignes", len(a.Consignes), 1)
		}},
		{"several contracts come in rank order", func(b *bench) {
			a := b.idb("P16", alpha, "2025-06-02", "2025-06-07")
			b.outcome(a, roc.OK, "")
			equal(b, "first", a.Covers[0].Contract, "C16A")
			equal(b, "second", a.Covers[1].Contract, "C16B")
		}},
		{"the next AMC is announced by the first, not by the last", func(b *bench) {
			equal(b, "first", b.idb("P12", alpha, "2025-06-02", "").NextAMC, gamma)
			equal(b, "last", b.idb("P12", gamma, "2025-06-02", "").NextAMC, "")
		}},
		{"a debtor other than the card, and a consigne, are told", func(b *bench) {
			a := b.idb("P03", gamma, "2025-06-02", "")
			equal(b, "debtor", *a.Debtor, roc.Debtor{Number: "99000093", Name: "Gamma Gestion"})
			equal(b, "consigne", a.Consignes[0].Text, "Demander la carte d'adhérent à jour.")
		}},
		{"a C2S contract is shown, and said to be outside ROC", func(b *bench) {
			a := b.idb("P10", alpha, "2025-06-02", "")
			b.outcome(a, roc.OK, "D07")
			equal(b, "flag", a.Covers[0].C2S, true)
		}},
		{"rights without third-party payment for the context are open and say so", func(b *bench) {
			a := b.idb("P17", alpha, "2025-06-02", "", member("M17"))
			b.outcome(a, roc.OK, "D03")
			equal(b, "stays", a.Covers[0].TPSejour, false)
			ace := func(q *roc.IDBRequest) { q.Context = roc.ACE }
			b.outcome(b.idb("P17", alpha, "2025-06-02", "", member("M17"), ace), roc.OK, "")
			b.outcome(b.idb("P18", alpha, "2025-06-02", "", member("M18"), ace), roc.OK, "D03")
		}},
	}
}
