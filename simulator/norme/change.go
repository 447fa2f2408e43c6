package norme

import "strings"

// A changeDef is a named difference between a norme and the one it extends.
type changeDef struct {
	Name    string      `yaml:"nom"`
	Why     string      `yaml:"pourquoi"`
	Source  string      `yaml:"source"`
	Add     addition    `yaml:"ajoute,omitempty"`
	Replace replacement `yaml:"remplace,omitempty"`
	Remove  removal     `yaml:"retire,omitempty"`
}

type addition struct {
	Types  map[string]typeDef  `yaml:"types,omitempty"`
	Groups map[string]groupDef `yaml:"groupes,omitempty"`
	Fields []addedField        `yaml:"champs,omitempty"`
}

// An addedField stands after a field or before one. A path names the container and the field:
// groupes.ligne.depassement, services.CLC.demande.venue.
type addedField struct {
	After  string   `yaml:"apres,omitempty"`
	Before string   `yaml:"avant,omitempty"`
	Field  fieldDef `yaml:",inline"`
}

// A replacement gives the whole new definition of what it names.
type replacement struct {
	Types  map[string]typeDef `yaml:"types,omitempty"`
	Fields []replacedField    `yaml:"champs,omitempty"`
}

type replacedField struct {
	Place string   `yaml:"place"`
	Field fieldDef `yaml:",inline"`
}

// A removal names types and groups, and fields by their paths.
type removal struct {
	Types  []string `yaml:"types,omitempty"`
	Groups []string `yaml:"groupes,omitempty"`
	Fields []string `yaml:"champs,omitempty"`
}

func (d *changeDef) empty() bool {
	return len(d.Add.Types)+len(d.Add.Groups)+len(d.Add.Fields)+len(d.Replace.Types)+len(d.Replace.Fields)+
		len(d.Remove.Types)+len(d.Remove.Groups)+len(d.Remove.Fields) == 0
}

// containers returns the lists of fields of a whole norme by their paths: groupes.ligne,
// services.CLC.demande.
func (d *document) containers() map[string][]fieldDef {
	lists := map[string][]fieldDef{}
	for name, g := range d.Groups {
		lists["groupes."+name] = g.Fields
	}
	for _, s := range d.Services {
		lists["services."+s.Code+".demande"] = s.Request.Fields
		lists["services."+s.Code+".reponse"] = s.Reply.Fields
	}
	return lists
}

// splitPath separates the path of a field into its container and its name.
func splitPath(path string) (container, name string) {
	i := max(0, strings.LastIndexByte(path, '.'))
	return path[:i], strings.TrimPrefix(path[i:], ".")
}

// indexOfField finds a field by its name.
func indexOfField(fields []fieldDef, name string) int {
	for i := range fields {
		if fields[i].Name == name {
			return i
		}
	}
	return -1
}
