package norme

import "unicode/utf8"

// A mask says how much of a personal value may be shown.
type mask uint8

// The masks.
const (
	maskNone  mask = iota
	maskFirst      // the first character
	maskYear       // the first four
	maskAll        // nothing
)

// masks gives the masks by the name that a norme uses.
var masks = map[string]mask{"": maskNone, "premier": maskFirst, "annee": maskYear, "tout": maskAll}

// bullet stands for a hidden character.
const bullet = "•"

// hide appends s with all but its head replaced, character for character, so that the length stays
// readable.
func (m mask) hide(dst []byte, s string) []byte {
	keep := map[mask]int{maskFirst: 1, maskYear: 4}[m]
	if m == maskNone {
		return append(dst, s...)
	}
	for i, c := range []rune(s) {
		if i < keep {
			dst = utf8.AppendRune(dst, c)
		} else {
			dst = append(dst, bullet...)
		}
	}
	return dst
}
