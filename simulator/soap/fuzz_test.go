package soap_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// FuzzRead: whatever comes, the server gives either a request that survives being written and read
// again, or a refusal that the client reads as one.
func FuzzRead(f *testing.F) {
	must := `<s:Header><w:S xmlns:w="urn:w" s:mustUnderstand="1"/></s:Header>`
	f.Add(type11, "", envelope(space11, "", annuaire))
	f.Add(type12+`; action="urn:miroir:roc:v1:ANN"`, "", envelope(space12, "<s:Header/>", annuaire))
	f.Add(type11, `"urn:miroir:roc:v1:CLC"`, envelope(space11, must, annuaire))
	f.Add(type12, "", envelope(space12, must, ""))
	f.Add(type12, "", envelope("urn:other", "", annuaire))
	f.Add(type11, "", "\ufeff<?xml version='1.0'?><!-- a -->"+envelope(space11, "", "<![CDATA[a]]>&#x41;&amp;"))
	f.Add("text/html", "", "<!DOCTYPE html><html>")
	n := v1(f)
	f.Fuzz(func(t *testing.T, contentType, action, body string) {
		r := httptest.NewRequest(http.MethodPost, "/v1/annuaire", nil)
		r.Header = http.Header{"Content-Type": {contentType}, "Soapaction": {action}}
		req, answer, err := soap.Server{Norme: n}.Read(r, []byte(body))
		if err != nil {
			resp := answer.Refuse(err, entry)
			_, err = soap.Client{HTTP: saying(resp.Status, resp.ContentType, string(resp.Body)), Norme: n}.
				Call(t.Context(), "http://miroir.test/", annRequest())
			var call *roc.CallError
			if !errors.As(err, &call) || call.Level != roc.Technical || call.Code == "" || call.Label == "" {
				t.Fatalf("the client reads %v in\n%s", err, resp.Body)
			}
			return
		}
		written, err := n.AppendXML(nil, req)
		if err != nil {
			t.Fatalf("read and not writable: %v", err)
		}
		r.Header = http.Header{"Content-Type": {type12}}
		again, _, err := soap.Server{Norme: n}.Read(r, []byte(envelope(space12, "", string(written))))
		if err != nil || !reflect.DeepEqual(again, req) {
			t.Fatalf("%v: read\n%+v\nof\n%+v", err, again, req)
		}
	})
}

// FuzzAnswer: whatever a service answers, the client gives a reply to its message or a CallError.
func FuzzAnswer(f *testing.F) {
	n := v1(f)
	good, err := n.AppendXML(nil, annReply(askedID))
	if err != nil {
		f.Fatal(err)
	}
	fault := `<s:Fault><faultcode>s:Client</faultcode><faultstring>Non.</faultstring><detail>` +
		`<erreurs xmlns="urn:miroir:roc:v1"><erreur><chemin>/a/b[2]/c</chemin><code>X</code></erreur></erreurs>` +
		`</detail></s:Fault>`
	odd := `<s:Fault><detail><x><erreurs xmlns="urn:miroir:roc:v1"><erreur><code>X</code></erreur></erreurs></x>` +
		`</detail><Code><Value>a:b</Value><Subcode><Value>c</Value></Subcode></Code></s:Fault>`
	f.Add(200, type11, envelope(space11, "", string(good)))
	f.Add(200, type12, envelope(space12, "<s:Header/>", string(good)))
	f.Add(500, type11, envelope(space11, "", fault))
	f.Add(400, type12, envelope(space12, "", fault))
	f.Add(500, type11, envelope(space11, "", odd))
	f.Add(200, type11, envelope(space11, "", annuaire))
	f.Add(503, "text/html", "<html>")
	f.Fuzz(func(t *testing.T, status int, contentType, body string) {
		got, err := soap.Client{HTTP: saying(status, contentType, body), Norme: n, Version: soap.V11}.
			Call(t.Context(), "http://miroir.test/", annRequest())
		var call *roc.CallError
		switch {
		case err == nil && got.ReplyHeader().InReplyTo != askedID:
			t.Fatalf("took the answer to %q", got.ReplyHeader().InReplyTo)
		case err != nil && (!errors.As(err, &call) || got != nil):
			t.Fatalf("reply %v, error %v", got, err)
		}
		if err == nil {
			if _, err := n.AppendXML(nil, got); err != nil {
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
