package gherkin_test

import (
	"strings"
	"testing"
)

func TestACaseWithoutIdentityOrMovementIsAnError(t *testing.T) {
	tests := map[string]accident{
		"no case id": {
			replace(correct, "@cas:ROC-IDB-001 ", ""),
			"MIR020", 5, "0 identifiants",
		},
		"two case ids": {
			replace(correct, "@cas:ROC-IDB-001", "@cas:ROC-IDB-001 @cas:ROC-IDB-002"),
			"MIR020", 5, "2 identifiants",
		},
		"malformed case id": {
			replace(correct, "@cas:ROC-IDB-001", "@cas:ROC-IDB-1"),
			"MIR020", 5, "ROC-IDB-001",
		},
		"case id outside the ledger": {
			replace(correct, "@cas:ROC-IDB-001", "@cas:ROC-IDB-003"),
			"MIR020", 5, "registre",
		},
		"case id withdrawn": {
			replace(correct, "@cas:ROC-IDB-001", "@cas:ROC-IDB-009"),
			"MIR020", 5, "retiré",
		},
		"no requirement": {
			replace(correct, "@exig:EXG-IDB-0001 ", ""),
			"MIR021", 5, "exigence",
		},
		"unknown requirement": {
			replace(correct, "@exig:EXG-IDB-0001", "@exig:EXG-IDB-0011"),
			"MIR021", 5, "Vouliez-vous dire",
		},
		"requirement of another version": {
			replace(correct, "@exig:EXG-IDB-0001", "@exig:EXG-IDB-0002"),
			"MIR021", 5, "v1",
		},
		"no version":                  {replace(correct, "@v1 ", ""), "MIR022", 5, "version"},
		"tag outside the list":        {replace(correct, "@nominal", "@nominale"), "MIR023", 4, "@nominal"},
		"tag that contradicts the id": {replace(correct, "@svc:idb", "@svc:clc"), "MIR023", 4, "@svc:idb"},
		"scenario without title": {
			replace(correct, "Scénario: Transmettre le rang", "Scénario:"),
			"MIR025", 5, "titre",
		},
		"examples without key": {replace(plan, "| cas    |", "| nom    |"), "MIR026", 8, "cas"},
		"key used twice":       {replace(plan, "rang-2", "rang-1"), "MIR026", 10, "déjà prise"},
		"key with an accent":   {replace(plan, "rang-2", "été"), "MIR026", 10, "sans accent"},
		"no obligation": {
			correct[:strings.Index(correct, "    Alors")],
			"MIR030", 5, "ne vérifie rien",
		},
		"recommendations alone": {
			replace(correct, "doit transmettre le rang 1", "devrait sourire"),
			"MIR030", 5, "oblige",
		},
		"no stimulus": {
			replace(correct, "    Quand l'agent identifie les droits\n", ""),
			"MIR031", 5, "Quand",
		},
		"state after the stimulus": {
			replace(correct, "    Alors", "    Étant donné un patient couvert par l'AMC \"A\"\n    Alors"),
			"MIR032", 12, "ordre",
		},
		"stimulus after an obligation": {
			correct + "    Quand l'agent identifie les droits\n",
			"MIR032", 13, "ordre",
		},
	}
	for name, test := range tests {
		t.Run(name, test.check)
	}
}

func TestIdentitiesAreUniqueAcrossFiles(t *testing.T) {
	_, findings := read(t, correct, correct)
	codes := map[string]bool{}
	for _, f := range findings {
		codes[f.Code] = f.File == "b.feature" && strings.Contains(f.Fact, "a.feature:5")
	}
	if !codes["MIR020"] || !codes["MIR025"] {
		t.Errorf("want MIR020 and MIR025 in b.feature pointing to a.feature:5, got %v", findings)
	}
}
