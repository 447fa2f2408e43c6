package regle

import (
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// literal computes euros(…) or date(…) and puts the value in the place of the call.
func (r *reader) literal(node *ast.Node, call *ast.CallNode) {
	name, ok := call.Callee.(*ast.IdentifierNode)
	switch {
	case !ok:
		r.fail(call, "only functions are called: %s", strings.Join(functions, ", "))
	case name.Value == "euros":
		r.euros(node, call)
	case name.Value == "date":
		r.date(node, call)
	default:
		r.fail(call, "%s", unknownFunction(name.Value))
	}
}

func (r *reader) euros(node *ast.Node, call *ast.CallNode) {
	var cents roc.Cents
	ok := false
	if len(call.Arguments) == 1 {
		switch n := call.Arguments[0].(type) {
		case *ast.IntegerNode:
			cents, ok = parseEuros(strconv.Itoa(n.Value))
		case *ast.StringNode:
			cents, ok = parseEuros(n.Value)
		}
	}
	if !ok {
		r.fail(call, "euros wants an amount, such as euros(40) or euros(\"1 166,56\")")
		return
	}
	ast.Patch(node, &ast.IntegerNode{Value: int(cents)})
}

// parseEuros reads an amount as it is written in French.
func parseEuros(text string) (roc.Cents, bool) {
	text = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", ".", "?", "-", "?").Replace(text)
	cents, err := roc.ParseCents(text)
	return cents, err == nil
}

func (r *reader) date(node *ast.Node, call *ast.CallNode) {
	if len(call.Arguments) == 1 {
		if n, ok := call.Arguments[0].(*ast.StringNode); ok {
			if day, err := roc.ParseDate(n.Value); err == nil {
				ast.Patch(node, &ast.ConstantNode{Value: day.Time()})
				return
			}
		}
	}
	r.fail(call, "date wants a day of the calendar, such as date(\"2025-06-02\")")
}

// french writes a number with a comma and two decimals: what the author of a float meant.
func french(n float64) string {
	return strings.Replace(strconv.FormatFloat(n, 'f', 2, 64), ".", ",", 1)
}
