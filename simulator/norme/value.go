package norme

import (
	"reflect"
	"strconv"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// set checks text and puts its value in v; it returns the code of what is wrong and leaves v alone then.
func (t *scalar) set(v reflect.Value, s string) (code string) {
	switch t.base {
	case baseInteger:
		n, ok := parseInteger(s)
		if !ok {
			return codeInteger
		}
		if n < t.bounds.min || n > t.bounds.max {
			return codeBounds
		}
		v.SetInt(int64(n))
	case baseBoolean:
		if s != "true" && s != "false" {
			return codeBoolean
		}
		v.SetBool(s == "true")
	case baseAmount:
		c, err := roc.ParseCents(s)
		if err != nil || len(s) < 4 || s[len(s)-3] != '.' {
			return codeAmount
		}
		v.SetInt(int64(c))
	case baseDate:
		d, err := roc.ParseDate(s)
		if err != nil {
			return codeDate
		}
		*v.Addr().Interface().(*roc.Date) = d
	case baseInstant:
		at, ok := parseInstant(s)
		if !ok {
			return codeInstant
		}
		*v.Addr().Interface().(*time.Time) = at
	default:
		if code = t.check(s); code == "" {
			v.SetString(s)
		}
	}
	return code
}

// maxCents is the largest amount that the wire form holds.
const maxCents = 999_999_999_99

// append writes the value of v, not yet escaped, and returns the code of what the norme refuses in it.
func (t *scalar) append(dst []byte, v reflect.Value) ([]byte, string) {
	switch t.base {
	case baseInteger:
		n := v.Int()
		return strconv.AppendInt(dst, n, 10), unless(int64(t.bounds.min) <= n && n <= int64(t.bounds.max), codeBounds)
	case baseBoolean:
		return strconv.AppendBool(dst, v.Bool()), ""
	case baseAmount:
		n := v.Int()
		return roc.Cents(n).Append(dst), unless(-maxCents <= n && n <= maxCents, codeAmount)
	case baseDate:
		d := *v.Addr().Interface().(*roc.Date)
		year := d.Time().Year()
		return d.Append(dst), unless(!d.IsZero() && 1 <= year && year <= 9999, codeDate)
	case baseInstant:
		start := len(dst)
		dst = v.Addr().Interface().(*time.Time).AppendFormat(dst, time.RFC3339Nano)
		_, ok := parseInstant(string(dst[start:]))
		return dst, unless(ok, codeInstant)
	}
	s := v.String()
	return append(dst, s...), t.check(s)
}

// parseInteger reads digits without a leading zero, nine at most.
func parseInteger(s string) (n int, ok bool) {
	if s == "" || len(s) > 9 || s[0] == '0' && len(s) > 1 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
