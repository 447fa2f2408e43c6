package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestForcings(t *testing.T) { play(t, forcingScenarios()) }

func (b *bench) forced() bool {
	return len(b.trace) > 0 && b.trace[len(b.trace)-1].Forced
}

func forcingScenarios() []scenario {
	return []scenario{
		{"a code of the catalogue is imposed with its label, so many times", func(b *bench) {
			b.force(amc.Forcing{Service: "IDB", Code: "D04", Times: 2})
			for range 2 {
				a := b.idb("P01", alpha, "2025-06-02", "")
				b.outcome(a, roc.Refuse, "D04")
				equal(b, "label", a.Status.Label, "Droits suspendus.")
				equal(b, "covers", len(a.Covers), 0)
				equal(b, "forced", b.forced(), true)
			}
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.OK, "")
			equal(b, "forced", b.forced(), false)
		}},
		{"a code that nobody knows is given verbatim", func(b *bench) {
			b.force(amc.Forcing{Service: "IDB", Code: "ZX-7", Label: "Motif maison", Group: "Q"})
			equal(b, "status", b.idb("P01", alpha, "2025-06-02", "").Status,
				roc.Status{Result: roc.Refuse, Code: "ZX-7", Label: "Motif maison", Group: "Q"})
		}},
		{"an identification forced closed serves no calculation", func(b *bench) {
			b.force(amc.Forcing{Service: "IDB", Code: "D01"})
			b.outcome(b.stay("P01", alpha, "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "G01")
		}},
		{"a forcing aims at one AMC and one person", func(b *bench) {
			b.force(amc.Forcing{Service: "IDB", Code: "D01", AMC: gamma})
			b.force(amc.Forcing{Service: "IDB", Code: "D04", Beneficiary: "P02"})
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.OK, "")
			b.outcome(b.idb("P02", alpha, "2025-06-02", ""), roc.Refuse, "D04")
			b.outcome(b.idb("P03", gamma, "2025-06-02", ""), roc.Refuse, "D01")
		}},
		{"a refused calculation engages nothing, and its replay is refused alike", func(b *bench) {
			b.force(amc.Forcing{Service: "CLC", Code: "P04", Times: 1})
			q := b.nominal()
			first := b.clc(q)
			b.outcome(first, roc.Refuse, "P04")
			equal(b, "engagements", len(b.engaged()), 0)
			b.sameAnswer(first, b.clc(b.again(q)))
		}},
		{"an outcome that a service has of its own goes with its code", func(b *bench) {
			b.force(amc.Forcing{Service: "ANN", Code: "A02", AMC: alpha})
			b.force(amc.Forcing{Service: "ANN", Code: "A03", AMC: gamma})
			b.force(amc.Forcing{Service: "ANN", Code: "A01", AMC: delta})
			b.outcome(b.ann(alpha, "", ""), roc.NonRaccorde, "A02")
			b.outcome(b.ann(gamma, "", ""), roc.Ambigu, "A03")
			b.outcome(b.ann(delta, "", ""), roc.Inconnu, "A01")
			for code, result := range map[string]roc.Result{
				"G03": roc.Inconnu, "G04": roc.DejaAnnule, "G06": roc.TropTard, "G05": roc.Refuse,
			} {
				b.world = b.world.WithoutForcings()
				b.force(amc.Forcing{Service: "DEL", Code: code})
				b.outcome(b.del(alpha, "ENG-X"), result, code)
			}
		}},
		{"a cancellation forced away leaves the engagement standing", func(b *bench) {
			id := b.clc(b.nominal()).ClcID
			b.force(amc.Forcing{Service: "DEL", Code: "G06", Times: 1})
			b.outcome(b.del(alpha, id), roc.TropTard, "G06")
			equal(b, "engagements", len(b.engaged()), 1)
			b.outcome(b.del(alpha, id), roc.OK, "")
		}},
		{"an estimate is refused by order", func(b *bench) {
			id := b.idb("P01", alpha, "2025-06-02", "")
			b.force(amc.Forcing{Service: "SIM", Code: "T02"})
			b.outcome(b.sim(id.IdbID, "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "T02")
		}},
		{"montant_superieur: a line gets more than it asked", func(b *bench) {
			a := b.incoherent("montant_superieur")
			equal(b, "line", a.Lines[0].AMC, 117656)
			equal(b, "total", a.Totals.AMC, 119656)
		}},
		{"somme_fausse: the total is not the sum of the lines", func(b *bench) {
			a := b.incoherent("somme_fausse")
			equal(b, "total", a.Totals.AMC, a.Lines[0].AMC+a.Lines[1].AMC+1000)
		}},
		{"ligne_inconnue: a line that was never asked", func(b *bench) {
			a := b.incoherent("ligne_inconnue")
			equal(b, "line", a.Lines[2], roc.LineReply{ID: 3, AMC: 1000})
		}},
		{"an incoherence waits for an engagement to bend", func(b *bench) {
			b.force(amc.Forcing{Service: "CLC", Incoherence: "somme_fausse", Times: 1})
			refused := b.clc(b.clcRequest("P01", alpha, "IDB-X", "2025-06-02", "2025-06-07", e1()...))
			b.outcome(refused, roc.Refuse, "G01")
			b.clc(b.nominal())
			equal(b, "forced", b.forced(), true)
		}},
		{"a forced answer given again is told to be forced, an honest one is not", func(b *bench) {
			b.force(amc.Forcing{Service: "CLC", Incoherence: "somme_fausse", Times: 1})
			q := b.nominal()
			first := b.clc(q)
			b.sameAnswer(first, b.clc(b.again(q)))
			equal(b, "forced", b.forced(), true)
			b.del(alpha, first.ClcID)
			q = b.nominal()
			b.clc(q)
			b.clc(b.again(q))
			equal(b, "forced", b.forced(), false)
		}},
		{"a forcing put back after all were withdrawn counts from nothing", func(b *bench) {
			f := amc.Forcing{Service: "IDB", Code: "D04", Times: 1}
			b.force(f)
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.Refuse, "D04")
			b.world = b.world.WithoutForcings()
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.OK, "")
			b.force(f)
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.Refuse, "D04")
		}},
	}
}

// incoherent engages E1 under an incoherence and checks that what is kept is what was answered.
func (b *bench) incoherent(name string) *roc.CLCReply {
	b.Helper()
	b.force(amc.Forcing{Service: "CLC", Incoherence: name})
	a := b.clc(b.nominal())
	b.outcome(a, roc.Accepte, "")
	equal(b, "forced", b.forced(), true)
	equal(b, "kept", b.engaged()[0].Total, a.Totals.AMC)
	equal(b, "kept lines", len(b.engaged()[0].Reply.Lines), len(a.Lines))
	return a
}
