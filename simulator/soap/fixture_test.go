package soap_test

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

const (
	space11 = "http://schemas.xmlsoap.org/soap/envelope/"
	space12 = "http://www.w3.org/2003/05/soap-envelope"
	type11  = "text/xml; charset=utf-8"
	type12  = "application/soap+xml; charset=utf-8"
	entry   = "E-000042"
	askedID = "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0001"
)

// annuaire is a good request to the directory.
const annuaire = `<ConsultationAnnuaireDemande xmlns="urn:miroir:roc:v1"><entete>` +
	`<idMessage>` + askedID + `</idMessage><envoyeLe>2026-03-02T09:00:00+01:00</envoyeLe>` +
	`<emetteur><finessEJ>999000011</finessEJ><finessEG>990000101</finessEG>` +
	`<logiciel><editeur>Éditeur</editeur><produit>GAP</produit><version>1.0</version></logiciel></emetteur>` +
	`<versionNorme>V1</versionNorme><test>true</test></entete>` +
	`<numeroAMC>99000001</numeroAMC><contexte>SEJOUR</contexte><dateReference>2026-03-02</dateReference>` +
	`</ConsultationAnnuaireDemande>`

// envelope wraps a message; header goes before the Body as it is.
func envelope(space, header, message string) string {
	return `<s:Envelope xmlns:s="` + space + `">` + header + `<s:Body>` + message + `</s:Body></s:Envelope>`
}

func v1(tb testing.TB) *norme.Norme {
	tb.Helper()
	n, err := norme.V1()
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// annReply is a good answer to the message asked.
func annReply(asked string) *roc.ANNReply {
	return &roc.ANNReply{
		Header: roc.ReplyHeader{
			MessageID: "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0002", InReplyTo: asked,
			SentAt: time.Date(2026, 3, 2, 9, 0, 1, 0, time.UTC), NormVersion: "V1",
		},
		Status: roc.Status{Result: roc.Inconnu, Code: "A01", Label: roc.LabelOf("A01"), Group: "A"},
	}
}

// directory serves the directory alone, on a real socket.
func directory(t *testing.T) *httptest.Server {
	t.Helper()
	srv := soap.Server{Norme: v1(t), Services: []roc.Service{roc.ANN}}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		req, answer, err := srv.Read(r, body)
		resp := answer.Refuse(err, entry)
		if err == nil {
			resp, err = answer.Reply(annReply(req.RequestHeader().MessageID))
		}
		if err != nil && resp.Body == nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", resp.ContentType)
		w.WriteHeader(resp.Status)
		_, _ = w.Write(resp.Body)
	}))
	t.Cleanup(s.Close)
	return s
}

// A seen is an answer as an independent reader sees it.
type seen struct {
	status      int
	contentType string
	raw         string
	XMLName     xml.Name
	Upgrade     []string `xml:"Header>Upgrade>SupportedEnvelope"`
	Unknown     []struct {
		QName string `xml:"qname,attr"`
	} `xml:"Header>NotUnderstood"`
	Reply   *struct{} `xml:"Body>ConsultationAnnuaireReponse"`
	Code11  string    `xml:"Body>Fault>faultcode"`
	Code12  string    `xml:"Body>Fault>Code>Value"`
	Subcode string    `xml:"Body>Fault>Code>Subcode>Value"`
	Label11 said      `xml:"Body>Fault>faultstring"`
	Label12 said      `xml:"Body>Fault>Reason>Text"`
	Detail  *detail   `xml:"Body>Fault>detail>erreurs"`
	Detail2 *detail   `xml:"Body>Fault>Detail>erreurs"`
}

type said struct {
	Lang string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Text string `xml:",chardata"`
}

type detail struct {
	XMLName xml.Name
	Errors  []struct {
		Path  string `xml:"chemin"`
		Code  string `xml:"code"`
		Label string `xml:"libelle"`
	} `xml:"erreur"`
	Entry string `xml:"echange"`
}

func (s *seen) faultCode() string { return strings.TrimPrefix(s.Code11+s.Code12, "soap:") }
func (s *seen) label() said {
	return said{s.Label11.Lang + s.Label12.Lang, s.Label11.Text + s.Label12.Text}
}

func (s *seen) detail() detail {
	switch {
	case s.Detail != nil:
		return *s.Detail
	case s.Detail2 != nil:
		return *s.Detail2
	}
	return detail{}
}

// post sends a body as it is and reads the answer with encoding/xml.
func post(t *testing.T, url, contentType, action, body string) *seen {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", contentType)
	if action != "" {
		req.Header.Set("SOAPAction", action)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	s := &seen{status: resp.StatusCode, contentType: resp.Header.Get("Content-Type"), raw: string(raw)}
	if err := xml.Unmarshal(raw, s); err != nil {
		t.Fatalf("not XML: %v\n%s", err, raw)
	}
	return s
}
