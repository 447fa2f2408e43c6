package norme

import (
	"unicode/utf8"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// countOdd counts the characters of a text that is not all allowed ASCII; ok is false where one of
// them is not allowed.
func (t *scalar) countOdd(s string) (count int, ok bool) {
	if !t.anyText || !utf8.ValidString(s) {
		return 0, false
	}
	for _, c := range s {
		if c < 0x20 || 0x7F <= c && c < 0xA0 || c == 0xFFFE || c == 0xFFFF {
			return 0, false
		}
		count++
	}
	return count, true
}

func isDigit(c byte) bool { return c-'0' <= 9 }

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if c != '-' {
				return false
			}
		case !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f'):
			return false
		}
	}
	return true
}

func checkFINESS(s string) string {
	if roc.ValidFINESS(s) {
		return ""
	}
	if len(s) != 9 || !isDigit(s[0]) || !isDigit(s[1]) && (s[0] != '2' || s[1] != 'A' && s[1] != 'B') {
		return codeFINESS
	}
	return digitsElse(s[2:], codeFINESS, codeFINESSKey)
}

func checkRPPS(s string) string {
	if roc.ValidRPPS(s) {
		return ""
	}
	if len(s) != 11 {
		return codeRPPS
	}
	return digitsElse(s, codeRPPS, codeRPPSKey)
}

// digitsElse returns form where s is not all digits, and key where it is: then only the key is wrong.
func digitsElse(s, form, key string) string {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return form
		}
	}
	return key
}

// isDecimal reports whether s is one to five digits and, after a point, one to four more.
func isDecimal(s string) bool {
	whole := 0
	for whole < len(s) && isDigit(s[whole]) {
		whole++
	}
	if whole == 0 || whole > 5 || whole == len(s) {
		return whole == len(s) && 0 < whole && whole <= 5
	}
	rest := len(s) - whole - 1
	if s[whole] != '.' || rest < 1 || rest > 4 {
		return false
	}
	for i := whole + 1; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
