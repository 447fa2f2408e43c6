package strictyaml

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// maxNesting bounds brackets and compact sequences; the project's own files stay under ten.
const maxNesting = 64

// Decode reads data into v, a pointer to a structure. The error, if any, is of type Errors.
func Decode(file string, data []byte, v any) error {
	d := &decoder{file: file}
	if line, ok := tooDeep(data); ok {
		d.errs = Errors{{File: file, Line: line, Message: fmt.Sprintf("nested more than %d levels deep", maxNesting)}}
		return d.errs
	}
	tree, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	switch {
	case err != nil:
		d.errs = append(d.errs, syntaxError(file, err))
	case len(tree.Docs) != 1 || tree.Docs[0].Body == nil:
		d.errs = append(d.errs, &Error{File: file, Message: "want exactly one document, with something in it"})
	default:
		d.value(tree.Docs[0].Body, reflect.ValueOf(v).Elem(), "")
	}
	if len(d.errs) > 0 {
		return d.errs
	}
	return nil
}

type decoder struct {
	file string
	errs Errors
}

func (d *decoder) fail(n ast.Node, field, format string, args ...any) {
	line := 0
	if t := n.GetToken(); t != nil && t.Position != nil {
		line = t.Position.Line
	}
	d.errs = append(d.errs, &Error{File: d.file, Line: line, Field: field, Message: fmt.Sprintf(format, args...)})
}

// value reads node n into v, which is settable.
func (d *decoder) value(n ast.Node, v reflect.Value, field string) {
	if kind := forbidden(n); kind != "" {
		d.fail(n, field, "%s are not allowed here; write the value itself", kind)
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.text(n, u, field)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v, field)
	case reflect.Map:
		d.mapping(n, v, field)
	case reflect.Slice:
		d.sequence(n, v, field)
	default:
		d.scalar(n, v, field)
	}
}

func forbidden(n ast.Node) string {
	switch n.Type() {
	case ast.AnchorType:
		return "anchors"
	case ast.AliasType:
		return "aliases"
	case ast.TagType:
		return "tags"
	case ast.MergeKeyType:
		return "merge keys"
	}
	return ""
}

func (d *decoder) text(n ast.Node, u encoding.TextUnmarshaler, field string) {
	raw, ok := scalarText(n)
	if !ok {
		d.fail(n, field, "want %s, found %s", describe(reflect.TypeOf(u).Elem()), found(n))
		return
	}
	if err := u.UnmarshalText([]byte(raw)); err != nil {
		d.fail(n, field, "%q is wrong: %v", raw, err)
	}
}

// entries calls f for each pair of a mapping and reports keys that come twice.
func (d *decoder) entries(n ast.Node, field string, f func(key string, at, value ast.Node)) bool {
	m, ok := n.(ast.MapNode)
	if !ok {
		d.fail(n, field, "want named fields, found %s", found(n))
		return false
	}
	seen := map[string]bool{}
	for it := m.MapRange(); it.Next(); {
		key, ok := scalarText(it.Key())
		switch {
		case !ok:
			d.fail(it.Key(), field, "want the name of a field, found %s", found(it.Key()))
		case seen[key]:
			d.fail(it.Key(), join(field, key), "given twice")
		default:
			seen[key] = true
			f(key, it.Key(), it.Value())
		}
	}
	return true
}

func (d *decoder) structure(n ast.Node, v reflect.Value, field string) {
	fields := fieldsOf(v.Type())
	present := map[string]bool{}
	ok := d.entries(n, field, func(key string, at, value ast.Node) {
		f, known := fields.byName(key)
		if !known {
			d.fail(at, join(field, key), "unknown field%s", suggestion(key, fields.names()))
			return
		}
		present[key] = true
		d.value(value, v.FieldByIndex(f.index), join(field, key))
	})
	if !ok {
		return
	}
	for _, f := range fields {
		if f.required && !present[f.name] {
			d.fail(n, join(field, f.name), "missing; want %s", describe(v.FieldByIndex(f.index).Type()))
		}
	}
}

func (d *decoder) mapping(n ast.Node, v reflect.Value, field string) {
	v.Set(reflect.MakeMap(v.Type()))
	d.entries(n, field, func(key string, _, value ast.Node) {
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(value, element, join(field, key))
		v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), element)
	})
}

func (d *decoder) sequence(n ast.Node, v reflect.Value, field string) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		d.fail(n, field, "want a list, found %s", found(n))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(s.Values), len(s.Values)))
	for i, item := range s.Values {
		d.value(item, v.Index(i), fmt.Sprintf("%s[%d]", field, i))
	}
}

func join(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}

func suggestion(word string, valid []string) string {
	if near := Nearest(word, valid); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return "; known fields: " + strings.Join(valid, ", ")
}
