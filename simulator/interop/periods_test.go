package interop_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// longStay is what the foreign client is told besides the WSDL: twenty-five nights of rehabilitation in
// three periods.
const longStay = `{
  "espace": "urn:miroir:roc:v2", "instant": "2025-06-27T18:00:00+02:00",
  "finessEJ": "999000011", "finessEG": "990000101",
  "numeroAMC": "99000001", "typeConvention": "XA", "numeroAdherent": " 0A4 ",
  "nir": "185062A004123", "cle": "72", "dateNaissance": "19850612", "rangNaissance": 1,
  "nom": "SANTONI", "prenom": "ANGÈLE",
  "periodes": [["2025-06-02", "2025-06-11"], ["2025-06-12", "2025-06-21"], ["2025-06-22", "2025-06-27"]]
}`

// A billing is what the foreign client reports of one stay billed by periods.
type billing struct {
	ANN, IDB string
	Contract string   `json:"contrat"`
	CLC      []string // outcome and amount of each period
	Periods  []string `json:"periodes"`
	Days     []int    `json:"jours"` // of ticket modérateur, as counted by the AMC after each
	DEL      []string // of the first period, then of the last
}

func TestAForeignSOAPClientBillsAStayByPeriodsFromTheWSDLAlone(t *testing.T) {
	b := start(t)
	python, v := zeep(t), newValidatorOf(t, b, "v2")
	cmd := exec.Command(python, "testdata/zeep_periodes.py",
		b.addressIn("v2", "annuaire")+"?wsdl", b.addressIn("v2", "amc")+"?wsdl", longStay)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var played map[string]billing
	if err := json.Unmarshal(out, &played); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, version := range []string{"SOAP11", "SOAP12"} {
		got := played[version]
		if got.ANN != "OK" || got.IDB != "OK" || got.Contract != "CT-99000001" {
			t.Errorf("%s: %+v", version, got)
		}
		same(t, version, got.CLC, []string{"ACCEPTE 554.12", "ACCEPTE 554.12", "ACCEPTE 297.06"})
		same(t, version, got.Periods, []string{"1 du 2025-06-02 au 2025-06-11", "2 du 2025-06-12 au 2025-06-21",
			"3 du 2025-06-22 au 2025-06-27"})
		same(t, version, got.Days, []int{10, 20, 25})
		same(t, version, got.DEL, []string{"REFUSE G08", "OK"})
	}
	for _, x := range b.exchanges(t) {
		if !strings.Contains(x.RawRequest, "zeep_periodes") || x.Version != "V2" {
			t.Errorf("%s was not sent by zeep in V2", x.ID)
		}
		v.add(t, x)
	}
	v.check(t, 14)
}

func same[T comparable](t *testing.T, version string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", version, got, want)
	}
}
