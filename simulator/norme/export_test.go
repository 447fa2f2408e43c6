package norme

import (
	"reflect"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// GoFields tells for each Go field of a message, written Type.Field, whether a group binds it.
func GoFields(n *Norme, s roc.Service, reply bool) map[string]bool {
	found := map[string]bool{}
	var walk func(g *group, t reflect.Type)
	walk = func(g *group, t reflect.Type) {
		for i := range t.NumField() {
			found[t.Name()+"."+t.Field(i).Name] = false
		}
		for i := range g.fields {
			f := &g.fields[i]
			found[t.Name()+"."+t.Field(f.index).Name] = true
		}
		for i := range g.fields {
			f := &g.fields[i]
			if f.group == nil {
				continue
			}
			inner := t.Field(f.index).Type
			if inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			walk(f.group, inner)
		}
	}
	m := n.message(s, reply)
	walk(m.group, m.goType.Elem())
	return found
}
