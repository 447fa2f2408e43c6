package tarif

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Rate is an amount in force over some days.
type Rate struct {
	Code        string
	Label       string    // of a price of the grid
	From        roc.Date  // first day
	Until       roc.Date  // last day, zero where no end is known
	Amount      roc.Cents // zero for a threshold that is not money
	Value       int       // of a threshold that is not money
	Source      string
	Uncertainty string // French; empty where there is none
}

// A series holds the rates of one code, at least one, the oldest first, no two on the same day.
type series []Rate

// at returns the rate in force on day; nil where none is known.
func (s series) at(day roc.Date) *Rate {
	for i := len(s) - 1; i >= 0; i-- {
		if r := &s[i]; !r.From.After(day) {
			if !r.Until.IsZero() && r.Until.Before(day) {
				return nil
			}
			return r
		}
	}
	return nil
}

func earlier(a, b roc.Date) roc.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b roc.Date) roc.Date {
	if b.After(a) {
		return b
	}
	return a
}

// A run is a piece of days over which one rate holds.
type run struct {
	daySpan
	rate *Rate
}

// cut calls f for each run of days, in order.
func (s series) cut(days daySpan, f func(run)) error {
	for d := days.first; !d.After(days.last); {
		r := s.at(d)
		if r == nil {
			return s.unknown(d)
		}
		end := days.last
		if !r.Until.IsZero() {
			end = earlier(end, r.Until)
		}
		f(run{daySpan{d, end}, r})
		d = end.AddDays(1)
	}
	return nil
}

// unknown is the error of a series that has no rate on day.
func (s series) unknown(day roc.Date) error {
	e := &UnknownRateError{Code: s[0].Code, Day: day}
	if day.Before(s[0].From) {
		e.First = s[0].From
		return e
	}
	for _, r := range s {
		if r.From.Before(day) {
			e.Last = r.Until
		}
	}
	return e
}

// An UnknownRateError says that no amount is known for a code on a day.
type UnknownRateError struct {
	Code  string
	Day   roc.Date
	First roc.Date // earliest day known, where the day is before it
	Last  roc.Date // last day known, where the day is after it
	Known []string // the codes that exist, where this one does not
}

func (e *UnknownRateError) Error() string {
	switch {
	case !e.First.IsZero():
		return fmt.Sprintf("tarif %s inconnu au %s : connu à partir du %s", e.Code, e.Day.French(), e.First.French())
	case !e.Last.IsZero():
		return fmt.Sprintf("tarif %s inconnu au %s : connu jusqu'au %s", e.Code, e.Day.French(), e.Last.French())
	}
	return fmt.Sprintf("tarif %s inconnu au %s%s", e.Code, e.Day.French(), hint(e.Code, e.Known))
}

// hint names the valid word nearest to one that is not, and the others.
func hint(word string, known []string) string {
	if len(known) == 0 {
		return ""
	}
	near := strictyaml.Nearest(word, known)
	if near != "" {
		near = " ; le plus proche : " + near
	}
	return near + " ; connus : " + strings.Join(known, ", ")
}

// Rate returns the amount of code in force on day. The error is an *UnknownRateError.
func (t *Table) Rate(code string, day roc.Date) (Rate, error) {
	s, known := t.amounts[code]
	if !known {
		return Rate{}, &UnknownRateError{Code: code, Day: day, Known: names(t.amounts)}
	}
	if r := s.at(day); r != nil {
		return *r, nil
	}
	return Rate{}, s.unknown(day)
}

// amount is Rate without a copy.
func (t *Table) amount(code string, day roc.Date) (*Rate, error) {
	s := t.amounts[code]
	if r := s.at(day); r != nil {
		return r, nil
	}
	return nil, s.unknown(day)
}

// A discipline is a key of the national grid: DMT and tariff code.
type discipline struct{ dmt, tariff string }

func (d discipline) String() string { return "TNJP " + d.dmt + "/" + d.tariff }

// TNJP returns the daily tariff of a discipline in force on day. The error is an *UnknownRateError.
func (t *Table) TNJP(dmt, tariff string, day roc.Date) (Rate, error) {
	s, err := t.grid(discipline{dmt, tariff}, day)
	if err != nil {
		return Rate{}, err
	}
	if r := s.at(day); r != nil {
		return *r, nil
	}
	return Rate{}, s.unknown(day)
}

// grid returns the prices of a discipline; day is for the error.
func (t *Table) grid(d discipline, day roc.Date) (series, error) {
	if s, known := t.daily[d]; known {
		return s, nil
	}
	known := make([]string, 0, len(t.daily))
	for other := range t.daily {
		known = append(known, other.String())
	}
	slices.Sort(known)
	return nil, &UnknownRateError{Code: d.String(), Day: day, Known: known}
}

// names returns the keys of a map, sorted.
func names[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
