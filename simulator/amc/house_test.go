package amc_test

import (
	"os"
	"slices"
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestRulesOfTheWorld(t *testing.T) { play(t, houseScenarios()) }

// house adds rules to the world of the tests.
func (b *bench) house(rules string) {
	b.Helper()
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		b.Fatal(err)
	}
	w, err := amc.ParseWorld("monde.yaml", append(data, "\nregles:\n"+rules...))
	if err != nil {
		b.Fatal(err)
	}
	b.world = w
}

// capping is a rule that always holds and caps estimates and calculations alike.
func capping(id, ceiling string) string {
	return "  - {id: " + id + ", texte: T., services: [SIM, CLC], si: 'true', alors: {plafonner: " + ceiling + "}}\n"
}

// said returns what the trace holds of a rule of the world, all of it forced.
func (b *bench) said(id string) []amc.Fired {
	b.Helper()
	var list []amc.Fired
	for _, f := range b.trace {
		if f.Rule != id {
			continue
		}
		if !f.Forced {
			b.Errorf("not shown as forced: %+v", f)
		}
		list = append(list, f)
	}
	return list
}

// applied checks that the trace tells the sentence of a rule once, or does not name the rule.
func (b *bench) applied(id, text string) {
	b.Helper()
	list := b.said(id)
	first := func(f amc.Fired) bool { return f.Text == text }
	if text == "" && len(list) > 0 || text != "" && (len(list) == 0 || !first(list[0]) ||
		slices.ContainsFunc(list[1:], first)) {
		b.Errorf("%s: want %q, got %+v", id, text, list)
	}
}

// stayWithRoom is E1 with five days in a private room at 60 €.
func (b *bench) stayWithRoom() *roc.CLCReply {
	b.Helper()
	lines := append(e1(), room(3, "2025-06-02", "2025-06-07", 5, 6000))
	return b.stay("P01", alpha, "2025-06-02", "2025-06-07", lines...)
}

func houseScenarios() []scenario {
	return slices.Concat(houseRefusalScenarios(), houseCeilingScenarios(), houseAdditionScenarios(),
		houseConditionScenarios())
}

