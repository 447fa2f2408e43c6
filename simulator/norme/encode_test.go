package norme_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestAMessageThatTheNormeRefusesIsNotWritten(t *testing.T) {
	n := v1(t)
	for name, c := range map[string]struct {
		bend func(*roc.CLCRequest)
		want string // in XML; JSON differs by the names of lists
	}{
		"a text missing": {func(r *roc.CLCRequest) { r.IdbID = "" },
			"/CalculDemande/idIDB ELEMENT_MANQUANT"},
		"a date missing": {func(r *roc.CLCRequest) { r.Lines[1].From = roc.Date{} },
			"/CalculDemande/ligne[2]/du ELEMENT_MANQUANT"},
		"an instant missing": {func(r *roc.CLCRequest) { r.Header.SentAt = time.Time{} },
			"/CalculDemande/entete/envoyeLe ELEMENT_MANQUANT"},
		"no line": {func(r *roc.CLCRequest) { r.Lines = nil },
			"/CalculDemande/ligne ELEMENT_MANQUANT"},
		"a text too long": {func(r *roc.CLCRequest) { r.IdbID = strings.Repeat("x", 36) },
			"/CalculDemande/idIDB LONGUEUR_INVALIDE"},
		"a code outside its list": {func(r *roc.CLCRequest) { r.Venue.Domain = "X" },
			"/CalculDemande/venue/domaine VALEUR_INCONNUE"},
		"an amount too large": {func(r *roc.CLCRequest) { r.Totals.Billed = 100_000_000_000 },
			"/CalculDemande/totaux/facture MONTANT_INVALIDE"},
		"a number out of its bounds": {func(r *roc.CLCRequest) { r.Lines[0].Rate = 101 },
			"/CalculDemande/ligne[1]/taux HORS_BORNES"},
		"a wrong NIR key": {func(r *roc.CLCRequest) { r.Patient.Beneficiary.InsuredKey = "01" },
			"/CalculDemande/patient/beneficiaire/cleAssure CLE_NIR"},
		"a NIR without its key": {func(r *roc.CLCRequest) { r.Patient.Beneficiary.InsuredKey = "" },
			"/CalculDemande/patient/beneficiaire/cleAssure ELEMENT_MANQUANT"},
		"a key without its NIR": {func(r *roc.CLCRequest) { r.Patient.Beneficiary.Key = "89" },
			"/CalculDemande/patient/beneficiaire/nir ELEMENT_MANQUANT"},
		"bytes that are not UTF-8": {func(r *roc.CLCRequest) { r.Patient.Beneficiary.LastName = "\xff" },
			"/CalculDemande/patient/beneficiaire/nom CARACTERE_INTERDIT"},
		"an offset beyond 14 hours": {func(r *roc.CLCRequest) {
			r.Venue.Entry = r.Venue.Entry.In(time.FixedZone("",
				15*3600))
		}, "/CalculDemande/venue/entree INSTANT_INVALIDE"},
		"an empty header of receiver": {func(r *roc.CLCRequest) { r.Header.Receiver = roc.Receiver{} },
			"/CalculDemande/entete/destinataire/numeroAMC ELEMENT_MANQUANT"},
	} {
		t.Run(name, func(t *testing.T) {
			r := normetest.ExampleCLC(2)
			c.bend(r)
			written, err := n.AppendXML([]byte("before"), r)
			if got := places(t, err, roc.Path.XPath); fmt.Sprint(got) != "["+c.want+"]" || string(written) != "before" {
				t.Errorf("XML: got %v and %s, want %s", got, written, c.want)
			}
			written, err = n.AppendJSON([]byte("before"), r)
			want := strings.Replace(c.want, "/ligne", "/lignes", 1)
			if got := places(t, err, roc.Path.XPath); fmt.Sprint(got) != "["+want+"]" || string(written) != "before" {
				t.Errorf("JSON: got %v and %s, want %s", got, written, want)
			}
		})
	}
}

func TestAValueWithoutAPlaceIsNotLostInSilence(t *testing.T) {
	request := &roc.IDBRequest{Beneficiary: roc.Beneficiary{Sex: "M"}}
	_, err := v1(t).AppendXML(nil, request)
	if got := fmt.Sprint(faultsOf(err)); !strings.Contains(got,
		"/IdentificationDroitsDemande/beneficiaire/Sex CHAMP_SANS_PLACE") {
		t.Errorf("got %s", got)
	}
}

func TestBlankZonesOfTheCardAreWrittenBlank(t *testing.T) {
	n := v1(t)
	request := &roc.ANNRequest{
		Header: normetest.ExampleCLC(1).Header, AMCNumber: "99000001", Context: roc.Sejour,
		ReferenceDate: roc.NewDate(2025, 6, 2),
	}
	asXML, err := n.AppendXML(nil, request)
	if err != nil || !strings.Contains(string(asXML), "<typeConvention></typeConvention><csr></csr>") {
		t.Errorf("%v %s", faultsOf(err), asXML)
	}
	asJSON, err := n.AppendJSON(nil, request)
	if err != nil || !strings.Contains(string(asJSON), `"typeConvention":"","csr":""`) {
		t.Errorf("%v %s", faultsOf(err), asJSON)
	}
}

func TestWritingCostsNextToNoAllocation(t *testing.T) {
	n, request, dst := v1(t), normetest.ExampleCLC(10), make([]byte, 0, 8192)
	allocations := testing.AllocsPerRun(50, func() {
		if _, err := n.AppendXML(dst, request); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 20 {
		t.Errorf("%v allocations", allocations)
	}
}

func TestReadingCostsFewAllocations(t *testing.T) {
	n := v1(t)
	body := envelope(asXML(t, n, normetest.ExampleCLC(10)))
	allocations := testing.AllocsPerRun(50, func() {
		if _, err := decodeEnvelope(n, body); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 100 {
		t.Errorf("%v allocations", allocations)
	}
}
