package vocabulaire

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// practitioners are those of the clinic. The world of the cases says what the AMCs know of them.
var practitioners = map[string]pilote.Prestation{
	"un chirurgien de secteur 1":                     surgeon("10000000017", "1", "AUCUN", ""),
	"un anesthésiste de secteur 1":                   {Code: "ADA", RPPS: "10000000058", Sector: "1", OPTAM: "AUCUN"},
	"un chirurgien adhérent à l'OPTAM-CO":            surgeon("10000000025", "2", "OPTAM_CO", ""),
	"un chirurgien non adhérent à l'OPTAM-CO":        surgeon("10000000033", "2", "AUCUN", ""),
	"un chirurgien qui se dit adhérent à l'OPTAM-CO": surgeon("10000000041", "2", "OPTAM_CO", ""),
	"un chirurgien hors du compte mandataire":        surgeon("10000000066", "1", "AUCUN", "PRATICIEN"),
}

func surgeon(rpps, sector, optam, payee string) pilote.Prestation {
	return pilote.Prestation{
		Code: "ADC", ActCode: "HHFA016", RPPS: rpps, Sector: sector, OPTAM: optam, Payee: payee,
	}
}

// choices are the answers of the agent to the AMC's view of a practitioner.
var choices = map[string]string{
	"accepte le statut OPTAM que l'AMC connaît":                pilote.AcceptOPTAM,
	"corrige le statut OPTAM du praticien":                     pilote.CorrectOPTAM,
	"demande au praticien un justificatif de son statut OPTAM": pilote.ProveOPTAM,
}

func practitionerSteps() []steps.Step {
	choice := stimulus("choisir-optam", "l'agent {choix}",
		"L'agent répond à la GAP, qui lui montre que l'AMC connaît une autre adhésion à l'OPTAM que le dossier.",
		func(ctx context.Context, s *steps.Scene, a steps.Args) error {
			return act(ctx, s, pilote.ChoisirOPTAM, pilote.Parameters{Choice: choices[a.Text(0)]})
		})
	choice.Example = "l'agent corrige le statut OPTAM du praticien"
	return []steps.Step{
		past("honoraires", "des honoraires de {montant} sur une base de {montant} par {praticien} le {date}",
			"L'agent a enregistré l'acte d'un praticien de la clinique, son prix et sa base de remboursement ; ce qui "+
				"dépasse la base est un dépassement d'honoraires.",
			"des honoraires de 260,00 € sur une base de 180,00 € par un chirurgien adhérent à l'OPTAM-CO le 03/06/2025",
			fee),
		choice,
		obligation("honoraires-executant", "honoraires-executant",
			"la GAP doit demander à l'AMC {montant} pour {praticien}",
			"Additionne les lignes du dernier calcul dont l'exécutant porte le RPPS de ce praticien.",
			"la GAP doit demander à l'AMC 20,00 € pour un chirurgien de secteur 1",
			onLast(roc.CLC, requestsOf)),
		obligation("optam-transmis", "optam-transmis",
			"la GAP [doit|devrait] transmettre [à la|au] {service} le statut OPTAM {code}",
			"Lit l'adhésion des exécutants des lignes de la dernière simulation, ou du dernier calcul, qui portent un "+
				"dépassement.", `la GAP doit transmettre au calcul le statut OPTAM "OPTAM_CO"`,
			onServices(map[roc.Service]run{
				roc.SIM: onLast(roc.SIM, flagsOPTAM), roc.CLC: onLast(roc.CLC, flagsOPTAM)})),
		obligation("honoraires-a-part", "honoraires-a-part",
			"la GAP devrait laisser au praticien la facture de ses honoraires",
			"Cherche ces honoraires au dossier, sur une facture au nom du praticien et sur aucune autre ; aucune "+
				"ligne du dernier calcul n'est à régler à un praticien.",
			"la GAP devrait laisser au praticien la facture de ses honoraires", billsApart),
	}
}

// fee records the act of a practitioner of the clinic.
func fee(ctx context.Context, s *steps.Scene, a steps.Args) error {
	p := practitioners[a.Text(2)]
	p.From, p.To, p.Quantity, p.Rate = a.Date(3).String(), a.Date(3).String(), 1, 80
	p.UnitPrice, p.Base = a.Amount(0).String(), a.Amount(1).String()
	if over := a.Amount(0) - a.Amount(1); over > 0 {
		p.Overrun = over.String()
	}
	return act(ctx, s, pilote.AjouterPrestation, pilote.Parameters{Prestation: &p})
}

// requestsOf wants the lines of a practitioner to sum to an amount.
func requestsOf(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	var total roc.Cents
	lines := 0
	for _, line := range request(x).list("lignes") {
		if line.text("executant.rpps") != practitioners[a.Text(1)].RPPS {
			continue
		}
		part, err := requested(line)
		if err != nil {
			return err
		}
		total, lines = total+part, lines+1
	}
	s.Verify(lines > 0 && total == a.Amount(0), a.Amount(0).French()+" en une ligne au moins",
		fmt.Sprintf("%s en %d ligne(s)", total.French(), lines), wire(x, "lignes.executant.rpps"))
	return nil
}

func flagsOPTAM(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	var seen []string
	for _, line := range request(x).list("lignes") {
		over, err := line.amount("depassement")
		if err != nil {
			return err
		}
		if over > 0 {
			seen = append(seen, line.text("executant.statutOptam"))
		}
	}
	other := slices.ContainsFunc(seen, func(status string) bool { return status != a.Text(1) })
	s.Verify(len(seen) > 0 && !other, quoted(a.Text(1)), fmt.Sprintf("%q", seen),
		wire(x, "lignes.executant.statutOptam"))
	return nil
}

// billsApart wants the fees that a practitioner collects on his own invoice, and nowhere else.
func billsApart(ctx context.Context, s *steps.Scene, a steps.Args) error {
	return onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, _ steps.Args) error {
		asked := slices.ContainsFunc(request(x).list("lignes"),
			func(l message) bool { return l.text("destinataireReglement") == "PRATICIEN" })
		s.Verify(!asked, "aucune ligne à régler à un praticien", yesNo(asked, "une ligne au moins", "aucune"),
			wire(x, "lignes.destinataireReglement"))
		return shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
			apart, mixed := invoicesOf(f)
			s.Verify(apart && !mixed, "une facture au praticien, aucune de ses lignes sur celle de l'établissement",
				yesNo(apart, "une facture au praticien", "aucune facture au praticien")+
					yesNo(mixed, ", et une de ses lignes sur celle de l'établissement", ""), dossier)
		})(ctx, s, a)
	})(ctx, s, a)
}

// invoicesOf says whether the dossier has an invoice of a practitioner, and whether the establishment
// bills one of his lines.
func invoicesOf(f *pilote.Facts) (apart, mixed bool) {
	own := map[string]bool{}
	for _, v := range f.Invoices {
		if v.Payee == "PRATICIEN" && len(v.Lines) > 0 {
			own[v.RPPS], apart = true, true
		}
	}
	for _, v := range f.Invoices {
		for _, l := range v.Lines {
			mixed = mixed || v.Payee != "PRATICIEN" && own[l.RPPS]
		}
	}
	return apart, mixed
}
