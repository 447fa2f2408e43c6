package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func annuaireSteps() []steps.Step {
	return []steps.Step{
		obligation("annuaire-amc", "annuaire-amc-transmise",
			"la GAP doit transmettre à l'annuaire le numéro d'AMC {code}",
			"Lit le numéro d'AMC de la dernière consultation de l'annuaire.",
			`la GAP doit transmettre à l'annuaire le numéro d'AMC "99000001"`, sends(roc.ANN, "numeroAMC")),
		obligation("annuaire-convention", "annuaire-convention-transmise",
			"la GAP doit transmettre à l'annuaire le type de convention {texte}",
			"Lit le type de convention de la dernière consultation de l'annuaire ; le texte peut être vide.",
			`la GAP doit transmettre à l'annuaire le type de convention "XA"`, sends(roc.ANN, "typeConvention")),
		obligation("csr-transmis", "csr-transmis",
			"la GAP doit transmettre [à l'|à la] {service} le critère secondaire de routage {texte}",
			"Lit le critère de la dernière demande à l'annuaire ou à l'identification des droits ; il peut être vide.",
			`la GAP doit transmettre à l'annuaire le critère secondaire de routage "C02"`,
			onServices(map[roc.Service]run{roc.ANN: sends(roc.ANN, "csr"), roc.IDB: sends(roc.IDB, "carte.csr")})),
		obligation("operateur-identification", "operateur-idb",
			"la GAP doit adresser la première identification des droits à l'opérateur {texte}",
			"Regarde à quelle adresse est arrivée la première identification des droits.",
			`la GAP doit adresser la première identification des droits à l'opérateur "OPA"`, reaches(roc.IDB,
				firstOf)),
		obligation("operateur-calcul", "operateur-clc", "la GAP doit adresser le calcul à l'opérateur {texte}",
			"Regarde à quelle adresse est arrivé le dernier calcul.",
			`la GAP doit adresser le calcul à l'opérateur "OPB"`, reaches(roc.CLC, lastOf)),
	}
}

// reaches wants a request of a service to have come to the address of an operator.
func reaches(svc roc.Service, choose func([]admin.Exchange) admin.Exchange) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		list, err := of(ctx, s, svc)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			s.Unseen(named(svc))
			return nil
		}
		x := choose(list)
		s.Verify(x.Operator == a.Text(0), quoted(a.Text(0)), quoted(x.Operator), wire(x, "adresse appelée"))
		return nil
	}
}
