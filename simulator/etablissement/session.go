package etablissement

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// retries is how many times a message without an answer is sent again before the agent is told.
const retries = 2

// A session is one action on one dossier, which nobody else touches meanwhile.
type session struct {
	ctx     context.Context
	d       *Dossier
	c       *Conduct
	binding Binding
	spoken  []string // versions of the norme, best first; see spoken
	rates   *tarif.Table
	seed    int64
	save    func(*Dossier) error
}

// A blocked error is a refusal by the GAP itself: the agent reads it, nothing was sent.
type blocked struct{ message string }

func (b *blocked) Error() string { return b.message }

func block(format string, args ...any) error { return &blocked{fmt.Sprintf(format, args...)} }

// newID draws an identifier. It depends on the seed, on the case and on what the dossier drew
// before, so that two runs draw the same ones and a restart never draws one twice.
func (s *session) newID(kind string) string {
	s.d.Drawn++
	return s.derive(fmt.Sprint(kind, "/", s.d.Drawn))
}

func (s *session) derive(name string) string {
	k := s.d.Key
	sum := sha256.Sum256(fmt.Appendf(nil, "%d/%q/%q/%d/%s", s.seed, k.Case, k.Version, k.Attempt, name))
	id := uuid.UUID(sum[:16])
	id[6] = id[6]&0x0f | 0x80 // version 8: made by the application
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

// header opens a message to an insurer, or to the directory where ins is nil.
func (s *session) header(ins *Insurer) roc.Header {
	e := s.d.Context.Establishment
	h := roc.Header{
		Sender: roc.Sender{FinessEJ: e.FinessEJ, FinessEG: e.FinessEG,
			Software: roc.Software{Editor: "miroir", Product: "GAP miroir", Version: "1.0"}},
		Test: true,
	}
	if ins == nil {
		return h
	}
	amc := s.c.CardSent(ins.Card).AMCNumber
	h.ConversationID = s.derive("conversation/" + s.d.Patient.NDA + "/" + amc)
	h.Receiver.AMCNumber = amc
	if route := ins.route(); route != nil {
		h.Receiver.OperatorID = route.OperatorID
	}
	return h
}

// stamp makes a message a new sending, and returns its identifier.
func (s *session) stamp(req roc.Request, retryOf string) string {
	h := req.RequestHeader()
	h.MessageID, h.SentAt, h.RetryOf = s.newID("message"), s.d.Now, retryOf
	return h.MessageID
}

// send saves the dossier, then sends one stamped message in the version of its address: what is about
// to leave is never forgotten.
func (s *session) send(to roc.Endpoint, req roc.Request) (roc.Reply, error) {
	req.RequestHeader().NormVersion = to.Version
	if err := s.save(s.d); err != nil {
		return nil, fmt.Errorf("dossier not saved, message not sent: %w", err)
	}
	return s.binding.Caller.Call(s.ctx, to.URL, req)
}

// ask sends a message that may safely be sent again, until an answer comes or patience ends.
func (s *session) ask(to roc.Endpoint, req roc.Request) (roc.Reply, error) {
	first := s.stamp(req, "")
	reply, err := s.send(to, req)
	for range retries {
		if !uncertain(reply, err) {
			break
		}
		s.stamp(req, first)
		reply, err = s.send(to, req)
	}
	return reply, err
}

// uncertain reports whether a call may have taken effect or might succeed if sent again: no
// answer, an unreadable one, or one that says that the other side had a technical problem.
func uncertain(reply roc.Reply, err error) bool {
	if err == nil {
		return roc.Group(reply.Outcome().Group) == roc.GroupTechnical && reply.Outcome().Result == roc.Refuse
	}
	var call *roc.CallError
	if !errors.As(err, &call) {
		return false
	}
	if call.Level != roc.Technical {
		return true
	}
	refusedAsWritten := len(call.Fields) > 0 || call.HTTPStatus >= 400 && call.HTTPStatus < 500
	return !refusedAsWritten && !strings.HasPrefix(call.Code, "S") && call.Code != notServed
}

// notServed is the code of an address that does not answer for the AMC any more.
const notServed = "A04"

// code returns the code of a negative answer, business or technical; empty where all is well.
func code(reply roc.Reply, err error) string {
	var call *roc.CallError
	if errors.As(err, &call) {
		return call.Code
	}
	if err == nil && reply.Outcome().Result == roc.Refuse {
		return reply.Outcome().Code
	}
	return ""
}

// insurer returns the insurer of a rank; 0 means the first.
func (s *session) insurer(rank int) (*Insurer, error) {
	if rank == 0 {
		rank = 1
	}
	if rank < 1 || rank > len(s.d.Insurers) {
		return nil, block("Le dossier n'a pas d'AMC de rang %d.", rank)
	}
	return s.d.Insurers[rank-1], nil
}

// rankOf is the place of an insurer, from 1.
func (s *session) rankOf(ins *Insurer) int {
	for i, other := range s.d.Insurers {
		if other == ins {
			return i + 1
		}
	}
	return 0
}

// alert tells the agent, and puts the matter in the work list where something has to be done.
func (s *session) alert(n pilote.Notice, todo bool) {
	s.d.Alerts = append(s.d.Alerts, n)
	if todo && s.c.KeepsWorkList(n) {
		s.d.WorkList = append(s.d.WorkList, n)
	}
}
