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
	}
}

// names of the services as an agent says them, for what was awaited and never came.
func named(svc roc.Service) string {
	return map[roc.Service]string{
		roc.ANN: "une consultation de l'annuaire", roc.IDB: "une identification des droits",
		roc.SIM: "une simulation", roc.CLC: "un calcul", roc.DEL: "une annulation",
	}[svc]
}

// onServices runs what the sentence's service calls for.
func onServices(known map[roc.Service]run) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		if do, ok := known[a.Service(0)]; ok {
			return do(ctx, s, a)
		}
		names := make([]string, 0, len(known))
		for svc := range known {
			names = append(names, named(svc))
		}
		slices.Sort(names)
		return fmt.Errorf("cette phrase ne vaut pas pour %s, seulement pour %s",
			named(a.Service(0)), strings.Join(names, " ou "))
	}
}

// sends wants the last request of a service to hold, at a path, the text that ends the sentence.
func sends(svc roc.Service, path string) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		got, want := request(x).text(path), a.Text(a.Len()-1)
		s.Verify(got == want, quoted(want), quoted(got), wire(x, path))
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
