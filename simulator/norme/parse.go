package norme

import (
	"fmt"
	"sort"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// Parse reads a norme and binds it to the messages of package roc. The error, if any, is of type
// strictyaml.Errors: all the faults of the file.
func Parse(file string, data []byte) (*Norme, error) {
	c := &compiler{types: map[string]*scalar{}, groups: map[boundGroup]*group{}}
	if err := strictyaml.Decode(file, data, &c.doc); err != nil {
		return nil, err
	}
	c.extend()
	n := c.norme()
	if len(c.faults) > 0 {
		return nil, located(file, data, c.faults)
	}
	return n, nil
}

// A fault is something wrong at a place of the document: "groupes.entete.champs[2].type".
type fault struct{ place, message string }

func (c *compiler) fail(place, format string, args ...any) {
	f := fault{place, fmt.Sprintf(format, args...)}
	for _, known := range c.faults { // a group used twice is compiled twice
		if known == f {
			return
		}
	}
	c.faults = append(c.faults, f)
}

// located gives each fault its line and sorts them as the file goes.
func located(file string, data []byte, faults []fault) strictyaml.Errors {
	tree, err := parser.ParseBytes(data, 0)
	errs := make(strictyaml.Errors, len(faults))
	for i, f := range faults {
		errs[i] = &strictyaml.Error{File: file, Field: f.place, Message: f.message}
		if err == nil {
			errs[i].Line = line(tree, f.place)
		}
		if err == nil && errs[i].Line == 0 { // a change broke what stands in the norme extended
			errs[i].Line = line(tree, "etend")
		}
	}
	sort.SliceStable(errs, func(i, j int) bool { return errs[i].Line < errs[j].Line })
	return errs
}

// line finds the line of a place, or of what holds it.
func line(tree *ast.File, place string) int {
	for place != "" {
		if n := keyLine(tree, place); n > 0 {
			return n
		}
		if node := nodeAt(tree, place); node != nil && node.GetToken() != nil {
			return node.GetToken().Position.Line
		}
		place = place[:max(0, strings.LastIndexAny(place, ".["))]
	}
	return 0
}

// keyLine finds the line of a name in the mapping that holds it; what the name stands for may begin
// further down.
func keyLine(tree *ast.File, place string) int {
	parent, name := splitPath(place)
	mapping, ok := nodeAt(tree, parent).(ast.MapNode)
	if !ok {
		return 0
	}
	for it := mapping.MapRange(); it.Next(); {
		if key := it.Key().GetToken(); key != nil && key.Value == name {
			return key.Position.Line
		}
	}
	return 0
}

// nodeAt returns what stands at a place, the root where the place is empty, or nil.
func nodeAt(tree *ast.File, place string) ast.Node {
	if place == "" {
		return tree.Docs[0].Body
	}
	path, err := yaml.PathString("$." + place)
	if err != nil {
		return nil
	}
	node, err := path.FilterFile(tree)
	if err != nil {
		return nil
	}
	return node
}

// near ends a message with the nearest valid name.
func near(name string, valid []string) string {
	if found := strictyaml.Nearest(name, valid); found != "" {
		return fmt.Sprintf("; did you mean %q?", found)
	}
	return "; known: " + strings.Join(valid, ", ")
}

// sortedKeys returns the keys of a map in order, so that every run reports and writes alike.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
