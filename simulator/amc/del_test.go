package amc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestCancellation(t *testing.T) { play(t, delScenarios()) }

func delScenarios() []scenario {
	return []scenario{
		{"an engagement is cancelled once, and again without effect", func(b *bench) {
			id := b.clc(b.nominal()).ClcID
			a := b.del(alpha, id)
			b.outcome(a, roc.OK, "")
			equal(b, "number", a.ClcID, id)
			b.outcome(b.del(alpha, id), roc.DejaAnnule, "")
			equal(b, "engagements", len(b.engaged()), 0)
		}},
		{"an unknown engagement is unknown", func(b *bench) {
			b.outcome(b.del(alpha, "ENG-X"), roc.Inconnu, "G03")
		}},
		{"an engagement is unknown to another AMC", func(b *bench) {
			b.outcome(b.del(gamma, b.clc(b.nominal()).ClcID), roc.Inconnu, "G03")
		}},
		{"an engagement is unknown to another establishment, and stands", func(b *bench) {
			id := b.clc(b.nominal()).ClcID
			b.eg = otherEG
			b.outcome(b.del(alpha, id), roc.Inconnu, "G03")
			equal(b, "engagements", len(b.engaged()), 1)
		}},
		{"a billed engagement is too late to cancel, and holds the dossier", func(b *bench) {
			id := b.clc(b.nominal()).ClcID
			billed := b.engaged()[0]
			billed.State = amc.Facture
			b.tx.ByRequest[billed.RequestKey] = billed
			b.outcome(b.del(alpha, id), roc.TropTard, "G06")
			b.outcome(b.clc(b.nominal()), roc.Refuse, "G02")
		}},
		{"an engagement that has lapsed cannot be cancelled, and stays lapsed", func(b *bench) {
			id := b.clc(b.nominal()).ClcID
			b.on("2026-06-08")
			b.outcome(b.del(alpha, id), roc.Refuse, "G05")
			b.on("2025-06-08")
			b.outcome(b.del(alpha, id), roc.Refuse, "G05")
		}},
		{"an unknown AMC cancels nothing", func(b *bench) {
			b.outcome(b.del("99009999", "ENG-X"), roc.Refuse, "A01")
		}},
	}
}
