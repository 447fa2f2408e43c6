package etablissement

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A payer is a scripted AMC and directory: by default it knows everybody and takes everything. A
// script replaces the answers that matter to it.
type payer struct {
	mu   sync.Mutex
	ann  func(*roc.ANNRequest) *roc.ANNReply
	idb  func(*roc.IDBRequest) *roc.IDBReply
	sim  func(*roc.SIMRequest) *roc.SIMReply
	clc  func(*roc.CLCRequest) *roc.CLCReply
	del  func(*roc.DELRequest) *roc.DELReply
	lose func(req roc.Request, n int) error // after the answer is made: it never arrives
	sent []sent
	gone map[string]bool // engagements cancelled
}

// sent is one message as it left the GAP.
type sent struct {
	Service roc.Service
	URL     string
	Request roc.Request
	Text    string
}

func newPayer() *payer {
	p := &payer{gone: map[string]bool{}}
	p.ann = func(*roc.ANNRequest) *roc.ANNReply { return directoryAnswer("OPA", "2026-12-31") }
	p.idb = func(*roc.IDBRequest) *roc.IDBReply { return rightsAnswer(period("2025-01-01", "", "2026-12-31")) }
	p.sim = func(r *roc.SIMRequest) *roc.SIMReply {
		lines, sums := takeAll(r.Lines)
		return &roc.SIMReply{Status: roc.Status{Result: roc.OK}, SimID: "SIM-1", Lines: lines, Totals: &sums}
	}
	p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
		lines, sums := takeAll(r.Lines)
		return &roc.CLCReply{Status: roc.Status{Result: roc.Accepte}, ClcID: "ENG-" + r.ClcRequestID[:8],
			Lines: lines, Totals: &sums}
	}
	p.del = func(r *roc.DELRequest) *roc.DELReply {
		result := roc.OK
		if p.gone[r.ClcID] {
			result = roc.DejaAnnule
		}
		p.gone[r.ClcID] = true
		return &roc.DELReply{Status: roc.Status{Result: result}, ClcID: r.ClcID}
	}
	return p
}

// Call answers as the script says, and remembers what it was asked.
func (p *payer) Call(_ context.Context, url string, req roc.Request) (roc.Reply, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	text, err := json.Marshal(req)
	if err != nil {
		return nil, err
	}
	kept := roc.NewRequest(req.Service())
	if err := json.Unmarshal(text, kept); err != nil {
		return nil, err
	}
	p.sent = append(p.sent, sent{req.Service(), url, kept, string(text)})
	var reply roc.Reply
	switch r := req.(type) {
	case *roc.ANNRequest:
		reply = p.ann(r)
	case *roc.IDBRequest:
		reply = p.idb(r)
	case *roc.SIMRequest:
		reply = p.sim(r)
	case *roc.CLCRequest:
		reply = p.clc(r)
	case *roc.DELRequest:
		reply = p.del(r)
	}
	reply.ReplyHeader().InReplyTo = req.RequestHeader().MessageID
	if p.lose != nil {
		if err := p.lose(req, p.count(req.Service())); err != nil {
			return nil, err
		}
	}
	return reply, nil
}

func (p *payer) count(svc roc.Service) int {
	n := 0
	for _, s := range p.sent {
		if s.Service == svc {
			n++
		}
	}
	return n
}

func lost() error {
	return &roc.CallError{Level: roc.Transport, Code: "DELAI_DEPASSE", Label: "Pas de réponse."}
}

func day(s string) roc.Date {
	if s == "" {
		return roc.Date{}
	}
	d, err := roc.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func period(from, to, renewal string) roc.Period {
	return roc.Period{From: day(from), To: day(to), Renewal: day(renewal)}
}

func directoryAnswer(operator, until string) *roc.ANNReply {
	r := &roc.ANNReply{Status: roc.Status{Result: roc.OK},
		AMC: &roc.DirectoryAMC{Number: "99000001", Label: "Mutuelle Alpha"},
		Operator: &roc.Operator{ID: operator,
			Label: "Opérateur " + operator}, ValidFrom: day("2025-01-01"), ValidTo: day(until)}
	for _, svc := range roc.Services()[1:] {
		r.Endpoints = append(r.Endpoints, roc.Endpoint{Service: svc, URL: "http://amc.test/" + operator, Version: "V1"})
	}
	return r
}

func rightsAnswer(periods ...roc.Period) *roc.IDBReply {
	return &roc.IDBReply{Status: roc.Status{Result: roc.OK}, IdbID: "IDB-1",
		Debtor: &roc.Debtor{Number: "99000001", Name: "Mutuelle Alpha"},
		Covers: []roc.Cover{{Contract: "C1", Rank: 1, Level: "BASE", TPACE: true, TPSejour: true, Periods: periods}}}
}

func refusal(code string) roc.Status {
	return roc.Status{Result: roc.Refuse, Code: code, Label: "Libellé " + code, Group: code[:1]}
}

// takeAll makes an answer that takes everything asked.
func takeAll(lines []roc.Line) ([]roc.LineReply, roc.TotalsReply) {
	return take(lines, func(l roc.Line) roc.Cents { return l.Requested() })
}

func take(lines []roc.Line, amount func(roc.Line) roc.Cents) ([]roc.LineReply, roc.TotalsReply) {
	var replies []roc.LineReply
	var sums roc.TotalsReply
	for _, l := range lines {
		r := roc.LineReply{ID: l.ID, AMC: amount(l), Patient: l.Requested() - amount(l)}
		if r.Patient > 0 {
			r.Reason = "R01"
		}
		replies = append(replies, r)
		sums.AMC += r.AMC
		sums.Patient += r.Patient
	}
	return replies, sums
}

func TestTheScriptedPayerIsItselfCoherent(t *testing.T) {
	lines := []roc.Line{{ID: 1, Left: 1000}, {ID: 2, Left: 500, OtherAMC: 200}}
	replies, sums := take(lines, func(l roc.Line) roc.Cents { return l.Requested() / 2 })
	req := &roc.CLCRequest{Lines: lines}
	answer := &roc.CLCReply{Lines: replies, Totals: &sums}
	for _, check := range []func(*roc.CLCRequest, *roc.CLCReply) []string{checkLines, checkAmounts, checkSums} {
		if faults := check(req, answer); len(faults) > 0 {
			t.Error(fmt.Sprint(faults))
		}
	}
}
