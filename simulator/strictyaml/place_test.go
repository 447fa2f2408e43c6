package strictyaml_test

import (
	"testing"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func TestFaultsOfSenseGetTheLineOfTheirFieldOrOfTheNearestAround(t *testing.T) {
	data := []byte("a: 1\nb:\n  - c: 2\n  - c: 3\n    d: 4\n")
	faults := strictyaml.Errors{
		{Field: "b[1].d"}, {Field: "b[1].none"}, {Field: "nowhere"}, {Field: "a"}, {Field: "b[0].c"},
	}
	faults.Place("essai.yaml", data)
	var last int
	lines := map[string]int{}
	for _, f := range faults {
		if f.File != "essai.yaml" || f.Line < last {
			t.Errorf("%+v: wrong file, or out of order", f)
		}
		last = f.Line
		lines[f.Field] = f.Line
	}
	for field, want := range map[string]int{"a": 1, "b[0].c": 3, "b[1].d": 5, "nowhere": 0} {
		if lines[field] != want {
			t.Errorf("%s is placed at line %d, want %d", field, lines[field], want)
		}
	}
	if got := lines["b[1].none"]; got != 4 {
		t.Errorf("a missing field is placed at line %d, want that of what should hold it, 4", got)
	}
}
