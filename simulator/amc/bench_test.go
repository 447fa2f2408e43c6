package amc_test

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/amc/amctest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	alpha   = "99000001"
	beta    = "0099000002"
	gamma   = "99000003"
	delta   = "99000004"
	epsilon = "99000005"
	zeta    = "99000006"
	eta     = "99000007"

	ej        = "999000011"
	eg        = "990000101"
	otherEG   = "990000200"
	suspended = "990000309"
)

// A scenario is one case of the tests, which the census of the rules plays again.
type scenario struct {
	name string
	play func(b *bench)
}

func play(t *testing.T, scenarios []scenario) {
	t.Helper()
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) { s.play(newBench(t)) })
	}
}

// A bench is a hospital in front of the payer of testdata/annexe-b.yaml.
type bench struct {
	rapid.TB // what *testing.T, *testing.B and *rapid.T have in common
	world    *amc.World
	tx       *amctest.Tx
	payer    *amc.Payer
	version  string
	now      time.Time
	eg       string
	operator string // of the address called
	sent     int
	trace    []amc.Fired
	asked    []roc.Line // of the last calculation
	fired    map[string]bool
	watch    func(amc.Fired)
}

func newBench(t rapid.TB) *bench {
	t.Helper()
	return &bench{
		TB:    t,
		world: annexeB(t),
		tx:    amctest.NewTx(),
		payer: amc.NewPayer(amc.V1(), amc.V2()), version: "V1",
		now:   time.Date(2025, 6, 7, 10, 0, 0, 0, time.FixedZone("", 7200)),
		eg:    eg,
		fired: map[string]bool{},
		watch: func(amc.Fired) {},
	}
}

// readAnnexeB parses the world of the tests once: nobody changes it, a forcing makes a copy.
var readAnnexeB = sync.OnceValues(func() (*amc.World, error) {
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		return nil, err
	}
	return amc.ParseWorld("testdata/annexe-b.yaml", data)
})

func annexeB(t rapid.TB) *amc.World {
	t.Helper()
	w, err := readAnnexeB()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// on moves the world's clock to ten o'clock of a day.
func (b *bench) on(day string) { b.now = date(day).Time().Add(8 * time.Hour) }

func (b *bench) force(f amc.Forcing) {
	b.Helper()
	w, err := b.world.WithForcing(f)
	if err != nil {
		b.Fatal(err)
	}
	b.world = w
}

// header fills the header of a new sending.
func (b *bench) header(number string) roc.Header {
	b.sent++
	return roc.Header{
		MessageID: uuid.NewSHA1(uuid.Nil, fmt.Append(nil, b.Name(), b.sent)).String(),
		SentAt:    b.now,
		Sender:    roc.Sender{FinessEJ: ej, FinessEG: b.eg},
		Receiver:  roc.Receiver{AMCNumber: number},
	}
}

func (b *bench) answer(q roc.Request) (roc.Reply, error) {
	answered, err := b.payer.Answer(b.tx, amc.Asked{
		Version: b.version, World: b.world, Now: b.now, Request: q, Operator: b.operator,
		URL: func(operator string, s roc.Service) string { return "http://roc.invalid/" + operator + "/" + string(s) },
		URLIn: func(version, operator string, s roc.Service) string {
			return "http://roc.invalid/" + version + "/" + operator + "/" + string(s)
		},
	})
	b.trace = answered.Trace
	for _, f := range answered.Trace {
		b.fired[f.Rule] = true
		b.watch(f)
	}
	return answered.Reply, err
}

func ask[A roc.Reply](b *bench, q roc.Request) A {
	b.Helper()
	reply, err := b.answer(q)
	if err != nil {
		b.Fatalf("not served: %v", err)
	}
	if reply.ReplyHeader().InReplyTo != q.RequestHeader().MessageID {
		b.Errorf("reply to %q, want to %q", reply.ReplyHeader().InReplyTo, q.RequestHeader().MessageID)
	}
	return reply.(A)
}

// denied checks that the request is not served, with a code.
func (b *bench) denied(q roc.Request, code string) {
	b.Helper()
	reply, err := b.answer(q)
	var refusal *roc.Error
	if !errors.As(err, &refusal) || refusal.Code != code || refusal.Kind != roc.Forbidden {
		b.Errorf("got %v and error %v, want forbidden %s", reply, err, code)
	}
}

// outcome checks result and code of an answer, and that the answer explains itself.
func (b *bench) outcome(a roc.Reply, result roc.Result, code string) {
	b.Helper()
	s := a.Outcome()
	if s.Result != result || s.Code != code {
		b.Fatalf("got %s %q, want %s %q; trace:\n%s", s.Result, s.Code, result, code, b.why())
	}
	if code != "" && s.Group == "" {
		b.Errorf("code %s came without its group", code)
	}
	if len(b.trace) == 0 {
		b.Error("the answer does not say why")
	}
}

func (b *bench) why() string {
	text := ""
	for _, f := range b.trace {
		text += f.Rule + " " + f.Text + "\n"
	}
	return text
}

func date(s string) roc.Date {
	d, err := roc.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func equal[T comparable](b *bench, what string, got, want T) {
	b.Helper()
	if got != want {
		b.Errorf("%s: got %v, want %v; trace:\n%s", what, got, want, b.why())
	}
}
