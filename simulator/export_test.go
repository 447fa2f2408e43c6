package simulator

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/amc"
)

// BreakPayer makes every decision panic until restore is called.
func (s *Simulator) BreakPayer() (restore func()) {
	whole := s.payer
	s.payer = nil
	return func() { s.payer = whole }
}

// CloseStore makes the database refuse everything.
func (s *Simulator) CloseStore() error { return s.store.Close() }

// WorldNamed returns a world as the store has it.
func (s *Simulator) WorldNamed(ctx context.Context, name string) (*amc.World, error) {
	return s.worlds.World(ctx, name)
}
