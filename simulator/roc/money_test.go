package roc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

func TestAmountsAreReadToTheCent(t *testing.T) {
	tests := []struct {
		text string
		want roc.Cents
	}{
		{"0.00", 0}, {"20", 2000}, {"1166.56", 116656}, {"-0.05", -5}, {"999999999.99", 99_999_999_999},
	}
	for _, tt := range tests {
		if got, err := roc.ParseCents(tt.text); err != nil || got != tt.want {
			t.Errorf("ParseCents(%q) = %d, %v; want %d", tt.text, got, err, tt.want)
		}
	}
}

func TestWhatIsNoAmountIsRefused(t *testing.T) {
	for _, text := range []string{"", "-", ".50", "1.", "1.5", "1.555", "1,50", " 1.00", "+1.00", "1e3", "--1.00",
		"1.00 ", "1000000000.00", "0x10.00", "1.-5"} {
		if got, err := roc.ParseCents(text); err == nil {
			t.Errorf("ParseCents(%q) = %d; want an error", text, got)
		}
	}
}

func TestAnAmountSurvivesTheWire(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := roc.Cents(rapid.Int64Range(-99_999_999_999, 99_999_999_999).Draw(t, "cents"))
		if back, err := roc.ParseCents(c.String()); err != nil || back != c {
			t.Fatalf("%d became %q, then %d, %v", c, c.String(), back, err)
		}
	})
}

func TestFrenchAmountsCarryNoBreakSpaces(t *testing.T) {
	for c, want := range map[roc.Cents]string{
		116656: "1\u202f166,56\u00a0€", 500: "5,00\u00a0€",
		-123456789: "-1\u202f234\u202f567,89\u00a0€", 99999: "999,99\u00a0€",
	} {
		if got := c.French(); got != want {
			t.Errorf("French(%d) = %q; want %q", c, got, want)
		}
	}
}

func TestPercentRoundsHalfAwayFromZero(t *testing.T) {
	tests := []struct {
		base roc.Cents
		rate int
		want roc.Cents
	}{
		{134113, 20, 26823}, // 268.226
		{5, 50, 3}, {-5, 50, -3}, {1, 49, 0}, {57337, 20, 11467},
	}
	for _, tt := range tests {
		if got := tt.base.Percent(tt.rate); got != tt.want {
			t.Errorf("%v × %d %% = %v; want %v", tt.base, tt.rate, got, tt.want)
		}
	}
}
