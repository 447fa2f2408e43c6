package reports

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of rapport.html, which must stay small enough to be sent by mail whatever the run.
const (
	bodyBudget = 1 << 20 // characters of requests and replies in the whole page
	bodyMost   = 12_000  // characters of one request or reply
	bodyLeast  = 200
)

// A caseView is one collapsible section.
type caseView struct {
	*labels
	link
	R         *Result
	Place     string
	Next      string
	Open      bool
	Exchanges []exchangeView
}

// Norme is the version of the norme of the case, as people write it.
func (v caseView) Norme() string { return strings.ToUpper(v.R.Version) }

// An exchangeView is an exchange with its bodies laid out for reading.
type exchangeView struct {
	Exchange
	Number   int
	Question body
	Answer   body
}

// A body is a request or a reply, whole or cut.
type body struct {
	Text  string
	Shown int
	Total int
}

// Cut reports whether the text is not whole.
func (b body) Cut() bool { return b.Shown < b.Total }

func caseViews(c *Campaign, l *labels) []caseView {
	results := make([]*Result, 0, len(c.Results))
	exchanges := 0
	for i := range c.Results {
		results = append(results, &c.Results[i])
		exchanges += len(c.Results[i].Exchanges)
	}
	for _, coordinate := range missing(c) {
		results = append(results, absentResult(coordinate, l))
	}
	slices.SortStableFunc(results, worstFirst)
	limit := max(bodyLeast, min(bodyMost, bodyBudget/max(1, 2*exchanges)))
	views := make([]caseView, 0, len(results))
	for i, r := range results {
		finding := r.Verdict != Conforme && r.Verdict != SansObjet
		v := caseView{
			labels: l, R: r,
			link:  link{Coordinate: r.Coordinate, Kind: resultKind(r), Reason: reasonOf(r)},
			Place: place(r),
			Open:  finding && i == 0, // one, to show what a line opens on
		}
		if finding {
			v.Next = nextAction(r, l)
		}
		for n, e := range r.Exchanges {
			v.Exchanges = append(v.Exchanges, exchangeView{
				Exchange: e, Number: n + 1, Question: newBody(e.Request, limit), Answer: newBody(e.Reply, limit),
			})
		}
		views = append(views, v)
	}
	return views
}

func newBody(text string, limit int) body {
	text = pretty(text)
	b := body{Text: text, Total: utf8.RuneCountInString(text)}
	for i := range text {
		if b.Shown == limit {
			b.Text = text[:i]
			return b
		}
		b.Shown++
	}
	return b
}
