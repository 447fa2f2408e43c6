package etablissement

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Caller sends one request and brings back its reply; soap.Client and rest.Client are Callers.
// A failure to get a business answer is a *roc.CallError.
type Caller interface {
	Call(ctx context.Context, url string, request roc.Request) (roc.Reply, error)
}

// A Binding is a way for messages to travel, and the one address that a GAP knows beforehand.
type Binding struct {
	Caller        Caller
	DirectoryPath string // below the root of a version, "{base}/v1/": "annuaire"
}

// callers send each request in the version of the norme that its header names.
type callers map[string]Caller

func (c callers) Call(ctx context.Context, url string, req roc.Request) (roc.Reply, error) {
	version := req.RequestHeader().NormVersion
	one, known := c[version]
	if !known {
		return nil, fmt.Errorf("no binding for the norme %q", version)
	}
	return one.Call(ctx, url, req)
}

// patience is how long a call may last before its fate is unknown.
const patience = 10 * time.Second

// BindingByName returns the binding called "soap" (SOAP 1.1), "soap12" or "json", in every version of
// the norme. A nil client means one that gives up after ten seconds.
func BindingByName(name string, client *http.Client) (Binding, error) {
	if client == nil {
		client = &http.Client{Timeout: patience}
	}
	switch name {
	case "soap":
		return bound("annuaire", func(n *norme.Norme) Caller {
			return soap.Client{HTTP: client, Norme: n, Version: soap.V11}
		})
	case "soap12":
		return bound("annuaire", func(n *norme.Norme) Caller {
			return soap.Client{HTTP: client, Norme: n, Version: soap.V12}
		})
	case "json":
		return bound("json/annuaire", func(n *norme.Norme) Caller { return rest.Client{HTTP: client, Norme: n} })
	}
	return Binding{}, unknownName("binding", name, []string{"soap", "soap12", "json"})
}

// bound makes a binding of every version of the norme.
func bound(directory string, caller func(*norme.Norme) Caller) (Binding, error) {
	all := callers{}
	for _, p := range perimeters() {
		n, err := norme.Load(p.version)
		if err != nil {
			return Binding{}, err
		}
		all[p.version] = caller(n)
	}
	return Binding{all, directory}, nil
}

// unknownName is the error of a name that is not in a list.
func unknownName(kind, name string, known []string) error {
	if near := strictyaml.Nearest(name, known); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %q?", kind, name, near)
	}
	return fmt.Errorf("unknown %s %q: want one of %q", kind, name, known)
}
