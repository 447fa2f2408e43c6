package rest_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// FuzzRead: whatever comes, the server gives either a request that survives being written and read
// again, or a refusal that the client reads as one.
func FuzzRead(f *testing.F) {
	f.Add("application/json", "ANN", annuaire)
	f.Add("application/json", "CLC", `{"lignes":[{"numero":1},{}],"totaux":null}`)
	f.Add("application/json; charset=latin1", "ANN", annuaire)
	f.Add("application/json", "SIM", `{"lignes":{"a":[[[`)
	f.Add("application/json", "DEL", "\"\\ud800\"")
	n := v1(f)
	f.Fuzz(func(t *testing.T, contentType, service, body string) {
		s := roc.Service(service)
		if roc.NewRequest(s) == nil {
			s = roc.ANN
		}
		r := httptest.NewRequest(http.MethodPost, "/v1/json", nil)
		r.Header.Set("Content-Type", contentType)
		req, answer, err := rest.Server{Norme: n}.Read(s, r, []byte(body))
		if err != nil {
			resp := answer.Refuse(err, entry)
			_, err = rest.Client{HTTP: saying(resp.Status, resp.ContentType, string(resp.Body)), Norme: n}.
				Call(t.Context(), "http://miroir.test/", annRequest())
			var call *roc.CallError
			if !errors.As(err, &call) || call.Level != roc.Technical || call.Code == "" || call.Label == "" {
				t.Fatalf("the client reads %v in\n%s", err, resp.Body)
			}
			return
		}
		written, err := n.AppendJSON(nil, req)
		if err != nil {
			t.Fatalf("read and not writable: %v", err)
		}
		r.Header.Set("Content-Type", "application/json")
		again, _, err := rest.Server{Norme: n}.Read(s, r, written)
		if err != nil || !reflect.DeepEqual(again, req) {
			t.Fatalf("%v: read\n%+v\nof\n%+v", err, again, req)
		}
	})
}

// FuzzAnswer: whatever a service answers, the client gives a reply to its message or a CallError.
func FuzzAnswer(f *testing.F) {
	n := v1(f)
	good, err := n.AppendJSON(nil, annReply(askedID))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(200, "application/json", string(good))
	f.Add(422, "application/problem+json", `{"type":"urn:miroir:probleme:T04","title":"Non.","status":422,`+
		`"errors":[{"pointer":"/lignes/2/0/a~1b","code":"X","detail":"Y."},{"pointer":"","code":"Z"}]}`)
	f.Add(500, "application/problem+json", `{"errors":[{"pointer":"/1/2/-3"}]}`)
	f.Add(503, "text/html", "<html>")
	f.Fuzz(func(t *testing.T, status int, contentType, body string) {
		got, err := rest.Client{HTTP: saying(status, contentType, body), Norme: n}.
			Call(t.Context(), "http://miroir.test/", annRequest())
		var call *roc.CallError
		switch {
		case err == nil && got.ReplyHeader().InReplyTo != askedID:
			t.Fatalf("took the answer to %q", got.ReplyHeader().InReplyTo)
		case err != nil && (!errors.As(err, &call) || got != nil):
			t.Fatalf("reply %v, error %v", got, err)
		}
		if err == nil {
			if _, err := n.AppendJSON(nil, got); err != nil {
				t.Fatalf("read and not writable: %v", err)
			}
		}
	})
}

// saying is a client whose every call gets the same answer.
func saying(status int, contentType, body string) *http.Client {
	return &http.Client{Transport: answering(func() *http.Response {
		return &http.Response{
			StatusCode: status, Header: http.Header{"Content-Type": {contentType}},
			Body: io.NopCloser(strings.NewReader(body)),
		}
	})}
}

type answering func() *http.Response

func (a answering) RoundTrip(*http.Request) (*http.Response, error) { return a(), nil }
