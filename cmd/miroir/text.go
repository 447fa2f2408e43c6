package main

import (
	"strings"
	"unicode/utf8"
)

// textWidth is what a terminal, a mail or a printed page shows without folding lines.
const textWidth = 100

// noBreak keeps French punctuation with its word, so that no line starts with a semicolon.
var noBreak = strings.NewReplacer(" ;", "\u202f;", " :", "\u00a0:", " ?", "\u202f?", " !", "\u202f!",
	"« ", "«\u00a0", " »", "\u00a0»", " %", "\u00a0%")

// wrap cuts a text into lines of width characters at most, at its ordinary spaces: an amount keeps
// its no-break spaces, and a word that is too long stands alone.
func wrap(text string, width int) []string {
	lines := []string{""}
	for word := range strings.SplitSeq(noBreak.Replace(text), " ") {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}

// hang wraps a text after a margin: the first line starts with first, the others with blanks.
func hang(first, text string, width int) []string {
	margin := utf8.RuneCountInString(first)
	lines := wrap(text, width-margin)
	for i := range lines {
		lines[i] = first + lines[i]
		first = strings.Repeat(" ", margin)
	}
	return lines
}

// left and right fill a text with blanks up to width; one at least parts it from its neighbour.
func left(text string, width int) string  { return text + blanks(text, width) }
func right(text string, width int) string { return blanks(text, width) + text }

func blanks(text string, width int) string {
	return strings.Repeat(" ", max(1, width-utf8.RuneCountInString(text)))
}
