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
	DirectoryPath string // appended to the case's base URL: "/v1/annuaire"
}

// patience is how long a call may last before its fate is unknown.
const patience = 10 * time.Second

// BindingByName returns the binding called "soap" (SOAP 1.1), "soap12" or "json". A nil client
// means one that gives up after ten seconds.
func BindingByName(name string, client *http.Client) (Binding, error) {
	if client == nil {
		client = &http.Client{Timeout: patience}
	}
	n, err := norme.V1()
	if err != nil {
		return Binding{}, err
	}
	switch name {
	case "soap":
		return Binding{soap.Client{HTTP: client, Norme: n, Version: soap.V11}, "/v1/annuaire"}, nil
	case "soap12":
		return Binding{soap.Client{HTTP: client, Norme: n, Version: soap.V12}, "/v1/annuaire"}, nil
	case "json":
		return Binding{rest.Client{HTTP: client, Norme: n}, "/v1/json/annuaire"}, nil
	}
	return Binding{}, unknownName("binding", name, []string{"soap", "soap12", "json"})
}

// unknownName is the error of a name that is not in a list.
func unknownName(kind, name string, known []string) error {
	if near := strictyaml.Nearest(name, known); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %q?", kind, name, near)
	}
	return fmt.Errorf("unknown %s %q: want one of %q", kind, name, known)
}
