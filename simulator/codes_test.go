package simulator_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/scenarios"
)

// payerOnly are the codes that the payer shares and the oracle's table of acts does not hold, by reason.
// The oracle takes any act whose rate is given: its table holds those of which it knows more.
var payerOnly = map[string]string{
	"made by the rules of the oracle, not read from its table": "PJ GHS GHT GMT FJ PAS PF MAJ FPU FPV FPL FPM FPX CFU",
	"another name of a line that the oracle makes":             "FJA FJR TMF FRA",
	"a supplement or a forfait keyed with its rate":            "EXH REA SI SC NN1 NN2 NN3 D09 D11 APE PH8 FSD VDE",
	"an act or a majoration keyed with its rate": "MCS MCG MCC MEG PRE K KC KCC KE Z D DC " +
		"AMI AIS AMK AMC AMS AMO AMY AMP SF SFI",
	"comfort, which the AMO does not know": "CHP SHO CP LIT ACC REP TV TEL",
}

// The oracle and the payer hold their tables apart, so that neither repeats the other's mistakes: a code
// that one of them lacks must be a choice.
func TestTheOracleAndThePayerKnowTheSameCodes(t *testing.T) {
	oracle, payer := oracleCodes(t), payerCodes(t)
	for code := range oracle {
		if !payer[code] {
			t.Errorf("the oracle prices %s, and the payer answers P01 to it", code)
		}
	}
	listed := map[string]bool{}
	for reason, codes := range payerOnly {
		for _, code := range strings.Fields(codes) {
			if oracle[code] || !payer[code] || listed[code] {
				t.Errorf("%s is listed (%s), and is not the payer's only, or is listed twice", code, reason)
			}
			listed[code] = true
		}
	}
	for code := range payer {
		if !oracle[code] && !listed[code] {
			t.Errorf("the payer shares %s, the oracle does not know it, and no reason is given", code)
		}
	}
}

func oracleCodes(t *testing.T) map[string]bool {
	t.Helper()
	data, err := fs.ReadFile(scenarios.Tarifs(), "actes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Codes []struct {
			Code string `yaml:"code"`
		} `yaml:"codes"`
	}
	if err := yaml.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, c := range table.Codes {
		codes[c.Code] = true
	}
	return codes
}

func payerCodes(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("amc/tables.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Families map[string][]string `yaml:"prestations"`
	}
	if err := yaml.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, list := range table.Families {
		for _, code := range list {
			codes[code] = true
		}
	}
	return codes
}
