package steps

import (
	"context"
	"io"
	"strings"

	"github.com/cucumber/godog"

	"github.com/roc-miroir/miroir/steps/gherkin"
)

// execute hands a performance to godog, as a feature of one scenario written from what we read,
// and returns godog's exit code. godog matches and calls; it never judges. Every definition is
// registered, compiled once for the whole run, so that godog's own matching cross-checks ours.
func execute(ctx context.Context, p *performance) int {
	suite := godog.TestSuite{
		Name: p.scene.played.Coordinate(),
		ScenarioInitializer: func(sc *godog.ScenarioContext) {
			sc.StepContext().Before(func(ctx context.Context, st *godog.Step) (context.Context, error) {
				p.arrive(st.Text)
				return ctx, nil
			})
			sc.StepContext().After(func(
				ctx context.Context, _ *godog.Step, status godog.StepResultStatus, _ error,
			) (context.Context, error) {
				p.leave(status.String())
				return ctx, nil
			})
			for _, d := range p.scene.options.Registry.definitions {
				register(sc, d, func(ctx context.Context) error { return p.perform(ctx, d) })
			}
		},
		Options: &godog.Options{
			Format:         "progress", // built in, so that nothing is added to godog's global list
			Output:         io.Discard,
			Strict:         true,
			Dialect:        "fr",
			Concurrency:    1,
			DefaultContext: ctx,
			FeatureContents: []godog.Feature{
				{Name: p.scene.played.File, Contents: feature(p.scene.played)},
			},
		},
	}
	return suite.Run()
}

func register(sc *godog.ScenarioContext, d *definition, handler func(context.Context) error) {
	switch d.Family {
	case Etat:
		sc.Given(d.strict, handler)
	case Stimulus:
		sc.When(d.strict, handler)
	case Obligation:
		sc.Then(d.strict, handler)
	}
}

// feature writes a case as the source that godog will read: one scenario, its examples filled in.
func feature(c gherkin.Case) []byte {
	var b strings.Builder
	b.WriteString("Fonctionnalité: " + c.Coordinate() + "\n\n  Scénario: " + c.Coordinate() + "\n")
	for _, step := range c.Steps {
		b.WriteString("    " + string(step.Family) + " " + step.Text + "\n")
		for _, row := range step.Table {
			b.WriteString("      |")
			for _, cell := range row {
				b.WriteString(" " + cells().Replace(cell) + " |")
			}
			b.WriteString("\n")
		}
	}
	return []byte(b.String())
}

// cells escapes what a table would otherwise read as its own signs.
func cells() *strings.Replacer {
	return strings.NewReplacer(`\`, `\\`, `|`, `\|`, "\n", `\n`)
}
