package norme

import (
	"maps"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Differences are what one norme has and another has not.
type Differences struct {
	From, To string   // versions
	Heading  []string // of the norme as a whole, in French
	Changes  []Change // the named ones, in their order, then the rest
}

// A Change is a named change with the differences that it makes.
type Change struct {
	Name   string // empty for the differences that no named change of either norme explains
	Why    string
	Source string
	Lines  []string // one for each difference, in French
}

// Diff compares two normes, whatever they extend. It compares what they say, not how their files say
// it; a difference goes with the change of b, or else of a, that made it.
func Diff(a, b *Norme) Differences {
	d := &differ{a: a, b: b, named: map[string]*Change{}}
	for _, n := range []*Norme{b, a} {
		for _, c := range n.doc.Changes {
			if d.named[c.Name] == nil {
				d.named[c.Name] = &Change{Name: c.Name, Why: c.Why, Source: c.Source}
				d.order = append(d.order, c.Name)
			}
		}
	}
	d.named[""] = &Change{}
	d.messages()
	d.groups()
	d.types()
	found := Differences{From: a.Version(), To: b.Version(), Heading: heading(&a.doc, &b.doc)}
	for _, name := range append(d.order, "") {
		if c := d.named[name]; len(c.Lines) > 0 {
			found.Changes = append(found.Changes, *c)
		}
	}
	return found
}

type differ struct {
	a, b  *Norme
	named map[string]*Change
	order []string // names of the changes
}

// add gives a difference at a place to the change that made it.
func (d *differ) add(place, line string) {
	name := ""
	for _, n := range []*Norme{d.a, d.b} {
		if i, made := n.changedBy[place]; made {
			name = n.doc.Changes[i].Name
		}
	}
	d.named[name].Lines = append(d.named[name].Lines, line)
}

// messages compares the requests and replies in call order.
func (d *differ) messages() {
	before, after := d.a.doc.containers(), d.b.doc.containers()
	for _, s := range roc.Services() {
		for _, side := range []struct{ path, french string }{{"demande", "demande"}, {"reponse", "réponse"}} {
			path := "services." + string(s) + "." + side.path
			d.fields(path, string(s)+", "+side.french, before[path], after[path])
		}
	}
}

// groups compares the groups by name; one that only one norme has is one difference.
func (d *differ) groups() {
	for _, name := range bothKeys(d.a.doc.Groups, d.b.doc.Groups) {
		before, had := d.a.doc.Groups[name]
		after, has := d.b.doc.Groups[name]
		place := "groupes." + name
		switch {
		case !had:
			d.add(place, newGroup(name, after))
		case !has:
			d.add(place, "Retrait du groupe « "+name+" ».")
		default:
			title := "Groupe « " + name + " » (" + d.b.whereUsed(name) + ")"
			if before.Doc != after.Doc {
				d.add(place, title+" : "+turned("description", before.Doc, after.Doc)+".")
			}
			d.fields(place, title, before.Fields, after.Fields)
		}
	}
}

func (d *differ) types() {
	for _, name := range bothKeys(d.a.doc.Types, d.b.doc.Types) {
		before, had := d.a.doc.Types[name]
		after, has := d.b.doc.Types[name]
		switch place := "types." + name; {
		case !had:
			d.add(place, newType(name, after))
		case !has:
			d.add(place, "Retrait du type « "+name+" ».")
		default:
			if line := typeTurned(name, before, after); line != "" {
				d.add(place, line)
			}
		}
	}
}

// fields compares two lists of fields by name, those of a message or of a group.
func (d *differ) fields(path, title string, before, after []fieldDef) {
	var kept, stay []string // the common names, as each norme orders them
	for _, f := range before {
		if indexOfField(after, f.Name) < 0 {
			d.add(path+"."+f.Name, title+" : retrait de « "+f.Name+" ».")
			continue
		}
		kept = append(kept, f.Name)
	}
	for i, f := range after {
		old := indexOfField(before, f.Name)
		if old < 0 {
			d.add(path+"."+f.Name, title+" : "+newField(after, i)+".")
			continue
		}
		stay = append(stay, f.Name)
		if line := fieldTurned(before[old], f); line != "" {
			d.add(path+"."+f.Name, title+" : « "+f.Name+" » : "+line+".")
		}
	}
	if !slices.Equal(kept, stay) {
		d.add(path, title+" : les éléments viennent dans un autre ordre.")
	}
}

// bothKeys returns the keys of two maps in order, each once.
func bothKeys[V any](a, b map[string]V) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return sortedKeys(all)
}
