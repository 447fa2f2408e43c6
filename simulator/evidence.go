package simulator

import (
	"context"
	"strings"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

// rulesOf is the payer's trace in the journal's words.
func rulesOf(trace []amc.Fired) []journal.Rule {
	rules := make([]journal.Rule, len(trace))
	for i, f := range trace {
		rules[i] = journal.Rule{
			ID: f.Rule, Text: f.Text, Source: f.Source, Forced: f.Forced,
			Line: f.Line, Paid: f.Paid, Refused: f.Refused,
		}
	}
	return rules
}

// faultsOf gives the code of a refusal and the faults that it names, in the binding's way of
// writing paths.
func faultsOf(err error, dialect string) (code string, faults []journal.Fault) {
	refusal := binding.RefusalOf(err, "")
	for _, f := range refusal.Faults {
		path := f.Path.XPath()
		if dialect == "json" {
			path = f.Path.Pointer()
		}
		faults = append(faults, journal.Fault{Path: path, Code: f.Code, Label: f.Label})
	}
	return refusal.Code, faults
}

// keysOf are the identifiers that a request names.
func keysOf(request roc.Request) journal.Keys {
	switch r := request.(type) {
	case *roc.SIMRequest:
		return journal.Keys{NDA: r.NDA, IdbID: r.IdbID}
	case *roc.CLCRequest:
		return journal.Keys{NDA: r.Patient.NDA, ClcRequestID: r.ClcRequestID, IdbID: r.IdbID}
	case *roc.DELRequest:
		return journal.Keys{IdbID: r.IdbID, ClcID: r.ClcID}
	}
	return journal.Keys{}
}

// complete adds the identifiers that the reply gives.
func complete(k journal.Keys, reply roc.Reply) journal.Keys {
	switch r := reply.(type) {
	case *roc.IDBReply:
		k.IdbID = r.IdbID
	case *roc.CLCReply:
		k.ClcID = r.ClcID
	}
	return k
}

// evidence is the journal as the admin API reads it.
type evidence struct {
	*store.Store
	normes map[string]*norme.Norme // by version
	worlds *worlds
}

// Exchanges implements admin.Exchanges; an unknown world comes with the nearest name.
func (v evidence) Exchanges(ctx context.Context, world string, f journal.Filter) ([]*journal.Entry, error) {
	found, err := v.Store.Exchanges(ctx, world, f)
	return found, v.worlds.guess(ctx, world, err)
}

// Exchange implements admin.Exchanges likewise.
func (v evidence) Exchange(ctx context.Context, world string, seq int64) (*journal.Entry, error) {
	found, err := v.Store.Exchange(ctx, world, seq)
	return found, v.worlds.guess(ctx, world, err)
}

// Engagements implements admin.Exchanges likewise.
func (v evidence) Engagements(ctx context.Context, world string) ([]*amc.Engagement, error) {
	found, err := v.Store.Engagements(ctx, world)
	return found, v.worlds.guess(ctx, world, err)
}

// Canonical implements admin.Exchanges.
func (v evidence) Canonical(e *journal.Entry) (request, reply []byte) {
	if e.Service == "" {
		return nil, nil
	}
	request = v.canonical(e, e.Request, false)
	if e.Result != "" {
		reply = v.canonical(e, e.Reply, true)
	}
	return request, reply
}

// canonical reads a message again and writes it in JSON. What was refused as invalid comes as far
// as it can be written; otherwise the body alone tells.
func (v evidence) canonical(e *journal.Entry, body []byte, reply bool) []byte {
	n := v.normes[e.Version]
	var m roc.Message
	if strings.HasPrefix(e.Binding, "soap") {
		m = enveloped(n, body)
	} else {
		m, _ = n.DecodeJSON(e.Service, reply, body)
	}
	if m == nil {
		return nil
	}
	doc, err := n.AppendJSON(nil, m)
	if err != nil {
		return nil
	}
	return doc
}

// enveloped reads the message in a SOAP envelope: the third element down.
func enveloped(n *norme.Norme, body []byte) roc.Message {
	r := xmltext.NewReader(body)
	for inBody := false; ; {
		kind, err := r.Next()
		if err != nil || kind == xmltext.EOF {
			return nil
		}
		if kind != xmltext.Start {
			continue
		}
		switch {
		case inBody:
			m, _ := n.DecodeXML(r)
			return m
		case r.Depth() == 2 && r.Name().Local == "Body":
			inBody = true
		case r.Depth() == 2:
			if r.Skip() != nil {
				return nil
			}
		}
	}
}
