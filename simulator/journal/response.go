package journal

import "github.com/roc-miroir/miroir/simulator/roc"

// A Response is what leaves by HTTP, byte for byte.
type Response struct {
	Status      int
	ContentType string
	Body        []byte
}

// A Responder answers in the dialect of the request for which it was made: SOAP 1.1, SOAP 1.2 or
// JSON. Bindings make one for any request, readable or not.
type Responder interface {
	// Reply writes a business answer. It fails only where the norme cannot write it.
	Reply(m roc.Reply) (Response, error)
	// Refuse writes a technical refusal. It knows *roc.Unreadable, *roc.Invalid and *roc.Error,
	// also wrapped; anything else is an internal error, of which the wire sees the reference only.
	// The reference is the identifier of the journal entry, empty where there is none.
	Refuse(err error, entry string) Response
	// Binding names the dialect: "soap11", "soap12" or "json".
	Binding() string
}
