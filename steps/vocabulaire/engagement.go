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

func engagementSteps() []steps.Step {
	return []steps.Step{
		obligation("engagement-retenu", "engagement-retenu", "la GAP [doit|devrait] retenir un engagement de {montant}",
			"Cherche au dossier l'engagement du dernier calcul : facturable, et de ce montant.",
			"la GAP doit retenir un engagement de 1 186,56 €",
			onEngagement(lastOf, func(s *steps.Scene, e pilote.Engagement, a steps.Args) {
				verifyAmount(s, a.Amount(0), e.AMC)
				standing(s, e)
			})),
		obligation("engagement-debiteur", "engagement-debiteur",
			"la GAP doit porter le débiteur {code} sur l'engagement",
			"Lit le débiteur de l'engagement du dernier calcul.",
			`la GAP doit porter le débiteur "99000093" sur l'engagement`,
			onEngagement(lastOf, func(s *steps.Scene, e pilote.Engagement, a steps.Args) {
				s.Verify(e.DebtorNumber == a.Text(0), quoted(a.Text(0)), quoted(e.DebtorNumber), dossier)
			})),
		obligation("engagement-motif", "motif-conserve",
			"la GAP doit conserver le motif {code} sur la chambre particulière",
			"Lit le motif de la ligne de chambre particulière de l'engagement, par son numéro de ligne.",
			`la GAP doit conserver le motif "R01" sur la chambre particulière`, keepsReason),
		obligation("part-autre-amc", "part-autre-amc",
			"la GAP doit déclarer {montant} de {nature} à la charge d'une autre AMC",
			"Additionne la part d'une autre AMC sur les lignes de cette nature du dernier calcul.",
			"la GAP doit déclarer 250,00 € de chambre particulière à la charge d'une autre AMC",
			onLast(roc.CLC, statesOther)),
		obligation("engagement-refuse", "engagement-non-facturable", "la GAP ne doit pas facturer l'engagement reçu",
			"Vérifie qu'aucun calcul du dossier n'est facturable à l'AMC.",
			"la GAP ne doit pas facturer l'engagement reçu",
			onLast(roc.CLC, nothingBillable)),
		obligation("engagement-maintenu", "engagement-maintenu", "la GAP doit maintenir l'engagement obtenu",
			"Vérifie que l'engagement du premier calcul est toujours en place et facturable.",
			"la GAP doit maintenir l'engagement obtenu",
			onEngagement(firstOf, func(s *steps.Scene, e pilote.Engagement, _ steps.Args) { standing(s, e) })),
		obligation("engagement-annule", "engagement-annule", "la GAP doit tenir l'engagement pour annulé",
			"Lit l'état que le dossier donne à l'engagement du premier calcul.",
			"la GAP doit tenir l'engagement pour annulé",
			onEngagement(firstOf, func(s *steps.Scene, e pilote.Engagement, _ steps.Args) {
				s.Verify(e.State == "ANNULE", quoted("ANNULE"), quoted(e.State), dossier)
			})),
	}
}

func standing(s *steps.Scene, e pilote.Engagement) {
	ok := strings.HasPrefix(e.State, "ENGAGE") && e.Billable
	s.Verify(ok, "un engagement en place, facturable", quoted(e.State)+yesNo(e.Billable, ", facturable",
		", non facturable"),
		dossier)
}

// firstOf and lastOf choose one calculation of a case.
func firstOf(list []admin.Exchange) admin.Exchange { return list[0] }

func lastOf(list []admin.Exchange) admin.Exchange { return list[len(list)-1] }

// onEngagement judges what the dossier shows of the engagement that the AMC gave to a calculation.
func onEngagement(choose func([]admin.Exchange) admin.Exchange, judge func(*steps.Scene, pilote.Engagement,
	steps.Args)) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		list, err := of(ctx, s, roc.CLC)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			s.Unseen(named(roc.CLC))
			return nil
		}
		facts, err := s.Facts(ctx)
		if err != nil {
			return err
		}
		x := choose(list)
		id := reply(x).text("idCLC")
		for _, e := range facts.Engagements {
			if e.ClcID == id && id != "" {
				judge(s, e, a)
				return nil
			}
		}
		s.Verify(false, "l'engagement "+quoted(id)+", "+wireReply(x),
			fmt.Sprintf("%d calcul(s) au dossier, dont aucun de ce numéro", len(facts.Engagements)), dossier)
		return nil
	}
}

// statesOther sums what the lines of a nature say that another AMC takes.
func statesOther(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	var sum roc.Cents
	for _, line := range request(x).list("lignes") {
		if natureOf(line) != nature(a.Text(1)) {
			continue
		}
		other, err := line.amount("autreAMC")
		if err != nil {
			return err
		}
		sum += other
	}
	s.Verify(sum == a.Amount(0), a.Amount(0).French(), sum.French(), wire(x, "lignes"))
	return nil
}

func nothingBillable(s *steps.Scene, _ admin.Exchange, _ steps.Args) error {
	last := shown(s)
	if len(last) == 0 || len(last[len(last)-1].Engagements) == 0 {
		s.Unseen("un dossier qui montre le calcul demandé")
		return nil
	}
	var billable []string
	for _, e := range last[len(last)-1].Engagements {
		if e.Billable {
			billable = append(billable, e.ClcID)
		}
	}
	s.Verify(len(billable) == 0, "aucun calcul facturable", fmt.Sprintf("facturable : %q", billable), dossier)
	return nil
}

// keepsReason looks for the room by the number of its line in the request.
func keepsReason(ctx context.Context, s *steps.Scene, a steps.Args) error {
	x, ok, err := s.Last(ctx, string(roc.CLC))
	if err != nil || !ok {
		s.Unseen(named(roc.CLC))
		return err
	}
	var rooms []string
	for _, line := range request(x).list("lignes") {
		if natureOf(line) == room {
			rooms = append(rooms, line.text("numero"))
		}
	}
	return onEngagement(lastOf, func(s *steps.Scene, e pilote.Engagement, a steps.Args) {
		var reasons []string
		for _, share := range e.Lines {
			if slices.Contains(rooms, fmt.Sprint(share.Line)) {
				reasons = append(reasons, share.Reason)
			}
		}
		s.Verify(slices.Contains(reasons, a.Text(0)), quoted(a.Text(0)), fmt.Sprintf("%q", reasons), dossier)
	})(ctx, s, a)
}
