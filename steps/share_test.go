package steps

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
)

func TestTheReportTellsEachLineWithTheRulesThatSharedIt(t *testing.T) {
	e := exchange(admin.Exchange{
		ID: "E-000003", Service: "CLC", Result: "PARTIEL", Code: "P07",
		Request: json.RawMessage(`{"lignes":[{"numero":1,"code":"CHP","du":"2025-06-02","au":"2025-06-06",` +
			`"total":"300.00","montantAMO":"0.00","reste":"300.00"}]}`),
		Reply: json.RawMessage(`{"lignes":[{"numero":1,"montantAMC":"250.00","montantPatient":"50.00"}],` +
			`"totaux":{"montantAMC":"250.00","montantPatient":"40.00"}}`),
		Rules: []admin.Rule{
			{ID: "CLC-R11", Text: "L'AMC s'engage."},
			{ID: "GAR-R25", Text: "50,00 € par jour.", Line: 1, Paid: 25000, Refused: 5000},
		},
	})
	want := []reports.Share{{Number: 1, Code: "CHP", From: "2025-06-02", To: "2025-06-06", Requested: "300.00",
		Answered: true, AMC: "250.00", Patient: "50.00",
		Rules: []reports.RuleShare{{Text: "GAR-R25 50,00 € par jour.", Paid: "250.00", Refused: "50.00"}}}}
	if !reflect.DeepEqual(e.Lines, want) {
		t.Errorf("lines %+v", e.Lines)
	}
	if len(e.Trace) != 1 || e.Trace[0] != "CLC-R11 L'AMC s'engage." || len(e.Contradictions) != 1 {
		t.Errorf("trace %q, contradictions %q", e.Trace, e.Contradictions)
	}
}
