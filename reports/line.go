package reports

import "fmt"

// Line tells a result in one line, for the progress of a run. An unknown language is French.
func Line(r *Result, lang string) string {
	words, err := labelsOf(lang)
	if err != nil {
		words, _ = labelsOf("fr") // the default always reads: a test holds it
	}
	return fmt.Sprintf("%-22s %-30s %s", words.Verdict(r), r.Coordinate, oneLine(MaskNIR(r.Title)))
}
