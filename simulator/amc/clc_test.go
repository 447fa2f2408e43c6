package amc_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestCalculation(t *testing.T) {
	play(t, identifiedScenarios())
	play(t, dossierScenarios())
	play(t, replayScenarios())
}

// engaged lists the live engagements.
func (b *bench) engaged() []amc.Engagement {
	var live []amc.Engagement
	for _, e := range b.tx.ByRequest {
		if e.LiveKey != "" {
			live = append(live, e)
		}
	}
	return live
}

// nominal is the calculation of E1 on a fresh identification.
func (b *bench) nominal() *roc.CLCRequest {
	b.Helper()
	id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
	return b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
}

// refusedBy says that neither estimate nor calculation is given, with a code and by a rule.
func refusedBy(rule, code string, request func(b *bench) *roc.CLCRequest) func(b *bench) {
	return func(b *bench) {
		q := request(b)
		if !strings.HasPrefix(rule, "CLC") {
			b.outcome(ask[*roc.SIMReply](b, b.simOf(q)), roc.Refuse, code)
			equal(b, "rule", b.trace[len(b.trace)-1].Rule, rule)
		}
		b.outcome(b.clc(q), roc.Refuse, code)
		equal(b, "rule", b.trace[len(b.trace)-1].Rule, rule)
		equal(b, "engagements", len(b.engaged()), 0)
	}
}

