package soap

import (
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A fault is what a Fault of either version says, ours or another's.
type fault struct {
	code    string // local name of the fault code, or of its subcode where there is one
	reason  string
	errors  []place
	subcode bool
}

// A place is one error of the detail.
type place struct{ path, code, label string }

// readFault reads the Fault at whose start tag x stands, and makes a *roc.CallError of it.
func readFault(x *xmltext.Reader, status int, space string) error {
	var f fault
	if err := f.read(x, space); err != nil {
		return binding.BadBody(status, err)
	}
	return f.callError(status)
}

// read walks the Fault. Where an element stands in it is told by the names of those around,
// joined; those of the norme begin with "m:", those of strangers are "?".
func (f *fault) read(x *xmltext.Reader, space string) error {
	var around []string
	for outer := x.Depth(); x.Depth() >= outer; {
		kind, err := x.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmltext.Start:
			around = append(around, short(x.Name(), space))
			if strings.Join(around[1:], "/") == "m:erreurs/m:erreur" {
				f.errors = append(f.errors, place{})
			}
		case xmltext.Text:
			f.text(strings.Join(around, "/"), strings.TrimSpace(x.Text()))
		case xmltext.End:
			around = around[:max(len(around)-1, 0)]
		}
	}
	return finish(x)
}

func short(n xmltext.Name, space string) string {
	switch n.Space {
	case "", space11, space12:
		return n.Local
	case space:
		return "m:" + n.Local
	}
	return "?"
}

// text takes the text of the element that stands at path.
func (f *fault) text(path, text string) {
	switch path {
	case "faultcode", "Code/Value":
		if !f.subcode {
			f.code = local(text)
		}
	case "Code/Subcode/Value":
		f.code, f.subcode = local(text), true
	case "faultstring", "Reason/Text":
		if f.reason == "" {
			f.reason = text
		}
	}
	_, inDetail, _ := strings.Cut(path, "/")
	inError, found := strings.CutPrefix(inDetail, "m:erreurs/m:erreur/")
	if !found {
		return
	}
	e := &f.errors[len(f.errors)-1]
	switch inError {
	case "m:chemin":
		e.path = text
	case "m:code":
		e.code = text
	case "m:libelle":
		e.label = text
	}
}

func local(qname string) string { return qname[strings.LastIndexByte(qname, ':')+1:] }

// callError is the Fault as the side that was refused sees it. The code of an error that concerns
// the whole message is that of the Fault.
func (f *fault) callError(status int) *roc.CallError {
	e := &roc.CallError{Level: roc.Technical, HTTPStatus: status, Code: f.code, Label: f.reason}
	if len(f.errors) > 0 {
		e.Code = binding.CodeInvalid
	}
	for _, p := range f.errors {
		path := parseXPath(p.path)
		if len(path) == 0 {
			e.Code = p.code
		}
		if p.path != "" {
			e.Fields = append(e.Fields, &roc.FieldError{Path: path, Code: p.code, Label: p.label})
		}
	}
	return e
}

// parseXPath reads what Path.XPath writes.
func parseXPath(xpath string) roc.Path {
	var path roc.Path
	for part := range strings.SplitSeq(strings.Trim(xpath, "/"), "/") {
		name, position, indexed := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		step := roc.Step{Name: name, Index: -1}
		if n, err := strconv.Atoi(position); indexed && err == nil && n > 0 {
			step.Index = n - 1
		}
		if part != "" {
			path = append(path, step)
		}
	}
	return path
}
