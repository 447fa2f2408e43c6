package strictyaml

import "github.com/agnivade/levenshtein"

// Nearest returns the valid name that looks most like word, or nothing where none comes close
// enough to be what was meant (more than a third of the letters differ, at least two allowed).
func Nearest(word string, valid []string) string {
	best, distance := "", max(2, len([]rune(word))/3)+1
	for _, v := range valid {
		if d := levenshtein.ComputeDistance(word, v); d < distance {
			best, distance = v, d
		}
	}
	return best
}
