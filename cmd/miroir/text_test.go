package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLinesAreCutBetweenWordsAndNeverBeforeFrenchPunctuation(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"un deux trois":          "un deux|trois",
		"anticonstitution est":   "anticonstitution|est",
		"payé 10,00\u00a0€ ; là": "payé|10,00\u00a0€\u202f;|là",
		"taux de 80 % ici":       "taux de|80\u00a0% ici",
	} {
		if got := strings.Join(wrap(text, 9), "|"); got != want {
			t.Errorf("%q is cut into %q, want %q", text, got, want)
		}
	}
	if got := strings.Join(hang("  1. ", "un deux trois", 13), "|"); got != "  1. un deux|     trois" {
		t.Errorf("hung as %q", got)
	}
}

func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zé€]{1,12}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(1, 40).Draw(t, "width")
		lines := wrap(strings.Join(words, " "), width)
		if got := strings.Join(lines, " "); got != strings.Join(words, " ") {
			t.Fatalf("%q became %q", words, got)
		}
		for _, l := range lines {
			if strings.Contains(l, " ") && utf8.RuneCountInString(l) > width {
				t.Fatalf("%q is longer than %d", l, width)
			}
		}
	})
}
