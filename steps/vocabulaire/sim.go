package vocabulaire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func simSteps() []steps.Step {
	return []steps.Step{
		obligation("sim-droits", "sim-apres-idb", "la GAP ne doit pas simuler sans droits identifiés",
			"Veut pour chaque simulation l'identification acceptée qu'elle cite ; à défaut, un refus de la GAP.",
			"la GAP ne doit pas simuler sans droits identifiés", simAfterIDB),
		obligation("sim-nature", "sim-nature",
			"la GAP doit transmettre à la simulation {montant} de {nature}",
			"Additionne les lignes de cette nature de la dernière simulation : chambre particulière, etc.",
			"la GAP doit transmettre à la simulation 300,00 € de chambre particulière", requests(roc.SIM)),
		obligation("estimation-part", "estimation-part",
			"la GAP [doit|devrait] afficher une estimation de {montant} pour {payeur}", estimateDoc,
			"la GAP doit afficher une estimation de 1 436,56 € pour l'AMC", onEstimate(estimates)),
		obligation("estimation-historique", "estimation-historique",
			"la GAP devrait conserver l'estimation précédente",
			"Cherche au dossier l'estimation de chaque simulation acceptée du cas, la dernière en dernier.",
			"la GAP devrait conserver l'estimation précédente", keepsEstimates),
		obligation("estimation-mention", "estimation-mention", "la GAP doit présenter le montant comme une estimation",
			"Cherche le mot dans la mention qui accompagne l'estimation.",
			"la GAP doit présenter le montant comme une estimation",
			onEstimate(func(s *steps.Scene, e pilote.Estimate, _ steps.Args) {
				ok := strings.Contains(strings.ToLower(e.Mention), "estim")
				s.Verify(ok, "une mention qui dit « estimation »", quoted(e.Mention), dossier)
			})),
		obligation("estimation-creance", "estimation-creance", "la GAP ne doit pas faire une créance de l'estimation",
			"Regarde si l'estimation a produit une créance, ou un débit du patient.",
			"la GAP ne doit pas faire une créance de l'estimation", noReceivable),
		obligation("estimation-absente", "estimation-absente", "la GAP ne doit pas afficher d'estimation",
			"Vérifie que le dossier d'une simulation refusée ne montre aucune estimation.",
			"la GAP ne doit pas afficher d'estimation",
			onLast(roc.SIM, func(s *steps.Scene, _ admin.Exchange, _ steps.Args) error {
				n := 0
				for _, f := range shown(s) {
					n = max(n, len(f.Estimates))
				}
				s.Verify(n == 0, "aucune estimation", fmt.Sprintf("%d estimation(s)", n), dossier)
				return nil
			})),
	}
}

const estimateDoc = "Lit la part de l'AMC, ou celle du patient, dans l'estimation qui porte le numéro de la dernière " +
	"simulation."

func estimates(s *steps.Scene, e pilote.Estimate, a steps.Args) {
	part := e.AMC
	if a.Text(1) == "le patient" {
		part = e.Patient
	}
	verifyAmount(s, a.Amount(0), part)
}

// keepsEstimates wants the dossier to show the estimate of every accepted simulation, in their order.
func keepsEstimates(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	sims, err := of(ctx, s, roc.SIM)
	if err != nil {
		return err
	}
	var want []string
	for _, x := range sims {
		if x.Result == string(roc.OK) {
			want = append(want, reply(x).text("idSIM"))
		}
	}
	if len(want) < 2 {
		s.Unseen(fmt.Sprintf("deux simulations acceptées ; %d vue(s)", len(want)))
		return nil
	}
	return shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
		var kept []string
		for _, e := range f.Estimates {
			kept = append(kept, e.SimID)
		}
		s.Verify(slices.Equal(kept, want), fmt.Sprintf("%q", want), fmt.Sprintf("%q", kept), dossier)
	})(ctx, s, steps.Args{})
}

// onEstimate judges the estimate that the GAP shows for its last simulation.
func onEstimate(judge func(*steps.Scene, pilote.Estimate, steps.Args)) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		x, ok, err := s.Last(ctx, string(roc.SIM))
		if err != nil {
			return err
		}
		if !ok {
			s.Unseen(named(roc.SIM))
			return nil
		}
		facts, err := s.Facts(ctx)
		if err != nil {
			return err
		}
		id := reply(x).text("idSIM")
		for _, e := range facts.Estimates {
			if e.SimID == id && id != "" {
				judge(s, e, a)
				return nil
			}
		}
		s.Verify(false, "l'estimation "+quoted(id), fmt.Sprintf("%d estimation(s), dont aucune de ce numéro",
			len(facts.Estimates)),
			dossier)
		return nil
	}
}

func noReceivable(ctx context.Context, s *steps.Scene, a steps.Args) error {
	facts, err := s.Facts(ctx)
	if err != nil {
		return err
	}
	return onEstimate(func(s *steps.Scene, e pilote.Estimate, _ steps.Args) {
		s.Verify(!e.Receivable, "aucune créance", yesNo(!e.Receivable, "aucune créance", "une créance"), dossier)
		bill := facts.PatientPart.Billable
		s.Verify(!bill, "aucun débit du patient", yesNo(!bill, "aucun débit", "un débit autorisé"), dossier)
	})(ctx, s, a)
}

func simAfterIDB(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	sims, err := of(ctx, s, roc.SIM)
	if err != nil {
		return err
	}
	idbs, err := of(ctx, s, roc.IDB)
	if err != nil {
		return err
	}
	if len(sims) == 0 {
		if s.LastReply().Status != pilote.RefuseProduit {
			s.Unseen("une simulation précédée d'une identification des droits, ou un refus de la GAP")
			return nil
		}
		s.Verify(true, "une simulation après identification, ou un refus", "un refus de la GAP", "réponse du pilote")
		return nil
	}
	for _, x := range sims {
		id := request(x).text("idIDB")
		ok := slices.ContainsFunc(idbs, func(i admin.Exchange) bool {
			return i.Seq < x.Seq && i.Result == string(roc.OK) && reply(i).text("idIDB") == id && id != ""
		})
		s.Verify(ok, "une identification acceptée, citée par la simulation", yesNo(ok, quoted(id),
			quoted(id)+", jamais obtenu"),
			wire(x, "idIDB"))
	}
	return nil
}
