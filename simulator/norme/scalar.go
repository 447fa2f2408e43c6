package norme

import "github.com/roc-miroir/miroir/simulator/roc"

// A base is the family of a type: how a value is written and which Go kind holds it.
type base uint8

// The bases.
const (
	baseText base = iota
	baseInteger
	baseBoolean
	baseAmount
	baseDecimal
	baseDate
	baseInstant
	baseUUID
	baseNIR
	baseKey
	baseFINESS
	baseRPPS
)

// bases gives the bases by the name that a norme uses.
var bases = map[string]base{
	"texte": baseText, "entier": baseInteger, "booleen": baseBoolean, "montant": baseAmount,
	"decimal": baseDecimal, "date": baseDate, "instant": baseInstant, "uuid": baseUUID,
	"nir": baseNIR, "cle": baseKey, "finess": baseFINESS, "rpps": baseRPPS,
}

// A scalar is a compiled type.
type scalar struct {
	name, doc, source string
	base              base
	chars             string    // as the norme writes them, for the generators
	ascii             [128]bool // characters allowed
	anyText           bool      // characters beyond ASCII are allowed too
	length            span
	bounds            span
	values            []string
	keyOf             string
	mask              mask
}

// check reports what is wrong with text written in the form of the type: a code, or nothing. Length
// is counted in characters.
func (t *scalar) check(s string) string {
	switch t.base {
	case baseText:
		return t.checkText(s)
	case baseUUID:
		return unless(isUUID(s), codeUUID)
	case baseNIR:
		return unless(roc.ValidNIR(s), codeNIR)
	case baseKey:
		return unless(len(s) == 2 && isDigit(s[0]) && isDigit(s[1]), codeKeyForm)
	case baseFINESS:
		return checkFINESS(s)
	case baseRPPS:
		return checkRPPS(s)
	case baseDecimal:
		return unless(isDecimal(s), codeDecimal)
	}
	return ""
}

func (t *scalar) checkText(s string) string {
	if len(t.values) > 0 {
		for _, v := range t.values {
			if v == s {
				return ""
			}
		}
		return codeValue
	}
	count := len(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x80 && t.ascii[c] {
			continue
		}
		var ok bool
		if count, ok = t.countOdd(s); !ok {
			return codeCharacter
		}
		break
	}
	return unless(t.length.min <= count && count <= t.length.max, codeLength)
}

// text reports whether the Go field holds a string.
func (t *scalar) text() bool {
	switch t.base {
	case baseInteger, baseBoolean, baseAmount, baseDate, baseInstant:
		return false
	}
	return true
}

// admitsEmpty reports whether the empty text is a value of the type.
func (t *scalar) admitsEmpty() bool {
	return t.base == baseText && len(t.values) == 0 && t.length.min == 0
}

func unless(ok bool, code string) string {
	if ok {
		return ""
	}
	return code
}
