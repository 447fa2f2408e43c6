package interop_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// persona is what the foreign client is told besides the WSDL.
const persona = `{
  "espace": "urn:miroir:roc:v1", "instant": "2025-06-02T08:00:00+02:00",
  "finessEJ": "999000011", "finessEG": "990000101", "finessFaux": "999000012",
  "numeroAMC": "99000001", "typeConvention": "XA", "numeroAdherent": " 0A4 ",
  "nir": "185062A004123", "cle": "72", "dateNaissance": "19850612", "rangNaissance": 1,
  "nom": "SANTONI", "prenom": "ANGÈLE", "forfaits": ["20.00", "20.00"]
}`

// An outcome is what the foreign client reports of one stay.
type outcome struct {
	ANN, IDB, CLC, DEL string
	Amount             string   `json:"montantAMC"`
	Fault              []string `json:"faute"`
}

func TestAForeignSOAPClientPlaysAStayFromTheWSDLAlone(t *testing.T) {
	b := start(t)
	python, v := zeep(t), newValidator(t, b)
	cmd := exec.Command(python, "../soap/testdata/zeep_chain.py",
		b.address("annuaire")+"?wsdl", b.address("amc")+"?wsdl", persona)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var played map[string]outcome
	if err := json.Unmarshal(out, &played); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, version := range []string{"SOAP11", "SOAP12"} {
		got := played[version]
		if got.ANN != "OK" || got.IDB != "OK" || got.CLC != "ACCEPTE" || got.DEL != "OK" || got.Amount != "40.00" {
			t.Errorf("%s: %+v", version, got)
		}
		guilty := map[string]string{"SOAP11": "Client", "SOAP12": "Sender"}[version]
		if want := []string{guilty, roc.LabelOf("T04"), "CLE_FINESS"}; !slices.Equal(got.Fault, want) {
			t.Errorf("%s: fault %q, want %q", version, got.Fault, want)
		}
	}
	for _, x := range b.exchanges(t) {
		if !strings.Contains(x.RawRequest, "zeep_chain") {
			t.Errorf("%s was not sent by zeep", x.ID)
		}
		v.add(t, x)
	}
	v.check(t, 10)
}

func TestEveryMessageThatWeEmitIsValid(t *testing.T) {
	b := start(t)
	v := newValidator(t, b)
	n, err := norme.V1()
	if err != nil {
		t.Fatal(err)
	}
	const each = 15
	for _, version := range []soap.Version{soap.V11, soap.V12} {
		c := soap.Client{HTTP: b.services.Client(), Norme: n, Version: version}
		for _, s := range roc.Services() {
			address := "amc"
			if s == roc.ANN {
				address = "annuaire"
			}
			for seed := range each {
				_, err := c.Call(t.Context(), b.address(address), normetest.Request(s).Example(seed))
				var call *roc.CallError // a Fault is a message too
				if err != nil && (!errors.As(err, &call) || call.Level != roc.Technical) {
					t.Fatalf("%s: %v", s, err)
				}
			}
		}
	}
	for _, x := range b.exchanges(t) {
		v.add(t, x)
	}
	v.check(t, 2*each*len(roc.Services()))
}

func TestTheValidatorRefusesWhatIsWrong(t *testing.T) {
	b := start(t)
	v := newValidator(t, b)
	wrong := `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
		`<ConsultationAnnuaireDemande xmlns="urn:miroir:roc:v1"/></s:Body></s:Envelope>`
	v.files["soap11"] = []string{v.write(t, "faux.xml", []byte(wrong))}
	if out, err := v.validate("soap11"); err == nil || !strings.Contains(out, "fails to validate") {
		t.Errorf("xmllint accepts an empty message: %v\n%s", err, out)
	}
}
