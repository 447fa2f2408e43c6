package reports

// nextLinks is how many cases a line of advice names.
const nextLinks = 3

// A nextStep is one line of "what to do next": an order, and the first cases that it is about.
type nextStep struct {
	Kind  string
	Text  string
	Links []link
	More  int
}

// nextSteps turns the findings into a short list of orders, the most urgent first.
func nextSteps(c *Campaign, l *labels) []nextStep {
	var out []nextStep
	if len(c.Integrity) > 0 {
		out = append(out, nextStep{Kind: string(Erreur), Text: l.T("ensuite.integrite")})
	}
	groups := map[Verdict][]*Result{}
	for _, r := range findings(c) {
		groups[r.Verdict] = append(groups[r.Verdict], r)
	}
	for _, coordinate := range missing(c) {
		absent := absentResult(coordinate, l)
		groups[NonExecute] = append(groups[NonExecute], absent)
	}
	for _, v := range Verdicts() {
		if list := groups[v]; len(list) > 0 {
			out = append(out, adviceOn(list, string(v), l.N("ensuite."+string(v), len(list))))
		}
	}
	var reserved []*Result
	for i := range c.Results {
		if r := &c.Results[i]; len(reservesOf(r)) > 0 {
			reserved = append(reserved, r)
		}
	}
	if len(reserved) > 0 {
		n := 0
		for _, r := range reserved {
			n += len(reservesOf(r))
		}
		out = append(out, adviceOn(reserved, "conforme_reserves", l.N("ensuite.reserves", n)))
	}
	if c.Footer.Claim == ClaimConforme {
		out = append(out, nextStep{Kind: string(Conforme), Text: l.T("ensuite.conforme")})
	}
	return out
}

func adviceOn(list []*Result, kind, text string) nextStep {
	step := nextStep{Kind: kind, Text: text, More: max(0, len(list)-nextLinks)}
	for _, r := range list[:min(len(list), nextLinks)] {
		reason := reasonOf(r)
		if reserves := reservesOf(r); reason == "" && len(reserves) > 0 {
			reason = reserves[0].Text
		}
		step.Links = append(step.Links, link{Coordinate: r.Coordinate, Kind: kind, Reason: reason})
	}
	return step
}

// absentResult stands for a selected coordinate of which nothing is known.
func absentResult(coordinate string, l *labels) *Result {
	return &Result{
		Coordinate: coordinate, Verdict: NonExecute, Level: Obligatoire,
		Title: l.T("verdict.sans_resultat"), Reason: l.T("junit.sans_resultat"),
	}
}
