package amc

import (
	"errors"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

var errUnchecked = errors.New("the world was not checked: use ParseWorld")

// A Pair is a request of one service and the reply in progress. Both are nil in the case of
// another service.
type Pair[Q, A any] struct {
	Q *Q
	A *A
}

// A Case is all that the rules may look at and write to: the request, the facts loaded before
// they run, the answer in progress and the trace.
type Case struct {
	Asked
	Today roc.Date // the day of Now, in Now's own zone

	ANN Pair[roc.ANNRequest, roc.ANNReply]
	IDB Pair[roc.IDBRequest, roc.IDBReply]
	SIM Pair[roc.SIMRequest, roc.SIMReply]
	CLC Pair[roc.CLCRequest, roc.CLCReply]
	DEL Pair[roc.DELRequest, roc.DELReply]

	Establishment  *Establishment  // nil: not in the registry
	Insurer        directory       // what the directory says of the insurer addressed
	Match          match           // IDB: persons that look like the beneficiary
	Person         *Beneficiary    // recognised; nil while nobody is
	Rights         []contract      // IDB: contracts of the person at this AMC, in rank order
	Identification *Identification // SIM and CLC: what idbId designates; nil: nothing
	Same           *Engagement     // CLC: the calculation already answered under this clcRequestId
	Live           *Engagement     // CLC: what already commits the AMC for this dossier
	Previous       *Engagement     // CLC: the calculation said to be replaced
	Target         *Engagement     // DEL: the engagement to cancel
	Sharing        sharing         // SIM and CLC: the lines being shared
	Chain          *chain          // V2: what stands around the period or the stay asked about; nil in V1

	house  house
	keys   keys
	saves  saves
	status *roc.Status
	rule   *Rule
	trace  []Fired
	denied error
	done   bool

	replayed bool // CLC: this answer is not to be remembered under its clcRequestId
}

// say adds a line to the trace under the rule that is running.
func (c *Case) say(text string) {
	c.trace = append(c.trace, Fired{Rule: c.rule.ID, Text: text, Source: c.rule.Source})
}

// sayOf adds a line to the trace about a line of the request: what is taken of it, and what is left
// for good.
func (c *Case) sayOf(l *roc.Line, text string, paid, refused roc.Cents) {
	c.trace = append(c.trace, Fired{
		Rule: c.rule.ID, Text: text, Source: c.rule.Source, Line: l.ID, Paid: paid, Refused: refused,
	})
}

// sayf is say with values in the sentence.
func (c *Case) sayf(format string, args ...any) { c.say(fmt.Sprintf(format, args...)) }

// answer sets the outcome and ends the case.
func (c *Case) answer(result roc.Result, code string) {
	c.outcome(result, code)
	c.done = true
}

// outcome sets the outcome and lets the rules go on.
func (c *Case) outcome(result roc.Result, code string) {
	*c.status = roc.Status{Result: result}
	if code != "" {
		c.status.Code, c.status.Label, c.status.Group = code, c.label(code), string(roc.Code{ID: code}.Group())
	}
}

// label returns the sentence of a code of the catalogue.
func (c *Case) label(code string) string { return c.World.index.labels[code] }

// deny refuses to serve: no reply of the service leaves.
func (c *Case) deny(kind roc.Kind, code string) {
	c.denied = &roc.Error{Kind: kind, Code: code, Label: c.label(code)}
	c.done = true
}

// refuser is the effect of a rule that ends the case with a code.
func refuser(code string) func(*Case) {
	return func(c *Case) { c.answer(roc.Refuse, code) }
}
