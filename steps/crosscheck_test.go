package steps

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// What the engine tells and what the bench did must be one story; here it is not.
func TestAnEngineThatTellsAnotherStoryIsABenchError(t *testing.T) {
	done := func() line { return line{run: reports.StepRun{State: reports.EtapeFaite}, status: "passed"} }
	status := func(s string) func(*performance) { return func(p *performance) { p.lines[0].status = s } }
	tests := map[string]struct {
		spoil func(*performance)
		code  int
		says  string
	}{
		"a step that it says skipped":   {spoil: status("skipped"), says: "skipped"},
		"a step that it says undefined": {spoil: status("undefined"), says: "undefined"},
		"a step that it never reached":  {spoil: status(""), says: `""`},
		"a step that it did not play": {spoil: func(p *performance) {
			p.lines[0].run.State = reports.EtapeNonJouee
		}, says: "passed"},
		"a failure that nobody saw": {spoil: func(*performance) {}, code: 1, says: "code 1"},
		"a success after a stop": {spoil: func(p *performance) {
			p.halted, p.lines[0].stopped, p.lines[0].status = true, true, "failed"
		}, says: "code 0"},
		"another sentence": {spoil: func(p *performance) { p.arrive("autre") }, says: "autre"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := &performance{scene: &Scene{}, lines: []line{done()}, current: -1}
			p.lines[0].CaseStep = gherkin.CaseStep{Text: "une étape"}
			test.spoil(p)
			p.crossCheck(test.code)
			decides, _ := p.scene.reasons.judge()
			if decides == nil || decides.verdict != reports.Erreur || decides.origin != reports.OriginBanc ||
				!strings.Contains(decides.reason, test.says) {
				t.Errorf("got %+v, want an error of the bench that says %q", decides, test.says)
			}
		})
	}
}

func TestTheSameStoryIsNoError(t *testing.T) {
	p := &performance{scene: &Scene{}, lines: []line{
		{run: reports.StepRun{State: reports.EtapeFaite}, status: "passed"},
		{run: reports.StepRun{State: reports.EtapeEchouee}, status: "failed", stopped: true},
		{run: reports.StepRun{State: reports.EtapeNonJouee}, status: "skipped"},
	}, halted: true}
	p.crossCheck(1)
	if len(p.scene.reasons) != 0 {
		t.Errorf("got %v", p.scene.reasons[0])
	}
}

func TestTheWorstReasonDecidesAndTheFirstOfThoseIsKept(t *testing.T) {
	r := reasons{
		{reports.NonConcluant, reports.OriginPilote, "a"}, {reports.NonConforme, reports.OriginGAP, "b"},
		{reports.NonConforme, reports.OriginGAP, "c"}, {reports.NonExecute, reports.OriginOperateur, "d"},
	}
	decides, others := r.judge()
	if decides.reason != "b" || strings.Join(others, "") != "acd" {
		t.Errorf("decides %q, others %q", decides.reason, others)
	}
	r.add(&stop{reports.Erreur, reports.OriginSuite, "e"})
	r.add(&stop{reports.Erreur, reports.OriginSuite, "e"})
	if decides, others = r.judge(); decides.reason != "e" || len(others) != 4 {
		t.Errorf("decides %q, others %q", decides.reason, others)
	}
}
