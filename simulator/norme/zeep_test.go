package norme_test

import (
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"
)

// python is the interpreter that carries zeep where a distribution installed it.
const python = "/usr/bin/python3"

// zeepScript lists what zeep makes of a WSDL, then calls one operation.
const zeepScript = `
import sys, zeep
client = zeep.Client(sys.argv[1])
for service in sorted(client.wsdl.services.values(), key=lambda s: s.name):
    for port in sorted(service.ports.values(), key=lambda p: p.name):
        print(service.name, port.name, sorted(port.binding._operations), port.binding_options["address"])
amc = client.bind("AMC", "AMCSOAP12")
try:
    amc.Annulation(entete={
        "idMessage": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", "envoyeLe": "2025-06-07T10:30:00+02:00",
        "emetteur": {"finessEJ": "999000011", "finessEG": "990000101",
                     "logiciel": {"editeur": "Éditeur", "produit": "GAP", "version": "1"}},
        "destinataire": {"numeroAMC": "99000001"}, "versionNorme": "V1", "test": True},
        idCLC="ENG-1", idIDB="IDB-1", motif="AUTRE", date="2025-06-07")
except zeep.exceptions.Fault as fault:
    print("fault", fault.message)
`

// faultAnswer is a SOAP 1.2 fault.
const faultAnswer = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>
<s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="fr">Essai.</s:Text></s:Reason>
</s:Fault></s:Body></s:Envelope>`

func TestAForeignSOAPClientReadsTheWSDLAlone(t *testing.T) {
	if err := exec.Command(python, "-c", "import zeep").Run(); err != nil {
		missing(t, "python3-zeep is not installed: no foreign client reads the WSDL")
	}
	n := v1(t)
	var action, received string
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	mux.HandleFunc("GET /wsdl", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(n.WSDL(server.URL+"/v1/annuaire", server.URL+"/v1/amc?a=1&b=2"))
	})
	mux.HandleFunc("POST /v1/amc", func(w http.ResponseWriter, r *http.Request) {
		action = r.Header.Get("Content-Type")
		var b strings.Builder
		_ = r.Write(&b)
		received = b.String()
		w.Header().Set("Content-Type", "application/soap+xml; charset=utf-8")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(faultAnswer))
	})
	output, err := exec.Command(python, "-c", zeepScript, server.URL+"/wsdl").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	amc := "['Annulation', 'Calcul', 'IdentificationDroits', 'Simulation'] " + server.URL + "/v1/amc?a=1&b=2\n"
	annuaire := "['ConsultationAnnuaire'] " + server.URL + "/v1/annuaire\n"
	want := "AMC AMCSOAP11 " + amc + "AMC AMCSOAP12 " + amc +
		"Annuaire AnnuaireSOAP11 " + annuaire + "Annuaire AnnuaireSOAP12 " + annuaire + "fault Essai.\n"
	if string(output) != want {
		t.Errorf("zeep says\n%s\nwant\n%s", output, want)
	}
	if !strings.Contains(action, "urn:miroir:roc:v1:DEL") {
		t.Errorf("Content-Type %q does not name the action", action)
	}
	start, end := strings.Index(received, "<ns0:AnnulationDemande"), strings.Index(received, "</soap-env:Body>")
	if start < 0 || end < 0 {
		t.Fatalf("no message in %s", received)
	}
	if _, err := decodeXML(n, []byte(received[start:end])); err != nil {
		t.Errorf("what zeep wrote is refused: %v\n%s", faultsOf(err), received)
	}
}
