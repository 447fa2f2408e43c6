package regle

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// The words of the language besides the names.
var (
	functions = []string{
		"all", "any", "none", "one", "count", "sum", "filter", "map", "len", "min", "max", "abs", "lower", "upper",
	}
	literals  = []string{"date", "euros"}
	operators = []string{
		"==", "!=", "<", "<=", ">", ">=", "&&", "||", "and", "or", "+", "-", "*", "%",
		"in", "contains", "startsWith", "endsWith", "matches",
	}
)

// A reader walks a condition: it refuses what the language leaves out, resolves the names, and
// computes the literals where they stand. It stops at the first fault.
type reader struct {
	source  string
	err     error
	uses    []string
	inside  bool   // a function over a list
	current string // path of the element that this function looks at; empty where it has no names
}

func (r *reader) fail(n ast.Node, format string, args ...any) {
	if r.err == nil {
		r.err = place(r.source, n.Location().From, format, args...)
	}
}

// read checks a node and those under it. It returns the path that the node names, if it names one.
func (r *reader) read(node *ast.Node) (path string) {
	if r.err != nil {
		return ""
	}
	switch n := (*node).(type) {
	case *ast.BoolNode, *ast.IntegerNode, *ast.StringNode:
	case *ast.FloatNode:
		r.fail(n, "%v is not a whole number; amounts are in cents: write euros(\"%s\")", n.Value, french(n.Value))
	case *ast.UnaryNode:
		r.read(&n.Node)
	case *ast.BinaryNode:
		r.binary(n)
	case *ast.ArrayNode:
		for i := range n.Nodes {
			r.read(&n.Nodes[i])
		}
	case *ast.IdentifierNode:
		return r.value(n, r.named(n, n.Value))
	case *ast.MemberNode:
		return r.value(n, r.member(n))
	case *ast.PointerNode:
		if n.Name != "" {
			r.fail(n, "\"#%s\" is not part of the language", n.Name)
		}
		return r.current
	case *ast.BuiltinNode:
		return r.function(n)
	case *ast.CallNode:
		r.literal(node, n)
	default:
		r.fail(*node, "%s", leftOut(*node))
	}
	return ""
}

func (r *reader) binary(n *ast.BinaryNode) {
	switch {
	case n.Operator == "/":
		r.fail(n, "\"/\" would make fractions of a cent: multiply the other side instead")
	case !slices.Contains(operators, n.Operator):
		r.fail(n, "\"%s\" is not part of the language; operators: %s", n.Operator, strings.Join(operators, " "))
	case n.Operator == "matches":
		if _, ok := n.Right.(*ast.StringNode); !ok {
			r.fail(n.Right, "\"matches\" wants its pattern between quotes")
		}
	}
	r.read(&n.Left)
	r.read(&n.Right)
}

// function reads a call of one of the functions. Those over a list end with a predicate, in which the
// dot means the element.
func (r *reader) function(n *ast.BuiltinNode) (path string) {
	if !slices.Contains(functions, n.Name) {
		r.fail(n, "%s", unknownFunction(n.Name))
		return ""
	}
	for i := range n.Arguments {
		if p, ok := n.Arguments[i].(*ast.PredicateNode); ok {
			r.predicate(p, path)
			continue
		}
		if read := r.read(&n.Arguments[i]); i == 0 {
			path = read
		}
	}
	if n.Name != "filter" {
		return ""
	}
	return path
}

func (r *reader) predicate(p *ast.PredicateNode, list string) {
	if r.inside {
		r.fail(p, "a function over a list inside another one is not part of the language")
		return
	}
	r.inside, r.current = true, list+element
	if list == "" || len(under(r.current)) == 0 {
		r.current = ""
	}
	r.read(&p.Node)
	r.inside, r.current = false, ""
}

// named resolves a name of the first level.
func (r *reader) named(n ast.Node, path string) string {
	if r.err == nil && nameAt(path) == nil {
		r.fail(n, "%s", unknown(path))
	}
	return path
}

// member resolves what follows a dot, or an index. Where the element has no names, types will tell.
func (r *reader) member(n *ast.MemberNode) (path string) {
	var parent string
	if inner, ok := n.Node.(*ast.IdentifierNode); ok {
		parent = r.named(inner, inner.Value)
	} else {
		parent = r.read(&n.Node)
	}
	if r.err != nil {
		return ""
	}
	property, ok := n.Property.(*ast.StringNode)
	switch {
	case n.Optional:
		r.fail(n, "\"?.\" is not part of the language: every name has a value")
	case !ok:
		r.read(&n.Property)
		if parent != "" {
			return parent + element
		}
	case parent == "":
		r.fail(n, "\"%s\" follows what has no names", property.Value)
	case len(under(parent)) == 0:
		r.fail(n, "%s", hasNoNames(parent, property.Value))
	default:
		return r.named(n, parent+"."+property.Value)
	}
	return ""
}

// value notes that a condition looks at a name, which must have a value of its own.
func (r *reader) value(n ast.Node, path string) string {
	name := nameAt(path)
	switch {
	case r.err != nil || name == nil:
	case name.Kind == kindGroup:
		r.fail(n, "\"%s\" has no value of its own; write one of: %s", path, strings.Join(inGroup(path), ", "))
	case !slices.Contains(r.uses, path):
		r.uses = append(r.uses, path)
	}
	return path
}

func unknownFunction(name string) string {
	known := slices.Concat(functions, literals)
	if near := strictyaml.Nearest(name, known); near != "" {
		return "unknown function \"" + name + "\"; did you mean \"" + near + "\"?"
	}
	return "unknown function \"" + name + "\"; functions: " + strings.Join(known, ", ")
}
