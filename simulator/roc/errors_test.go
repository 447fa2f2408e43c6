package roc_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestPathsAreWrittenForBothBindings(t *testing.T) {
	p := roc.Path{{Name: "CalculDemande", Index: -1}, {Name: "ligne", Index: 2}, {Name: "montant", Index: -1}}
	if got := p.XPath(); got != "/CalculDemande/ligne[3]/montant" {
		t.Errorf("XPath %s", got)
	}
	if got := p.Pointer(); got != "/ligne/2/montant" {
		t.Errorf("Pointer %s", got)
	}
	odd := roc.Path{{Name: "m", Index: -1}, {Name: "a/b~c", Index: -1}}
	if got := odd.Pointer(); got != "/a~1b~0c" {
		t.Errorf("escaped pointer %s", got)
	}
}

func TestEachFaultIsReachedThroughWrapping(t *testing.T) {
	fault := &roc.FieldError{Path: roc.Path{{Name: "m", Index: -1}}, Code: "CLE_NIR"}
	err := fmt.Errorf("reading: %w", &roc.Invalid{Fields: []*roc.FieldError{fault}})
	var field *roc.FieldError
	if !errors.As(err, &field) || field != fault {
		t.Errorf("got %v", field)
	}
}

func TestCodesAreUniqueAndInAKnownGroup(t *testing.T) {
	groups := map[roc.Group]bool{"T": true, "S": true, "A": true, "B": true, "D": true, "C": true, "P": true, "M": true,
		"G": true, "F": true, "R": true}
	seen := map[string]bool{}
	for _, c := range roc.Codes() {
		if seen[c.ID] || !groups[c.Group()] || c.Label == "" || roc.LabelOf(c.ID) != c.Label {
			t.Errorf("code %q is repeated, without group or without label", c.ID)
		}
		seen[c.ID] = true
	}
	if roc.LabelOf("Z99") != "" {
		t.Error("an unknown code has a label")
	}
}
