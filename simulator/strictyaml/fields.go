package strictyaml

import (
	"reflect"
	"strings"
)

// A field is one name that a structure accepts.
type field struct {
	name     string
	index    []int
	required bool
}

type fieldList []field

// fieldsOf lists the fields of a structure by their yaml tags, those of inlined structures included.
func fieldsOf(t reflect.Type) fieldList {
	var list fieldList
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case options == "inline":
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				list = append(list, inner)
			}
		case name != "" && name != "-":
			list = append(list, field{name: name, index: []int{i}, required: options != "omitempty"})
		}
	}
	return list
}

func (l fieldList) byName(name string) (field, bool) {
	for _, f := range l {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

func (l fieldList) names() []string {
	names := make([]string, len(l))
	for i, f := range l {
		names[i] = f.name
	}
	return names
}
