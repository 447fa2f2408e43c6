package regle

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// position is the line and the column of a place.
func position(source string, at int) (line, column int) {
	before := []rune(source)
	line, column = 1, 1
	for _, r := range before[:min(max(at, 0), len(before))] {
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

// place says a fault with the column at which it stands, and the line where the condition has several.
func place(source string, at int, format string, args ...any) error {
	line, column := position(source, at)
	message := fmt.Sprintf(format, args...)
	if line > 1 {
		return fmt.Errorf("line %d, column %d: %s", line, column, message)
	}
	return fmt.Errorf("column %d: %s", column, message)
}

var outside = regexp.MustCompile(`^index out of range: (-?\d+) \(array length is (\d+)\)`)

// unanswered says why a condition has no answer, in French: an analyst reads it in the trace.
func unanswered(source string, err error) error {
	at, message, ok := located(err)
	if found := outside.FindStringSubmatch(message); found != nil {
		message = fmt.Sprintf("la liste n'a pas d'élément de rang %s, elle en a %s", found[1], found[2])
	} else if strings.Contains(message, "divide by zero") {
		message = "division par zéro impossible"
	} else {
		message = "calcul impossible (" + message + ")"
	}
	if !ok {
		return fmt.Errorf("%s", message)
	}
	line, column := position(source, at)
	if line > 1 {
		return fmt.Errorf("ligne %d, colonne %d : %s", line, column, message)
	}
	return fmt.Errorf("colonne %d : %s", column, message)
}

// meant says what to write for a word or a sign that the grammar does not have.
var meant = map[string]string{
	"=": "==", "&": "&&", "et": "and", "ou": "or", "non": "not", "<>": "!=", "dans": "in", "contient": "contains",
}

var token = regexp.MustCompile(`^unexpected token \w+(?:\("(.*)"\))?$`)

// syntaxError says what the grammar did not take.
func syntaxError(source string, err error) error {
	at, message, _ := located(err)
	if strings.Contains(message, "maximum allowed nodes") {
		return fmt.Errorf("is too long: want %d words and signs at most; write two rules", maxNodes)
	}
	found := token.FindStringSubmatch(message)
	switch {
	case found == nil:
	case found[1] == "":
		message = "stops before its end"
	case meant[found[1]] != "":
		message = fmt.Sprintf("\"%s\" is not part of the language: write \"%s\"", found[1], meant[found[1]])
	default:
		message = fmt.Sprintf("\"%s\" is out of place", found[1])
	}
	return place(source, at, "%s", message)
}

var (
	mismatch  = regexp.MustCompile(`^invalid operation: (\S+) \(mismatched types (.+) and (.+)\)$`)
	mistyped  = regexp.MustCompile(`^invalid operation: (\S+) \(mismatched type (.+)\)$`)
	notBool   = regexp.MustCompile(`^expected bool, but got (.+)$`)
	inArray   = regexp.MustCompile(`^cannot use (.+) as type (.+) in array$`)
	predicate = regexp.MustCompile(`^predicate should return boolean \(got (.+)\)$`)
)

// typeError says in words what the types of the library say in Go.
func typeError(source string, err error) error {
	at, message, ok := located(err)
	if found := mismatch.FindStringSubmatch(message); found != nil {
		message = fmt.Sprintf("\"%s\" does not put together %s and %s", found[1], kind(found[2]), kind(found[3]))
	} else if found := mistyped.FindStringSubmatch(message); found != nil {
		message = fmt.Sprintf("\"%s\" is not for %s", found[1], kind(found[2]))
	} else if found := inArray.FindStringSubmatch(message); found != nil {
		message = fmt.Sprintf("the list holds %s, not %s", kind(found[2]), kind(found[1]))
	} else if found := predicate.FindStringSubmatch(message); found != nil {
		message = "want what is true or false of each element, found " + kind(found[1])
	} else if found := notBool.FindStringSubmatch(message); found != nil {
		message = "want a condition, true or false, found " + kind(found[1])
	}
	if !ok {
		return fmt.Errorf("%s", message)
	}
	return place(source, at, "%s", message)
}

// kind names a Go type as the author of a condition would.
func kind(goType string) string {
	switch {
	case goType == "string":
		return "a text"
	case goType == "int":
		return "a whole number"
	case goType == "bool":
		return "true or false"
	case strings.HasSuffix(goType, "Time"):
		return "a date"
	case strings.HasSuffix(goType, "Duration"):
		return "a time between two dates"
	case strings.HasSuffix(goType, "Line"):
		return "a line"
	}
	return "a list"
}

// leftOut says what a part of the library's language is, which is not part of ours.
func leftOut(n ast.Node) string {
	what := "this"
	switch n.(type) {
	case *ast.NilNode:
		return "\"nil\" is not part of the language: every name has a value"
	case *ast.ConditionalNode:
		what = "a choice (\"? :\")"
	case *ast.VariableDeclaratorNode:
		what = "a variable (\"let\")"
	case *ast.SequenceNode:
		what = "a sequence (\";\")"
	case *ast.SliceNode:
		what = "a slice"
	case *ast.MapNode:
		what = "a table (\"{ }\")"
	}
	return what + " is not part of the language"
}

func hasNoNames(path, property string) string {
	n := nameAt(path)
	if n != nil && n.Kind == kindList && len(under(path+element)) > 0 {
		return fmt.Sprintf("\"%s\" is a list: write any(%s, .%s …) or %s[0].%s", path, path, property, path, property)
	}
	return fmt.Sprintf("\"%s\" has no names of its own", shown(path))
}
