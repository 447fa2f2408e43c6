package strictyaml

import (
	"bytes"
	"errors"

	"github.com/goccy/go-yaml"
)

// syntaxError keeps the parser's sentence and place, without its drawing of the source.
func syntaxError(file string, err error) *Error {
	e := &Error{File: file, Message: "not YAML: " + err.Error()}
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		e.Message = "not YAML: " + syntax.GetMessage()
		if t := syntax.GetToken(); t != nil && t.Position != nil {
			e.Line = t.Position.Line
		}
	}
	return e
}

// tooDeep reports the line on which brackets, or dashes and question marks of compact collections,
// nest too deep for the parser's recursion to be trusted with. It counts those in texts too: no
// data file of ours comes near the bound.
func tooDeep(data []byte) (line int, deep bool) {
	brackets := 0
	for i, text := range bytes.Split(data, []byte("\n")) {
		marks := 0
		for _, c := range text {
			switch c {
			case '[', '{':
				brackets++
			case ']', '}':
				brackets = max(0, brackets-1)
			case '-', '?', '!', '&', ' ', '\t':
			default:
				marks = -1 << 20 // the run of marks that opens a line is over
			}
			if c == '-' || c == '?' || c == '!' || c == '&' {
				marks++
			}
			if brackets > maxNesting || marks > maxNesting {
				return i + 1, true
			}
		}
	}
	return 0, false
}
