package soap_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// annRequest is the Go form of annuaire.
func annRequest() *roc.ANNRequest {
	return &roc.ANNRequest{
		Header: roc.Header{
			MessageID: askedID, SentAt: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC),
			Sender: roc.Sender{
				FinessEJ: "999000011", FinessEG: "990000101",
				Software: roc.Software{Editor: "Éditeur", Product: "GAP", Version: "1.0"},
			},
			NormVersion: "V1", Test: true,
		},
		AMCNumber: "99000001", Context: roc.Sejour, ReferenceDate: roc.NewDate(2026, 3, 2),
	}
}

// reply writes a good answer to asked in an envelope.
func reply(t *testing.T, space, asked string) string {
	t.Helper()
	body, err := v1(t).AppendXML(nil, annReply(asked))
	if err != nil {
		t.Fatal(err)
	}
	return envelope(space, "", string(body))
}

func TestClientReadsAnswersAndFaultsOfBothVersions(t *testing.T) {
	s := directory(t)
	for _, version := range []soap.Version{soap.V11, soap.V12} {
		c := soap.Client{HTTP: s.Client(), Norme: v1(t), Version: version}
		got, err := c.Call(t.Context(), s.URL, annRequest())
		if err != nil {
			t.Fatal(err)
		}
		if got.Outcome().Code != "A01" || got.ReplyHeader().InReplyTo != askedID {
			t.Errorf("SOAP %d: %+v", version, got)
		}
		_, err = c.Call(t.Context(), s.URL, &roc.DELRequest{
			Header: delHeader(), ClcID: "ENG-1", IdbID: "IDB-1", Reason: "AUTRE", Date: roc.NewDate(2026, 3, 2),
		})
		checkCall(t, err, roc.Technical, "SERVICE_ABSENT")
	}
}

func delHeader() roc.Header {
	h := annRequest().Header
	h.Receiver.AMCNumber = "99000001"
	return h
}

// checkCall wants a CallError of a level and code, with a French label.
func checkCall(t *testing.T, err error, level roc.Level, code string) *roc.CallError {
	t.Helper()
	var call *roc.CallError
	if !errors.As(err, &call) {
		t.Fatalf("got %v, want a CallError %s", err, code)
	}
	if call.Level != level || call.Code != code || call.Label == "" {
		t.Errorf("got %s %q %q, want %s %q", call.Level, call.Code, call.Label, level, code)
	}
	return call
}

