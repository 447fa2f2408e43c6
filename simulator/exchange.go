package simulator

import (
	"context"
	"errors"
	"net/http"
	"runtime/debug"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

// An exchange is one request on its way through the pipeline: read, decide, remember, answer.
type exchange struct {
	*Simulator
	address
	writer journal.Responder // in the dialect of the request
	status int               // HTTP status of a refusal, where the dialect's own says too little
	home   string            // world whose journal keeps the exchange; empty: that of the orphans
	clock  roc.Clock         // of that world
	keys   journal.Keys      // that the request names
	entry  *journal.Entry
}

func (s *Simulator) arrive(c *gin.Context, d dialect) *exchange {
	writer := d.responder(c.Request)
	x := &exchange{Simulator: s, address: addressOf(c), writer: writer, clock: s.worlds.clock}
	x.entry = &journal.Entry{
		Version: d.name, Binding: writer.Binding(), Path: c.Request.URL.Path, Operator: x.operator,
	}
	return x
}

// exchange serves one request. The answer leaves when it is durable.
func (s *Simulator) exchange(c *gin.Context, d dialect) {
	x := s.arrive(c, d)
	x.send(c, x.serve(c.Request, d))
}

func (x *exchange) serve(r *http.Request, d dialect) (answer journal.Response) {
	defer func() {
		if p := recover(); p != nil {
			answer = x.fail(&store.Panic{Value: p, Stack: debug.Stack()})
		}
	}()
	body, errBody := readBody(r, x.limit)
	x.entry.Request = body
	world, err := x.worlds.World(context.WithoutCancel(r.Context()), x.world) // what came in is served
	if err != nil {
		x.status = statusOfMissing(err)
		return x.fail(err)
	}
	x.home, x.clock = world.Name, world.ClockOver(x.clock)
	if errBody != nil {
		x.status = statusOfBody(errBody)
		return x.refuse(errBody)
	}
	request, writer, err := d.read(r, body)
	x.writer, x.entry.Binding = writer, writer.Binding()
	if request != nil {
		x.keys = keysOf(request)
		x.entry.Service = request.Service()
	}
	if err != nil {
		return x.refuse(err)
	}
	return x.decide(world, request, x.urls(d.address))
}

// decide lets the payer answer, in one transaction with the journal. Whatever fails in it leaves
// no engagement behind, only the record of the refusal.
func (x *exchange) decide(w *amc.World, request roc.Request, urls addresses) journal.Response {
	var answer journal.Response
	err := x.store.Update(context.Background(), x.home, func(tx *store.Tx) error {
		x.entry.At = x.clock()
		answered, err := x.payer.Answer(tx, amc.Asked{
			Version: x.entry.Version, World: w, Now: x.entry.At, Request: request, Operator: x.operator,
			URL: urls.in(x.entry.Version), URLIn: urls,
		})
		x.entry.Trace = rulesOf(answered.Trace)
		if err != nil {
			return err
		}
		if answer, err = x.writer.Reply(answered.Reply); err != nil {
			return err
		}
		outcome := answered.Reply.Outcome()
		x.entry.Result, x.entry.Code = string(outcome.Result), outcome.Code
		x.entry.Keys = complete(x.keys, answered.Reply)
		x.entry.Status, x.entry.Reply = answer.Status, answer.Body
		tx.Append(x.entry)
		return nil
	})
	if err != nil {
		return x.fail(err)
	}
	return answer
}

// fail refuses for a reason that may be ours, and logs it where it is.
func (x *exchange) fail(err error) journal.Response {
	answer := x.refuse(err)
	var known *roc.Error
	var panicked *store.Panic
	switch {
	case errors.As(err, &panicked):
		x.log.Error("panic while serving", "world", x.home, "exchange", x.entry.ID(), "error", err,
			"stack", string(panicked.Stack))
	case !errors.As(err, &known) || known.Kind == roc.Internal || known.Kind == roc.Unavailable:
		x.log.Error("request not served", "world", x.home, "exchange", x.entry.ID(), "error", err)
	}
	return answer
}

// refuse answers with a technical refusal and keeps it in the journal.
func (x *exchange) refuse(cause error) journal.Response {
	var answer journal.Response
	err := x.store.Update(context.Background(), x.home, func(tx *store.Tx) error {
		answer = x.refusal(cause, tx.NextID())
		e := x.entry
		e.At, e.Status, e.Reply, e.Result = x.clock(), answer.Status, answer.Body, ""
		e.Code, e.Faults = faultsOf(cause, e.Binding)
		e.Keys = x.keys
		tx.Append(e)
		return nil
	})
	if err != nil {
		x.log.Error("refusal not kept in the journal", "world", x.home, "error", err)
		return x.refusal(err, "")
	}
	return answer
}

func (x *exchange) refusal(err error, entry string) journal.Response {
	answer := x.writer.Refuse(err, entry)
	if x.status != 0 {
		return withStatus(answer, x.status)
	}
	return answer
}

// send lets the answer go.
func (x *exchange) send(c *gin.Context, answer journal.Response) {
	h := c.Writer.Header()
	h["Content-Type"] = []string{answer.ContentType}
	h["Content-Length"] = []string{strconv.Itoa(len(answer.Body))}
	if answer.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	c.Writer.WriteHeader(answer.Status)
	if _, err := c.Writer.Write(answer.Body); err != nil {
		x.log.Debug("caller left before the answer", "world", x.home, "exchange", x.entry.ID(), "error", err)
	}
}
