package amc_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// drawnCeiling is a rule that always holds and caps something.
func drawnCeiling(t *rapid.T, i int) regle.Rule {
	families := []string{"", "tm", "fj", "pas", "fpu", "chambre", "accompagnant", "depassement"}
	amount := roc.Cents(rapid.IntRange(0, 30000).Draw(t, "ceiling"))
	c := &regle.Ceiling{Family: rapid.SampledFrom(families).Draw(t, "family")}
	switch rapid.IntRange(0, 2).Draw(t, "what") {
	case 0:
		c.PerDay = &amount
	case 1:
		c.PerLine = &amount
	case 2:
		c.Total = &amount
	}
	r := regle.Rule{
		ID: fmt.Sprintf("M-%d", i), Text: "Plafond.", Services: []string{"SIM", "CLC"},
		Then: regle.Effects{Ceiling: c},
	}
	if err := r.If.UnmarshalText([]byte("len(lignes) > 0")); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEverySharingAddsUpUnderCeilingsOfTheWorld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, lines := drawnBench(t), drawnLines(t)
		w := *b.world
		for i := range rapid.IntRange(1, 3).Draw(t, "ceilings") {
			w.Rules = append(w.Rules, drawnCeiling(t, i))
		}
		b.world = &w
		id := b.idb("P01", alpha, "2025-06-01", "2025-06-21")
		s := b.sim(id.IdbID, "2025-06-01", "2025-06-21", lines...)
		a := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-01", "2025-06-21", lines...))
		if a.Totals == nil {
			t.Fatalf("refused before sharing: %s", b.why())
		}
		balanced(t, lines, a.Lines, a.Totals)
		if !reflect.DeepEqual(s.Lines, a.Lines) {
			t.Fatalf("estimate %+v, calculation %+v", s.Lines, a.Lines)
		}
		withinCeilings(t, w.Rules, a)
		explained(t, lines, a.Lines, b.trace)
	})
}

// withinCeilings checks the ceilings that aim at all lines.
func withinCeilings(t *rapid.T, rules []regle.Rule, a *roc.CLCReply) {
	for i := range rules {
		c := rules[i].Then.Ceiling
		if c.Family != "" {
			continue
		}
		if c.Total != nil && a.Totals.AMC > *c.Total {
			t.Fatalf("%v taken above %v", a.Totals.AMC, *c.Total)
		}
		for _, l := range a.Lines {
			if c.PerLine != nil && l.AMC > *c.PerLine {
				t.Fatalf("line %+v above %v", l, *c.PerLine)
			}
		}
	}
}
