package roc_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

func TestNIRKeys(t *testing.T) {
	for nir, want := range map[string]string{
		"1850675123456": "89", "2551199350001": "18", "1740220123045": "35", "2690199350042": "04",
		"185062A004123": "72", // Corsica: 2A counts as 19
		"290072B033217": "20", // 2B counts as 18
	} {
		if got := roc.NIRKey(nir); got != want {
			t.Errorf("NIRKey(%s) = %q; want %s", nir, got, want)
		}
	}
}

func TestWhatIsNoNIRHasNoKey(t *testing.T) {
	for name, nir := range map[string]string{
		"too short": "185067512345", "starts with 0": "0850675123456", "month 13": "1851375123456",
		"month 43": "1854375123456", "letter outside the department": "18506751A3456",
		"3A is no department": "185063A004123", "2C is no department": "185062C004123",
		"anonymous minor": "A555555000001",
	} {
		if key := roc.NIRKey(nir); key != "" {
			t.Errorf("%s: %s got key %s", name, nir, key)
		}
	}
}

func TestOneChangedDigitOfAFINESSIsSeen(t *testing.T) {
	for _, number := range []string{"990000101", "990000200", "999000011", "760780239", "750712184"} {
		if !roc.ValidFINESS(number) {
			t.Errorf("%s is valid", number)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		bad := []byte("990000101")
		i := rapid.IntRange(0, 8).Draw(t, "place")
		bad[i] = '0' + (bad[i]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "shift")))%10
		if roc.ValidFINESS(string(bad)) {
			t.Fatalf("%s passes", bad)
		}
	})
}

func TestWhatIsNoFINESSIsRefused(t *testing.T) {
	for _, s := range []string{"", "99000010", "9900001011", "A90000101", "1A0000101", "99000010B"} {
		if roc.ValidFINESS(s) {
			t.Errorf("%q passes", s)
		}
	}
}

func TestRPPSKeys(t *testing.T) {
	if !roc.ValidRPPS("10000000009") || !roc.ValidRPPS("89999999991") {
		t.Error("valid numbers are refused")
	}
	if roc.ValidRPPS("10000000008") || roc.ValidRPPS("1000000009") || roc.ValidRPPS("1000000000A") {
		t.Error("invalid numbers pass")
	}
}
