package admin

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func described(t *testing.T) (*openapi3.T, routers.Router) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(openapi)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	router, err := legacy.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, router
}

func TestTheDescriptionAndTheRoutesAreTheSame(t *testing.T) {
	doc, _ := described(t)
	operations := 0
	for _, item := range doc.Paths.Map() {
		operations += len(item.Operations())
	}
	if operations != len(routes()) {
		t.Errorf("%d operations described, %d routes", operations, len(routes()))
	}
	for _, rt := range routes() {
		item := doc.Paths.Value(rt.path)
		if item == nil || item.GetOperation(rt.method) == nil {
			t.Errorf("%s %s is not described", rt.method, rt.path)
			continue
		}
		op := item.GetOperation(rt.method)
		if op.OperationID != rt.name || op.Responses.Status(rt.status) == nil {
			t.Errorf("%s %s is described as %s, without its status %d", rt.method, rt.path, op.OperationID, rt.status)
		}
	}
}

func TestAnswersAreAsDescribed(t *testing.T) {
	_, router := described(t)
	_, c := serve(t)
	for _, tc := range []struct{ method, path, contentType, body string }{
		{"GET", "/api/openapi.json", "", ""},
		{"GET", "/api/worlds", "", ""},
		{"POST", "/api/worlds", "application/yaml", string(worldText(t, "deux"))},
		{"POST", "/api/worlds", "application/yaml", string(worldText(t, "deux"))},
		{"GET", "/api/worlds/deux", "", ""},
		{"GET", "/api/worlds/trois", "", ""},
		{"GET", "/api/worlds/un/clock", "", ""},
		{"PUT", "/api/worlds/un/clock", "application/json", `{"maintenant": "2025-07-01T12:00:00Z"}`},
		{"POST", "/api/worlds/un/forcages", "application/json", `{"service": "CLC", "code": "T02"}`},
		{"GET", "/api/worlds/un", "", ""},
		{"DELETE", "/api/worlds/un/forcages", "", ""},
		{"GET", "/api/worlds/un/exchanges", "", ""},
		{"GET", "/api/worlds/un/exchanges?clair=bof", "", ""},
		{"GET", "/api/worlds/un/exchanges/E-000001", "", ""},
		{"GET", "/api/worlds/un/engagements", "", ""},
		{"GET", "/api/orphelines", "", ""},
		{"POST", "/api/tarif", "application/yaml", stayText},
		{"POST", "/api/tarif", "application/json", visitText},
		{"POST", "/api/tarif", "application/json", `{"visite": {"type": "ACES"}}`},
		{"POST", "/api/worlds/un/reset", "", ""},
		{"DELETE", "/api/worlds/un", "", ""},
	} {
		t.Run(tc.method+" "+tc.path, func(t *testing.T) {
			checkAnswer(t, router, c, tc.method, tc.path, tc.contentType, tc.body)
		})
	}
}

// checkAnswer calls and holds the answer against the description.
func checkAnswer(t *testing.T, router routers.Router, c *Client, method, path, contentType, body string) {
	t.Helper()
	req, err := http.NewRequest(method, c.Base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	located, err := http.NewRequest(method, path, nil) // the description names no server
	if err != nil {
		t.Fatal(err)
	}
	route, params, err := router.FindRoute(located)
	if err != nil {
		t.Fatal(err)
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{
			Request: located, PathParams: params, Route: route,
		},
		Status: resp.StatusCode, Header: resp.Header, Body: io.NopCloser(bytes.NewReader(answer)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	if err := openapi3filter.ValidateResponse(t.Context(), input); err != nil {
		t.Errorf("HTTP %d %s: %v", resp.StatusCode, answer, err)
	}
}
