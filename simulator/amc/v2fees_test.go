package amc_test

import "github.com/roc-miroir/miroir/simulator/roc"

const (
	always  = "10000000009" // to the OPTAM
	former  = "10000000017" // to the OPTAM-CO until 2 June 2025
	never   = "10000000025"
	outside = "10000000033" // the compte mandataire of the clinic
)

// fee is a practitioner's on 2 or 3 June, with what the establishment says of him.
func fee(id int, rpps, optam, day string, base, total roc.Cents) roc.Line {
	l := line(id, "ADC", day, day, 1, total, 0)
	l.Base, l.AMO, l.Left, l.Overrun = base, base, total-base, total-base
	l.Executor = &roc.Executor{RPPS: rpps, Sector: "2", OPTAM: optam}
	return l
}

// surgery is the stay of E25 and E26: participation, and four days of forfait.
func surgery(fees ...roc.Line) []roc.Line {
	stay := pas(1, "2025-06-02", 2400)
	return append([]roc.Line{stay, line(2, "FJ", "2025-06-02", "2025-06-05", 4, 2000, 0)}, fees...)
}

func feeScenarios() []scenario {
	stay := func(b *bench, persona string, fees ...roc.Line) *roc.CLCReply {
		b.eg = clinic
		return b.stay(persona, alpha, "2025-06-02", "2025-06-05", surgery(fees...)...)
	}
	return []scenario{
		{"E25: the overrun of a practitioner of the OPTAM-CO under a contract of 200 %", func(b *bench) {
			a := stay(b, "P02", fee(3, former, "OPTAM_CO", "2025-06-02", 18000, 26000))
			b.shared(a, roc.Accepte, "", 10400+8000, 0)
			equal(b, "status", a.Lines[2].OPTAM, "OPTAM_CO")
			b.says("statut OPTAM OPTAM_CO le 02/06/2025.")
		}},
		{"E26: outside the OPTAM, a responsible contract adds the base at most", func(b *bench) {
			a := stay(b, "P01", fee(3, never, "AUCUN", "2025-06-02", 18000, 46000))
			b.shared(a, roc.Partiel, "P07", 10400+18000, 10000)
			equal(b, "status", a.Lines[2].OPTAM, "AUCUN")
			b.says("180,00\u00a0€ sur 280,00\u00a0€ ; 100,00\u00a0€ au-delà de 200 % de la base, base comprise.")
		}},
		{"E26 under the contract of 200 % of E25: twenty points below, 80 % of the base", func(b *bench) {
			a := stay(b, "P02", fee(3, never, "AUCUN", "2025-06-02", 18000, 46000))
			b.shared(a, roc.Partiel, "P07", 10400+14400, 13600)
		}},
		{"an adhesion that has ended on the day of the act is a divergence, which the AMC settles", func(b *bench) {
			a := stay(b, "P02", fee(3, former, "OPTAM_CO", "2025-06-03", 18000, 46000))
			b.shared(a, roc.Partiel, "R05", 10400+14400, 13600)
			equal(b, "status", a.Lines[2].OPTAM, "AUCUN")
			b.says("statut OPTAM AUCUN le 03/06/2025, alors que l'établissement annonce OPTAM_CO ; " +
				"le montant suit le référentiel de l'AMC.")
		}},
		{"an adhesion that the establishment ignores is one too, though all is taken", func(b *bench) {
			a := stay(b, "P02", fee(3, always, "AUCUN", "2025-06-02", 18000, 26000))
			b.shared(a, roc.Accepte, "R05", 10400+8000, 0)
			equal(b, "status", a.Lines[2].OPTAM, "OPTAM")
			equal(b, "reason", a.Lines[2].Reason, "R05")
		}},
		{"an establishment that says nothing does not diverge", func(b *bench) {
			a := stay(b, "P02", fee(3, always, "", "2025-06-02", 18000, 26000))
			b.shared(a, roc.Accepte, "", 10400+8000, 0)
		}},
		{"estimates tell the OPTAM from the others", func(b *bench) {
			id := b.idb("P02", alpha, "2025-06-02", "2025-06-05")
			in := b.sim(id.IdbID, "2025-06-02", "2025-06-05", fee(1, always, "OPTAM", "2025-06-02", 18000, 46000))
			out := b.sim(id.IdbID, "2025-06-02", "2025-06-05", fee(1, never, "AUCUN", "2025-06-02", 18000, 46000))
			equal(b, "in", in.Totals.AMC, 18000)
			equal(b, "out", out.Totals.AMC, 14400)
		}},
		{"fees that a practitioner receives himself are set aside", func(b *bench) {
			own := fee(4, always, "OPTAM", "2025-06-02", 9000, 12000)
			own.Payee = "PRATICIEN"
			a := stay(b, "P02", fee(3, former, "OPTAM_CO", "2025-06-02", 18000, 26000), own)
			b.shared(a, roc.Partiel, "P02", 10400+8000, 3000)
			equal(b, "limit", a.Lines[3].LimitUsed, "honoraires réglés au praticien, qui les facture lui-même")
		}},
		{"so are those of a practitioner outside the compte mandataire", func(b *bench) {
			other := fee(4, outside, "AUCUN", "2025-06-02", 9000, 12000)
			other.Payee = "ETABLISSEMENT"
			a := stay(b, "P02", fee(3, former, "OPTAM_CO", "2025-06-02", 18000, 26000), other)
			b.shared(a, roc.Partiel, "P02", 10400+8000, 3000)
			b.says("rien, honoraires d'un praticien hors du compte mandataire, qui les facture lui-même.")
		}},
	}
}
