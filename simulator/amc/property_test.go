package amc_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// drawnWorld is a world of one person under one to three contracts of drawn guarantees and periods.
func drawnWorld(t *rapid.T) *amc.World {
	var b strings.Builder
	b.WriteString(`
monde: tirage
etablissements: [{finess_ej: "999000011", finess_eg: "990000101", nom: H}]
amc: [{numero: "99000001", nom: A}]
garanties:
`)
	number := func(low, high int, name string) int { return rapid.IntRange(low, high).Draw(t, name) }
	contracts := number(1, 3, "contracts")
	for i := range contracts {
		fmt.Fprintf(&b, "  G%d:\n    responsable: false\n    renouvellement: {mode: jours, jours: 9}\n", i)
		for _, family := range []string{"tm", "fj", "pas", "fpu", "chambre", "accompagnant"} {
			if number(0, 4, family) > 0 {
				fmt.Fprintf(&b, "    %s: {taux: %d%s}\n", family, number(1, 100, "rate"), drawnLimits(t))
			}
		}
		if rapid.Bool().Draw(t, "overruns") {
			fmt.Fprintf(&b, "    depassement: {optam: %d, hors_optam: %d%s}\n",
				number(100, 300, "optam"), number(100, 300, "other"), drawnLimits(t))
		}
	}
	b.WriteString(`beneficiaires:
  - id: P01
    nir_assure: "185067512345689"
    naissance: "19850615"
    nom: ESSAI
    prenom: Camille
    couvertures:
`)
	for i := range contracts {
		first := number(1, 6, "from")
		fmt.Fprintf(&b, "      - {amc: \"99000001\", contrat: C%d, rang: %d, garantie: G%d, periodes: "+
			"[{du: 2025-06-%02d, au: 2025-06-%02d}, {du: 2025-06-20}]}\n",
			i, i+1, i, first, first+number(0, 8, "length"))
	}
	w, err := amc.ParseWorld("tirage", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// drawnLimits are any of those that a family may have, low enough to bind.
func drawnLimits(t *rapid.T) string {
	text := ""
	add := func(format, name string, high int) {
		if n := rapid.IntRange(-high, high).Draw(t, name); n > 0 {
			text += fmt.Sprintf(", "+format, name, n)
		}
	}
	for _, name := range []string{"jours_par_sejour", "jours_par_an", "carence_jours"} {
		add("%s: %d", name, 9)
	}
	add("%s: %d.50", "par_jour", 90)
	add("%s: %d.50", "par_sejour", 400)
	add("%s: %d.50", "par_an", 400)
	return text
}

// drawnLine is a line whose parts add up.
func drawnLine(t *rapid.T, id int) roc.Line {
	number := func(low, high int, name string) int { return rapid.IntRange(low, high).Draw(t, name) }
	codes := []string{"PJ", "FJ", "CHP", "LIT", "REP", "FPU", "PAS", "CS", "TV", "ZZZ"}
	code := rapid.SampledFrom(codes).Draw(t, "code")
	first := number(2, 12, "first")
	from, to := fmt.Sprintf("2025-06-%02d", first), fmt.Sprintf("2025-06-%02d", first+number(-1, 9, "length"))
	l := line(id, code, from, to, number(1, 12, "quantity"), roc.Cents(number(0, 9999, "unit")), number(0, 100, "rate"))
	l.Left -= l.Left.Percent(number(0, 20, "not asked"))
	l.Overrun = l.Left.Percent(number(0, 100, "overrun"))
	l.OtherAMC = l.Left.Percent(number(0, 100, "other AMC"))
	l.PAS = rapid.Bool().Draw(t, "PAS")
	return l
}

func drawnLines(t *rapid.T) []roc.Line {
	lines := make([]roc.Line, rapid.IntRange(1, 10).Draw(t, "lines"))
	for i := range lines {
		lines[i] = drawnLine(t, i+1)
	}
	return lines
}

func drawnBench(t *rapid.T) *bench {
	b := newBench(t)
	b.world = drawnWorld(t)
	return b
}

// balanced checks the invariants of a sharing.
func balanced(t *rapid.T, asked []roc.Line, answered []roc.LineReply, totals *roc.TotalsReply) {
	if len(answered) != len(asked) {
		t.Fatalf("%d lines answered, %d asked", len(answered), len(asked))
	}
	var amcSum, patientSum roc.Cents
	for i, a := range answered {
		l := asked[i]
		switch {
		case a.ID != l.ID:
			t.Fatalf("line %d answered, never asked", a.ID)
		case a.AMC < 0 || a.Patient < 0:
			t.Fatalf("negative part: %+v", a)
		case a.AMC > l.Requested():
			t.Fatalf("more than asked: %+v for %v", a, l.Requested())
		case l.AMO+a.AMC+l.OtherAMC+a.Patient != l.Total:
			t.Fatalf("parts do not make up the line: %+v of %+v", a, l)
		case (a.AMC < l.Requested()) != (a.Reason != ""):
			t.Fatalf("taken %v of %v with reason %q", a.AMC, l.Requested(), a.Reason)
		}
		amcSum += a.AMC
		patientSum += a.Patient
	}
	if *totals != (roc.TotalsReply{AMC: amcSum, Patient: patientSum}) {
		t.Fatalf("totals %+v, sums %v and %v", totals, amcSum, patientSum)
	}
}

func TestEverySharingAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, lines := drawnBench(t), drawnLines(t)
		id := b.idb("P01", alpha, "2025-06-01", "2025-06-21")
		s := b.sim(id.IdbID, "2025-06-01", "2025-06-21", lines...)
		explained(t, lines, s.Lines, b.trace)
		a := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-01", "2025-06-21", lines...))
		if a.Totals == nil {
			t.Fatalf("refused before sharing: %s", b.why())
		}
		balanced(t, lines, a.Lines, a.Totals)
		explained(t, lines, a.Lines, b.trace)
		if committed := a.ClcID != ""; committed != (a.Totals.AMC > 0) {
			t.Fatalf("number %q for %v", a.ClcID, a.Totals.AMC)
		}
		if !reflect.DeepEqual(s.Lines, a.Lines) {
			t.Fatalf("estimate %+v, calculation %+v", s.Lines, a.Lines)
		}
		if a.ClcID != "" {
			b.del(alpha, a.ClcID)
		}
		if again := b.sim(id.IdbID, "2025-06-01", "2025-06-21", lines...); !reflect.DeepEqual(again.Lines, a.Lines) {
			t.Fatalf("estimate once cancelled %+v, before %+v", again.Lines, a.Lines)
		}
	})
}

func TestSameInputsGiveTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, lines := drawnWorld(t), drawnLines(t)
		run := func() string {
			b := newBench(t)
			b.world = w
			id := b.idb("P01", alpha, "2025-06-01", "2025-06-21")
			rights := b.trace
			a := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-01", "2025-06-21", lines...))
			text, err := json.Marshal([]any{id, rights, a, b.trace, b.tx.ByRequest})
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
		if one, two := run(), run(); one != two {
			t.Fatalf("got %s\nthen %s", one, two)
		}
	})
}

// A life is a hospital that does anything in any order with a few dossiers.
type life struct {
	*bench
	idbID string
	sent  []*roc.CLCRequest
	first []*roc.CLCReply
	ended map[string]amc.State // engagements seen cancelled or lapsed
}

func TestEngagementsKeepTheirWordWhateverTheHospitalDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := &life{bench: newBench(t), ended: map[string]amc.State{}}
		l.idbID = l.idb("P01", alpha, "2025-06-02", "2025-06-07").IdbID
		t.Repeat(map[string]func(*rapid.T){
			"identify": l.identify,
			"estimate": l.estimate,
			"engage":   l.engage,
			"replay":   l.replay,
			"cancel":   l.cancel,
			"wait":     l.wait,
			"":         l.check,
		})
	})
}

func (l *life) identify(t *rapid.T) {
	before := len(l.tx.ByRequest)
	l.idbID = l.idb("P01", alpha, "2025-06-02", "2025-06-07").IdbID
	if len(l.tx.ByRequest) != before {
		t.Fatal("an identification engaged something")
	}
}

func (l *life) estimate(t *rapid.T) {
	before := l.tx.Writes
	l.sim(l.idbID, "2025-06-02", "2025-06-07", e1()...)
	if l.tx.Writes != before {
		t.Fatal("an estimate wrote something")
	}
}

func (l *life) engage(t *rapid.T) {
	q := l.clcRequest("P01", alpha, l.idbID, "2025-06-02", "2025-06-07", e1()...)
	q.Patient.NDA = rapid.SampledFrom([]string{"1", "2"}).Draw(t, "NDA")
	l.sent, l.first = append(l.sent, q), append(l.first, l.clc(q))
}

func (l *life) replay(t *rapid.T) {
	if len(l.sent) == 0 {
		t.Skip("nothing sent yet")
	}
	i := rapid.IntRange(0, len(l.sent)-1).Draw(t, "which")
	l.sameAnswer(l.first[i], l.clc(l.again(l.sent[i])))
}

func (l *life) cancel(t *rapid.T) {
	if len(l.sent) == 0 {
		t.Skip("nothing sent yet")
	}
	id := l.first[rapid.IntRange(0, len(l.sent)-1).Draw(t, "which")].ClcID
	if id == "" {
		t.Skip("refused")
	}
	first, second := l.del(alpha, id).Status.Result, l.del(alpha, id).Status.Result
	if first == roc.OK {
		first = roc.DejaAnnule
	}
	if second != first {
		t.Fatalf("cancelled twice: %s then %s", first, second)
	}
}

// wait moves the clock, backwards too: whoever drives the world may set it.
func (l *life) wait(t *rapid.T) {
	l.now = l.now.AddDate(0, 0, rapid.SampledFrom([]int{1, 6, 200, -100}).Draw(t, "days"))
}

func (l *life) check(t *rapid.T) {
	live := map[string]string{}
	for _, e := range l.tx.ByRequest {
		if was, ended := l.ended[e.RequestKey]; ended && was != e.State {
			t.Fatalf("engagement %s was %s, is %s", e.ClcID, was, e.State)
		}
		if e.State == amc.Annule || e.State == amc.Echu {
			l.ended[e.RequestKey] = e.State
		}
		if e.LiveKey == "" {
			continue
		}
		if other, taken := live[e.LiveKey]; taken {
			t.Fatalf("%s and %s engage the same dossier", other, e.ClcID)
		}
		live[e.LiveKey] = e.ClcID
	}
}

func TestRecordsSurviveAsJSON(t *testing.T) {
	b := newBench(t)
	a := b.stay("P21", alpha, "2025-06-02", "2025-06-07", append(e1(), room(3, "2025-06-02", "2025-06-07", 5, 6000))...)
	kept, _ := b.tx.Engagement(a.ClcID)
	if len(kept.Draws) == 0 {
		t.Fatal("nothing was drawn on the year")
	}
	identified, _ := b.tx.Identification(kept.IdbID)
	for _, record := range []any{kept, identified} {
		text, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		back := reflect.New(reflect.TypeOf(record).Elem()).Interface()
		if err := json.Unmarshal(text, back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(text) {
			t.Errorf("got %s and %v, want %s", again, err, text)
		}
	}
}
