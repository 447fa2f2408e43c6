package reports

import (
	"strings"
	"testing"
)

func TestAmountsAndDaysAreWrittenInTheLanguageOfTheReport(t *testing.T) {
	fr, en := mustLabels(t, "fr"), mustLabels(t, "en")
	for wire, want := range map[string][2]string{
		"1166.56": {"1\u202f166,56\u00a0€", "€1,166.56"}, "0.05": {"0,05\u00a0€", "€0.05"},
		"-1234567.00": {"-1\u202f234\u202f567,00\u00a0€", "-€1,234,567.00"}, "": {"", ""}, "cent": {"cent", "cent"},
	} {
		if got := [2]string{fr.Money(wire), en.Money(wire)}; got != want {
			t.Errorf("%s: %q, want %q", wire, got, want)
		}
	}
	for _, tc := range []struct {
		s    Share
		want [2]string
	}{
		{Share{From: "2025-06-02", To: "2025-06-06"},
			[2]string{"du 02/06/2025 au 06/06/2025", "2 Jun 2025 to 6 Jun 2025"}},
		{Share{From: "2025-06-02", To: "2025-06-02"}, [2]string{"02/06/2025", "2 Jun 2025"}},
		{Share{From: "2025-06-02"}, [2]string{"02/06/2025", "2 Jun 2025"}},
		{Share{From: "demain"}, [2]string{"demain", "demain"}},
	} {
		if got := [2]string{fr.Period(tc.s), en.Period(tc.s)}; got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.s, got, tc.want)
		}
	}
}

func TestTheReportSaysWhichRulePaysEachLine(t *testing.T) {
	c := sampleGreen()
	html := rapport(t, judged(c), "fr")
	for _, want := range []string{
		"rang 2 (SURCO)", "prend 200,00\u00a0€, laisse 166,56\u00a0€ au patient", "Qui paie chaque ligne",
		"La réponse est forcée\u00a0: elle ne suit pas ces règles.",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

// A cent that no rule explains is the simulator's fault: nothing may be claimed of the GAP then.
func TestACentThatNoRuleExplainsVoidsTheRunUnlessTheAnswerIsForced(t *testing.T) {
	for forced, want := range map[bool]bool{false: true, true: false} {
		c := sampleGreen()
		e := &c.Results[10].Exchanges[1]
		e.Contradictions, e.Forced = []string{"ligne 1 : les règles paient 1,00 €, la réponse dit 2,00 €"}, forced
		Judge(c)
		if got := len(c.Integrity) == 1 && c.Footer.Claim == ClaimInvalide; got != want {
			t.Errorf("forced %v: integrity %q, claim %s", forced, c.Integrity, c.Footer.Claim)
		}
		if html := rapport(t, c, "fr"); !strings.Contains(html, "les règles paient 1,00\u00a0€") {
			t.Error("the report does not show the contradiction")
		}
	}
}
