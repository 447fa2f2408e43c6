package amc_test

import (
	"slices"
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func v2Scenarios() []scenario {
	return slices.Concat(openingScenarios(), periodScenarios(), cancellationScenarios(), courseScenarios(),
		feeScenarios(), v2Examples())
}

func TestV2(t *testing.T) {
	for _, s := range v2Scenarios() {
		t.Run(s.name, func(t *testing.T) { s.play(inWorld(t, readV2)) })
	}
}

// What V1 answers, V2 answers too, but for what the named changes say; the directory is one of them.
func TestTheCasesOfV1HaveTheSameOutcomeInV2(t *testing.T) {
	for _, s := range slices.Concat(idbPersonScenarios(), idbRightsScenarios(), workedScenarios(), stayScenarios(),
		limitScenarios(), yearScenarios(), arithmeticScenarios(), identifiedScenarios(), dossierScenarios(),
		replayScenarios(), simScenarios(), delScenarios(), forcingScenarios()) {
		t.Run(s.name, func(t *testing.T) { s.play(inWorld(t, readBoth)) })
	}
}

// changed lists the rules of V2 that V1 does not have.
func changed(service roc.Service) []amc.Rule {
	var list []amc.Rule
	for _, r := range amc.V2().Books[service] {
		if !slices.ContainsFunc(amc.V1().Books[service], func(old amc.Rule) bool { return old.ID == r.ID }) {
			list = append(list, r)
		}
	}
	return list
}

func TestEveryChangeOfV2IsMissedWhenItIsTakenAway(t *testing.T) {
	for _, service := range roc.Services() {
		for _, r := range changed(service) {
			if r.Source == "" || r.Text == "" {
				t.Errorf("rule %s lacks a source or a text", r.ID)
			}
			mutant := amc.V2()
			book, err := mutant.Books[service].With(amc.Drop(r.ID))
			if err != nil {
				t.Fatal(err)
			}
			mutant.Books[service] = book
			if !slices.ContainsFunc(v2Scenarios(), func(s scenario) bool { return failsInV2(t, s, mutant) }) {
				t.Errorf("%s without %s passes every case: %s", service, r.ID, r.Text)
			}
		}
	}
}

func failsInV2(t *testing.T, s scenario, p amc.Profile) bool {
	t.Helper()
	w, err := readV2()
	if err != nil {
		t.Fatal(err)
	}
	return fails(scenario{s.name, func(b *bench) {
		b.version, b.world = "V2", w
		s.play(b)
	}}, p)
}

func TestV1HasNotMoved(t *testing.T) {
	for _, service := range roc.Services() {
		for _, r := range changed(service) {
			if slices.ContainsFunc(amc.V1().Books[service], func(old amc.Rule) bool { return old.ID == r.ID }) {
				t.Errorf("%s is in the book of V1", r.ID)
			}
		}
	}
	b := inWorld(t, readV2)
	b.version = "V1"
	a := b.ann(alpha, "", "")
	equal(b, "endpoints", len(a.Endpoints), 4)
	equal(b, "domains", len(a.Domains), 1)
	equal(b, "contract", a.TechnicalContract, "")
	id := b.idb("P01", alpha, "2025-06-02", "2025-06-12")
	if id.Counters != nil || id.TechnicalContract != "" {
		t.Errorf("V1 answers %+v", id)
	}
	reply := b.clc(b.clcRequest("P01", alpha, id.IdbID, "2025-06-02", "2025-06-12",
		nights("2025-06-02", "2025-06-12", 10)))
	b.outcome(reply, roc.Accepte, "")
	kept, _ := b.tx.Engagement(reply.ClcID)
	if reply.Counters != nil || len(kept.Nights)+len(kept.Spent) > 0 || len(b.tx.Counters) > 0 {
		t.Errorf("V1 counts: %+v, %+v", kept, b.tx.Counters)
	}
}
