package steps_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

// act plays one case whose state, gesture and duty are the functions given.
func act(t *testing.T, b *bench, before, gesture, after func(context.Context, *steps.Scene) error) reports.Result {
	t.Helper()
	run := func(f func(context.Context, *steps.Scene) error) func(context.Context, *steps.Scene, steps.Args) error {
		return func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
			if f == nil {
				return nil
			}
			return f(ctx, s)
		}
	}
	registry, err := steps.NewRegistry([]steps.Step{
		{ID: "avant", Family: steps.Etat, Text: "un état", Example: "un état", Doc: "x", Run: run(before)},
		{ID: "geste", Family: steps.Stimulus, Text: "un geste", Example: "un geste", Doc: "x", Run: run(gesture)},
		{ID: "apres", Family: steps.Obligation, Text: "la GAP doit", Example: "la GAP doit", Doc: "x", Check: "apres",
			Run: run(after)},
	})
	if err != nil {
		t.Fatal(err)
	}
	b.options.Registry = registry
	return play(t, b, "\nÉtant donné un état\nQuand un geste\nAlors la GAP doit")[0]
}

func do(ctx context.Context, s *steps.Scene) error { return s.Do(ctx, pilote.IdentifierDroits, nil) }

func succeed(_ context.Context, s *steps.Scene) error {
	s.Verify(true, "", "", "")
	return nil
}

func TestTheGAPIsPreparedForTheWorldOfItsCase(t *testing.T) {
	b := newBench(t)
	later := noon.AddDate(0, 1, 0)
	r := act(t, b, func(ctx context.Context, s *steps.Scene) error {
		s.Context().Patient.LastName = "DURAND"
		return s.Advance(ctx, later)
	}, do, succeed)
	prepared := b.driver.contexts["ROC-IDB-001"]
	if r.Verdict != reports.Conforme || prepared.BaseURL != b.simulator.URL+"/m/essai-v1-roc-idb-001" ||
		prepared.Patient.LastName != "DURAND" || !prepared.Now.Equal(later) {
		t.Errorf("%s %q: prepared with %+v", r.Verdict, r.Reason, prepared)
	}
	if created := b.simulator.created["essai-v1-roc-idb-001"]; !strings.Contains(created, "figee") ||
		!strings.Contains(created, later.Format("2006-01-02")) {
		t.Errorf("the world does not stand at the case's instant: %s", created)
	}
}

func TestTimePassesForTheWorldAndTheGAP(t *testing.T) {
	b := newBench(t)
	later := noon.Add(48 * time.Hour)
	var actions []pilote.Action
	b.driver.act = func(base string, d pilote.Demand) pilote.Reply {
		actions = append(actions, d.Action)
		call(base + "/v1/idb")
		return pilote.Reply{Status: pilote.Fait}
	}
	r := act(t, b, do, func(ctx context.Context, s *steps.Scene) error { return s.Advance(ctx, later) }, succeed)
	if r.Verdict != reports.Conforme || len(actions) != 2 || actions[1] != pilote.AvancerHorloge {
		t.Errorf("%s %q after %v", r.Verdict, r.Reason, actions)
	}
	if clock := b.simulator.clocks["essai-v1-roc-idb-001"]; !strings.Contains(clock, later.Format(time.RFC3339)) {
		t.Errorf("the world's clock was set by %q", clock)
	}
}

func TestForcingsReachTheWorldBeforeAndAfterItsStart(t *testing.T) {
	b := newBench(t)
	r := act(t, b, func(ctx context.Context, s *steps.Scene) error {
		return errors.Join(s.Force(ctx, admin.Forcing{Service: "IDB", Code: "B01"}), do(ctx, s),
			s.Force(ctx, admin.Forcing{Service: "CLC", Code: "P05"}))
	}, do, succeed)
	created, forced := b.simulator.created["essai-v1-roc-idb-001"], b.simulator.forced
	if r.Verdict != reports.Conforme || !strings.Contains(created, "B01") ||
		len(forced) != 1 || !strings.Contains(forced[0], "P05") {
		t.Errorf("%s %q: created %q, forced %q", r.Verdict, r.Reason, created, forced)
	}
}

