package gherkin

import (
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v34"
)

// closedTags are the tags without a value.
func closedTags() []string {
	return []string{"@v1", "@v2", "@nominal", "@erreur", "@securite", "@limite", "@sans-echange"}
}

// closedValues are the tags with a value, and the values that each may take; none means that the
// value is an id, checked elsewhere.
func closedValues() map[string][]string {
	return map[string][]string{
		"@cas:": nil, "@exig:": nil,
		"@svc:":    {"ann", "idb", "sim", "clc", "del", "fac", "trv", "par"},
		"@profil:": {"mco-public", "psy", "had", "smr", "prive"},
		"@niveau:": {"obligatoire", "recommande", "information"},
		"@mode:":   {"auto", "manuel", "observation"},
		"@etat:":   {"brouillon", "gele"},
	}
}

// allowed lists every tag of the closed list, those with an id left open.
func allowed() []string {
	list := closedTags()
	for prefix, values := range closedValues() {
		for _, v := range values {
			list = append(list, prefix+v)
		}
	}
	slices.Sort(list)
	return list
}

// known reports whether a tag is of the closed list.
func known(tag string) bool {
	prefix, value, valued := strings.Cut(tag, ":")
	if !valued {
		return slices.Contains(closedTags(), tag)
	}
	values, ok := closedValues()[prefix+":"]
	return ok && value != "" && (values == nil || slices.Contains(values, value))
}

func names(tags []*messages.Tag) []string {
	var list []string
	for _, t := range tags {
		if !slices.Contains(list, t.Name) {
			list = append(list, t.Name)
		}
	}
	return list
}

func valuesOf(tags []string, prefix string) []string {
	var list []string
	for _, t := range tags {
		if value, ok := strings.CutPrefix(t, prefix); ok {
			list = append(list, value)
		}
	}
	return list
}

func valueOf(tags []string, prefix string) string {
	if values := valuesOf(tags, prefix); len(values) > 0 {
		return values[0]
	}
	return ""
}

// only returns tags without those of the other versions: a case is of one version.
func only(tags []string, version string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(t string) bool {
		return len(versions([]string{t})) > 0 && t != "@"+version
	})
}

// versions lists the versions of the norme that tags name.
func versions(tags []string) []string {
	var list []string
	for _, t := range tags {
		if t == "@v1" || t == "@v2" {
			list = append(list, t[1:])
		}
	}
	return list
}
