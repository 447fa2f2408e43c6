package reports

import "strings"

// claimSentence says in one sentence what may be claimed of the run. It comes first everywhere.
func claimSentence(c *Campaign, l *labels) string {
	t := tallyOf(c)
	var s string
	switch c.Footer.Claim {
	case ClaimConforme:
		s = conformeSentence(c, l, t)
	case ClaimNonConforme:
		s = nonConformeSentence(c, l, t)
	case ClaimInvalide:
		s = l.N("claim.invalide", len(c.Integrity))
	case ClaimIncomplete:
		s = incompleteSentence(c, l, t)
	default:
		s = l.T("claim.non_jugee")
	}
	if c.Interrupted {
		s += " " + l.T("claim.interrompue")
	}
	return s
}

func conformeSentence(c *Campaign, l *labels, t tally) string {
	var s string
	if t.Played == 0 { // cases without a requirement of the catalogue
		s = l.N("claim.conforme_cas", c.Footer.Verdicts[Conforme])
	} else {
		s = l.N("claim.conforme", t.Played)
	}
	if n := reserveCount(c); n > 0 {
		s += l.N("claim.reserves", n)
	}
	return s + "."
}

func nonConformeSentence(c *Campaign, l *labels, t tally) string {
	parts := []string{l.N("claim.defaut_cas", blockingCount(c, NonConforme))}
	if t.Defective > 0 {
		parts[0] = l.N("claim.defaut", t.Defective, t.Played)
	}
	if t.Unproven > 0 {
		parts = append(parts, l.N("claim.defaut_non_prouvees", t.Unproven))
	}
	return l.T("claim.non_conforme", strings.Join(parts, ", "))
}

func incompleteSentence(c *Campaign, l *labels, t tally) string {
	switch absent := len(missing(c)); {
	case len(c.Selected) == 0:
		return l.T("claim.aucun_cas")
	case t.Unproven > 0:
		return l.N("claim.incomplete", t.Unproven, t.Played)
	case absent > 0:
		return l.N("claim.sans_resultat", absent, len(c.Selected))
	case blockingCount(c, Conforme) == 0:
		return l.T("claim.rien_prouve")
	case c.Interrupted:
		return l.T("claim.inachevee")
	}
	return l.T("claim.cas_sans_reponse")
}

// blockingCount counts the mandatory results that have verdict v.
func blockingCount(c *Campaign, v Verdict) int {
	n := 0
	for i := range c.Results {
		if r := &c.Results[i]; r.Blocking() && r.Verdict == v {
			n++
		}
	}
	return n
}

// reserveCount counts what does not block but must be seen: recommendations missed by a check, and
// results of a lower level that are not conforme.
func reserveCount(c *Campaign) int {
	n := 0
	for i := range c.Results {
		r := &c.Results[i]
		n += len(reservesOf(r))
		if !r.Blocking() && r.Verdict != Conforme && r.Verdict != SansObjet {
			n++
		}
	}
	return n
}
