package norme

import (
	"fmt"
	"reflect"
)

// types adds the types of a change, and replaces others.
func (e *extension) types(i int) {
	d := &e.doc.Changes[i]
	for _, name := range sortedKeys(d.Add.Types) {
		at := fmt.Sprintf("changements[%d].ajoute.types.%s", i, name)
		if _, known := e.doc.Types[name]; known {
			e.fail(at, "the norme has this type already; to change it, want remplace")
			continue
		}
		e.setType(i, at, name, d.Add.Types[name])
	}
	for _, name := range sortedKeys(d.Replace.Types) {
		at := fmt.Sprintf("changements[%d].remplace.types.%s", i, name)
		old, known := e.doc.Types[name]
		t := d.Replace.Types[name]
		t.at = old.at
		switch {
		case !known:
			e.fail(at, "unknown type %q%s", name, near(name, sortedKeys(e.doc.Types)))
		case reflect.DeepEqual(t, old):
			e.fail(at, "this type is what it was; a replacement changes something")
		default:
			e.setType(i, at, name, t)
		}
	}
}

func (e *extension) setType(i int, at, name string, t typeDef) {
	if e.touch(i, at, "types."+name) {
		t.at = origin(at)
		e.doc.Types[name] = t
	}
}

// groups adds the groups of a change.
func (e *extension) groups(i int) {
	for _, name := range sortedKeys(e.doc.Changes[i].Add.Groups) {
		at, place := fmt.Sprintf("changements[%d].ajoute.groupes.%s", i, name), "groupes."+name
		if _, known := e.doc.Groups[name]; known {
			e.fail(at, "the norme has this group already; to change it, change its fields")
			continue
		}
		g := e.doc.Changes[i].Add.Groups[name]
		g.at = origin(at)
		for j := range g.Fields {
			g.Fields[j].at = origin(fmt.Sprintf("%s.champs[%d]", at, j))
		}
		e.touched[place] = i
		e.doc.Groups[name], e.containers[place] = g, g.Fields
	}
}

// remove takes out the types and the groups that the changes give up; what a field still uses stays. A
// group that goes too is no user.
func (e *extension) remove() {
	going := map[string]bool{}
	for _, d := range e.doc.Changes {
		for _, name := range d.Remove.Groups {
			going["groupes."+name] = true
		}
	}
	for i, d := range e.doc.Changes {
		for j, name := range d.Remove.Groups {
			at := fmt.Sprintf("changements[%d].retire.groupes[%d]", i, j)
			user := e.user(going, func(f *fieldDef) bool { return f.Group == name })
			if _, known := e.doc.Groups[name]; !known {
				e.fail(at, "unknown group %q%s", name, near(name, sortedKeys(e.doc.Groups)))
			} else if e.free(i, at, "groupes."+name, user) {
				delete(e.doc.Groups, name)
			}
		}
		for j, name := range d.Remove.Types {
			at := fmt.Sprintf("changements[%d].retire.types[%d]", i, j)
			user := e.user(going, func(f *fieldDef) bool { return f.Type == name })
			if _, known := e.doc.Types[name]; !known {
				e.fail(at, "unknown type %q%s", name, near(name, sortedKeys(e.doc.Types)))
			} else if e.free(i, at, "types."+name, user) {
				delete(e.doc.Types, name)
			}
		}
	}
}

// free reports whether a change may take out what stands at a place.
func (e *extension) free(i int, at, place, user string) bool {
	if user != "" {
		e.fail(at, "%s still uses it", user)
		return false
	}
	return e.touch(i, at, place)
}

// user finds the first field that uses something and is not going itself.
func (e *extension) user(going map[string]bool, uses func(*fieldDef) bool) string {
	for _, path := range sortedKeys(e.containers) {
		for i := range e.containers[path] {
			if f := &e.containers[path][i]; !going[path] && uses(f) {
				return path + "." + f.Name
			}
		}
	}
	return ""
}
