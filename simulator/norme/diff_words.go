package norme

import (
	"fmt"
	"slices"
	"strings"
)

// newField tells of a field that came in, and where.
func newField(fields []fieldDef, i int) string {
	f, where := fields[i], "en tête"
	if i > 0 {
		where = "après « " + fields[i-1].Name + " »"
	}
	return fmt.Sprintf("ajout de « %s » (%s) %s — %s [%s]", f.Name, f.Occurs, where, bare(f.Doc), f.Source)
}

func newGroup(name string, g groupDef) string {
	names := make([]string, len(g.Fields))
	for i, f := range g.Fields {
		names[i] = fmt.Sprintf("« %s » (%s)", f.Name, f.Occurs)
	}
	return fmt.Sprintf("Nouveau groupe « %s » : %s — %s.", name, strings.Join(names, ", "), bare(g.Doc))
}

func newType(name string, t typeDef) string {
	said := t.Base
	for _, facet := range facets(t) {
		if facet.value != "" && facet.name != "base" && facet.name != "description" && facet.name != "source" {
			said += ", " + facet.name + " " + facet.value
		}
	}
	return fmt.Sprintf("Nouveau type « %s » (%s) — %s [%s].", name, said, bare(t.Doc), t.Source)
}

// A facet is one thing that a definition says.
type facet struct{ name, value string }

func facets(t typeDef) []facet {
	length, bounds := "", ""
	if t.Length != (span{}) {
		length = t.Length.String()
	}
	if t.Bounds != (span{}) {
		bounds = t.Bounds.String()
	}
	return []facet{{"base", t.Base}, {"caractères", t.Chars}, {"longueur", length}, {"bornes", bounds},
		{"valeurs", strings.Join(t.Values, " ")}, {"clé de", t.KeyOf}, {"masque", t.Mask}, {"source", t.Source},
		{"description", t.Doc}}
}

func typeTurned(name string, before, after typeDef) string {
	var parts []string
	old := facets(before)
	for i, f := range facets(after) {
		if f.name == "valeurs" && len(before.Values) > 0 && len(after.Values) > 0 {
			parts = append(parts, valuesTurned(before.Values, after.Values)...)
		} else if f.value != old[i].value {
			parts = append(parts, turned(f.name, old[i].value, f.value))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Type « " + name + " » : " + strings.Join(parts, " ; ") + "."
}

func valuesTurned(before, after []string) []string {
	var parts []string
	if came := without(after, before); len(came) > 0 {
		parts = append(parts, "ajout de "+strings.Join(came, ", "))
	}
	if left := without(before, after); len(left) > 0 {
		parts = append(parts, "retrait de "+strings.Join(left, ", "))
	}
	if len(parts) == 0 && !slices.Equal(before, after) {
		parts = append(parts, "valeurs dans un autre ordre")
	}
	return parts
}

// without returns the values that are not among others.
func without(values, others []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return slices.Contains(others, v) })
}

func fieldTurned(before, after fieldDef) string {
	of := func(f fieldDef) []facet {
		return []facet{{"occurrence", f.Occurs.String()}, {"type", f.Type}, {"groupe", f.Group},
			{"nom en JSON", f.JSON}, {"masque", f.Mask}, {"structure Go", f.Go}, {"source", f.Source},
			{"description", f.Doc}}
	}
	var parts []string
	old := of(before)
	for i, f := range of(after) {
		if f.value != old[i].value {
			parts = append(parts, turned(f.name, old[i].value, f.value))
		}
	}
	return strings.Join(parts, " ; ")
}

// turned tells that something that a definition says became something else.
func turned(name, before, after string) string {
	switch {
	case before == "":
		return name + " ajouté : " + quoted(after)
	case after == "":
		return name + " retiré : " + quoted(before)
	}
	return name + " " + quoted(before) + " devient " + quoted(after)
}

func quoted(s string) string {
	if strings.Contains(s, " ") {
		return "« " + bare(s) + " »"
	}
	return s
}

// bare takes off the full stop of a sentence that goes on.
func bare(sentence string) string { return strings.TrimSuffix(strings.TrimSpace(sentence), ".") }
