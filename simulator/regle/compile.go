package regle

import (
	"errors"
	"reflect"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

// compile reads a condition in four steps: its grammar, what the language allows of it (names and
// literals included), its types, its code. The library's optimizer stays out: what it would compute
// beforehand, the literals, is computed by the reader already.
func compile(source string) (*Condition, error) {
	config := dialect()
	tree, err := parser.ParseWithConfig(source, config)
	if err != nil {
		return nil, syntaxError(source, err)
	}
	r := reader{source: source}
	r.read(&tree.Node)
	if r.err != nil {
		return nil, r.err
	}
	if _, err := checker.Check(tree, config); err != nil {
		return nil, typeError(source, err)
	}
	program, err := compiler.Compile(tree, config)
	if err != nil {
		return nil, typeError(source, err)
	}
	return &Condition{source: source, program: program, uses: r.uses}, nil
}

// maxNodes bounds the size of a condition once it is read.
const maxNodes = 300

func dialect() *conf.Config {
	config := conf.CreateNew()
	for _, option := range []expr.Option{
		expr.Env(Facts{}), expr.AsKind(reflect.Bool), expr.WarnOnAny(), expr.MaxNodes(maxNodes),
		expr.DisableAllBuiltins(),
	} {
		option(config)
	}
	for _, f := range functions {
		delete(config.Disabled, f)
	}
	for name := range config.Disabled {
		delete(config.Builtins, name)
	}
	return config
}

// located tells the place of an error of the library, where it has one.
func located(err error) (at int, message string, ok bool) {
	var fault *file.Error
	if errors.As(err, &fault) {
		return fault.From, fault.Message, true
	}
	return 0, err.Error(), false
}