func TestStepsShareWhatTheyRemember(t *testing.T) {
	r := act(t, newBench(t), func(_ context.Context, s *steps.Scene) error {
		s.Remember("clé", 42)
		s.Note("une remarque")
		return nil
	}, do, func(_ context.Context, s *steps.Scene) error {
		s.Verify(s.Memo("clé") == 42 && s.Memo("autre") == nil, "42", "autre chose", "")
		return nil
	})
	if r.Verdict != reports.Conforme || len(r.Complements) != 1 || r.Complements[0] != "une remarque" {
		t.Errorf("%s %q %q", r.Verdict, r.Reason, r.Complements)
	}
}

func TestExchangesAreThoseOfTheCaseAndOfTheLatestGesture(t *testing.T) {
	r := act(t, newBench(t), do, do, func(ctx context.Context, s *steps.Scene) error {
		all, err1 := s.Exchanges(ctx)
		since, err2 := s.Since(ctx)
		last, ok, err3 := s.Last(ctx, "IDB")
		_, none, _ := s.Last(ctx, "CLC")
		s.Verify(len(all) == 2 && len(since) == 1 && ok && last.Seq == 2 && !none, "2, 1, 2", "autre chose", "")
		return errors.Join(err1, err2, err3)
	})
	expect(t, r, reports.Conforme, "", "")
}

func TestTheExchangesOfAnotherHospitalAreNotTheGAPs(t *testing.T) {
	visit := func(ctx context.Context, s *steps.Scene) error {
		return s.Elsewhere(ctx, func(ctx context.Context, url string) error {
			req, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/v1/clc", http.NoBody)
			if err != nil {
				return err
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		})
	}
	r := act(t, newBench(t), visit, do, func(ctx context.Context, s *steps.Scene) error {
		all, err1 := s.Exchanges(ctx)
		_, foreign, err2 := s.Last(ctx, "CLC")
		s.Verify(len(all) == 1 && all[0].Seq == 2 && !foreign, "l'échange de la GAP, le second", "autre chose", "")
		return errors.Join(err1, err2)
	})
	expect(t, r, reports.Conforme, "", "")
}

func TestTheVersionOfACaseIsToldToTheGAP(t *testing.T) {
	b := newBench(t)
	expect(t, act(t, b, nil, do, succeed), reports.Conforme, "", "")
	if got := b.driver.contexts["ROC-IDB-001"].Version; got != "V1" {
		t.Errorf("the GAP was prepared for %q", got)
	}
}

func TestFactsAreReadOnceBetweenTwoGestures(t *testing.T) {
	b := newBench(t)
	look := func(ctx context.Context, s *steps.Scene) error {
		_, err1 := s.Facts(ctx)
		_, err2 := s.Facts(ctx)
		s.Verify(true, "", "", "")
		return errors.Join(err1, err2)
	}
	act(t, b, do, do, look)
	if n := b.driver.asked[pilote.Collecter]; n != 1 {
		t.Errorf("collecter was asked %d times, want 1", n)
	}
}

func TestACaseThatAsksNothingOfTheGAPProvesNothing(t *testing.T) {
	expect(t, act(t, newBench(t), nil, nil, succeed), reports.Erreur, reports.OriginSuite, "rien demandé")
	facts := func(ctx context.Context, s *steps.Scene) error {
		_, err := s.Facts(ctx)
		s.Verify(true, "", "", "")
		return err
	}
	expect(t, act(t, newBench(t), nil, nil, facts), reports.Erreur, reports.OriginSuite, "rien demandé")
}

func TestMisuseOfTheSceneIsTheSuitesError(t *testing.T) {
	for name, test := range map[string]struct {
		before func(context.Context, *steps.Scene) error
		after  func(context.Context, *steps.Scene) error
		says   string
	}{
		"a check outside an obligation": {before: succeed, after: succeed, says: "n'est pas un Alors"},
		"another world after the start": {before: func(ctx context.Context, s *steps.Scene) error {
			err := do(ctx, s)
			s.SetWorld(&admin.World{})
			return err
		}, after: succeed, says: "après le premier stimulus"},
	} {
		t.Run(name, func(t *testing.T) {
			expect(t, act(t, newBench(t), test.before, do, test.after), reports.Erreur, reports.OriginSuite, test.says)
		})
	}
}
