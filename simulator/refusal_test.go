package simulator_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	soap11 = "text/xml; charset=utf-8"
	soap12 = "application/soap+xml; charset=utf-8"
	plain  = "application/json"
)

// send posts a raw body and returns what came back.
func send(tb testing.TB, method, url, contentType, body string) (*http.Response, string) {
	tb.Helper()
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	req.Header.Set("Content-Type", contentType)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return resp, string(answer)
}

// wantDialect checks that a refusal is a Fault or a problem document, and tells nothing of the inside.
func wantDialect(t *testing.T, resp *http.Response, answer, contentType string) {
	t.Helper()
	got := resp.Header.Get("Content-Type")
	switch contentType {
	case plain:
		var p struct {
			Title  string
			Status int
		}
		if err := json.Unmarshal([]byte(answer), &p); err != nil ||
			!strings.HasPrefix(got, "application/problem+json") ||
			p.Status != resp.StatusCode || p.Title == "" {
			t.Errorf("HTTP %d as %q is no problem document: %s", resp.StatusCode, got, answer)
		}
	default:
		if got != contentType || !strings.Contains(answer, ":Fault>") {
			t.Errorf("HTTP %d as %q is no Fault: %s", resp.StatusCode, got, answer)
		}
	}
	for _, inside := range []string{"goroutine", ".go:", "sqlite", "panic"} {
		if strings.Contains(answer, inside) {
			t.Errorf("the answer tells %q: %s", inside, answer)
		}
	}
}

func TestRequestsThatReachNoServiceAreRefusedInTheirDialectAndKeptApart(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "alpha")}})
	for _, tc := range []struct {
		name, method, path, contentType string
		status                          int
		code, says                      string
	}{
		{"an unknown world in SOAP 1.1", "POST", "/m/alpah/v1/amc", soap11, 404, "MONDE_INCONNU", "« alpha »"},
		{"an unknown world in SOAP 1.2", "POST", "/m/alpah/v1/amc", soap12, 404, "MONDE_INCONNU", "« alpha »"},
		{"an unknown world in JSON", "POST", "/m/alpah/v1/json/clc", plain, 404, "MONDE_INCONNU", "« alpha »"},
		{"no default world", "POST", "/v1/amc", soap11, 404, "MONDE_INCONNU", ""},
		{"an unknown path in SOAP", "POST", "/m/alpha/v1/ammc", soap11, 404, "ADRESSE_INCONNUE", "« /m/alpha/v1/amc »"},
		{"an unknown path in JSON", "POST", "/m/alpha/v1/json/calcul", plain, 404, "ADRESSE_INCONNUE", ""},
		{"a slash too many", "POST", "/m/alpha/v1/amc/", soap11, 404, "ADRESSE_INCONNUE", "« /m/alpha/v1/amc »"},
		{"a version not served", "POST", "/m/alpha/v9/amc", soap12, 404, "ADRESSE_INCONNUE", "« /m/alpha/v1/amc »"},
		{"a wrong method in SOAP", "PUT", "/m/alpha/v1/amc", soap11, 405, "METHODE_REFUSEE", "PUT"},
		{"a wrong method in JSON", "GET", "/m/alpha/v1/json/clc", plain, 405, "METHODE_REFUSEE", "GET"},
		{"a GET without a question", "GET", "/m/alpha/v1/amc", soap11, 405, "METHODE_REFUSEE", "GET"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			resp, answer := send(t, tc.method, b.services.URL+tc.path, tc.contentType, "body of "+tc.name)
			if resp.StatusCode != tc.status || !strings.Contains(answer, tc.says) ||
				!strings.Contains(answer, tc.code) {
				t.Errorf("HTTP %d: %s", resp.StatusCode, answer)
			}
			wantDialect(t, resp, answer, tc.contentType)
			orphans, err := b.admin.Orphans(context.Background())
			if err != nil || len(orphans) == 0 {
				t.Fatalf("%d orphans, error %v", len(orphans), err)
			}
			if last := orphans[len(orphans)-1]; last.Path != tc.path || last.Code != tc.code || last.HTTP != tc.status {
				t.Errorf("kept as %+v", last)
			}
			if !strings.Contains(answer, orphans[len(orphans)-1].ID) {
				t.Errorf("the answer does not name the entry %s: %s", orphans[len(orphans)-1].ID, answer)
			}
		})
	}
	all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
	if err != nil || len(all) != 0 {
		t.Errorf("the world's journal holds %+v, error %v", all, err)
	}
}

