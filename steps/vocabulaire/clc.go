package vocabulaire

import (
	"context"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func clcSteps() []steps.Step {
	return []steps.Step{
		obligation("clc-meme-identifiant", "clc-identifiant-garde",
			"la GAP doit rejouer le calcul sous le même identifiant",
			"Compare les identifiants de demande des deux premiers calculs.",
			"la GAP doit rejouer le calcul sous le même identifiant", sameRequestID),
		obligation("clc-idb", "clc-cite-idb", "la GAP doit citer dans le calcul la dernière identification des droits",
			"Compare la référence du dernier calcul avec celle que l'AMC a rendue à la dernière identification.",
			"la GAP doit citer dans le calcul la dernière identification des droits",
			quotesLastIDB),
		obligation("clc-identifiant", "clc-identifiant-nouveau",
			"la GAP doit donner au second calcul un identifiant nouveau",
			"Compare les identifiants de demande des deux premiers calculs.",
			"la GAP doit donner au second calcul un identifiant nouveau", newRequestID),
		obligation("clc-annulation-avant", "annulation-avant-calcul",
			"la GAP doit annuler le premier engagement avant le second calcul",
			"Cherche, entre les deux premiers calculs, l'annulation acceptée du premier engagement.",
			"la GAP doit annuler le premier engagement avant le second calcul", cancelledBetween),
	}
}

func quotesLastIDB(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	clc, ok, err := s.Last(ctx, string(roc.CLC))
	if err != nil {
		return err
	}
	if !ok {
		s.Unseen(named(roc.CLC) + ", qui cite la dernière identification des droits")
		return nil
	}
	identifications, err := of(ctx, s, roc.IDB)
	want := ""
	for _, x := range identifications {
		if x.Seq < clc.Seq && x.Result == string(roc.OK) {
			want = reply(x).text("idIDB")
		}
	}
	got := request(clc).text("idIDB")
	s.Verify(got == want && want != "", quoted(want), quoted(got), wire(clc, "idIDB"))
	return err
}

// twoCalculations gives the first two calculations.
func twoCalculations(ctx context.Context, s *steps.Scene) (first, second admin.Exchange, ok bool, err error) {
	list, err := of(ctx, s, roc.CLC)
	if err != nil {
		return first, second, false, err
	}
	if len(list) < 2 {
		s.Unseen(fmt.Sprintf("deux calculs ; %d vu(s)", len(list)))
		return first, second, false, nil
	}
	return list[0], list[1], true, nil
}

func newRequestID(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	return compareRequestIDs(ctx, s, "un autre identifiant", func(one, two string) bool { return one != two })
}

func sameRequestID(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	return compareRequestIDs(ctx, s, "le même identifiant", func(one, two string) bool { return one == two })
}

func compareRequestIDs(ctx context.Context, s *steps.Scene, expected string, fits func(one, two string) bool) error {
	first, second, ok, err := twoCalculations(ctx, s)
	if !ok {
		return err
	}
	one, two := request(first).text("idDemandeCalcul"), request(second).text("idDemandeCalcul")
	s.Verify(fits(one, two) && two != "", expected, yesNo(one == two, "le même identifiant", "un autre identifiant"),
		wire(second, "idDemandeCalcul"))
	return nil
}

func cancelledBetween(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	first, second, ok, err := twoCalculations(ctx, s)
	if !ok {
		return err
	}
	cancellations, err := of(ctx, s, roc.DEL)
	if err != nil {
		return err
	}
	want, observed := reply(first).text("idCLC"), "aucune entre les deux calculs"
	done := false
	for _, x := range cancellations {
		if x.Seq < first.Seq || x.Seq > second.Seq {
			continue
		}
		got := request(x).text("idCLC")
		done = done || got == want && want != "" && x.Result == string(roc.OK)
		observed = fmt.Sprintf("annulation de %s, issue %s", quoted(got), x.Result)
	}
	s.Verify(done, "l'annulation acceptée de l'engagement "+quoted(want), observed, journal)
	return nil
}
