package steps

import (
	"testing"

	"github.com/roc-miroir/miroir/reports"
)

func TestACheckThatEveryCaseOwesBindsAsTheCaseDoes(t *testing.T) {
	const slug, text = "situation-transmise", "la GAP doit transmettre la situation"
	for level, want := range map[string]reports.Outcome{
		"obligatoire": reports.Echouee, reports.Recommande: reports.Reserve, reports.Information: reports.Reserve,
	} {
		s := &Scene{checks: checkbook{caseID: "ROC-CLC-001"}, memo: map[string]any{}, running: -1}
		s.played.Level = level
		s.Imply(slug, text, true, "10", "10", "")
		s.Imply(slug, text, false, "30", "10", "")
		s.Imply(slug, text, false, "41", "10", "")
		if n := len(s.checks.checks); n != 1 {
			t.Fatalf("%s: %d checks, want one", level, n)
		}
		got := s.checks.checks[0]
		if got.Outcome != want || got.Expected != "30" || got.Mandatory != (want == reports.Echouee) {
			t.Errorf("%s: got %+v, want %s for 30", level, got, want)
		}
		if faults, notes := len(s.reasons), len(s.notes); faults+notes != 1 || (faults == 1) != got.Mandatory {
			t.Errorf("%s: %d reasons and %d notes, want one of the right kind", level, faults, notes)
		}
	}
}
