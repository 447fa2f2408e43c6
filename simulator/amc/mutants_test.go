package amc_test

import (
	"runtime"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A verdict is a rapid.TB that only notes whether the scenario failed.
type verdict struct {
	rapid.TB
	failed bool
}

func (*verdict) Helper()                 {}
func (*verdict) Name() string            { return "mutant" }
func (v *verdict) Error(...any)          { v.failed = true }
func (v *verdict) Errorf(string, ...any) { v.failed = true }
func (v *verdict) Fatal(...any)          { v.failed = true; runtime.Goexit() }
func (v *verdict) Fatalf(string, ...any) { v.failed = true; runtime.Goexit() }

// fails plays a scenario against a profile; a payer that breaks down has failed too.
func fails(s scenario, p amc.Profile) bool {
	v, done := new(verdict), make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if recover() != nil {
				v.failed = true
			}
		}()
		b := newBench(v)
		b.payer = amc.NewPayer(p)
		s.play(b)
	}()
	<-done
	return v.failed
}

// A rule that can be taken away without any case noticing is not tested.
func TestEveryRuleIsMissedWhenItIsTakenAway(t *testing.T) {
	scenarios := allScenarios()
	for _, s := range scenarios {
		if fails(s, amc.V1()) {
			t.Fatalf("%q fails with the whole rulebook", s.name)
		}
	}
	for _, service := range roc.Services() {
		for _, r := range amc.V1().Books[service] {
			mutant := amc.V1()
			book, err := mutant.Books[service].With(amc.Drop(r.ID))
			if err != nil {
				t.Fatal(err)
			}
			mutant.Books[service] = book
			missed := false
			for _, s := range scenarios {
				if missed = fails(s, mutant); missed {
					break
				}
			}
			if !missed {
				t.Errorf("%s without %s passes every case: %s", service, r.ID, r.Text)
			}
		}
	}
}
