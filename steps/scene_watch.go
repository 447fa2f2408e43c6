package steps

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
)

// Exchanges returns every exchange of the case's world, oldest first, unmasked.
func (s *Scene) Exchanges(ctx context.Context) ([]admin.Exchange, error) {
	if s.fresh || !s.started {
		return s.exchanges, nil
	}
	return s.refresh(ctx)
}

// Since returns the exchanges that followed the start of the latest stimulus.
func (s *Scene) Since(ctx context.Context) ([]admin.Exchange, error) {
	all, err := s.Exchanges(ctx)
	return all[min(s.mark, len(all)):], err
}

// refresh reads what the journal has gained.
func (s *Scene) refresh(ctx context.Context) ([]admin.Exchange, error) {
	err := s.admin(ctx, "lire le journal du cas", func(ctx context.Context) error {
		more, err := s.options.Simulator.Exchanges(ctx, s.name, s.last)
		s.exchanges = append(s.exchanges, more...)
		if n := len(more); n > 0 {
			s.last = more[n-1].Seq
		}
		return err
	})
	s.fresh = err == nil
	return s.exchanges, err
}

// Elsewhere lets another hospital act in the case's world, at the base URL that it is given. The GAP,
// idle meanwhile, answers for none of its exchanges.
func (s *Scene) Elsewhere(ctx context.Context, act func(ctx context.Context, url string) error) error {
	if err := s.start(ctx); err != nil {
		return err
	}
	before, err := s.refresh(ctx)
	if err != nil {
		return err
	}
	own := len(before)
	acted := act(ctx, s.context.BaseURL)
	_, err = s.refresh(ctx)
	s.exchanges = s.exchanges[:own:own]
	return errors.Join(acted, err)
}

// admin calls the simulator within its budget; what fails there is the simulator's doing, but for
// a world that it refuses, which the suite wrote.
func (s *Scene) admin(ctx context.Context, what string, call func(context.Context) error) error {
	bounded, cancel := context.WithTimeout(ctx, s.options.Budgets.Simulator)
	defer cancel()
	err := call(bounded)
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return s.expired(ctx, err)
	}
	var problem *admin.Problem
	if errors.As(err, &problem) && problem.Status < 500 {
		return s.stop(reports.Erreur, reports.OriginSuite, "le simulateur refuse de %s : %v", what, problem)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return s.stop(reports.Erreur, reports.OriginSimulateur,
			"le simulateur n'a pas pu %s dans le délai qui lui est accordé (%s)", what, s.options.Budgets.Simulator)
	}
	return s.stop(reports.Erreur, reports.OriginSimulateur, "le simulateur n'a pas pu %s : %v", what, err)
}

// expired says whether the step ran out of time or the run was interrupted.
func (s *Scene) expired(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return s.stop(reports.Erreur, reports.OriginBanc,
			"l'étape n'a pas fini dans son délai (%s)", s.options.Budgets.Step)
	}
	return s.stop(reports.NonExecute, reports.OriginOperateur, "la campagne a été interrompue pendant le cas (%v)", err)
}

// unclaimed lists the requests that reached no world since the run began, but for those that
// name the world of another case.
func (s *Scene) unclaimed(ctx context.Context) []string {
	const enough = 20
	var seen []admin.Exchange
	err := s.admin(ctx, "lire les requêtes orphelines", func(ctx context.Context) (err error) {
		seen, err = s.options.Simulator.Orphans(ctx)
		return err
	})
	if err != nil {
		return nil // Noted by admin.
	}
	var lines []string
	for _, x := range seen {
		world := worldCalled(x.Path)
		if s.options.known[x.ID] || s.options.worlds[world] && world != s.name {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s (HTTP %d)", x.Path, x.HTTP))
	}
	if more := len(lines) - enough; more > 0 {
		lines = append(lines[:enough], fmt.Sprintf("… et %d autres", more))
	}
	return lines
}

// worldCalled is the world that a path names: /m/{world}/v1/idb. It is empty where none is.
func worldCalled(path string) string {
	_, after, _ := strings.Cut(path, "/m/")
	world, _, _ := strings.Cut(after, "/")
	return world
}