func identifiedScenarios() []scenario {
	return []scenario{
		{"an idbId that nobody gave is refused", refusedBy("DRO-R01", "G01", func(b *bench) *roc.CLCRequest {
			return b.clcRequest("P01", alpha, "IDB-X", "2025-06-02", "2025-06-07", e1()...)
		})},
		{"an unknown AMC is refused before anything", refusedBy("TRV-R04", "A01", func(b *bench) *roc.CLCRequest {
			return b.clcRequest("P01", "99009999", "IDB-X", "2025-06-02", "2025-06-07", e1()...)
		})},
		{"the identification of another establishment is refused",
			refusedBy("DRO-R01", "G01", func(b *bench) *roc.CLCRequest {
				id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
				b.eg = otherEG
				return b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
			})},
		{"the identification of another AMC is refused", refusedBy("DRO-R02", "G01", func(b *bench) *roc.CLCRequest {
			q := b.nominal()
			q.Header.Receiver.AMCNumber = gamma
			return q
		})},
		{"an identification without open rights is refused",
			refusedBy("DRO-R03", "G01", func(b *bench) *roc.CLCRequest {
				id := b.idb("P11", alpha, "2025-06-02", "2025-06-07")
				return b.clcRequest("P11", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
			})},
		{"an identification is good on its renewal date and refused the day after", func(b *bench) {
			q := b.nominal()
			b.on("2025-06-13")
			refusedBy("DRO-R04", "G01", func(*bench) *roc.CLCRequest { return q })(b)
			b.on("2025-06-07")
			q = b.nominal()
			b.on("2025-06-12")
			b.outcome(b.clc(q), roc.Accepte, "")
		}},
		{"dates of care outside the identified rights are refused",
			refusedBy("DRO-R05", "G01", func(b *bench) *roc.CLCRequest {
				id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
				return b.clcRequest("P01", alpha, id.IdbID, "2024-12-02", "2024-12-07",
					line(1, "FJ", "2024-12-02", "2024-12-07", 6, 2000, 0))
			})},
		{"dates of care in the waiting period are refused as such",
			refusedBy("DRO-R08", "D05", func(b *bench) *roc.CLCRequest {
				b.on("2025-06-30")
				id := b.idb("P15", alpha, "2025-06-28", "2025-07-03")
				return b.clcRequest("P15", alpha, id.IdbID, "2025-06-24", "2025-06-28",
					line(1, "FJ", "2025-06-24", "2025-06-28", 5, 2000, 0))
			})},
		{"a C2S contract takes nothing through ROC", refusedBy("DRO-R06", "D07", func(b *bench) *roc.CLCRequest {
			id := b.idb("P10", alpha, "2025-06-02", "2025-06-07")
			return b.clcRequest("P10", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
		})},
		{"no third-party payment for stays, no calculation of a stay",
			refusedBy("DRO-R07", "D03", func(b *bench) *roc.CLCRequest {
				id := b.idb("P17", alpha, "2025-06-02", "2025-06-07", member("M17"))
				return b.clcRequest("P17", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...)
			})},
		{"another patient than the one identified is refused",
			refusedBy("CLC-R04", "G01", func(b *bench) *roc.CLCRequest {
				q := b.nominal()
				q.Patient.Beneficiary = b.identity("P02")
				return q
			})},
		{"the debtor may be addressed in place of the AMC", func(b *bench) {
			id := b.idb("P03", gamma, "2025-06-02", "2025-06-07")
			a := b.clc(b.clcRequest("P03", "99000093", id.IdbID, "2025-06-02", "2025-06-07", e1()...))
			b.outcome(a, roc.Accepte, "")
			equal(b, "debtor", a.Debtor.Name, "Gamma Gestion")
			equal(b, "consigne", a.Consignes[0].Code, "K1")
		}},
	}
}

func dossierScenarios() []scenario {
	return []scenario{
		{"a second calculation of the dossier is refused with the number of the first", func(b *bench) {
			first := b.clc(b.nominal())
			second := b.clc(b.nominal())
			b.outcome(second, roc.Refuse, "G02")
			equal(b, "number", second.ClcID, first.ClcID)
			equal(b, "engagements", len(b.engaged()), 1)
		}},
		{"a longer stay of the same dossier is the same dossier", func(b *bench) {
			b.clc(b.nominal())
			b.outcome(b.stay("P01", alpha, "2025-06-02", "2025-06-09", e1()...), roc.Refuse, "G02")
		}},
		{"the same dossier with another day of entry is the same stay", func(b *bench) {
			b.clc(b.nominal())
			b.outcome(b.stay("P01", alpha, "2025-06-01", "2025-06-07", e1()...), roc.Refuse, "G02")
			b.outcome(b.stay("P01", alpha, "2025-06-03", "2025-06-07", e1()[1:]...), roc.Refuse, "G02")
			equal(b, "engagements", len(b.engaged()), 1)
		}},
		{"a visit holds its day, in whatever zone its instant is written", func(b *bench) {
			morning := b.visit("P01", consultation("2025-06-02"))
			morning.Venue.Entry = date("2025-06-01").Time().Add(23 * time.Hour) // 2 June, one in the morning
			b.outcome(b.clc(morning), roc.Accepte, "")
			again := b.visit("P01", consultation("2025-06-02"))
			again.Venue.Entry = morning.Venue.Entry.In(b.now.Location())
			b.outcome(b.clc(again), roc.Refuse, "G02")
			next := b.visit("P01", consultation("2025-06-03"))
			next.Venue.Entry, next.Venue.Exit = date("2025-06-03").Time(), date("2025-06-03").Time()
			b.outcome(b.clc(next), roc.Accepte, "")
		}},
		{"an engagement taken years after the exit is not born lapsed", func(b *bench) {
			b.on("2027-06-07")
			a := b.clc(b.nominal())
			b.outcome(a, roc.Accepte, "")
			equal(b, "guaranteed until", a.GuaranteedUntil, date("2028-06-06"))
			b.outcome(b.clc(b.nominal()), roc.Refuse, "G02")
		}},
		{"a lapsed engagement that is replaced under another dossier gives its days back", func(b *bench) {
			lines := []roc.Line{forfaits("2025-06-02", "2025-06-16", 15)}
			first := b.dossier("1", "2025-06-02", "2025-06-16", lines...)
			b.on("2026-06-20")
			q := b.dossierRequest("2", "2025-06-02", "2025-06-16", lines...)
			q.PreviousClcID = first.ClcID
			b.shared(b.clc(q), roc.Accepte, "", 30000, 0)
			equal(b, "counter", b.counter("fj", "2025", "jours"), 15)
			old, _ := b.tx.Engagement(first.ClcID)
			equal(b, "state", old.State, amc.Echu)
			b.dossier("1", "2025-06-02", "2025-06-16", lines...)
			equal(b, "days left", b.counter("fj", "2025", "jours"), 20)
		}},
		{"another dossier of the same patient is engaged too", func(b *bench) {
			b.clc(b.nominal())
			q := b.nominal()
			q.Patient.NDA = "250099999"
			b.outcome(b.clc(q), roc.Accepte, "")
			equal(b, "engagements", len(b.engaged()), 2)
		}},
		{"after the guarantee date the engagement has lapsed and a new one may be taken", func(b *bench) {
			first := b.clc(b.nominal())
			b.on("2026-06-08")
			b.outcome(b.clc(b.nominal()), roc.Accepte, "")
			equal(b, "engagements", len(b.engaged()), 1)
			old, _ := b.tx.Engagement(first.ClcID)
			equal(b, "state", old.State, amc.Echu)
			b.on("2025-06-08")
			b.outcome(b.del(alpha, first.ClcID), roc.Refuse, "G05")
		}},
		{"a calculation that replaces an engagement still standing is refused", func(b *bench) {
			first := b.clc(b.nominal())
			q := b.nominal()
			q.Patient.NDA, q.PreviousClcID = "250099999", first.ClcID
			b.outcome(b.clc(q), roc.Refuse, "G02")
		}},
		{"a calculation that replaces nothing known is refused", func(b *bench) {
			q := b.nominal()
			q.PreviousClcID = "ENG-X"
			b.outcome(b.clc(q), roc.Refuse, "G03")
		}},
		{"after DEL the replacement is engaged under a new number", func(b *bench) {
			first := b.clc(b.nominal())
			b.del(alpha, first.ClcID)
			q := b.nominal()
			q.PreviousClcID = first.ClcID
			second := b.clc(q)
			b.outcome(second, roc.Accepte, "")
			equal(b, "same number", second.ClcID == first.ClcID, false)
		}},
	}
}

// sameAnswer compares the business content of two replies: everything but the header.
func (b *bench) sameAnswer(first, second *roc.CLCReply) {
	b.Helper()
	one, two := *first, *second
	if one.Header.MessageID == two.Header.MessageID {
		b.Error("two sendings got one message identifier")
	}
	one.Header, two.Header = roc.ReplyHeader{}, roc.ReplyHeader{}
	if !reflect.DeepEqual(one, two) {
		b.Errorf("got %+v, want %+v", two, one)
	}
}

func replayScenarios() []scenario {
	return []scenario{
		{"a replay gets the same answer, also long after and once cancelled", func(b *bench) {
			q := b.nominal()
			first := b.clc(q)
			b.sameAnswer(first, b.clc(b.again(q)))
			b.del(alpha, first.ClcID)
			b.on("2027-01-01")
			b.sameAnswer(first, b.clc(b.again(q)))
			equal(b, "engagements", len(b.engaged()), 0)
		}},
		{"a replay of a refusal gets the refusal", func(b *bench) {
			q := b.nominal()
			q.Totals.Billed++
			first := b.clc(q)
			b.outcome(first, roc.Refuse, "M01")
			b.sameAnswer(first, b.clc(b.again(q)))
		}},
		{"another content under the same identifier is refused, and the first answer stays", func(b *bench) {
			q := b.nominal()
			first := b.clc(q)
			other := b.again(q)
			other.Lines = e1()[:1]
			other.Totals = totals(other.Lines)
			b.outcome(b.clc(other), roc.Refuse, "G07")
			b.sameAnswer(first, b.clc(b.again(q)))
		}},
		{"a technical refusal is not remembered: the same calculation may succeed", func(b *bench) {
			b.force(amc.Forcing{Service: "CLC", Code: "T02", Times: 1})
			q := b.nominal()
			b.outcome(b.clc(q), roc.Refuse, "T02")
			b.outcome(b.clc(b.again(q)), roc.Accepte, "")
		}},
		{"the wrong door is not remembered: the right one answers", func(b *bench) {
			q := b.nominal()
			b.operator = "OPB"
			b.outcome(b.clc(q), roc.Refuse, "A04")
			b.operator = "OPA"
			b.outcome(b.clc(b.again(q)), roc.Accepte, "")
		}},
	}
}
