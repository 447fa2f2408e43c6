package norme

import (
	"fmt"
	"reflect"
)

// present reports whether a field is to be written, and reports one that should have been there, or
// fewer times; name is that of the dialect.
func (f *faults) present(d *field, v reflect.Value, name string) bool {
	switch d.shape {
	case slice:
		switch count := v.Len(); {
		case count < d.occurs.min:
			f.addAt(name, codeMissing, "Cet élément est obligatoire.")
		case count > d.occurs.max:
			f.addAt(name, codeTooMany, fmt.Sprintf("Cet élément peut figurer %d fois au plus.", d.occurs.max))
		default:
			return count > 0
		}
		return false
	case pointer:
		if v.IsNil() && d.occurs.min > 0 {
			f.addAt(name, codeMissing, "Cet élément est obligatoire.")
		}
		return !v.IsNil()
	}
	if !v.IsZero() {
		return true
	}
	if d.occurs.min > 0 && d.needsValue() {
		f.addAt(name, codeMissing, "Cet élément est obligatoire.")
		return false
	}
	return d.always()
}

// needsValue reports whether the zero Go value means that nothing was given.
func (f *field) needsValue() bool {
	if f.group != nil {
		return false // its own fields tell what is missing
	}
	switch f.scalar.base {
	case baseInteger, baseBoolean, baseAmount:
		return false
	}
	return !f.scalar.admitsEmpty()
}

// unplaced reports Go fields that hold a value for which the norme has no place: it would be lost
// without a word.
func (f *faults) unplaced(g *group, v reflect.Value) {
	for _, i := range g.unbound {
		if !v.Field(i).IsZero() {
			f.addAt(v.Type().Field(i).Name, codeNoPlace, "La norme n'a pas de place ici pour cette donnée.")
		}
	}
}
