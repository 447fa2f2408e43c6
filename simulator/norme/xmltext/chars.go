package xmltext

import "unicode/utf8"

// Classes of bytes in character data.
const (
	plain   = iota
	blank   // space, tab, line feed
	special // may begin markup, a reference, a line end to normalise or a forbidden character
)

// textClass sorts the bytes of character data, so that a run of plain text is one tight loop.
var textClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = special
	}
	t[' '], t['\t'], t['\n'] = blank, blank, blank
	t['<'], t['&'], t[']'] = special, special, special
	t[0xEF] = special // opens U+FFFE and U+FFFF, among others
	return t
}()

// Classes of bytes in names.
const (
	nameStart = 1 << iota
	nameChar
)

var nameClass = func() (t [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = nameStart|nameChar, nameStart|nameChar
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = nameChar
	}
	t['_'], t['-'], t['.'] = nameStart|nameChar, nameChar, nameChar
	return t
}()

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipBlanks(s string, i int) int {
	for i < len(s) && isBlank(s[i]) {
		i++
	}
	return i
}

// isChar reports whether c may stand in a document at all.
func isChar(c rune) bool {
	switch {
	case c < 0x20:
		return c == '\t' || c == '\n' || c == '\r'
	case c <= 0xD7FF:
		return true
	case c < 0xE000:
		return false
	}
	return c != 0xFFFE && c != 0xFFFF && c <= utf8.MaxRune
}

// A span is an interval of code points.
type span struct{ first, last rune }

// Code points beyond ASCII that may begin a name, and those that may only go on with it.
var (
	startSpans = [...]span{
		{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D},
		{0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
	}
	charSpans = [...]span{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}
)

func within(spans []span, c rune) bool {
	for _, s := range spans {
		if s.first <= c && c <= s.last {
			return true
		}
	}
	return false
}
