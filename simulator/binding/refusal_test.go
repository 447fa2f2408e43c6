package binding_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// A dialect is one way of asking and of being refused.
type dialect struct {
	name     string
	refuse   func(r *http.Request) journal.Responder
	call     func(url string) error
	statuses map[string]int // by name of the case
}

func dialects(t *testing.T) []dialect {
	t.Helper()
	n, err := norme.V1()
	if err != nil {
		t.Fatal(err)
	}
	bySOAP := func(v soap.Version) func(string) error {
		return func(url string) error {
			_, err := soap.Client{Norme: n, Version: v}.Call(t.Context(), url, request())
			return err
		}
	}
	byJSON := func(url string) error {
		_, err := rest.Client{Norme: n}.Call(t.Context(), url, request())
		return err
	}
	inJSON := func(*http.Request) journal.Responder { return rest.Server{Norme: n}.Responder() }
	return []dialect{
		{"soap11", soap.Server{Norme: n}.Responder, bySOAP(soap.V11), map[string]int{}},
		{"soap12", soap.Server{Norme: n}.Responder, bySOAP(soap.V12), map[string]int{
			"unreadable": 400, "invalid": 400, "forbidden": 400, "not found": 400, "conflict": 400,
		}},
		{"json", inJSON, byJSON, map[string]int{
			"unreadable": 400, "invalid": 422, "forbidden": 403, "not found": 404, "conflict": 409, "unavailable": 503,
		}},
	}
}

func request() roc.Request {
	return &roc.ANNRequest{
		Header: roc.Header{
			MessageID: "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0001", SentAt: time.Unix(1772438400, 0).UTC(),
			Sender: roc.Sender{
				FinessEJ: "999000011", FinessEG: "990000101",
				Software: roc.Software{Editor: "a", Product: "b", Version: "c"},
			},
			NormVersion: "V1",
		},
		AMCNumber: "99000001", Context: roc.ACE, ReferenceDate: roc.NewDate(2026, 3, 2),
	}
}

// Both bindings write every class of refusal, and what the clients read of it is the same.
func TestAllDialectsSayTheSameOfARefusal(t *testing.T) {
	root := roc.Step{Name: "ConsultationAnnuaireDemande", Index: -1}
	secret := errors.New("disk of the server is full")
	invalid := &roc.Invalid{Fields: []*roc.FieldError{
		{Path: roc.Path{root, {Name: "numeroAMC", Index: -1}}, Code: "LONGUEUR_INVALIDE", Label: "« Dix » & pas plus."},
		{Path: roc.Path{root, {Name: "ligne", Index: 2}, {Name: "montant", Index: -1}}, Code: "M02", Label: "< 0."},
		{Path: roc.Path{root}, Code: "ELEMENT_MANQUANT", Label: "Il manque l'en-tête."},
	}}
	const internal = "Erreur interne de l'AMC."
	tests := []struct {
		name        string
		err         error
		code, label string
		fields      int
	}{
		{"unreadable", &roc.Unreadable{Offset: 12, Code: "DTD_INTERDITE", Label: "Non."}, "DTD_INTERDITE", "Non.", 1},
		{"invalid", fmt.Errorf("read: %w", invalid), "T04", "Message non conforme à la norme.", 3},
		{"forbidden", &roc.Error{Kind: roc.Forbidden, Code: "S05", Label: "Non.", Cause: secret}, "S05", "Non.", 0},
		{"not found", &roc.Error{Kind: roc.NotFound, Code: "X_1", Label: "Quoi ?"}, "X_1", "Quoi ?", 0},
		{"conflict", &roc.Error{Kind: roc.Conflict, Code: "G07", Label: "Déjà."}, "G07", "Déjà.", 0},
		{"unavailable", &roc.Error{Kind: roc.Unavailable, Code: "T02", Label: "Plus tard."}, "T02", "Plus tard.", 0},
		{"internal", &roc.Error{Kind: roc.Internal, Code: "X", Label: "secret", Cause: secret}, "T01", internal, 0},
		{"a reply that cannot be written", binding.Unwritable(invalid), "T01", internal, 0},
		{"anything else", secret, "T01", internal, 0},
	}
	for _, d := range dialects(t) {
		for _, tt := range tests {
			t.Run(d.name+" "+tt.name, func(t *testing.T) {
				got, body := refused(t, d, tt.err)
				if got.Level != roc.Technical || got.Code != tt.code || got.Label != tt.label {
					t.Errorf("got %+v from\n%s", got, body)
				}
				if len(got.Fields) != tt.fields {
					t.Errorf("%d places, want %d\n%s", len(got.Fields), tt.fields, body)
				}
				status := d.statuses[tt.name]
				if status == 0 {
					status = 500
				}
				if got.HTTPStatus != status {
					t.Errorf("HTTP %d, want %d", got.HTTPStatus, status)
				}
				checkSilence(t, body)
				if tt.name == "invalid" {
					checkFields(t, got.Fields, invalid.Fields)
				}
			})
		}
	}
}

// refused makes the dialect refuse a call for a reason, over a real socket.
func refused(t *testing.T, d dialect, reason error) (*roc.CallError, string) {
	t.Helper()
	var body string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp := d.refuse(r).Refuse(reason, "E-000007")
		body = string(resp.Body)
		w.Header().Set("Content-Type", resp.ContentType)
		w.WriteHeader(resp.Status)
		_, _ = io.WriteString(w, body)
	}))
	defer s.Close()
	var call *roc.CallError
	if err := d.call(s.URL); !errors.As(err, &call) {
		t.Fatalf("got %v, want a CallError", err)
	}
	return call, body
}

func checkFields(t *testing.T, got, want []*roc.FieldError) {
	t.Helper()
	for i, f := range got {
		w := want[i]
		whole := len(w.Path) == 1 && len(f.Path) == 0 // a pointer cannot tell the message from its root
		if f.Path.XPath() != w.Path.XPath() && !whole || f.Code != w.Code || f.Label != w.Label {
			t.Errorf("place %d: got %+v, want %+v", i, f, w)
		}
	}
}

// checkSilence wants the reference of the journal, and nothing of what went on inside.
func checkSilence(t *testing.T, body string) {
	t.Helper()
	if !strings.Contains(body, "E-000007") {
		t.Errorf("no journal reference in\n%s", body)
	}
	for _, inside := range []string{"disk", "secret", "interne\"", "goroutine"} {
		if strings.Contains(body, inside) {
			t.Errorf("%q left the process:\n%s", inside, body)
		}
	}
}
