package vocabulaire

import (
	"context"
	"fmt"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// periods are the words for the periods of a stay: their rank, and whether the stay ends with them.
var periods = map[string]pilote.BillingPeriod{
	"première période":              {Index: 1},
	"deuxième période":              {Index: 2},
	"deuxième et dernière période":  {Index: 2, Final: true},
	"troisième et dernière période": {Index: 3, Final: true},
}

func periodSteps() []steps.Step {
	calculate := stimulus("calculer-periode", "l'agent calcule la {periode} du {date} au {date}",
		"Le lendemain d'une période du séjour, l'agent demande à la GAP le calcul de sa part AMC.", calculatesPeriod)
	calculate.Example = "l'agent calcule la première période du 02/06/2025 au 11/06/2025"
	cancel := stimulus("annuler-periode", "l'agent annule la {periode}",
		"L'agent demande à la GAP d'annuler l'engagement d'une période du séjour.",
		func(ctx context.Context, s *steps.Scene, a steps.Args) error {
			return act(ctx, s, pilote.Annuler, pilote.Parameters{PeriodIndex: periods[a.Text(0)].Index})
		})
	cancel.Example = "l'agent annule la première période"
	return []steps.Step{
		past("periode-calculee", "une {periode} du {date} au {date} calculée par l'agent",
			"Le lendemain d'une période du séjour, l'agent a demandé le calcul de sa part AMC.",
			"une première période du 02/06/2025 au 11/06/2025 calculée par l'agent", calculatesPeriod),
		calculate, cancel,
		obligation("periode-facturee", "periode-facturee", "la GAP doit facturer la {periode} du {date} au {date}",
			"Lit la période du dernier calcul : son rang, ses dates, et si le séjour se termine avec elle.",
			"la GAP doit facturer la première période du 02/06/2025 au 11/06/2025", onLast(roc.CLC, billsPeriod)),
		obligation("periode-refusee", "periode-refusee",
			"la GAP doit signaler à l'agent des périodes qui ne se suivent pas",
			"Veut que la GAP ait refusé la période demandée, ou alerté l'agent à son sujet.",
			"la GAP doit signaler à l'agent des périodes qui ne se suivent pas", refusesPeriod),
		obligation("periode-ordre", "periode-ordre",
			"la GAP ne doit pas annuler une période avant celles qui la suivent",
			"Compare l'ordre des annulations acceptées avec celui des périodes engagées ; une GAP qui a refusé "+
				"d'annuler est dans l'ordre.",
			"la GAP ne doit pas annuler une période avant celles qui la suivent", cancelsInOrder),
	}
}

// calculatesPeriod waits until the period is over, then has the agent ask for it.
func calculatesPeriod(ctx context.Context, s *steps.Scene, a steps.Args) error {
	p := periods[a.Text(0)]
	p.From, p.To = a.Date(1).String(), a.Date(2).String()
	next := a.Date(2)
	if !p.Final {
		next = next.AddDays(1)
	}
	if err := advance(ctx, s, onDay(s, next, office)); err != nil {
		return err
	}
	return act(ctx, s, pilote.Calculer, pilote.Parameters{Period: &p})
}

func billsPeriod(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	p, group := periods[a.Text(0)], request(x)
	want := fmt.Sprintf("rang %d, du %s au %s, finale %t", p.Index, a.Date(1), a.Date(2), p.Final)
	final := group.text("periodeFacturation.finale")
	got := fmt.Sprintf("rang %s, du %s au %s, finale %s", group.text("periodeFacturation.indice"),
		group.text("periodeFacturation.du"), group.text("periodeFacturation.au"), final)
	if final == "" {
		got = "aucune période"
	}
	s.Verify(got == want, want, got, wire(x, "periodeFacturation"))
	return nil
}

// refusesPeriod takes a refusal of the product for what it is: a message to the agent.
func refusesPeriod(_ context.Context, s *steps.Scene, _ steps.Args) error {
	refused := s.LastReply().Status == pilote.RefuseProduit
	before, after := latest(s)
	raised := 0
	for _, n := range after {
		if n.Service == string(roc.CLC) && !before[n] {
			raised++
		}
	}
	s.Verify(refused || raised > 0, "un refus de la GAP, ou une alerte nouvelle sur le calcul",
		yesNo(refused, "un refus", strconv.Itoa(raised)+" alerte(s)"), dossier)
	return nil
}

// latest returns the notices shown before the last gesture, and those shown after it.
func latest(s *steps.Scene) (before map[pilote.Notice]bool, after []pilote.Notice) {
	all := shown(s)
	before = map[pilote.Notice]bool{}
	if len(all) == 0 {
		return before, nil
	}
	for _, n := range noticesOf(all[:len(all)-1]...) {
		before[n] = true
	}
	return before, noticesOf(all[len(all)-1])
}

// cancelsInOrder wants no period to be cancelled while a later one stands.
func cancelsInOrder(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	calculations, err := of(ctx, s, roc.CLC)
	if err != nil {
		return err
	}
	standing := map[string]int{} // rank of each engaged period, by the number of its engagement
	for _, x := range calculations {
		rank, err := strconv.Atoi(request(x).text("periodeFacturation.indice"))
		if id := reply(x).text("idCLC"); err == nil && id != "" {
			standing[id] = rank
		}
	}
	if len(standing) < 2 {
		s.Unseen(fmt.Sprintf("deux périodes engagées ; %d vue(s)", len(standing)))
		return nil
	}
	cancellations, err := of(ctx, s, roc.DEL)
	if err != nil {
		return err
	}
	for _, x := range cancellations {
		id := request(x).text("idCLC")
		for other, rank := range standing {
			if rank > standing[id] {
				s.Verify(false, "la période "+strconv.Itoa(rank)+" annulée d'abord", "la période "+
					strconv.Itoa(standing[id])+" visée alors que "+quoted(other)+" court encore", wire(x, "idCLC"))
			}
		}
		if x.Result == string(roc.OK) {
			delete(standing, id)
		}
	}
	s.Verify(true, "aucune annulation dans le désordre", fmt.Sprintf("%d annulation(s)", len(cancellations)), journal)
	return nil
}
