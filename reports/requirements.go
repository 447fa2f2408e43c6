package reports

// settleRequirements says, for each requirement of the catalogue, which cases exercised it and
// what they showed. Coverage comes from the results, never from what was announced.
func settleRequirements(c *Campaign) {
	byID := make(map[string][]*Result, len(c.Requirements))
	for i := range c.Results {
		for _, id := range c.Results[i].Requirements {
			byID[id] = append(byID[id], &c.Results[i])
		}
	}
	for i := range c.Requirements {
		req := &c.Requirements[i]
		req.Cases = nil
		for _, r := range byID[req.ID] {
			req.Cases = append(req.Cases, r.Coordinate)
		}
		req.Status = statusOf(deciding(byID[req.ID]))
	}
}

// deciding returns the results that settle a requirement: the mandatory ones where there are any.
func deciding(results []*Result) []*Result {
	var mandatory []*Result
	for _, r := range results {
		if r.Blocking() {
			mandatory = append(mandatory, r)
		}
	}
	if len(mandatory) > 0 {
		return mandatory
	}
	return results
}

func statusOf(results []*Result) Status {
	n := map[Verdict]int{}
	for _, r := range results {
		n[r.Verdict]++
	}
	switch {
	case n[NonConforme] > 0:
		return EnDefaut
	case len(results) > 0 && n[SansObjet] == len(results):
		return HorsObjet
	case len(results) > 0 && n[Conforme]+n[SansObjet] == len(results):
		return Prouvee
	}
	return NonProuvee
}

// A tally counts the mandatory requirements that the run played.
type tally struct{ Played, Proven, Defective, Unproven int }

// tallyOf counts a requirement where the catalogue obliges and a mandatory case exercised it, so
// that the sentence of the report and the claim cannot disagree.
func tallyOf(c *Campaign) tally {
	blocking := map[string]bool{}
	for i := range c.Results {
		r := &c.Results[i]
		for _, id := range r.Requirements {
			blocking[id] = blocking[id] || r.Blocking()
		}
	}
	var t tally
	for i := range c.Requirements {
		req := &c.Requirements[i]
		if !req.obliges() || !blocking[req.ID] {
			continue
		}
		switch req.Status {
		case Prouvee:
			t.Proven++
		case EnDefaut:
			t.Defective++
		case NonProuvee:
			t.Unproven++
		}
	}
	t.Played = t.Proven + t.Defective + t.Unproven
	return t
}

// obliges reports whether the requirement binds: doit and ne_doit_pas do, devrait and peut do not.
func (r *Requirement) obliges() bool { return r.Level != "devrait" && r.Level != "peut" }
