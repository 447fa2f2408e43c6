package amc_test

import (
	"os"
	"strings"
	"testing"
)

func TestTheFaultsOfWhatV2AddsToAWorldAreTold(t *testing.T) {
	data, err := os.ReadFile("testdata/v2.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ old, new, field, message string }{
		"version not offered": {
			"nom: Assureur Bêta}", "nom: Assureur Bêta, ouvertures: {V2: {}}}",
			"amc[1].ouvertures.V2", "does not offer V2",
		},
		"service opened": {"[IDB, CLC, DEL]", "[IDB, CLC, DEM]", "amc[3].ouvertures.V2.services[2]", `"DEL"`},
		"domain opened": {
			"V1: {domaines: [MCOO]}", "V1: {domaines: [MCO]}", "amc[0].ouvertures.V1.domaines[0]", `"MCOO"`,
		},
		"mode":               {"modes: [EX_DG]", "modes: [EX_OQM]", "amc[3].modes[0]", `"EX_OQN"`},
		"technical contract": {"TP-2025", "TP 2025", "amc[2].contrat_technique", "characters"},
		"domain of a cover": {
			"garantie: FJONLY, domaines: [MCOO]", "garantie: FJONLY, domaines: [SRM]",
			"beneficiaires[1].couvertures[1].domaines[0]", `"SMR"`,
		},
		"adhesion's practitioner": {`rpps: "10000000017"`, `rpps: "10000000018"`, "adhesions_optam[0].rpps", "RPPS"},
		"adhesion's option":       {"option: OPTAM_CO", "option: OPTAM-CO", "adhesions_optam[0].option", `"OPTAM_CO"`},
		"adhesion's dates":        {"au: 2025-06-02}", "au: 2024-06-02}", "adhesions_optam[0].au", "before"},
		"account's establishment": {
			`- {finess_eg: "990000200", praticiens`, `- {finess_eg: "990000201", praticiens`,
			"comptes_mandataires[0].finess_eg", "unknown",
		},
		"account's practitioner": {
			`"10000000025"]`, `"10000000026"]`, "comptes_mandataires[0].praticiens[2]", "RPPS",
		},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(data), c.old, c.new, 1)
			if text == string(data) {
				t.Fatalf("the file does not hold %q", c.old)
			}
			found := faults(t, text)
			if len(found) != 1 || found[0].Field != c.field || !strings.Contains(found[0].Message, c.message) ||
				found[0].Line == 0 {
				t.Errorf("got %v, want one fault at %s with %q", found, c.field, c.message)
			}
		})
	}
}
