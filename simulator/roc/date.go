package roc

import (
	"errors"
	"time"
)

// A Date is a calendar day without a zone: dates of care, of rights, of birth. The zero Date
// means that none is given.
type Date struct{ day int32 } // days since 1 January 1 plus one

var errDate = errors.New("not a date: want AAAA-MM-JJ")

// DateOf returns the date on which t falls in its own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// NewDate returns a date; values outside the calendar are normalised as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date{int32(t.Unix()/86400 + epochDays + 1)}
}

// epochDays is the number of days from 1 January 1 to 1 January 1970.
const epochDays = 719162

// ParseDate reads AAAA-MM-JJ and refuses days that the calendar does not have.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, errDate
	}
	y, ok1 := digits(s[0:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:10])
	if !ok1 || !ok2 || !ok3 || y == 0 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, errDate
	}
	return NewDate(y, time.Month(m), d), nil
}

func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether no date is given.
func (d Date) IsZero() bool { return d.day == 0 }

// Time returns midnight UTC of d; the zero time for the zero Date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix((int64(d.day)-1-epochDays)*86400, 0).UTC()
}

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Date{d.day + int32(n)} }

// DaysSince returns the number of days from e to d.
func (d Date) DaysSince(e Date) int { return int(d.day - e.day) }

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.day < e.day }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.day > e.day }

// Append writes AAAA-MM-JJ.
func (d Date) Append(dst []byte) []byte { return d.Time().AppendFormat(dst, "2006-01-02") }

// String returns AAAA-MM-JJ, or nothing for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.Append(nil))
}

// French returns the form that people read: JJ/MM/AAAA.
func (d Date) French() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("02/01/2006")
}

// MarshalText writes AAAA-MM-JJ, empty for the zero Date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads AAAA-MM-JJ; empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}
