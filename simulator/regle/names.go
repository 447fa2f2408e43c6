package regle

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Name is one name that a condition may use.
type Name struct {
	Path     string        // "sejour.nuits"; "lignes[].prix" for what a line has
	Kind     string        // French: texte, nombre, montant, date, liste, groupe
	Text     string        // French: what it means
	Services []roc.Service // who knows it
}

// The kinds of names, as analysts read them.
const (
	kindText   = "texte"
	kindNumber = "nombre"
	kindAmount = "montant"
	kindDate   = "date"
	kindList   = "liste"
	kindGroup  = "groupe" // has names of its own, and no value
)

// element marks the path of what a list is made of.
const element = "[]"

// names is the table of the tags of Facts, in their order.
var names = namesOf(reflect.TypeFor[Facts](), "", roc.Services())

// Names returns every name that a condition may use.
func Names() []Name { return slices.Clone(names) }

func namesOf(t reflect.Type, prefix string, known []roc.Service) []Name {
	var list []Name
	for i := range t.NumField() {
		f := t.Field(i)
		n := Name{Path: prefix + f.Tag.Get("expr"), Kind: kindOf(f), Text: f.Tag.Get("dit"), Services: known}
		if tag := f.Tag.Get("services"); tag != "" {
			n.Services = nil
			for _, s := range strings.Fields(tag) {
				n.Services = append(n.Services, roc.Service(s))
			}
		}
		list = append(list, n)
		switch {
		case n.Kind == kindGroup:
			list = append(list, namesOf(f.Type, n.Path+".", n.Services)...)
		case n.Kind == kindList && f.Type.Elem().Kind() == reflect.Pointer:
			list = append(list, namesOf(f.Type.Elem().Elem(), n.Path+element+".", n.Services)...)
		}
	}
	return list
}

func kindOf(f reflect.StructField) string {
	switch {
	case f.Tag.Get("sorte") != "":
		return f.Tag.Get("sorte")
	case f.Type == reflect.TypeFor[time.Time]():
		return kindDate
	case f.Type.Kind() == reflect.Int:
		return kindNumber
	case f.Type.Kind() == reflect.Slice:
		return kindList
	case f.Type.Kind() == reflect.Struct:
		return kindGroup
	}
	return kindText
}

func nameAt(path string) *Name {
	for i := range names {
		if names[i].Path == path {
			return &names[i]
		}
	}
	return nil
}

// under lists the names of a group, or of all where there is none.
func under(group string) []string {
	var list []string
	for i := range names {
		if parent, last := cut(names[i].Path); parent == group {
			list = append(list, last)
		}
	}
	return list
}

// cut separates the last name of a path from the group that has it.
func cut(path string) (group, last string) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], path[i+1:]
}

// shown is a path as it stands in a condition.
func shown(path string) string {
	if _, field, ok := strings.Cut(path, element+"."); ok {
		return "." + field
	}
	return path
}

// unknown is what to say of a path that is no name.
func unknown(path string) string {
	group, last := cut(path)
	siblings := under(group)
	said := "unknown name \"" + shown(path) + "\""
	if near := strictyaml.Nearest(last, siblings); near != "" {
		return said + "; did you mean \"" + shown(strings.TrimSuffix(path, last)+near) + "\"?"
	}
	return said + "; known names: " + strings.Join(siblings, ", ")
}

// inGroup lists the names of a group in full.
func inGroup(group string) []string {
	list := under(group)
	for i := range list {
		list[i] = group + "." + list[i]
	}
	return list
}
