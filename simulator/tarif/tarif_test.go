package tarif

import (
	"os"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func table(t testing.TB) *Table {
	t.Helper()
	loaded, err := Load(os.DirFS("../../scenarios/tarifs"))
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func date(t testing.TB, s string) roc.Date {
	t.Helper()
	d, err := roc.ParseDate(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}

// want is a line in short, and words of its reason.
type want struct {
	code string
	n    Nature
	qty  int
	left roc.Cents
	why  string
}

func compare(t *testing.T, got []Line, lines []want) {
	t.Helper()
	if len(got) != len(lines) {
		t.Fatalf("%d lines %+v, want %d", len(got), got, len(lines))
	}
	for i, w := range lines {
		l := got[i]
		if g := (want{l.Code, l.Nature, l.Quantity, l.Left, w.why}); g != w {
			t.Errorf("line %d: %+v, want %+v", i+1, g, w)
		}
		if said := spaced(l.Why()); w.why == "" || !strings.Contains(said, w.why) {
			t.Errorf("line %d says %q, want %q", i+1, said, w.why)
		}
		if l.Rule == "" || l.Source == "" || l.Total != l.AMO+l.Left {
			t.Errorf("line %d does not explain itself or add up: %+v", i+1, l)
		}
	}
}

// spaced makes the no-break spaces of amounts plain.
func spaced(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// remarked reports whether a remark contains words.
func remarked(remarks []string, words string) bool {
	return strings.Contains(strings.Join(remarks, "\n"), words)
}