func TestClientRefusesWhatIsNoAnswer(t *testing.T) {
	good := reply(t, space11, askedID)
	wrong := strings.Replace(good, "INCONNU<", "PERDU<", 1)
	fault := `<s:Fault><faultcode>s:Server</faultcode><faultstring>Panne.</faultstring></s:Fault>`
	fault12 := `<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason>` +
		`<s:Text xml:lang="fr">Panne.</s:Text></s:Reason><s:Detail><erreurs><erreur/></erreurs></s:Detail></s:Fault>`
	must := `<s:Header><w:S xmlns:w="urn:w" s:mustUnderstand="1"/></s:Header>`
	tests := []struct {
		name        string
		status      int
		contentType string
		body        string
		level       roc.Level
		code        string
	}{
		{"page of a gateway", 503, "text/html", "<html>non</html>", roc.Transport, "TYPE_CONTENU"},
		{"page of a gateway with a wrong type", 200, type11, "<html>non</html>", roc.Transport, "PAS_UN_SERVICE"},
		{"page with a document type", 200, type11, "<!DOCTYPE html><html/>", roc.Transport, "PAS_UN_SERVICE"},
		{"empty body", 200, type11, "", roc.Transport, "REPONSE_VIDE"},
		{"no content", 204, "", "", roc.Transport, "REPONSE_VIDE"},
		{"no content type", 200, "", good, roc.Transport, "TYPE_CONTENU"},
		{"another charset", 200, "text/xml; charset=latin1", good, roc.Transport, "TYPE_CONTENU"},
		{"redirect", 307, type11, good, roc.Transport, "REDIRECTION"},
		{"type of the other version", 200, type12, good, roc.BadAnswer, "TYPE_CONTENU"},
		{"truncated envelope", 200, type11, good[:len(good)-9], roc.BadAnswer, "XML_MAL_FORME"},
		{"answer that the norme refuses", 200, type11, wrong, roc.BadAnswer, "T04"},
		{"answer to another message", 200, type11, reply(t, space11, delID), roc.BadAnswer, "REPONSE_A_UN_AUTRE"},
		{"answer of another service", 200, type11, strings.ReplaceAll(good, "ConsultationAnnuaire", "Calcul"),
			roc.BadAnswer, "REPONSE_INATTENDUE"},
		{"a request as the answer", 200, type11, envelope(space11, "", annuaire), roc.BadAnswer, "REPONSE_INATTENDUE"},
		{"answer under an error status", 500, type11, good, roc.BadAnswer, "STATUT_HTTP"},
		{"two answers", 200, type11, strings.Replace(good, "</s:Body>", "<a/></s:Body>", 1), roc.BadAnswer,
			"CORPS_MULTIPLE"},
		{"header block to be understood", 200, type11, envelope(space11, must, annuaire), roc.BadAnswer,
			"ENTETE_NON_COMPRIS"},
		{"Fault of a stranger", 500, type11, envelope(space11, "", fault), roc.Technical, "Server"},
		{"Fault of a stranger in 1.2", 500, type12, envelope(space12, "", fault12), roc.Technical, "Receiver"},
		{"truncated Fault", 500, type11, envelope(space11, "", fault)[:150], roc.BadAnswer, "XML_MAL_FORME"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			calls := 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				calls++
				w.Header()["Content-Type"] = []string{tt.contentType}
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(tt.status)
				_, _ = io.WriteString(w, tt.body)
			}))
			defer s.Close()
			c := soap.Client{HTTP: s.Client(), Norme: v1(t), Version: soap.V11}
			got, err := c.Call(t.Context(), s.URL, annRequest())
			call := checkCall(t, err, tt.level, tt.code)
			if got != nil || call.HTTPStatus != tt.status || calls != 1 {
				t.Errorf("reply %v, HTTP %d, %d calls", got, call.HTTPStatus, calls)
			}
		})
	}
}

const delID = "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0009"

func TestClientSaysHowACallFailed(t *testing.T) {
	hang := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/hang":
			_, _ = io.Copy(io.Discard, r.Body)
			<-hang
		case "/cut":
			panic(http.ErrAbortHandler)
		case "/short":
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "<a>")
		case "/huge":
			w.Header().Set("Content-Type", type11)
			for err := error(nil); err == nil; { // without end: only a bounded reader comes back
				_, err = w.Write(make([]byte, 1<<20))
			}
		}
	}))
	defer s.Close()
	defer close(hang)
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	tests := []struct{ name, url, code string }{
		{"nobody listens", closed.URL, "CONNEXION_IMPOSSIBLE"},
		{"no URL", "http://[", "ADRESSE"},
		{"URL of another protocol", "ftp://miroir.test/", "ADRESSE"},
		{"URL without a host", "/v1/amc", "ADRESSE"},
		{"connection closed without an answer", s.URL + "/cut", "SANS_REPONSE"},
		{"answer cut in the middle", s.URL + "/short", "REPONSE_INTERROMPUE"},
		{"answer too large", s.URL + "/huge", "REPONSE_TROP_GROSSE"},
		{"no answer in time", s.URL + "/hang", "DELAI_DEPASSE"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if tt.code == "DELAI_DEPASSE" {
				ctx, cancel = context.WithTimeout(ctx, 50*time.Millisecond)
				defer cancel()
			}
			_, err := soap.Client{HTTP: s.Client(), Norme: v1(t), Version: soap.V12}.Call(ctx, tt.url, annRequest())
			checkCall(t, err, roc.Transport, tt.code)
		})
	}
}
