package etablissement

import (
	"slices"
	"strings"
	"testing"
)

func scripts() []script {
	return slices.Concat(annuaireScripts(), identityScripts(), rightsScripts(), simScripts(), valueScripts(),
		stayScripts(), visitScripts(), emergencyScripts(), clcScripts(), delScripts(), routingScripts(),
		periodScripts(), domainScripts(), feeScripts())
}

func TestTheHonestGAP(t *testing.T) {
	for _, s := range scripts() {
		t.Run(s.requirement+" "+s.name, func(t *testing.T) { s.check(t, s.run(t, Honest())) })
	}
}

func TestTheSameDossierTwiceLeavesTheSameTraces(t *testing.T) {
	for _, s := range scripts() {
		first, second := s.run(t, Honest()).text(), s.run(t, Honest()).text()
		if first != second {
			t.Errorf("%s: two runs differ", s.name)
		}
	}
}

func TestNoEcartIsVoid(t *testing.T) {
	honest := map[string][]string{}
	for _, s := range scripts() {
		honest[s.requirement] = append(honest[s.requirement], s.run(t, Honest()).text())
	}
	for _, e := range Ecarts() {
		conduct := Honest()
		e.Bend(&conduct)
		differs, i := false, 0
		for _, s := range scripts() {
			if s.requirement != e.Requirement {
				continue
			}
			differs = differs || s.run(t, conduct).text() != honest[s.requirement][i]
			i++
		}
		if !differs {
			t.Errorf("%s changes nothing in the %d dossier(s) of %s", e.ID, i, e.Requirement)
		}
	}
}

func TestEcartsAreNamedOnceAndSayWhatTheyBreak(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range Ecarts() {
		if seen[e.ID] || !strings.HasPrefix(e.Requirement, "EXG-") || !strings.HasPrefix(e.Summary, "La GAP ") ||
			!strings.HasSuffix(e.Summary, ".") {
			t.Errorf("ecart %+v is badly described or named twice", e.ID)
		}
		seen[e.ID] = true
		if found, err := EcartByID(e.ID); err != nil || found.ID != e.ID {
			t.Errorf("%s cannot be found: %v", e.ID, err)
		}
	}
	if len(seen) < 30 {
		t.Errorf("%d ecarts, want at least 30", len(seen))
	}
	if _, err := EcartByID("ignore-rangs"); err == nil || !strings.Contains(err.Error(), "ignore-rang") {
		t.Errorf("got %v, want the nearest name", err)
	}
}
