package norme

import (
	"fmt"
	"reflect"
	"slices"
)

// fields adds, replaces and takes out the fields of a change.
func (e *extension) fields(i int) {
	d := &e.doc.Changes[i]
	for j, a := range d.Add.Fields {
		a.Field.at = origin(fmt.Sprintf("changements[%d].ajoute.champs[%d]", i, j))
		e.addField(i, a)
	}
	for j, r := range d.Replace.Fields {
		r.Field.at = origin(fmt.Sprintf("changements[%d].remplace.champs[%d]", i, j))
		e.replaceField(i, r)
	}
	for j, path := range d.Remove.Fields {
		at := fmt.Sprintf("changements[%d].retire.champs[%d]", i, j)
		if container, k := e.find(at, path); k >= 0 && e.touch(i, at, path) {
			e.containers[container] = slices.Delete(e.containers[container], k, k+1)
		}
	}
}

func (e *extension) addField(i int, a addedField) {
	at, anchor, side, step := string(a.Field.at), a.After, ".apres", 1
	if anchor == "" {
		anchor, side, step = a.Before, ".avant", 0
	}
	if (a.After == "") == (a.Before == "") {
		e.fail(at, "want either apres or avant: the path of the field beside which this one stands")
		return
	}
	container, k := e.find(at+side, anchor)
	fields, place := e.containers[container], container+"."+a.Field.Name
	switch {
	case fields == nil:
	case indexOfField(fields, a.Field.Name) >= 0:
		e.fail(at+".nom", "%s has this field already; to change it, want remplace", container)
	case !e.touch(i, at, place):
	case k < 0: // reported; the field is compiled none the less
		e.containers[container] = append(fields, a.Field)
	default:
		e.containers[container] = slices.Insert(fields, k+step, a.Field)
	}
}

func (e *extension) replaceField(i int, r replacedField) {
	at := string(r.Field.at)
	container, k := e.find(at+".place", r.Place)
	if k < 0 {
		return
	}
	old := e.containers[container][k]
	same := r.Field
	same.at = old.at
	switch {
	case r.Field.Name != old.Name:
		e.fail(at+".nom", "want the name of the field that is replaced, %q; another is retire and ajoute", old.Name)
	case reflect.DeepEqual(same, old):
		e.fail(at, "this field is what it was; a replacement changes something")
	case e.touch(i, at, r.Place):
		e.containers[container][k] = r.Field
	}
}

// find reads the path of a field; the index is negative, and the fault reported, where there is none.
func (e *extension) find(at, path string) (container string, index int) {
	container, name := splitPath(path)
	if container == "" {
		e.fail(at, "want a path such as groupes.ligne.code or services.CLC.demande.venue, found %q", path)
		return "", -1
	}
	fields, known := e.containers[container]
	if !known {
		e.fail(at, "no group or message is at %q%s", container, near(container, sortedKeys(e.containers)))
		return "", -1
	}
	index = indexOfField(fields, name)
	if index < 0 {
		names := make([]string, len(fields))
		for i := range fields {
			names[i] = fields[i].Name
		}
		e.fail(at, "%s has no field %q%s", container, name, near(name, names))
	}
	return container, index
}
