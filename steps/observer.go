package steps

import (
	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// An Observer is told what happens as it happens. Cases run in parallel: its methods are called
// from several goroutines at once.
type Observer interface {
	CaseBegins(c gherkin.Case)
	StepEnds(c gherkin.Case, s reports.StepRun)
	CaseEnds(r reports.Result)
}
