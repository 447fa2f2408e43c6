package reports

import (
	"html/template"
	"slices"
	"strings"
)

// A page is everything that rapport.html shows, in the order in which it shows it.
type page struct {
	*labels
	C            *Campaign
	Kind         string // of the claim, for its icon and colour
	Sentence     string
	Warnings     []string
	DurationMS   int64
	Counts       []count
	Next         []nextStep
	Requirements []requirementRow
	Played       int // requirements that a case exercised
	Cases        []caseView
	Services     []string
	Norms        []versionRow // where a run has several versions
	Detection    *detectionView
	CSS          template.CSS
	JS           template.JS
}

// A requirementRow is one line of the matrix.
type requirementRow struct {
	Requirement
	Kind  string
	Links []link
}

// A link leads to a case of the page.
type link struct {
	Coordinate string
	Kind       string
	Reason     string
}

// Anchor is the id of the case in the page.
func (k link) Anchor() string { return "cas-" + k.Coordinate }

// A detectionView is the table of the deliberate deviations.
type detectionView struct {
	Detection
	Sentence string
}

func newPage(c *Campaign, l *labels) *page {
	p := &page{
		labels: l, C: c,
		Kind:       claimKind(c.Footer.Claim),
		Sentence:   claimSentence(c, l),
		Warnings:   warnings(c, l),
		DurationMS: c.Ended.Sub(c.Started).Milliseconds(),
		Counts:     counts(c, l),
		Next:       nextSteps(c, l),
		Cases:      caseViews(c, l),
		Norms:      byVersion(c, l),
	}
	p.addRequirements()
	for i := range c.Results {
		if s := c.Results[i].Service; !slices.Contains(p.Services, s) {
			p.Services = append(p.Services, s)
		}
	}
	if c.Detection != nil {
		p.Detection = &detectionView{*c.Detection, detectionSentence(c.Detection, l)}
	}
	return p
}

// addRequirements fills the matrix, defects first, then what is not proven.
func (p *page) addRequirements() {
	kinds := map[string]string{}
	for _, v := range p.Cases {
		kinds[v.Coordinate] = v.Kind
	}
	order := []Status{EnDefaut, NonProuvee, Prouvee, HorsObjet}
	for _, req := range p.C.Requirements {
		row := requirementRow{Requirement: req, Kind: statusKind(req.Status)}
		for _, coordinate := range req.Cases {
			row.Links = append(row.Links, link{Coordinate: coordinate, Kind: kinds[coordinate]})
		}
		if len(req.Cases) > 0 {
			p.Played++
		}
		p.Requirements = append(p.Requirements, row)
	}
	slices.SortStableFunc(p.Requirements, func(a, b requirementRow) int {
		return slices.Index(order, a.Status) - slices.Index(order, b.Status)
	})
}

// Filters are the counts of the verdicts that happened, for the list of cases.
func (p *page) Filters() []count {
	var out []count
	for _, n := range p.Counts {
		same := func(o count) bool { return o.Kind == n.Kind }
		if n.N > 0 && !slices.ContainsFunc(out, same) {
			out = append(out, n)
		}
	}
	return out
}

// Zeros names the verdicts that did not happen: that nothing failed is information too.
func (p *page) Zeros() string {
	var out []string
	for _, n := range p.Counts {
		if n.N == 0 {
			out = append(out, strings.ToLower(n.Label))
		}
	}
	return strings.Join(out, ", ")
}

// Versions are the versions of the norme, as people write them.
func (p *page) Versions() string {
	return strings.ToUpper(strings.Join(p.C.Settings.Versions, ", "))
}

// Product is the name of the GAP under test.
func (p *page) Product() string { return productName(p.C) }

// A kind is a verdict, or conforme_reserves: what an icon and a colour stand for.
func claimKind(c Claim) string {
	switch c {
	case ClaimConforme:
		return string(Conforme)
	case ClaimNonConforme:
		return string(NonConforme)
	case ClaimInvalide:
		return string(Erreur)
	}
	return string(NonConcluant)
}

func statusKind(s Status) string {
	switch s {
	case Prouvee:
		return string(Conforme)
	case EnDefaut:
		return string(NonConforme)
	case HorsObjet:
		return string(SansObjet)
	}
	return string(NonConcluant)
}

func resultKind(r *Result) string {
	if r.Verdict == Conforme && len(reservesOf(r)) > 0 {
		return "conforme_reserves"
	}
	return string(r.Verdict)
}
