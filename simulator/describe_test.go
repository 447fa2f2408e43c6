package simulator_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
)

func decode(tb testing.TB, resp *http.Response, into any) {
	tb.Helper()
	if err := json.NewDecoder(resp.Body).Decode(into); err != nil {
		tb.Fatalf("HTTP %d: %v", resp.StatusCode, err)
	}
}

func read(tb testing.TB, resp *http.Response) string {
	tb.Helper()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return string(body)
}

func TestDescriptionsNameTheAddressThatWasCalled(t *testing.T) {
	b := start(t, simulator.Options{})
	for path, want := range map[string]string{
		"/v1/amc?wsdl":                     "/v1/amc\"",
		"/v1/annuaire?WSDL":                "/v1/annuaire\"",
		"/m/un/v1/amc?wsdl":                "/m/un/v1/amc\"",
		"/m/un/o/OPA/v1/amc?wsdl":          "/m/un/o/OPA/v1/amc\"",
		"/m/un/v1/json/openapi.json":       "/m/un",
		"/m/un/o/OPA/v1/json/openapi.json": "/m/un/o/OPA",
		"/v1/amc?xsd":                      "urn:miroir:roc:v1",
		"/m/un/o/OPA/v1/annuaire?xsd":      "urn:miroir:roc:v1",
		"/healthz":                         "ok",
		"/readyz":                          "ok",
	} {
		t.Run(path, func(t *testing.T) {
			resp := get(t, b.services.URL+path)
			body := read(t, resp)
			if strings.HasPrefix(want, "/") {
				want = b.services.URL + want
			}
			if resp.StatusCode != 200 || !strings.Contains(body, want) {
				t.Errorf("HTTP %d, want %q in %.2000s", resp.StatusCode, want, body)
			}
		})
	}
}

func TestAPanicIsAnInternalErrorWithAReferenceAndTheWorldLivesOn(t *testing.T) {
	var log strings.Builder
	b := start(t, simulator.Options{
		Log: slog.New(slog.NewTextHandler(&log, nil)), Worlds: []*amc.World{world(t, "un")},
	})
	h := newHospital(1)
	restore := b.sim.BreakPayer()
	resp, answer := send(t, "POST", b.services.URL+"/m/un/o/OPA/v1/json/idb", plain, jsonOf(t, b, h))
	wantDialect(t, resp, answer, plain)
	if resp.StatusCode != 500 || !strings.Contains(answer, "E-000001") || !strings.Contains(answer, "T01") {
		t.Errorf("HTTP %d: %s", resp.StatusCode, answer)
	}
	if !strings.Contains(log.String(), "panic while serving") || !strings.Contains(log.String(), "E-000001") {
		t.Errorf("logged %s", log.String())
	}
	restore()
	resp, answer = send(t, "POST", b.services.URL+"/m/un/o/OPA/v1/json/idb", plain, jsonOf(t, b, h))
	if resp.StatusCode != 200 {
		t.Errorf("HTTP %d after the panic: %s", resp.StatusCode, answer)
	}
}

func jsonOf(tb testing.TB, b *bench, h *hospital) string {
	tb.Helper()
	body, err := b.norme.AppendJSON(nil, h.idb())
	if err != nil {
		tb.Fatal(err)
	}
	return string(body)
}
