package binding_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// A peer answers every request with the reply that the test wants, and keeps what it read.
type peer struct {
	read  func(*http.Request, []byte) (roc.Request, journal.Responder, error)
	reply roc.Reply
	got   roc.Request
	name  string // of the dialect, as the Responder gives it
	err   error
}

func (p *peer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		p.err = err
		return
	}
	var responder journal.Responder
	var resp journal.Response
	if p.got, responder, p.err = p.read(r, body); p.err == nil {
		resp, p.err = responder.Reply(p.reply)
	}
	p.name = responder.Binding()
	if p.err != nil {
		resp = responder.Refuse(p.err, "")
	}
	w.Header().Set("Content-Type", resp.ContentType)
	w.WriteHeader(resp.Status)
	_, _ = w.Write(resp.Body)
}

// What a client sends is what the server reads, and what the server answers is what the client
// reads, for any message of any service in any dialect.
func TestMessagesCrossUnchanged(t *testing.T) {
	n, err := norme.V1()
	if err != nil {
		t.Fatal(err)
	}
	for _, service := range roc.Services() {
		inSOAP := soap.Server{Norme: n, Services: []roc.Service{service}}.Read
		inJSON := func(r *http.Request, body []byte) (roc.Request, journal.Responder, error) {
			return rest.Server{Norme: n}.Read(service, r, body)
		}
		for _, d := range []struct {
			name string
			read func(*http.Request, []byte) (roc.Request, journal.Responder, error)
			call func(t *rapid.T, url string, req roc.Request) (roc.Reply, error)
		}{
			{"soap11", inSOAP, func(t *rapid.T, url string, req roc.Request) (roc.Reply, error) {
				return soap.Client{Norme: n, Version: soap.V11}.Call(t.Context(), url, req)
			}},
			{"soap12", inSOAP, func(t *rapid.T, url string, req roc.Request) (roc.Reply, error) {
				return soap.Client{Norme: n, Version: soap.V12}.Call(t.Context(), url, req)
			}},
			{"json", inJSON, func(t *rapid.T, url string, req roc.Request) (roc.Reply, error) {
				return rest.Client{Norme: n}.Call(t.Context(), url, req)
			}},
		} {
			t.Run(fmt.Sprintf("%s %s", service, d.name), func(t *testing.T) {
				p := &peer{read: d.read}
				s := httptest.NewServer(p)
				defer s.Close()
				rapid.Check(t, func(t *rapid.T) {
					sent := normetest.Request(service).Draw(t, "request")
					p.reply = normetest.Reply(service).Draw(t, "reply")
					p.reply.ReplyHeader().InReplyTo = sent.RequestHeader().MessageID
					got, err := d.call(t, s.URL, sent)
					if err != nil || p.err != nil {
						t.Fatalf("client: %v, server: %v", err, p.err)
					}
					if p.name != d.name {
						t.Fatalf("answered in %s", p.name)
					}
					if !reflect.DeepEqual(p.got, sent) {
						t.Fatalf("the server read\n%+v\nof\n%+v", p.got, sent)
					}
					if !reflect.DeepEqual(got, p.reply) {
						t.Fatalf("the client read\n%+v\nof\n%+v", got, p.reply)
					}
				})
			})
		}
	}
}
