package steps

import "github.com/roc-miroir/miroir/reports"

// Imply records a check that no sentence announces, because every case owes it: the running step has
// seen something that it proves or belies. Called again under the same slug it merges, as Verify does.
// It binds the GAP as the case does; a case that recommends makes a reserve of it.
func (s *Scene) Imply(slug, text string, ok bool, expected, observed, evidence string) {
	key := "implied " + slug
	i, known := s.memo[key].(int)
	if !known {
		optional := s.played.Level == reports.Recommande || s.played.Level == reports.Information
		i = s.checks.announce(slug, text, !optional)
		s.memo[key] = i
	}
	before := s.checks.checks[i].Outcome
	s.checks.emit(i, ok, expected, observed, evidence)
	check := s.checks.checks[i]
	if check.Outcome == before {
		return
	}
	switch check.Outcome {
	case reports.Echouee:
		s.blame(reports.NonConforme, reports.OriginGAP, "%s — %s", text, missed(check))
	case reports.Reserve:
		s.Note("Réserve : " + text + " — " + missed(check))
	}
}
