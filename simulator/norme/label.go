package norme

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// expected says in French what a value of the type looks like.
func (t *scalar) expected() string {
	switch t.base {
	case baseInteger:
		return fmt.Sprintf("un nombre entier de %d à %d", t.bounds.min, t.bounds.max)
	case baseBoolean:
		return "true ou false"
	case baseAmount:
		return "un montant en euros avec deux décimales (1166.56)"
	case baseDecimal:
		return "un nombre décimal : cinq chiffres au plus, puis au besoin un point et quatre au plus"
	case baseDate:
		return "une date de la forme AAAA-MM-JJ"
	case baseInstant:
		return "un instant de la forme AAAA-MM-JJThh:mm:ss+hh:mm"
	case baseUUID:
		return "un UUID (36 caractères hexadécimaux et tirets)"
	case baseNIR:
		return "un NIR de treize caractères"
	case baseKey:
		return "une clé de deux chiffres"
	case baseFINESS:
		return "un numéro FINESS de neuf caractères"
	case baseRPPS:
		return "un numéro RPPS de onze chiffres"
	}
	if len(t.values) > 0 {
		return "l'une des valeurs " + strings.Join(t.values, ", ")
	}
	among := ""
	if t.chars != "" {
		among = " parmi " + t.chars
	}
	if t.length.min == t.length.max {
		return fmt.Sprintf("%d caractères%s", t.length.min, among)
	}
	return fmt.Sprintf("de %d à %d caractères%s", t.length.min, t.length.max, among)
}

// labelOf explains the fault of a value; the value itself is never repeated.
func (t *scalar) labelOf(code string) string {
	switch code {
	case codeFINESSKey:
		return "La clé de contrôle du numéro FINESS est fausse."
	case codeRPPSKey:
		return "La clé de contrôle du numéro RPPS est fausse."
	case codeCharacter:
		return "Un caractère n'est pas admis : la valeur attendue est " + t.expected() + "."
	}
	return "La valeur attendue est " + t.expected() + "."
}

// suggest names the nearest valid name, if any comes close.
func suggest(name string, valid []string) string {
	if near := strictyaml.Nearest(name, valid); near != "" {
		return fmt.Sprintf(" Vouliez-vous dire « %s » ?", near)
	}
	return ""
}

// maxShownName is the length up to which a name that the norme does not know is repeated.
const maxShownName = 40

// shown returns an unknown name fit for a label or a path: a sender may have put anything there, so
// long names and those that could be a number of a person are not repeated.
func shown(name string) string {
	digits := 0
	for _, c := range name {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c < 0x20 || c == utf8.RuneError:
			return "?"
		}
	}
	if name == "" || digits > 3 || utf8.RuneCountInString(name) > maxShownName {
		return "?"
	}
	return name
}
