package strictyaml

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Place gives faults of sense, found once the file was decoded, the file and the line of their field,
// and sorts them by line.
func (e Errors) Place(file string, data []byte) {
	tree, err := parser.ParseBytes(data, 0)
	for _, fault := range e {
		fault.File = file
		if err == nil {
			fault.Line = lineOf(tree, fault.Field)
		}
	}
	slices.SortStableFunc(e, func(a, b *Error) int { return a.Line - b.Line })
}

// lineOf finds the line of a field, or of the nearest one that contains it.
func lineOf(tree *ast.File, field string) int {
	for field != "" {
		if path, err := yaml.PathString("$." + field); err == nil {
			if node, err := path.FilterFile(tree); err == nil && node != nil {
				return node.GetToken().Position.Line
			}
		}
		field = field[:max(0, strings.LastIndexAny(field, ".["))]
	}
	return 0
}
