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

// obligation is a step that judges.
func obligation(id, check, text, doc, example string, r run) steps.Step {
	return steps.Step{
		ID: id, Family: steps.Obligation, Text: text, Doc: doc, Example: example, Check: check, Run: r,
		Recommended: strings.Contains(text, "devrait"),
	}
}

// names of the services as an agent says them, for what was awaited and never came.
func named(svc roc.Service) string {
	return map[roc.Service]string{
		roc.ANN: "une consultation de l'annuaire", roc.IDB: "une identification des droits",
		roc.SIM: "une simulation", roc.CLC: "un calcul", roc.DEL: "une annulation",
	}[svc]
}

// times wants a number of requests of a service.
func times(svc roc.Service, want func(steps.Args) int) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		list, err := of(ctx, s, svc)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			s.Unseen(named(svc))
			return nil
		}
		n := want(a)
		s.Verify(len(list) == n, fmt.Sprintf("%d demande(s)", n), fmt.Sprintf("%d demande(s)", len(list)), journal)
		return nil
	}
}

func once(steps.Args) int { return 1 }

func given(a steps.Args) int { return a.Int(0) }

// atLeastOnce wants a request of a service.
func atLeastOnce(svc roc.Service) run {
	return func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
		list, err := of(ctx, s, svc)
		switch {
		case err != nil:
			return err
		case len(list) == 0:
			s.Unseen(named(svc))
		default:
			s.Verify(true, "au moins une demande", fmt.Sprintf("%d demande(s)", len(list)), journal)
		}
		return nil
	}
}

// never wants no request of a service, from a GAP that sent something else or said no.
func never(svc roc.Service) run {
	return func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
		all, err := s.Exchanges(ctx)
		if err != nil {
			return err
		}
		list, err := of(ctx, s, svc)
		switch {
		case err != nil:
			return err
		case len(all) == 0:
			s.Unseen("un signe de vie de la GAP : au moins un échange, sans " + named(svc))
		default:
			s.Verify(len(list) == 0, "aucune demande", fmt.Sprintf("%d demande(s)", len(list)), journal)
		}
		return nil
	}
}

// sends wants the last request of a service to hold the sentence's text at a path.
func sends(svc roc.Service, path string) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		got := request(x).text(path)
		s.Verify(got == a.Text(0), quoted(a.Text(0)), quoted(got), wire(x, path))
		return nil
	})
}

// onLast judges the last request of a service; one that never came is a failure.
func onLast(svc roc.Service, judge func(*steps.Scene, admin.Exchange, steps.Args) error) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		x, ok, err := s.Last(ctx, string(svc))
		switch {
		case err != nil:
			return err
		case !ok:
			s.Unseen(named(svc))
			return nil
		}
		return judge(s, x, a)
	}
}

// shows judges what the GAP shows at the end.
func shows(judge func(*steps.Scene, *pilote.Facts, steps.Args)) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		facts, err := s.Facts(ctx)
		switch {
		case err != nil:
			return err
		case facts == nil:
			s.Unseen("le dossier, relu par le pilote")
		default:
			judge(s, facts, a)
		}
		return nil
	}
}

// notices wants the GAP to have shown, after any of the gestures from one on, a notice that fits.
func notices(fits func(pilote.Notice, steps.Args) bool, expected func(steps.Args) string) run {
	return func(_ context.Context, s *steps.Scene, a steps.Args) error {
		all := noticesOf(shown(s)...)
		ok := slices.ContainsFunc(all, func(n pilote.Notice) bool { return fits(n, a) })
		s.Verify(ok, expected(a), listed(all), dossier)
		return nil
	}
}

func noticesOf(shown ...*pilote.Facts) []pilote.Notice {
	var all []pilote.Notice
	for _, f := range shown {
		for _, n := range slices.Concat(f.Alerts, f.WorkList) {
			if !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	return all
}

func listed(all []pilote.Notice) string {
	if len(all) == 0 {
		return "aucune alerte, liste de travail vide"
	}
	lines := make([]string, len(all))
	for i, n := range all {
		lines[i] = strings.TrimSpace(n.Service + " " + n.Code + " " + n.Action)
	}
	return strings.Join(lines, ", ")
}

func quoted(text string) string {
	if text == "" {
		return "vide"
	}
	return "« " + text + " »"
}

// private hides a personal value: results say whether it is the right one, never which one.
func private(got, want string) string {
	switch got {
	case want:
		return "la valeur attendue"
	case "":
		return "vide"
	}
	return fmt.Sprintf("une autre valeur, de %d caractères", len(got))
}
