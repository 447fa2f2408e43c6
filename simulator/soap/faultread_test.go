package soap

import (
	"slices"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestXPathsAreReadAsTheyAreWritten(t *testing.T) {
	step := func(name string, index int) roc.Step { return roc.Step{Name: name, Index: index} }
	tests := []struct {
		name, xpath string
		want        roc.Path
	}{
		{"the message", "/M", roc.Path{step("M", -1)}},
		{"an element of the third of its kind", "/M/ligne[3]/montant",
			roc.Path{step("M", -1), step("ligne", 2), step("montant", -1)}},
		{"the first of its kind", "/M/ligne[1]", roc.Path{step("M", -1), step("ligne", 0)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := parseXPath(tt.xpath); !slices.Equal(got, tt.want) || got.XPath() != tt.xpath {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
	for _, whole := range []string{"", "/"} {
		if got := parseXPath(whole); got != nil {
			t.Errorf("%q is %v, want no path", whole, got)
		}
	}
}
