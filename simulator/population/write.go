package population

import (
	"bufio"
	"context"
	"encoding/csv"
	"io"

	"github.com/go-json-experiment/json"
)

// The forms in which records are written.
const (
	CSV    = "csv"
	NDJSON = "ndjson" // one JSON object per line
)

// Formats lists the forms.
func Formats() []string { return []string{CSV, NDJSON} }

// A List is a series of records, of which any prefix is the same whatever its length.
type List struct {
	header []string
	record func(i int) any        // for JSON
	rows   func(i int) [][]string // for CSV: a record may take several rows
}

// Persons are the beneficiaries, their covers and their attestations.
func (g *Generator) Persons() List {
	return List{personHeader, func(i int) any { return newPersonLine(g.Person(i)) },
		func(i int) [][]string { return personRows(newPersonLine(g.Person(i))) }}
}

// Stays are the stays and the visits of these beneficiaries.
func (g *Generator) Stays() List {
	return List{stayHeader, func(i int) any { return newStayLine(g.Stay(i)) },
		func(i int) [][]string { return [][]string{stayRow(newStayLine(g.Stay(i)))} }}
}

// Write writes the first count records and calls done after each; it keeps none. It stops when the
// context ends.
func (l List) Write(ctx context.Context, w io.Writer, format string, count int, done func()) error {
	out := bufio.NewWriterSize(w, 1<<16)
	put := l.json(out)
	if format == CSV {
		table := csv.NewWriter(out)
		if err := table.WriteAll([][]string{l.header}); err != nil {
			return err
		}
		put = func(i int) error { return table.WriteAll(l.rows(i)) }
	}
	for i := range count {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := put(i); err != nil {
			return err
		}
		done()
	}
	return out.Flush()
}

func (l List) json(out *bufio.Writer) func(i int) error {
	return func(i int) error {
		if err := json.MarshalWrite(out, l.record(i)); err != nil {
			return err
		}
		return out.WriteByte('\n')
	}
}
