package strictyaml

import (
	"fmt"
	"strings"
)

// An Error is one fault of a data file.
type Error struct {
	File    string
	Line    int    // from 1; 0 where the fault has no place
	Field   string // path of the field: "amc[2].numero"
	Message string // what is wrong, what was expected, the nearest valid name
}

func (e *Error) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Field != "" {
		where += ": " + e.Field
	}
	return where + ": " + e.Message
}

// Errors are all the faults of a file, in the order of its lines.
type Errors []*Error

func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, err := range e {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n")
}
