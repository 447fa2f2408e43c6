package simulator

// BreakPayer makes every decision panic until restore is called.
func (s *Simulator) BreakPayer() (restore func()) {
	whole := s.payer
	s.payer = nil
	return func() { s.payer = whole }
}

// CloseStore makes the database refuse everything.
func (s *Simulator) CloseStore() error { return s.store.Close() }
