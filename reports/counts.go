package reports

// A count is how many results share a verdict.
type count struct {
	Kind  string // the verdict, or conforme_reserves
	Label string
	N     int
}

// counts gives the results by verdict, worst first, conforme split by reserves. Verdicts that did
// not happen are shown too: a zero is information.
func counts(c *Campaign, l *labels) []count {
	reserved := 0
	for i := range c.Results {
		if r := &c.Results[i]; r.Verdict == Conforme && len(reservesOf(r)) > 0 {
			reserved++
		}
	}
	var out []count
	for _, v := range Verdicts() {
		n := c.Footer.Verdicts[v]
		if v == Conforme {
			out = append(out, count{"conforme_reserves", l.T("verdict.conforme_reserves"), reserved})
			n -= reserved
		}
		out = append(out, count{string(v), l.T("verdict." + string(v)), n})
	}
	if absent := len(missing(c)); absent > 0 {
		out = append(out, count{"non_execute", l.T("verdict.sans_resultat"), absent})
	}
	return out
}

// warnings are the sentences without which the claim would mislead.
func warnings(c *Campaign, l *labels) []string {
	var out []string
	if c.Product.Ecart != "" {
		out = append(out, l.T("avertissement.ecart", c.Product.Ecart))
	}
	if c.Settings.Filter != "" {
		out = append(out, l.T("avertissement.filtre", c.Settings.Filter))
	}
	if !c.Settings.Masked {
		out = append(out, l.T("avertissement.masque"))
	}
	return out
}

// detectionSentence gives the detection rate, never a percentage alone.
func detectionSentence(d *Detection, l *labels) string {
	s := l.N("detection.phrase", d.Detected, d.Total)
	inexact := 0
	for _, v := range d.Deviations {
		if v.Detected && !v.Exact {
			inexact++
		}
	}
	if inexact > 0 {
		s += " " + l.N("detection.indirect", inexact)
	}
	return s
}
