package reports

import (
	"cmp"
	"fmt"
	"slices"
)

// findings returns the results that need someone, worst first: those that block the claim, then by
// verdict, then in the order of the run.
func findings(c *Campaign) []*Result {
	var out []*Result
	for i := range c.Results {
		if r := &c.Results[i]; r.Verdict != Conforme && r.Verdict != SansObjet {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, worstFirst)
	return out
}

// worstFirst orders results for a reader.
func worstFirst(a, b *Result) int {
	rank := func(r *Result) int {
		n := slices.Index(Verdicts(), r.Verdict)
		if n < 0 { // a verdict that nobody knows comes before all
			return n
		}
		if !r.Blocking() && r.Verdict != Conforme && r.Verdict != SansObjet {
			n += len(Verdicts())
		}
		return n
	}
	return cmp.Compare(rank(a), rank(b))
}

// place is the line to open: that of the step that failed, else that of the scenario.
func place(r *Result) string {
	line := r.Line
	if i := slices.IndexFunc(r.Steps, func(s StepRun) bool { return s.State == EtapeEchouee }); i >= 0 {
		line = r.Steps[i].Line
	}
	if r.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", r.File, line)
}

// reasonOf is why the result is what it is; where the bench gave no reason, the first failed check.
func reasonOf(r *Result) string {
	if r.Reason != "" {
		return r.Reason
	}
	for _, k := range r.Checks {
		if k.Outcome == Echouee || k.Outcome == NonEmise {
			return k.Text
		}
	}
	return ""
}

// nextAction is what to do about a result: the bench's advice, else that of its verdict and origin.
func nextAction(r *Result, l *labels) string {
	if r.NextAction != "" {
		return r.NextAction
	}
	return l.Or("suite."+string(r.Verdict)+"."+string(r.Origin), l.Or("suite."+string(r.Verdict), ""))
}