func houseRefusalScenarios() []scenario {
	return []scenario{
		{"a refusal engages nothing, says nothing of a commitment, and its replay is refused alike", func(b *bench) {
			b.house(`  - {id: MAISON-01, texte: "Jamais P01.", si: 'beneficiaire.id == "P01"', alors: {refuser: P05}}`)
			q := b.nominal()
			first := b.clc(q)
			b.outcome(first, roc.Refuse, "P05")
			b.applied("MAISON-01", "Jamais P01.")
			equal(b, "label", first.Status.Label, "Base ou taux incohérent.")
			equal(b, "engagements", len(b.engaged()), 0)
			equal(b, "committed", b.fired["CLC-R11"], false)
			b.sameAnswer(first, b.clc(b.again(q)))
			b.applied("MAISON-01", "")
		}},
		{"a refusal has its own label and a consigne", func(b *bench) {
			b.house(`  - id: MAISON-02
    texte: "Voir l'AMC."
    services: [SIM, CLC]
    si: 'true'
    alors: {refuser: C03, libelle: "Appelez d'abord.", consigne: "Composez le 3646."}`)
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", e1()...)
			b.outcome(a, roc.Refuse, "C03")
			equal(b, "label", a.Status.Label, "Appelez d'abord.")
			equal(b, "consigne", a.Consignes[0].Text, "Composez le 3646.")
			b.applied("MAISON-02", "Voir l'AMC.")
		}},
		{"an estimate is refused without a calculation", func(b *bench) {
			b.house(`  - {id: M, texte: T., services: [SIM], si: 'sejour.nuits == 5', alors: {refuser: T02}}`)
			id := b.idb("P01", alpha, "2025-06-02", "")
			b.outcome(b.sim(id.IdbID, "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "T02")
			b.outcome(b.clc(b.nominal()), roc.Accepte, "")
		}},
		{"directory, rights and cancellation are refused with the outcome of their service", func(b *bench) {
			b.house(`  - {id: M-ANN, texte: A., services: [ANN], si: 'amc.numero == "99000001"', alors: {refuser: A02}}
  - {id: M-IDB, texte: I., services: [IDB], si: 'beneficiaire.age < 18', alors: {refuser: D04}}
  - {id: M-DEL, texte: D., services: [DEL], si: 'annulation.motif == "PRESTATIONS"', alors: {refuser: G06}}`)
			b.outcome(b.ann(alpha, "", ""), roc.NonRaccorde, "A02")
			b.applied("M-ANN", "A.")
			b.outcome(b.idb("P01", alpha, "2025-06-02", ""), roc.OK, "")
			b.applied("M-IDB", "")
			id := b.clc(b.nominal()).ClcID
			b.outcome(b.del(alpha, id), roc.TropTard, "G06")
			equal(b, "engagements", len(b.engaged()), 1)
		}},
		{"rights refused by a rule serve no calculation", func(b *bench) {
			b.house(`  - {id: M, texte: T., services: [IDB], si: 'beneficiaire.age >= 18', alors: {refuser: D04}}`)
			b.outcome(b.stay("P01", alpha, "2025-06-02", "2025-06-07", e1()...), roc.Refuse, "G01")
		}},
		{"what the payer refuses stays refused by the payer", func(b *bench) {
			b.house(`  - {id: M, texte: T., si: 'true', alors: {refuser: P05}}`)
			q := b.nominal()
			q.IdbID = "IDB-X"
			b.outcome(b.clc(q), roc.Refuse, "G01")
			b.applied("M", "")
		}},
		{"a rule applies so many times", func(b *bench) {
			b.house(`  - {id: M, texte: T., si: 'true', alors: {refuser: P05}, fois: 1}`)
			b.outcome(b.clc(b.nominal()), roc.Refuse, "P05")
			b.outcome(b.clc(b.nominal()), roc.Accepte, "")
			b.applied("M", "")
		}},
	}
}

func houseCeilingScenarios() []scenario {
	return []scenario{
		{"a ceiling per day leaves the rest to the patient with its reason", func(b *bench) {
			b.house(`  - id: MAISON-01
    texte: "Plafond local."
    services: [SIM, CLC]
    si: 'any(lignes, .famille == "chambre") && sejour.nuits > 3'
    alors: {plafonner: {famille: chambre, par_jour: 40.00}}`)
			a := b.stayWithRoom()
			b.outcome(a, roc.Partiel, "R01")
			b.got(a, 2, 20000, "R01")
			equal(b, "limit", a.Lines[2].LimitUsed, "40,00\u00a0€ par jour (règle MAISON-01)")
			b.applied("MAISON-01", "Plafond local.")
			equal(b, "cut", b.said("MAISON-01")[1].Refused, 5000)
			equal(b, "cut of line", b.said("MAISON-01")[1].Line, 3)
		}},
		{"a ceiling per day holds on the days that the guarantee counts, not on their average", func(b *bench) {
			b.house(capping("M", "{famille: chambre, par_jour: 40.00}"))
			a := b.stay("P08", alpha, "2025-06-02", "2025-06-16", room(1, "2025-06-02", "2025-06-16", 14, 6000))
			b.got(a, 0, 40000, "R01") // ROOM50: 50 € a day, ten days
		}},
		{"a ceiling per line bounds each line, whatever its rank", func(b *bench) {
			b.house(capping("M", "{par_ligne: 150.00}"))
			a := b.stayWithRoom()
			b.got(a, 0, 15000, "R01")
			b.got(a, 1, 2000, "")
			b.got(a, 2, 15000, "R01")
		}},
		{"a ceiling on the total is spent line after line", func(b *bench) {
			b.house(capping("M", "{au_total: 1200.00}"))
			a := b.stayWithRoom()
			equal(b, "total", a.Totals.AMC, 120000)
			b.balance(a)
		}},
		{"two ceilings meet on a line: the lower one keeps its part", func(b *bench) {
			b.house(capping("M-1", "{famille: chambre, par_jour: 45.00}") +
				capping("M-2", "{famille: chambre, au_total: 210.00}"))
			a := b.stayWithRoom()
			b.got(a, 2, 21000, "R01")
			equal(b, "first", b.said("M-1")[1].Refused, 2500)
			equal(b, "second", b.said("M-2")[1].Refused, 1500)
		}},
		{"a ceiling at nothing refuses all that it aims at", func(b *bench) {
			b.house(capping("M", "{par_ligne: 0.00}"))
			a := b.stay("P01", alpha, "2025-06-02", "2025-06-07", e1()...)
			b.outcome(a, roc.Refuse, "R01")
			equal(b, "engagements", len(b.engaged()), 0)
		}},
		{"a ceiling that bounds nothing does not apply, and is not counted", func(b *bench) {
			b.house(`  - {id: M, texte: T., si: 'true', alors: {plafonner: {par_ligne: 9999.00}}, fois: 1}`)
			b.outcome(b.clc(b.nominal()), roc.Accepte, "")
			b.applied("M", "")
			equal(b, "counters", len(b.tx.Counters), 0)
		}},
	}
}

func houseAdditionScenarios() []scenario {
	return []scenario{
		{"a consigne and a debtor are added to what the payer answers", func(b *bench) {
			b.house(`  - id: MAISON-03
    texte: "Gestion déléguée."
    services: [IDB, CLC]
    si: 'sejour.domaine == "MCOO"'
    alors: {consigne: "Demander l'accord préalable.", debiteur: {numero: "99000003", nom: "Délégataire"}}`)
			id := b.idb("P01", alpha, "2025-06-02", "2025-06-07")
			equal(b, "debtor of IDB", *id.Debtor, roc.Debtor{Number: "99000003", Name: "Délégataire"})
			a := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", e1()...))
			b.outcome(a, roc.Accepte, "")
			equal(b, "debtor of CLC", a.Debtor.Number, "99000003")
			equal(b, "consigne", a.Consignes[len(a.Consignes)-1].Text, "Demander l'accord préalable.")
			equal(b, "kept", b.engaged()[0].Reply.Debtor.Number, "99000003")
			b.applied("MAISON-03", "Gestion déléguée.")
		}},
		{"an answer that contradicts itself is shown as forced", func(b *bench) {
			b.house(`  - {id: M, texte: "Montants faux.", si: 'true', alors: {contredire: somme_fausse}}`)
			a := b.clc(b.nominal())
			b.outcome(a, roc.Accepte, "")
			equal(b, "total", a.Totals.AMC, a.Lines[0].AMC+a.Lines[1].AMC+1000)
			b.applied("M", "Montants faux.")
			equal(b, "forced", b.forced(), true)
			equal(b, "kept", b.engaged()[0].Total, a.Totals.AMC)
		}},
		{"more than asked and a line never asked are contradictions too", func(b *bench) {
			b.house(`  - {id: M-1, texte: U., si: 'true', alors: {contredire: montant_superieur}}
  - {id: M-2, texte: D., si: 'true', alors: {contredire: ligne_inconnue}}`)
			a := b.clc(b.nominal())
			equal(b, "line", a.Lines[0].AMC, 117656)
			equal(b, "new line", a.Lines[2], roc.LineReply{ID: 3, AMC: 1000})
			b.applied("M-1", "U.")
			b.applied("M-2", "D.")
		}},
		{"nothing is contradicted or added where the payer refuses", func(b *bench) {
			b.house(`  - id: M
    texte: T.
    si: 'true'
    alors: {contredire: somme_fausse, consigne: C., debiteur: {numero: "99000003", nom: D}}`)
			a := b.clc(b.clcRequest("P01", alpha, "IDB-X", "2025-06-02", "2025-06-07", e1()...))
			b.outcome(a, roc.Refuse, "G01")
			equal(b, "consignes", len(a.Consignes), 0)
			b.applied("M", "")
		}},
	}
}

func houseConditionScenarios() []scenario {
	return []scenario{
		{"a condition that fails does not apply its rule, and says so", func(b *bench) {
			b.house(`  - {id: M, texte: T., si: 'lignes[7].prix > euros(10)', alors: {refuser: P05}}`)
			b.outcome(b.clc(b.nominal()), roc.Accepte, "")
			equal(b, "trace", b.said("M")[0].Text, "Condition sans réponse, règle non appliquée : "+
				"colonne 7 : la liste n'a pas d'élément de rang 7, elle en a 2.")
		}},
		{"a condition sees the request as it was sent", func(b *bench) {
			b.house(`  - id: M
    texte: T.
    si: >-
      service == "CLC" && jour == date("2025-06-07") && etablissement.eg == "990000101"
      && etablissement.ej == "999000011" && amc.numero == "99000001" && beneficiaire.id == "P01"
      && beneficiaire.age == 39 && "FULL" in beneficiaire.garanties && amo.nature == "10" && amo.exo == "0"
      && sejour.contexte == "SEJOUR" && sejour.type == "HC" && sejour.domaine == "MCOO" && sejour.nuits == 5
      && sejour.entree == date("2025-06-02") && sejour.sortie < date("2025-06-08")
      && sejour.mode_entree == "DOMICILE" && len(lignes) == 2 && lignes[0].code == "PJ"
      && lignes[0].famille == "tm" && lignes[0].prix == euros("1 166,56") && lignes[0].taux == 80
      && lignes[1].famille == "fj" && sum(lignes, .demande) == totaux.demande && totaux.amo == sum(lignes, .amo)
      && none(lignes, .depassement > 0) && all(lignes, .du >= sejour.entree)
    alors: {consigne: Vu.}`)
			a := b.clc(b.nominal())
			b.outcome(a, roc.Accepte, "")
			b.applied("M", "T.")
		}},
	}
}

// got checks what a line got, and that the answer adds up.
func (b *bench) got(a *roc.CLCReply, i int, amount roc.Cents, reason string) {
	b.Helper()
	equal(b, "line", a.Lines[i].AMC, amount)
	equal(b, "reason", a.Lines[i].Reason, reason)
	b.balance(a)
}

// balance checks that the lines sum to the totals, and the trace to the lines.
func (b *bench) balance(a *roc.CLCReply) {
	b.Helper()
	var sum roc.TotalsReply
	paid, refused := map[int]roc.Cents{}, map[int]roc.Cents{}
	for _, f := range b.trace {
		if f.Paid < 0 || f.Refused < 0 {
			b.Errorf("negative: %+v", f)
		}
		paid[f.Line] += f.Paid
		refused[f.Line] += f.Refused
	}
	for _, l := range a.Lines {
		sum.AMC += l.AMC
		sum.Patient += l.Patient
		equal(b, "paid in the trace", paid[l.ID], l.AMC)
		equal(b, "refused in the trace", refused[l.ID], l.Patient)
	}
	equal(b, "totals", *a.Totals, sum)
}

func BenchmarkCLCOfTenLinesUnderThreeRules(b *testing.B) {
	h := newBench(b)
	h.house(`  - {id: M-1, texte: T., si: 'beneficiaire.id == "P99"', alors: {refuser: P05}}
  - id: M-2
    texte: T.
    si: 'any(lignes, .famille == "chambre")'
    alors: {plafonner: {famille: chambre, par_jour: 40.00}}
  - {id: M-3, texte: T., si: 'sejour.nuits > 3', alors: {consigne: C.}}`)
	id := h.idb("P01", alpha, "2025-06-02", "2025-06-07")
	h.benchmark(b, h.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-07", tenLines()...))
}
