package reports

import "fmt"

// A Liner tells each result in one line, for the progress of a run.
type Liner struct{ words *labels }

// NewLiner returns a Liner in a language: fr or en.
func NewLiner(lang string) (*Liner, error) {
	words, err := labelsOf(lang)
	if err != nil {
		return nil, err
	}
	return &Liner{words}, nil
}

// Line returns the verdict, the coordinate and the title, without a personal number.
func (l *Liner) Line(r *Result) string {
	return fmt.Sprintf("%-22s %-30s %s", l.words.Verdict(r), r.Coordinate, oneLine(MaskNIR(r.Title)))
}
