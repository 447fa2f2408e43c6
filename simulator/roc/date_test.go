package roc_test

import (
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

func TestDaysOutsideTheCalendarAreRefused(t *testing.T) {
	for _, text := range []string{"", "2025-6-2", "2025-02-29", "2025-00-10", "2025-13-01", "2025-04-31", "0000-01-01",
		"2025/06/02", "20250602", "2025-06-02T00:00", "1900-02-29"} {
		if d, err := roc.ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %v; want an error", text, d)
		}
	}
}

func TestLeapDaysAreRead(t *testing.T) {
	for _, text := range []string{"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01"} {
		if d, err := roc.ParseDate(text); err != nil || d.String() != text {
			t.Errorf("ParseDate(%q) = %v, %v", text, d, err)
		}
	}
}

func TestAStayOverNewYearCountsItsNights(t *testing.T) {
	entry, exit := roc.NewDate(2024, time.December, 29), roc.NewDate(2025, time.January, 3)
	if n := exit.DaysSince(entry); n != 5 {
		t.Errorf("%d nights; want 5", n)
	}
	if entry.AddDays(5) != exit || !entry.Before(exit) || !exit.After(entry) || entry.Before(entry) {
		t.Error("days do not add up")
	}
}

func TestTheZeroDateIsNoDate(t *testing.T) {
	var d roc.Date
	if !d.IsZero() || d.String() != "" || d.French() != "" || !d.Time().IsZero() {
		t.Errorf("zero date shows %q", d)
	}
	if first := roc.NewDate(1, time.January, 1); first.IsZero() {
		t.Error("1 January 1 is a date")
	}
}

func TestADateSurvivesTheWire(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := roc.NewDate(1, time.January, 1).AddDays(rapid.IntRange(0, 3_652_058).Draw(t, "days"))
		back, err := roc.ParseDate(d.String())
		if err != nil || back != d || roc.DateOf(d.Time()) != d {
			t.Fatalf("%v became %v, %v", d, back, err)
		}
	})
}

func TestADateIsThatOfItsOwnZone(t *testing.T) {
	paris := time.FixedZone("CEST", 2*3600)
	if d := roc.DateOf(time.Date(2025, 6, 2, 0, 30, 0, 0, paris)); d.French() != "02/06/2025" {
		t.Errorf("half past midnight in Paris falls on %v", d)
	}
}
