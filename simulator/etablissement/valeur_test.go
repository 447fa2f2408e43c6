package etablissement

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
	"pgregory.net/rapid"
)

func TestALineIsCutByTheDaysThatAreCovered(t *testing.T) {
	first := day("2025-06-02")
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(1, 20).Draw(t, "days")
		unit := roc.Cents(rapid.IntRange(0, 200000).Draw(t, "unit"))
		rate := rapid.SampledFrom([]int{0, 80, 100}).Draw(t, "rate")
		l := tarif.Line{Code: "PJ", From: first, To: first.AddDays(days - 1), Quantity: days, UnitPrice: unit,
			Rate: rate}
		l.Total = unit * roc.Cents(days)
		l.Base, l.AMO = l.Total, l.Total.Percent(rate)
		l.Left = l.Total - l.AMO
		kept := rapid.SliceOfN(rapid.Bool(), days, days).Draw(t, "kept")
		runs := split(l, func(d roc.Date) bool { return kept[d.DaysSince(first)] })
		count := 0
		for _, k := range kept {
			if k {
				count++
			}
		}
		for _, r := range runs {
			count -= r.Quantity
			if r.Total != r.AMO+r.Left || r.Left < 0 || r.Quantity != r.To.DaysSince(r.From)+1 ||
				r.AMO != r.Base.Percent(r.Rate) {
				t.Fatalf("run does not hold: %+v", r)
			}
			for d := r.From; !d.After(r.To); d = d.AddDays(1) {
				if !kept[d.DaysSince(first)] {
					t.Fatalf("%s is not covered", d)
				}
			}
		}
		if count != 0 {
			t.Fatalf("%d covered days are missing", count)
		}
		if whole := split(l, func(roc.Date) bool { return true }); len(whole) != 1 || whole[0] != l {
			t.Fatalf("a line whose days are all covered changed: %+v", whole)
		}
	})
}

func TestARoomGivenFromEntryToExitIsNotAskedForTheExitDay(t *testing.T) {
	l := tarif.Line{Code: "CHP", From: day("2025-06-02"), To: day("2025-06-07"), Quantity: 5, UnitPrice: 6000,
		Total: 30000, Left: 30000}
	runs := split(l, func(roc.Date) bool { return true })
	if len(runs) != 1 || runs[0].To != day("2025-06-06") || runs[0].Left != 30000 {
		t.Errorf("got %+v", runs)
	}
}
