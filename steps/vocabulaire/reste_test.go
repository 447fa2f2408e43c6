package vocabulaire

import "testing"

func TestAnAmountIsCitedWhole(t *testing.T) {
	for text, want := range map[string]bool{
		"annoncé 0,00\u00a0€ ; dû 50,00\u00a0€": true,
		"dû 50,00\u00a0€":                       false,
		"dû 1\u202f000,00\u00a0€":               false,
		"dû 50,00 €, au lieu de 0,00 € annoncé": true,
		"Bonjour.": false,
	} {
		if got := citesWhole(plainAmounts(text), plainAmounts("0,00 €")); got != want {
			t.Errorf("%q cites 0,00 €: %v, want %v", text, got, want)
		}
	}
}
