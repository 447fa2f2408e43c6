package rest

import (
	"slices"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestPointersAreReadAsTheyAreWritten(t *testing.T) {
	step := func(name string, index int) roc.Step { return roc.Step{Name: name, Index: index} }
	tests := []struct {
		name, pointer string
		want          roc.Path // after the name of the message
	}{
		{"a member", "/numeroAMC", roc.Path{step("numeroAMC", -1)}},
		{"a member of an item", "/lignes/2/montant", roc.Path{step("lignes", 2), step("montant", -1)}},
		{"escaped signs", "/a~1b~0/c~01", roc.Path{step("a/b~", -1), step("c~1", -1)}},
		{"a number where nothing repeats", "/0/a", roc.Path{step("0", -1), step("a", -1)}},
		{"two numbers", "/a/1/2", roc.Path{step("a", 1), step("2", -1)}},
		{"a negative number", "/a/-3", roc.Path{step("a", -1), step("-3", -1)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := append(roc.Path{step("Message", -1)}, tt.want...)
			if got := parsePointer("Message", tt.pointer); !slices.Equal(got, want) || got.Pointer() != tt.pointer {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	if got := parsePointer("Message", ""); got != nil {
		t.Errorf("the whole document is %v, want no path", got)
	}
}
