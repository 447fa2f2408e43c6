package norme

import "github.com/roc-miroir/miroir/simulator/roc"

// maxFaults bounds the list of faults of one message; one more says that the list is not complete.
const maxFaults = 100

// faults gathers what is wrong in a message while it is read or written, with the place reached. The
// place is numbers; names are looked up in the tables where there is a fault to report.
type faults struct {
	message *message
	json    bool // places are named as in JSON
	path    []place
	room    [8]place // paths are short
	list    []*roc.FieldError
}

// A place is a field of the group reached, by its number, and which of its occurrences, -1 where it
// does not repeat.
type place struct{ field, index int }

// begin starts at the root of a message.
func (f *faults) begin(m *message, json bool) {
	f.message, f.json, f.path = m, json, f.room[:0]
}

func (f *faults) push(field, index int) { f.path = append(f.path, place{field, index}) }

func (f *faults) pop() { f.path = f.path[:len(f.path)-1] }

// add records a fault at the place reached.
func (f *faults) add(code, label string) { f.record(code, label, f.steps()) }

// addAt records a fault at a child of the place reached.
func (f *faults) addAt(name, code, label string) {
	f.record(code, label, append(f.steps(), roc.Step{Name: name, Index: -1}))
}

func (f *faults) record(code, label string, path roc.Path) {
	switch {
	case len(f.list) > maxFaults:
		return
	case len(f.list) == maxFaults:
		path, code = path[:1], codeMoreFaults
		label = "Le message contient d'autres fautes, qui ne sont pas listées."
	}
	f.list = append(f.list, &roc.FieldError{Path: path, Code: code, Label: label})
}

// steps names the place reached.
func (f *faults) steps() roc.Path {
	path := append(make(roc.Path, 0, len(f.path)+2), roc.Step{Name: f.message.element, Index: -1})
	g := f.message.group
	for _, p := range f.path {
		name := g.fields[p.field].name
		if f.json {
			name = g.fields[p.field].json
		}
		path = append(path, roc.Step{Name: name, Index: p.index})
		g = g.fields[p.field].group
	}
	return path
}

// err returns the faults as one error, or nothing.
func (f *faults) err() error {
	if len(f.list) == 0 {
		return nil
	}
	return &roc.Invalid{Fields: f.list}
}
