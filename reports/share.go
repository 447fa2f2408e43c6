package reports

import (
	"strconv"
	"time"
)

// Period writes the days of a line.
func (l *labels) Period(s Share) string {
	switch s.To {
	case "", s.From:
		return l.day(s.From)
	}
	return l.T("partage.periode", l.day(s.From), l.day(s.To))
}

// day writes AAAA-MM-JJ as people read it; what is no date shows as it is.
func (l *labels) day(text string) string {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return d.Format(l.T("format.jour"))
}

// Money writes an amount of the wire as people read it; what is no amount shows as it is.
func (l *labels) Money(wire string) string {
	var a amount
	if wire == "" || a.UnmarshalJSON([]byte(wire)) != nil {
		return wire
	}
	sign, n := "", a.n
	if n < 0 {
		sign, n = "-", -n
	}
	euros := strconv.FormatInt(n/100, 10)
	for i := len(euros) - 3; i > 0; i -= 3 {
		euros = euros[:i] + l.T("format.millier") + euros[i:]
	}
	cents := strconv.FormatInt(100+n%100, 10)[1:]
	return sign + l.T("format.euros", euros, cents)
}
