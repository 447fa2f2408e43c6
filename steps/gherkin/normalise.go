package gherkin

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// bom is the byte order mark of UTF-8.
const bom = "\ufeff"

// Normalise returns a feature file as it will be read, with what had to be repaired. Lines keep
// their numbers; doc strings keep their characters. Normalising twice changes nothing more.
func Normalise(file string, data []byte) ([]byte, []Finding) {
	r := &report{file: file}
	if at := invalid(data); at > 0 {
		r.fault("MIR003", at, 1, "Le fichier n'est pas écrit en UTF-8.",
			"Enregistrez-le de nouveau en choisissant l'encodage UTF-8.")
		return nil, r.findings
	}
	text := string(data)
	if strings.HasPrefix(text, bom) {
		r.add("MIR003", Warning, 1, 1, "Le fichier commence par une marque d'ordre des octets (U+FEFF), ignorée.",
			"Enregistrez-le en UTF-8 sans marque.")
		text = strings.TrimLeft(text, bom)
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	lines, fence := strings.Split(text, "\n"), ""
	for i, l := range lines {
		fence = fenced(l, fence)
		if fence == "" {
			lines[i] = r.repair(i+1, l)
		}
	}
	return []byte(strings.Join(lines, "\n")), r.findings
}

// fenced follows doc strings: it returns the delimiter of the one that is open after a line.
func fenced(l, open string) string {
	trimmed := strings.TrimLeft(l, " \t")
	for _, delimiter := range []string{`"""`, "```"} {
		switch {
		case open == "" && strings.HasPrefix(trimmed, delimiter):
			return delimiter
		case open == delimiter && strings.HasPrefix(trimmed, delimiter):
			return ""
		}
	}
	return open
}

// repair rewrites one line.
func (r *report) repair(n int, l string) string {
	spelled := spelling().Replace(l)
	if spelled != l {
		i := strings.IndexFunc(l, func(c rune) bool { return spelling().Replace(string(c)) != string(c) })
		c, _ := utf8.DecodeRuneInString(l[i:])
		r.add("MIR004", Info, n, column(l, i), fmt.Sprintf("Le caractère U+%04X est lu comme %s.", c, plain(c)),
			"Rien à faire : les deux formes sont acceptées.")
	}
	composed := norm.NFC.String(spelled)
	if composed != spelled {
		r.add("MIR003", Warning, n, 1,
			"Des accents sont écrits en deux caractères (forme décomposée), recomposés à la lecture.",
			"Collez le texte sans mise en forme ou retapez les lettres accentuées.")
	}
	if m := spacedColon.FindStringSubmatchIndex(composed); m != nil {
		r.add("MIR001", Warning, n, column(composed, m[5]),
			"Une espace précède le deux-points du mot-clé, retirée à la lecture.",
			fmt.Sprintf("Écrivez « %s: » sans espace.", composed[m[4]:m[5]]))
		composed = composed[:m[5]] + composed[m[1]-1:]
	}
	return composed
}

// spacedColon finds a title keyword followed by spaces and its colon.
var spacedColon = regexp.MustCompile(
	`^([ \t]*)(Fonctionnalité|Règle|Contexte|Scénario|Exemples?|Plan du [sS]cénario)[ \t]+:`)

// spelling replaces what typography writes by what the keywords and the steps are written with,
// and drops what cannot be seen.
func spelling() *strings.Replacer { return spellingReplacer }

var spellingReplacer = strings.NewReplacer(
	"\u2019", "'", "\u2018", "'", "\u02bc", "'",
	"\u201c", `"`, "\u201d", `"`,
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ",
	"\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\u00ad", "", bom, "",
)

func plain(c rune) string {
	switch s := spelling().Replace(string(c)); s {
	case "":
		return "rien (il est invisible)"
	case " ":
		return "une espace ordinaire"
	default:
		return "« " + s + " »"
	}
}

// invalid returns the line of the first byte that is not UTF-8, 0 where all is.
func invalid(data []byte) int {
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			return 1 + bytes.Count(data[:i], []byte("\n"))
		}
		i += size
	}
	return 0
}

// column counts in characters, from 1.
func column(l string, offset int) int { return utf8.RuneCountInString(l[:offset]) + 1 }
