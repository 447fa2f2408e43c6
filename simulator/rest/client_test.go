package rest_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
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

func reply(t *testing.T, asked string) string {
	t.Helper()
	body, err := v1(t).AppendJSON(nil, annReply(asked))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestClientReadsAReply(t *testing.T) {
	s := directory(t)
	got, err := rest.Client{HTTP: s.Client(), Norme: v1(t)}.Call(t.Context(), s.URL, annRequest())
	if err != nil {
		t.Fatal(err)
	}
	if got.Outcome().Code != "A01" || got.ReplyHeader().InReplyTo != askedID {
		t.Errorf("got %+v", got)
	}
}

func TestClientDoesNotSendWhatTheNormeRefuses(t *testing.T) {
	req := annRequest()
	req.AMCNumber = "?"
	got, err := rest.Client{Norme: v1(t)}.Call(t.Context(), "http://127.0.0.1:1", req)
	var call *roc.CallError
	if got != nil || err == nil || errors.As(err, &call) {
		t.Errorf("got %v, %v; want an error of the norme, before any call", got, err)
	}
}

func TestClientRefusesWhatIsNoAnswer(t *testing.T) {
	good := reply(t, askedID)
	const (
		message = "application/json"
		problem = "application/problem+json"
	)
	tests := []struct {
		name        string
		status      int
		contentType string
		body        string
		level       roc.Level
		code        string
	}{
		{"page of a gateway", 502, "text/html", "<html>non</html>", roc.Transport, "TYPE_CONTENU"},
		{"page of a gateway that lies about its type", 200, message, "<html>", roc.BadAnswer, "JSON_MAL_FORME"},
		{"empty body", 200, message, "", roc.Transport, "REPONSE_VIDE"},
		{"redirect", 302, message, good, roc.Transport, "REDIRECTION"},
		{"truncated", 200, message, good[:80], roc.BadAnswer, "JSON_MAL_FORME"},
		{"answer that the norme refuses", 200, message, strings.Replace(good, "INCONNU", "", 1), roc.BadAnswer, "T04"},
		{"a request as the answer", 200, message, annuaire, roc.BadAnswer, "T04"},
		{"answer to another message", 200, message, reply(t, "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0009"), roc.BadAnswer,
			"REPONSE_A_UN_AUTRE"},
		{"answer under an error status", 500, message, good, roc.BadAnswer, "STATUT_HTTP"},
		{"problem of a stranger", 503, problem, `{"type":"urn:x","title":"Non.","y":[]}`, roc.Technical, "urn:x"},
		{"problem that is no JSON", 503, problem, `{"type":`, roc.BadAnswer, "PROBLEME_ILLISIBLE"},
		{"problem of the wrong shape", 503, problem, `[1]`, roc.BadAnswer, "PROBLEME_ILLISIBLE"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			calls := 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				calls++
				w.Header().Set("Content-Type", tt.contentType)
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(tt.status)
				_, _ = io.WriteString(w, tt.body)
			}))
			defer s.Close()
			got, err := rest.Client{HTTP: s.Client(), Norme: v1(t)}.Call(t.Context(), s.URL, annRequest())
			var call *roc.CallError
			if !errors.As(err, &call) {
				t.Fatalf("got %v, %v; want a CallError", got, err)
			}
			if call.Level != tt.level || call.Code != tt.code || call.Label == "" || call.HTTPStatus != tt.status {
				t.Errorf("got %+v, want %s %s", call, tt.level, tt.code)
			}
			if got != nil || calls != 1 {
				t.Errorf("reply %v after %d calls", got, calls)
			}
		})
	}
}
