package steps

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A Runner plays cases against one GAP. Open makes it, once everything that a verdict rests on has
// been seen to work.
type Runner struct {
	options Options
	product pilote.Capabilities
	base    struct{ world, context []byte } // what every case starts from, to be copied
}

// Product returns what the driver says of the GAP.
func (r *Runner) Product() pilote.Capabilities { return r.product }

// Run plays cases in parallel, each in its own world, and returns their results in the order of
// the cases. Whatever happens to the GAP, the driver or the simulator is in the results; where ctx
// ends first, the cases that were not played are non executes.
func (r *Runner) Run(ctx context.Context, cases []gherkin.Case) ([]reports.Result, error) {
	if len(cases) == 0 {
		return nil, gherkin.ErrNothingSelected
	}
	if err := unique(cases); err != nil {
		return nil, err
	}
	r.options.worlds = map[string]bool{}
	for _, c := range cases {
		r.options.worlds[worldName(r.options.RunID, c)] = true
	}
	results := make([]reports.Result, len(cases))
	work := make(chan int)
	var players sync.WaitGroup
	for range r.width() {
		players.Go(func() {
			for i := range work {
				results[i] = r.one(ctx, cases[i])
			}
		})
	}
	for i := range cases {
		work <- i
	}
	close(work)
	players.Wait()
	return results, nil
}

// one plays a case unless the run was interrupted, and tells the observer.
func (r *Runner) one(ctx context.Context, c gherkin.Case) reports.Result {
	var result reports.Result
	if ctx.Err() != nil {
		result = r.skip(c)
	} else {
		if r.options.Observer != nil {
			r.options.Observer.CaseBegins(c)
		}
		result = r.play(ctx, c)
	}
	if r.options.Observer != nil {
		r.options.Observer.CaseEnds(result)
	}
	return result
}

// skip is the result of a case that an interruption left unplayed.
func (r *Runner) skip(c gherkin.Case) reports.Result {
	s := r.scene(c)
	s.blame(reports.NonExecute, reports.OriginOperateur, "la campagne a été interrompue avant ce cas")
	return s.result(resolve(s), nil)
}

// width is how many cases are played at once.
func (r *Runner) width() int {
	width := max(1, r.options.Parallel)
	if offered := r.product.Parallelism; offered > 0 {
		width = min(width, offered)
	}
	return width
}

func (r *Runner) offers(version string) bool { return slices.Contains(r.product.Versions, version) }

// unique refuses two cases of one coordinate: they would share a world.
func unique(cases []gherkin.Case) error {
	seen := map[string]bool{}
	var faults []error
	for _, c := range cases {
		if seen[c.Coordinate()] {
			faults = append(faults, errors.New("le cas "+c.Coordinate()+" est donné deux fois"))
		}
		seen[c.Coordinate()] = true
	}
	return errors.Join(faults...)
}
