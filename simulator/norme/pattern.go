package norme

import "strings"

// pattern returns the regular expression of the lexical form of the type, not anchored, in the dialect
// that XML Schema, JSON Schema and RE2 share; empty where there is none. It serves the published
// descriptions only: reading compiles no expression.
func (t *scalar) pattern() string {
	switch t.base {
	case baseInteger:
		return "0|[1-9][0-9]*"
	case baseBoolean:
		return "true|false"
	case baseAmount:
		return `-?[0-9]{1,9}\.[0-9]{2}`
	case baseDecimal:
		return `[0-9]{1,5}(\.[0-9]{1,4})?`
	case baseDate:
		return "[0-9]{4}-[0-9]{2}-[0-9]{2}"
	case baseInstant:
		return `[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?` +
			`(Z|[+\-](0[0-9]|1[0-3]):[0-5][0-9]|[+\-]14:00)`
	case baseUUID:
		return "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
	case baseNIR:
		return "[1-8][0-9]{2}(0[1-9]|1[0-2]|[23][0-9]|4[0-2]|[5-9][0-9])([0-9]{2}|2[AB])[0-9]{6}"
	case baseKey:
		return "[0-9]{2}"
	case baseFINESS:
		return "([0-9]{2}|2[AB])[0-9]{7}"
	case baseRPPS:
		return "[0-9]{11}"
	}
	switch {
	case len(t.values) > 0:
		return ""
	case t.anyText:
		return `\P{Cc}*`
	}
	return "[" + t.class() + "]*"
}

// class writes the characters allowed as the inside of a bracket expression. A character that needs a
// backslash is never the end of a range: libxml2 misreads that.
func (t *scalar) class() string {
	var alone, ranges strings.Builder
	for c := 0; c < len(t.ascii); c++ {
		switch {
		case !t.ascii[c]:
			continue
		case needsBackslash(c):
			alone.WriteString(`\` + string(rune(c)))
			continue
		}
		first := c
		for c+1 < len(t.ascii) && t.ascii[c+1] && !needsBackslash(c+1) {
			c++
		}
		ranges.WriteByte(byte(first))
		if c > first+1 {
			ranges.WriteByte('-')
		}
		if c > first {
			ranges.WriteByte(byte(c))
		}
	}
	return ranges.String() + alone.String()
}

func needsBackslash(c int) bool { return strings.IndexByte(`\[]-^`, byte(c)) >= 0 }
