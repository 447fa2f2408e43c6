package amc_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A longStay is a hospital that bills one stay by periods at one AMC, and does anything in any order:
// periods too early, twice, overlapping, cancelled in the middle.
type longStay struct {
	*bench
	number string
	sent   []*roc.CLCRequest
	first  []*roc.CLCReply
}

func TestThePeriodsOfAStayHoldTogetherWhateverTheHospitalDoes(t *testing.T) {
	for name, number := range map[string]string{"ordered": alpha, "cascade": gamma} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				l := &longStay{bench: inWorld(t, readV2), number: number}
				t.Repeat(map[string]func(*rapid.T){
					"engage": l.engage, "replay": l.replay, "cancel": l.cancel, "wait": l.wait, "": l.check,
				})
			})
		})
	}
}

// engage asks a period of one to six days, that begins where it should more often than not.
func (l *longStay) engage(t *rapid.T) {
	index := rapid.IntRange(1, 5).Draw(t, "index")
	from := date("2025-06-02")
	for _, e := range l.engaged() {
		if e.Reply.Period.Index == index-1 {
			from = e.Reply.Period.To.AddDays(1)
		}
	}
	from = from.AddDays(rapid.SampledFrom([]int{0, 0, 0, -1, 1}).Draw(t, "gap"))
	to := from.AddDays(rapid.IntRange(0, 5).Draw(t, "length"))
	p := roc.BillingPeriod{Index: index, From: from, To: to, Final: rapid.IntRange(0, 4).Draw(t, "final") == 0}
	exit := ""
	if p.Final {
		exit = to.String()
	}
	n := to.DaysSince(from) + 1
	q := l.period(l.number, p, exit, nights(from.String(), to.String(), n),
		room(2, from.String(), to.String(), n, 5000))
	a := l.clc(q)
	if a.Totals != nil {
		balanced(t, q.Lines, a.Lines, a.Totals)
		explained(t, q.Lines, a.Lines, l.trace)
	}
	l.sent, l.first = append(l.sent, q), append(l.first, a)
}

func (l *longStay) replay(t *rapid.T) {
	if len(l.sent) == 0 {
		t.Skip("nothing sent yet")
	}
	i := rapid.IntRange(0, len(l.sent)-1).Draw(t, "which")
	l.sameAnswer(l.first[i], l.clc(l.again(l.sent[i])))
}

func (l *longStay) cancel(t *rapid.T) {
	if len(l.sent) == 0 {
		t.Skip("nothing sent yet")
	}
	id := l.first[rapid.IntRange(0, len(l.sent)-1).Draw(t, "which")].ClcID
	if id == "" {
		t.Skip("refused")
	}
	before := len(l.engaged())
	switch a := l.del(l.number, id); {
	case a.Status.Code == "G08" && len(l.engaged()) != before:
		t.Fatal("a refused cancellation cancelled something")
	case a.Status.Result == roc.OK && len(l.engaged()) >= before:
		t.Fatal("a cancellation cancelled nothing")
	}
}

func (l *longStay) wait(t *rapid.T) {
	l.now = l.now.AddDate(0, 0, rapid.SampledFrom([]int{1, 30, -30}).Draw(t, "days"))
}

// check holds the living periods to be the first ones of the stay, without gap nor overlap, and the
// counters to be what they hold.
func (l *longStay) check(t *rapid.T) {
	living := map[int]amc.Engagement{}
	sums := map[string]int{}
	for _, e := range l.engaged() {
		living[e.Reply.Period.Index] = e
		for _, d := range append(e.Draws, e.Nights...) {
			sums[d.Counter] += d.N
		}
	}
	if len(living) != len(l.engaged()) {
		t.Fatal("a period is engaged twice")
	}
	next := date("2025-06-02")
	for i := 1; i <= len(living); i++ {
		e, ok := living[i]
		if !ok || e.Reply.Period.From != next || e.Reply.Period.Final && i < len(living) {
			t.Fatalf("period %d of %d: %+v, want from %s", i, len(living), e.Reply.Period, next)
		}
		next = e.Reply.Period.To.AddDays(1)
	}
	for counter, n := range l.tx.Counters {
		if strings.HasPrefix(counter, "parcours") && n != sums[counter] || n < 0 {
			t.Fatalf("%s is %d, the engagements hold %d", counter, n, sums[counter])
		}
	}
}
