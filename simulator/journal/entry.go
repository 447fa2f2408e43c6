package journal

import (
	"fmt"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// An Entry is one exchange. The store sets World, Seq, Prev and Hash when it appends it.
type Entry struct {
	World    string      // empty: the journal of the requests that reached no world
	Seq      int64       // order of arrival in the world, from 1
	At       time.Time   // the world's clock
	Service  roc.Service // empty where the request could not be read
	Version  string      // "V1"
	Binding  string      // soap11, soap12, json; empty where no binding was reached
	Path     string      // of the URL, prefix of the world included
	Operator string      // of the address called, empty where it names none
	Status   int         // HTTP
	Result   string      // outcome of the answer: OK, REFUSE, …; empty where there is none
	Code     string      // of the outcome or of the refusal to serve
	Keys     Keys
	Request  []byte // as received
	Reply    []byte // as sent
	Trace    []Rule
	Faults   []Fault
	Prev     Hash // of the entry before, zero for the first
	Hash     Hash
}

// ID returns the name of the entry in its world.
func (e *Entry) ID() string { return ID(e.Seq) }

// ID returns the name of the entry numbered seq: "E-000001".
func ID(seq int64) string { return fmt.Sprintf("E-%06d", seq) }

// ParseID returns the number in the name of an entry, and whether it is one.
func ParseID(id string) (int64, bool) {
	var seq int64
	if _, err := fmt.Sscanf(id, "E-%d", &seq); err != nil || ID(seq) != id || seq < 1 {
		return 0, false
	}
	return seq, true
}

// Keys are the identifiers by which exchanges of one dossier are found again.
type Keys struct {
	NDA          string
	ClcRequestID string
	IdbID        string
	ClcID        string
}

// A Rule is one line of the trace: what the payer decided and why.
type Rule struct {
	ID     string
	Text   string // French sentence, with the values that mattered
	Source string // where the rule comes from
	Forced bool

	Line    int       // of the calculation or simulation; 0: the whole request
	Paid    roc.Cents // what the rule takes of the line
	Refused roc.Cents // what it leaves of it for good
}

// A Fault is one thing wrong in a request.
type Fault struct {
	Path  string // XPath or JSON Pointer, by the binding
	Code  string
	Label string // French sentence
}

// A Filter chooses entries of one world, in the order of their arrival.
type Filter struct {
	After   int64       // entries numbered above
	Service roc.Service // empty: all
	Limit   int         // at most so many; 0: no limit
}
