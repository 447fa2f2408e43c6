package strictyaml

import (
	"encoding"
	"reflect"
	"strconv"

	"github.com/goccy/go-yaml/ast"
)

func (d *decoder) scalar(n ast.Node, v reflect.Value, field string) {
	raw, isScalar := scalarText(n)
	ok := false
	switch v.Kind() {
	case reflect.String:
		if ok = n.Type() == ast.StringType || n.Type() == ast.LiteralType; ok {
			v.SetString(raw)
		}
	case reflect.Bool:
		if ok = n.Type() == ast.BoolType; ok {
			v.SetBool(raw == "true")
		}
	case reflect.Int, reflect.Int64:
		var i int64
		if i, ok = integer(n, raw); ok {
			v.SetInt(i)
		}
	}
	if !ok {
		hint := ""
		if v.Kind() == reflect.String && isScalar {
			hint = "; write it between quotes"
		}
		d.fail(n, field, "want %s, found %s%s", describe(v.Type()), found(n), hint)
	}
}

func integer(n ast.Node, raw string) (int64, bool) {
	if n.Type() != ast.IntegerType {
		return 0, false
	}
	i, err := strconv.ParseInt(raw, 10, 64)
	return i, err == nil
}

// scalarText returns a scalar as it stands in the file, quotes taken off.
func scalarText(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// describe names a type as the author of a file would.
func describe(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		return "a " + t.Name()
	}
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Slice:
		return "a list"
	}
	return "named fields"
}

// found names what the file holds instead.
func found(n ast.Node) string {
	switch n.Type() {
	case ast.NullType:
		return "nothing"
	case ast.StringType, ast.LiteralType:
		return "text"
	case ast.IntegerType, ast.FloatType, ast.InfinityType, ast.NanType:
		return "a number"
	case ast.BoolType:
		return "true or false"
	case ast.SequenceType:
		return "a list"
	case ast.MappingType, ast.MappingValueType:
		return "named fields"
	}
	return "something else"
}
