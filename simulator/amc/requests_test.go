package amc_test

import (
	"reflect"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// identity is how the hospital knows a persona of the world.
func (b *bench) identity(persona string) roc.Beneficiary {
	b.Helper()
	for _, p := range b.world.Beneficiaries {
		if p.ID == persona {
			return roc.Beneficiary{
				InsuredNIR: p.InsuredNIR[:13], InsuredKey: p.InsuredNIR[13:],
				BirthDate: p.BirthDate, BirthRank: p.BirthRank, LastName: p.LastName, FirstName: p.FirstName,
			}
		}
	}
	b.Fatalf("no persona %s", persona)
	return roc.Beneficiary{}
}

// idb asks the rights of a persona for a stay; edits change the request before it leaves.
func (b *bench) idb(persona, number, from, to string, edits ...func(*roc.IDBRequest)) *roc.IDBReply {
	b.Helper()
	q := &roc.IDBRequest{
		Header:      b.header(number),
		Card:        roc.Card{AMCNumber: number},
		Beneficiary: b.identity(persona),
		From:        date(from), Domain: "MCOO", Context: roc.Sejour,
	}
	if to != "" {
		q.To = date(to)
	}
	for _, edit := range edits {
		edit(q)
	}
	return ask[*roc.IDBReply](b, q)
}

// clcRequest is a calculation of a stay by hospitalisation complete.
func (b *bench) clcRequest(persona, number, idbID, from, to string, lines ...roc.Line) *roc.CLCRequest {
	b.Helper()
	h := b.header(number)
	q := &roc.CLCRequest{
		Header: h, IdbID: idbID, ClcRequestID: uuid.NewSHA1(uuid.Nil, []byte("clc"+h.MessageID)).String(),
		Establishment: roc.Establishment{FinessEJ: ej, FinessEG: b.eg},
		Patient:       roc.Patient{NDA: "250012345", Beneficiary: b.identity(persona)},
		AMO:           roc.AMOSituation{Nature: "10", ExoCode: "0"},
		Venue: roc.Venue{
			Entry: date(from).Time().Add(10 * time.Hour), Exit: date(to).Time().Add(11 * time.Hour),
			EntryMode: "DOMICILE", ExitMode: "DOMICILE", Kind: "HC", Domain: "MCOO",
		},
		Lines: lines, Totals: totals(lines),
	}
	return q
}

func (b *bench) clc(q *roc.CLCRequest) *roc.CLCReply {
	b.Helper()
	b.asked = q.Lines
	return ask[*roc.CLCReply](b, q)
}

// stay identifies the persona, then asks an estimate and a calculation for the same dates: both
// must share alike.
func (b *bench) stay(persona, number, from, to string, lines ...roc.Line) *roc.CLCReply {
	b.Helper()
	id := b.idb(persona, number, from, to)
	q := b.clcRequest(persona, number, id.IdbID, from, to, lines...)
	estimate := ask[*roc.SIMReply](b, b.simOf(q))
	explained(b, lines, estimate.Lines, b.trace)
	a := b.clc(q)
	if a.Totals != nil && !reflect.DeepEqual(estimate.Lines, a.Lines) {
		b.Errorf("estimated %+v, calculated %+v", estimate.Lines, a.Lines)
	}
	return a
}

// simOf is the estimate of what a calculation will ask.
func (b *bench) simOf(q *roc.CLCRequest) *roc.SIMRequest {
	return &roc.SIMRequest{
		Header: b.header(q.Header.Receiver.AMCNumber), IdbID: q.IdbID, NDA: q.Patient.NDA,
		Stay: roc.ExpectedStay{
			Entry: roc.DateOf(q.Venue.Entry), Exit: roc.DateOf(q.Venue.Exit),
			Domain: q.Venue.Domain, Mode: q.Venue.Kind,
		},
		Lines: q.Lines, Totals: q.Totals,
	}
}

// explained checks that the trace accounts for each cent of each line: the rules that share a line
// take what the AMC takes of it, and refuse what it leaves of what was asked.
func explained(t rapid.TB, asked []roc.Line, answered []roc.LineReply, trace []amc.Fired) {
	t.Helper()
	for i, a := range answered {
		var paid, refused roc.Cents
		for _, f := range trace {
			if f.Line == a.ID {
				paid, refused = paid+f.Paid, refused+f.Refused
			}
		}
		if want := asked[i].Requested() - a.AMC; paid != a.AMC || refused != want {
			t.Errorf("line %d: rules pay %v and refuse %v, want %v and %v", a.ID, paid, refused, a.AMC, want)
		}
	}
}

// anything is a request of each of the AMC's own services, about nothing that it knows.
func (b *bench) anything(number string) []roc.Request {
	b.Helper()
	clc := b.clcRequest("P01", number, "IDB-X", "2025-06-02", "2025-06-07", e1()...)
	return []roc.Request{
		&roc.IDBRequest{
			Header: b.header(number), Card: roc.Card{AMCNumber: number}, Beneficiary: b.identity("P01"),
			From: date("2025-06-02"), Domain: "MCOO", Context: roc.Sejour,
		},
		b.simOf(clc), clc,
		&roc.DELRequest{Header: b.header(number), ClcID: "ENG-X", Reason: "AUTRE", Date: roc.DateOf(b.now)},
	}
}

func (b *bench) sim(idbID, from, to string, lines ...roc.Line) *roc.SIMReply {
	b.Helper()
	return ask[*roc.SIMReply](b, &roc.SIMRequest{
		Header: b.header(alpha), IdbID: idbID, NDA: "250012345",
		Stay:  roc.ExpectedStay{Entry: date(from), Exit: date(to), Domain: "MCOO", Mode: "HC"},
		Lines: lines, Totals: totals(lines),
	})
}

func (b *bench) del(number, clcID string) *roc.DELReply {
	b.Helper()
	return ask[*roc.DELReply](b, &roc.DELRequest{
		Header: b.header(number), ClcID: clcID, Reason: "PRESTATIONS", Date: roc.DateOf(b.now),
	})
}

func (b *bench) ann(number, csr, convention string) *roc.ANNReply {
	b.Helper()
	return ask[*roc.ANNReply](b, &roc.ANNRequest{
		Header: b.header(""), AMCNumber: number, CSR: csr, ConventionType: convention,
		Context: roc.Sejour, ReferenceDate: roc.DateOf(b.now),
	})
}

// again makes a new sending of the same calculation.
func (b *bench) again(q *roc.CLCRequest) *roc.CLCRequest {
	replay := *q
	replay.Header = b.header(q.Header.Receiver.AMCNumber)
	replay.Header.Sender = q.Header.Sender
	replay.Header.RetryOf = q.Header.MessageID
	return &replay
}

func totals(lines []roc.Line) roc.Totals {
	var t roc.Totals
	for i := range lines {
		t.Billed += lines[i].Total
		t.AMO += lines[i].AMO
		t.Requested += lines[i].Requested()
	}
	return t
}

// line is a prestation over dates of which the AMO pays a percentage.
func line(id int, code, from, to string, quantity int, unit roc.Cents, rate int) roc.Line {
	l := roc.Line{
		ID: id, Code: code, From: date(from), To: date(to), Quantity: quantity, UnitPrice: unit, Rate: rate,
		Total: unit * roc.Cents(quantity),
	}
	if rate > 0 {
		l.Base = l.Total
	}
	l.AMO = l.Base.Percent(rate)
	l.Left = l.Total - l.AMO
	return l
}

// e1 is the worked example E1: five nights of medicine, exit home.
func e1() []roc.Line {
	return []roc.Line{
		line(1, "PJ", "2025-06-02", "2025-06-07", 5, 116656, 80),
		line(2, "FJ", "2025-06-07", "2025-06-07", 1, 2000, 0),
	}
}
