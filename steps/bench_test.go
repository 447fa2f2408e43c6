package steps_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/driver"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

var noon = time.Date(2025, 6, 2, 12, 0, 0, 0, time.UTC)

// words is a small vocabulary, some of whose steps misbehave on purpose.
func words() []steps.Step {
	state := func(text string, run func(context.Context, *steps.Scene, steps.Args) error) steps.Step {
		return steps.Step{Family: steps.Etat, Text: text, Run: run}
	}
	gesture := func(text string, action pilote.Action) steps.Step {
		return steps.Step{Family: steps.Stimulus, Text: text,
			Run: func(ctx context.Context, s *steps.Scene, _ steps.Args) error { return s.Do(ctx, action, nil) }}
	}
	duty := func(check, text string, run func(context.Context, *steps.Scene, steps.Args) error) steps.Step {
		return steps.Step{Family: steps.Obligation, Text: text, Check: check, Run: run}
	}
	nothing := func(context.Context, *steps.Scene, steps.Args) error { return nil }
	list := []steps.Step{
		state("un patient", nothing),
		state("un patient déjà identifié", func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
			return s.Do(ctx, pilote.IdentifierDroits, nil)
		}),
		state("un patient né le {date}", nothing),
		state("une étape qui change le monde trop tard", func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
			err := s.Do(ctx, pilote.IdentifierDroits, nil)
			s.World().Doc = "changé"
			return err
		}),
		gesture("l'agent identifie les droits", pilote.IdentifierDroits),
		gesture("l'agent calcule", pilote.Calculer),
		duty("appel", "la GAP doit appeler {texte}", called),
		duty("silence", "la GAP ne doit rien envoyer", silent),
		duty("dossier", "la GAP doit montrer le dossier", shown),
		duty("echec", "la GAP doit réussir l'impossible", verdict(false)),
		duty("fusion", "la GAP doit tout réussir", func(_ context.Context, s *steps.Scene, _ steps.Args) error {
			s.Verify(true, "un", "un", "")
			s.Verify(false, "deux", "trois", "")
			s.Verify(true, "quatre", "quatre", "")
			return nil
		}),
		duty("muette", "la GAP doit rester sans vérification", nothing),
		duty("panique", "la GAP doit affoler le banc", panics),
		duty("erreur", "la GAP doit faire échouer l'étape",
			func(context.Context, *steps.Scene, steps.Args) error { return context.Canceled }),
		duty("geste", "la GAP doit agir dans un Alors", func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
			return s.Do(ctx, pilote.Calculer, nil)
		}),
		duty("conseil", "la GAP devrait sourire", verdict(false)),
		duty("tableau", "la GAP doit afficher", func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Verify(len(a.Table()) == 2 && a.Table()[1][0] == `a|b\`, "le tableau", "autre chose", "")
			return nil
		}),
	}
	for i := range list {
		s := &list[i]
		s.ID, s.Doc = "etape-"+string(rune('a'+i)), "Une étape d'essai."
		s.Example = strings.NewReplacer("{texte}", `"IDB"`, "{date}", "02/06/2025").Replace(s.Text)
		s.Table = s.Check == "tableau"
	}
	return list
}

func panics(context.Context, *steps.Scene, steps.Args) error { panic("aïe") }

func verdict(ok bool) func(context.Context, *steps.Scene, steps.Args) error {
	return func(_ context.Context, s *steps.Scene, _ steps.Args) error {
		s.Verify(ok, "attendu", "observé", "preuve")
		return nil
	}
}

func called(ctx context.Context, s *steps.Scene, a steps.Args) error {
	since, err := s.Since(ctx)
	if err != nil {
		return err
	}
	if len(since) == 0 {
		s.Unseen("un appel de " + a.Text(0))
		return nil
	}
	s.Verify(since[0].Service == a.Text(0), a.Text(0), since[0].Service, "échange "+since[0].ID)
	return nil
}

func silent(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	since, err := s.Since(ctx)
	s.Verify(len(since) == 0, "aucun échange", "des échanges", "journal")
	return err
}

func shown(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	facts, err := s.Facts(ctx)
	if err == nil {
		s.Verify(facts.NDA == "NDA1", "NDA1", facts.NDA, "dossier affiché")
	}
	return err
}

// A bench is a simulator, a driver and what a runner needs of them.
type bench struct {
	simulator *fakeSimulator
	driver    *fakeDriver
	options   steps.Options
}

func newBench(t *testing.T) *bench {
	t.Helper()
	registry, err := steps.NewRegistry(words())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{simulator: newSimulator(t), driver: newDriver(t)}
	client := &http.Client{}
	t.Cleanup(client.CloseIdleConnections)
	b.options = steps.Options{
		RunID: "essai", Registry: registry, Clock: roc.Frozen(noon), Parallel: 4, Budgets: steps.DefaultBudgets(),
		Simulator: &steps.Simulator{
			Client: &admin.Client{Base: b.simulator.URL, HTTP: client}, Service: b.simulator.URL,
		},
		Driver: &driver.Client{Base: b.driver.URL, HTTP: client},
		Data: steps.Data{
			World: func() (*admin.World, error) { return &admin.World{Name: "base"}, nil },
			Context: func() (*pilote.CaseContext, error) {
				return &pilote.CaseContext{Now: noon, Patient: pilote.Patient{NDA: "NDA1"}}, nil
			},
		},
	}
	return b
}

// cases reads scenarios, each given as its steps after a line of further tags.
func cases(t *testing.T, b *bench, scenarios ...string) []gherkin.Case {
	t.Helper()
	var text strings.Builder
	text.WriteString("Fonctionnalité: essai\n")
	for i, s := range scenarios {
		tags, body, _ := strings.Cut(s, "\n")
		id := string(rune('1' + i))
		text.WriteString("\n@cas:ROC-IDB-00" + id + " @exig:EXG-IDB-0001 @v1 " + tags + "\n")
		text.WriteString("Scénario: cas " + id + "\n" + body + "\n")
	}
	list, findings := gherkin.Read([]gherkin.File{{Name: "essai.feature", Data: []byte(text.String())}},
		b.options.Registry, gherkin.Catalogue{})
	for _, f := range findings {
		if f.Severity == gherkin.Error && f.Code != "MIR030" {
			t.Fatal(f)
		}
	}
	return list
}

// play opens the bench and plays scenarios.
func play(t *testing.T, b *bench, scenarios ...string) []reports.Result {
	t.Helper()
	list := cases(t, b, scenarios...)
	runner, err := steps.Open(t.Context(), b.options)
	if err != nil {
		t.Fatal(err)
	}
	results, err := runner.Run(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return results
}
