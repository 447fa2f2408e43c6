package steps

import (
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/reports"
)

// checkbook holds the checks of a case, all announced before the first step.
type checkbook struct {
	caseID string
	checks []reports.Check
}

// announce adds a check that the case owes and returns its place. A slug announced twice gets a
// number, so that each check of a case has its own id.
func (b *checkbook) announce(slug, text string, mandatory bool) int {
	id, n := b.caseID+"#"+slug, 1
	for _, c := range b.checks {
		if c.ID == id || strings.HasPrefix(c.ID, id+"--") {
			n++
		}
	}
	if n > 1 {
		id = fmt.Sprintf("%s--%d", id, n)
	}
	b.checks = append(b.checks, reports.Check{ID: id, Text: text, Mandatory: mandatory, Outcome: reports.NonEmise})
	return len(b.checks) - 1
}

// emit records what a check showed. Several calls merge: all must hold, and the first failure is
// what the check keeps.
func (b *checkbook) emit(i int, ok bool, expected, observed, evidence string) {
	c := &b.checks[i]
	failed := reports.Echouee
	if !c.Mandatory {
		failed = reports.Reserve
	}
	switch {
	case c.Outcome == failed:
		return
	case !ok:
		c.Outcome, c.Expected, c.Observed, c.Evidence = failed, expected, observed, evidence
	default:
		c.Outcome = reports.Reussie
		c.Expected, c.Observed = joined(c.Expected, expected), joined(c.Observed, observed)
		c.Evidence = joined(c.Evidence, evidence)
	}
}

// emitted counts the checks that were emitted, and those of them that bind the GAP.
func (b *checkbook) emitted() (all, mandatory int) {
	for _, c := range b.checks {
		if c.Outcome == reports.NonEmise {
			continue
		}
		all++
		if c.Mandatory {
			mandatory++
		}
	}
	return all, mandatory
}

// missing returns the ids of the checks that nobody emitted.
func (b *checkbook) missing() []string {
	var ids []string
	for _, c := range b.checks {
		if c.Outcome == reports.NonEmise {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func joined(known, more string) string {
	switch {
	case known == "":
		return more
	case more == "" || strings.Contains(known, more):
		return known
	}
	return known + " ; " + more
}
