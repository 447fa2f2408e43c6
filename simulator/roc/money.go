package roc

import (
	"errors"
	"strconv"
	"strings"
)

// Cents is an amount of money in cents of euro. Amounts are never floating point.
type Cents int64

var errAmount = errors.New("not an amount: want digits, a point and two digits")

// ParseCents reads the wire form: an optional minus sign, one to nine digits and, when there
// are cents, a point and exactly two digits ("1166.56", "20.00", "20").
func ParseCents(s string) (Cents, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, cents, dotted := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 9 || dotted && len(cents) != 2 {
		return 0, errAmount
	}
	var n int64
	for _, part := range [2]string{whole, cents} {
		for i := 0; i < len(part); i++ {
			d := part[i] - '0'
			if d > 9 {
				return 0, errAmount
			}
			n = n*10 + int64(d)
		}
	}
	if !dotted {
		n *= 100
	}
	if negative {
		n = -n
	}
	return Cents(n), nil
}

// Append writes the wire form of c, always with two decimals.
func (c Cents) Append(dst []byte) []byte {
	n := int64(c)
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	dst = strconv.AppendInt(dst, n/100, 10)
	return append(dst, '.', byte('0'+n/10%10), byte('0'+n%10))
}

// String returns the wire form.
func (c Cents) String() string { return string(c.Append(nil)) }

// French returns the form that people read: "1 166,56 €", with no-break spaces.
func (c Cents) French() string {
	var wire [24]byte
	digits := c.Append(wire[:0])
	whole := len(digits) - len(".00")
	text := make([]byte, 0, 2*len(digits)+len(" €"))
	for i, d := range digits[:whole] {
		if i > 0 && digits[i-1] != '-' && (whole-i)%3 == 0 {
			text = append(text, "\u202f"...)
		}
		text = append(text, d)
	}
	text = append(text, ',')
	text = append(text, digits[whole+1:]...)
	return string(append(text, "\u00a0€"...))
}

// Percent returns c × rate / 100 rounded half up to the cent (away from zero when negative).
func (c Cents) Percent(rate int) Cents {
	n := int64(c) * int64(rate)
	if n < 0 {
		return Cents((n - 50) / 100)
	}
	return Cents((n + 50) / 100)
}

// MarshalText writes the wire form.
func (c Cents) MarshalText() ([]byte, error) { return c.Append(nil), nil }

// UnmarshalText reads the wire form.
func (c *Cents) UnmarshalText(text []byte) error {
	parsed, err := ParseCents(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}