func TestBadBodiesAreRefusedAndKeptInTheWorldsJournal(t *testing.T) {
	b := start(t, simulator.Options{BodyLimit: 10_000, Worlds: []*amc.World{world(t, "alpha")}})
	for _, tc := range []struct {
		name, path, contentType, body string
		status                        int
		code                          string
	}{
		{"too large in SOAP", "/m/alpha/v1/amc", soap11, strings.Repeat("x", 10_001), 413, "TROP_VOLUMINEUX"},
		{"too large in JSON", "/m/alpha/v1/json/clc", plain, strings.Repeat("x", 10_001), 413, "TROP_VOLUMINEUX"},
		{"no XML", "/m/alpha/v1/amc", soap11, "bonjour", 500, ""},
		{"no JSON", "/m/alpha/v1/json/clc", plain, "bonjour", 400, ""},
		{"empty", "/m/alpha/v1/json/clc", plain, "", 400, ""},
		{"a wrong content type", "/m/alpha/v1/json/clc", "text/csv", "a;b", 400, "TYPE_CONTENU"},
		{"fields missing", "/m/alpha/v1/json/clc", plain, "{}", 422, "T04"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			resp, answer := send(t, "POST", b.services.URL+tc.path, tc.contentType, tc.body)
			if resp.StatusCode != tc.status || !strings.Contains(answer, tc.code) {
				t.Errorf("HTTP %d: %s", resp.StatusCode, answer)
			}
			dialect := tc.contentType
			if strings.Contains(tc.path, "json") {
				dialect = plain
			}
			wantDialect(t, resp, answer, dialect)
			all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
			if err != nil || len(all) == 0 {
				t.Fatalf("%d exchanges, error %v", len(all), err)
			}
			last := all[len(all)-1]
			if last.HTTP != tc.status || len(last.Faults) == 0 ||
				!strings.Contains(answer, last.ID) || last.Code == "" {
				t.Errorf("kept as %+v", last)
			}
		})
	}
}

func TestABodyOfUnknownLengthIsBoundedToo(t *testing.T) {
	b := start(t, simulator.Options{BodyLimit: 100, Worlds: []*amc.World{world(t, "alpha")}})
	for size, want := range map[int]int{101: 413, 100: 400} {
		body := io.MultiReader(strings.NewReader(strings.Repeat("x", size))) // hides the length: sent in chunks
		resp, err := http.Post(b.services.URL+"/m/alpha/v1/json/clc", plain, body)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%d bytes: HTTP %d, want %d", size, resp.StatusCode, want)
		}
	}
}

func TestAnAddressWithoutWorldIsThatOfTheDefaultOne(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, simulator.DefaultWorld)}})
	c := b.caller("soap11")
	h := newHospital(1)
	ann := call[*roc.ANNReply](b, c, b.services.URL+"/v1/annuaire", h.ann(), roc.OK)
	url := endpoint(t, ann, roc.IDB)
	if want := b.services.URL + "/o/OPA/v1/amc"; url != want {
		t.Errorf("the directory gives %s, want %s", url, want)
	}
	call[*roc.IDBReply](b, c, url, h.idb(), roc.OK)
}

func TestAnOperatorThatDoesNotServeTheAMCRefuses(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "alpha")}})
	url := b.services.URL + "/m/alpha/o/OPB/v1/json/idb"
	reply := call[*roc.IDBReply](b, b.caller("json"), url, newHospital(1).idb(), roc.Refuse)
	if reply.Status.Code != "A04" {
		t.Errorf("status %+v", reply.Status)
	}
	all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
	if err != nil || len(all) != 1 || all[0].Operator != "OPB" || all[0].Code != "A04" {
		t.Errorf("journal %+v, error %v", all, err)
	}
}

func TestAnEstablishmentOutsideTheRegistryIsNotServed(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "alpha")}})
	req := newHospital(1).idb()
	req.Header.Sender.FinessEG = "990000200"
	for _, binding := range bindings {
		service := "amc"
		if binding == "json" {
			service = "idb"
		}
		url := strings.Replace(b.directory(binding, "alpha"), "annuaire", service, 1)
		_, err := b.caller(binding).Call(context.Background(), url, req)
		var refused *roc.CallError
		if !errors.As(err, &refused) || refused.Level != roc.Technical || refused.Code != "S04" {
			t.Errorf("%s: %v", binding, err)
		}
	}
	all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
	if err != nil || len(all) != len(bindings) || all[0].Code != "S04" || len(all[0].Rules) == 0 {
		t.Errorf("journal %+v, error %v", all, err)
	}
}

func TestAForcedAnswerIsVisibleAsSuch(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "alpha")}})
	once := admin.Forcing{Service: "IDB", Code: "Z99", Label: "Essai.", Times: 1}
	if err := b.admin.Force(context.Background(), "alpha", once); err != nil {
		t.Fatal(err)
	}
	url, c, h := b.services.URL+"/m/alpha/v1/json/idb", b.caller("json"), newHospital(1)
	url = strings.Replace(url, "/v1/", "/o/OPA/v1/", 1)
	if reply := call[*roc.IDBReply](b, c, url, h.idb(), roc.Refuse); reply.Status.Code != "Z99" {
		t.Errorf("status %+v", reply.Status)
	}
	call[*roc.IDBReply](b, c, url, h.idb(), roc.OK)
	all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
	if err != nil || len(all) != 2 || !forced(all[0]) || forced(all[1]) {
		t.Errorf("journal %+v, error %v", all, err)
	}
}

func forced(x admin.Exchange) bool {
	for _, r := range x.Rules {
		if r.Forced {
			return true
		}
	}
	return false
}
