package reports

import (
	"cmp"
	"slices"
)

// Schema names the format of resultats.json.
const Schema = "miroir-resultats/1"

// Judge fills what may be claimed of a campaign: the integrity list, the status of every
// requirement and the footer. It also puts the results, which parallel cases end in any order,
// in the order of the selection. It is a pure function of what the bench wrote, and judging twice
// changes nothing.
//
// Facts are not averaged: a contradiction in the evidence voids the run, a confirmed
// non-conformity stands whatever else went wrong, and a single mandatory case without an answer
// keeps the run from being conforme.
func Judge(c *Campaign) {
	c.Schema = Schema
	inOrder(c)
	c.Integrity = merged(c.Integrity, incoherences(c))
	settleRequirements(c)
	c.Footer = Footer{
		Selected: len(c.Selected),
		Results:  len(c.Results),
		Verdicts: map[Verdict]int{},
	}
	for i := range c.Results {
		r := &c.Results[i]
		c.Footer.Verdicts[r.Verdict]++
		c.Footer.Checks += len(r.Checks)
		c.Footer.Exchanges += len(r.Exchanges)
	}
	b := blockersOf(c)
	c.Footer.Claim = b.claim()
	c.Footer.ExitCode = b.exitCode()
	c.Footer.Digest = digest(c)
}

// blockers are the facts that decide a claim.
type blockers struct {
	void        bool // evidence that contradicts itself
	defect      bool // a confirmed non-conformity of a mandatory case
	benchError  bool // a mandatory case that the bench broke
	unanswered  bool // a mandatory case without an answer, whatever the reason
	interrupted bool
}

func blockersOf(c *Campaign) blockers {
	b := blockers{void: len(c.Integrity) > 0, interrupted: c.Interrupted}
	proven := 0
	for i := range c.Results {
		r := &c.Results[i]
		switch {
		case !r.Blocking():
		case r.Verdict == Conforme:
			proven++
		case r.Verdict == NonConforme:
			b.defect = true
		case r.Verdict == Erreur:
			b.benchError, b.unanswered = true, true
		case r.Verdict != SansObjet:
			b.unanswered = true
		}
	}
	// A run in which nothing mandatory was proven has nothing to claim, however green it looks.
	b.unanswered = b.unanswered || proven == 0 || len(missing(c)) > 0
	return b
}

func (b blockers) claim() Claim {
	switch {
	case b.void:
		return ClaimInvalide
	case b.defect:
		return ClaimNonConforme
	case b.unanswered, b.interrupted:
		return ClaimIncomplete
	}
	return ClaimConforme
}

// exitCode gives a confirmed fact (a void run, a defect) before the interruption, and the
// interruption before what it explains.
func (b blockers) exitCode() int {
	switch {
	case b.void:
		return ExitInvalide
	case b.defect:
		return ExitNonConforme
	case b.interrupted:
		return ExitInterrupted
	case b.benchError:
		return ExitBanc
	case b.unanswered:
		return ExitIncomplete
	}
	return ExitConforme
}

// Blocking reports whether the result counts in the claim. A level that nobody knows counts.
func (r *Result) Blocking() bool { return r.Level != Recommande && r.Level != Information }

// inOrder sorts the results as they were selected; one that nobody selected comes last.
func inOrder(c *Campaign) {
	rank := make(map[string]int, len(c.Selected))
	for i, s := range c.Selected {
		rank[s] = i - len(c.Selected)
	}
	slices.SortStableFunc(c.Results, func(a, b Result) int {
		return cmp.Compare(rank[a.Coordinate], rank[b.Coordinate])
	})
}

// missing returns the selected coordinates that have no result.
func missing(c *Campaign) []string {
	have := make(map[string]bool, len(c.Results))
	for i := range c.Results {
		have[c.Results[i].Coordinate] = true
	}
	var out []string
	for _, s := range c.Selected {
		if !have[s] {
			out = append(out, s)
		}
	}
	return out
}

// merged returns known followed by those of found that it does not hold.
func merged(known, found []string) []string {
	seen := make(map[string]bool, len(known))
	for _, k := range known {
		seen[k] = true
	}
	for _, f := range found {
		if !seen[f] {
			known, seen[f] = append(known, f), true
		}
	}
	return known
}
