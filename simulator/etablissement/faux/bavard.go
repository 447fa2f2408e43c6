package faux

import (
	"context"
	"io"
	"net/http"

	"github.com/google/uuid"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// newBavard is a GAP that says everything twice.
func newBavard(o etablissement.Options) (http.Handler, io.Closer, error) {
	o.Binding.Caller = twice{o.Binding.Caller}
	gap, err := etablissement.New(o)
	if err != nil {
		return nil, nil, err
	}
	return gap.Handler(), gap, nil
}

type twice struct{ honest etablissement.Caller }

// Call sends the request, then the same with other identifiers, whose answer is thrown away.
func (t twice) Call(ctx context.Context, url string, req roc.Request) (roc.Reply, error) {
	reply, err := t.honest.Call(ctx, url, req)
	if again := renamed(req); again != nil {
		_, _ = t.honest.Call(ctx, url, again)
	}
	return reply, err
}

// renamed copies a request with identifiers derived from its own.
func renamed(req roc.Request) roc.Request {
	var again roc.Request
	switch r := req.(type) {
	case *roc.ANNRequest:
		copied := *r
		again = &copied
	case *roc.IDBRequest:
		copied := *r
		again = &copied
	case *roc.SIMRequest:
		copied := *r
		again = &copied
	case *roc.CLCRequest:
		copied := *r
		copied.ClcRequestID = derived(copied.ClcRequestID)
		again = &copied
	case *roc.DELRequest:
		copied := *r
		again = &copied
	default:
		return nil
	}
	h := again.RequestHeader()
	h.MessageID = derived(h.MessageID)
	return again
}

func derived(id string) string { return uuid.NewSHA1(uuid.NameSpaceOID, []byte(id)).String() }
