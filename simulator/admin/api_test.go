package admin

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// do calls the API without the client.
func do(t *testing.T, c *Client, method, path, body string) (status int, answer string) {
	t.Helper()
	req, err := http.NewRequest(method, c.Base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	read, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode >= 400 && resp.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s %s answered HTTP %d as %q", method, path, resp.StatusCode, resp.Header.Get("Content-Type"))
	}
	return resp.StatusCode, string(read)
}

func TestTheClientDrivesAWorld(t *testing.T) {
	f, c := serve(t)
	ctx := context.Background()
	w, err := amc.ParseWorld("monde.yaml", worldText(t, "deux"))
	if err != nil {
		t.Fatal(err)
	}
	noon := time.Date(2025, 7, 1, 12, 0, 0, 0, time.UTC)
	for name, err := range map[string]error{
		"create": c.CreateWorld(ctx, *w), "clock": c.SetClock(ctx, "deux", noon),
		"force": c.Force(ctx, "deux", Forcing{Service: "CLC", Code: "T02", Times: 1}),
	} {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	made := f.worlds["deux"]
	if made.Seed != 7 || len(made.Forcings) != 1 || made.Forcings[0].Times != 1 || !made.Clock.Start.Equal(noon) ||
		made.Clock.Mode != "figee" || len(made.Beneficiaries) != 1 {
		t.Errorf("the world is %+v", made)
	}
	err = errors.Join(c.ResetWorld(ctx, "deux"), c.DeleteWorld(ctx, "deux"))
	if err != nil || f.worlds["deux"] != nil {
		t.Errorf("reset and delete: %v", err)
	}
}

func TestTheClientReadsWholeJournals(t *testing.T) {
	f, c := serve(t)
	for seq := int64(4); seq <= 2*pageSize+1; seq++ {
		e := *f.entries[0]
		e.Seq = seq
		f.entries = append(f.entries, &e)
	}
	all, err := c.Exchanges(context.Background(), "un", 1)
	if err != nil || len(all) != 2*pageSize || all[0].Seq != 2 || all[len(all)-1].Seq != 2*pageSize+1 {
		t.Fatalf("%d exchanges, error %v", len(all), err)
	}
	if string(all[0].Request) != `{"nom":"MARTIN"}` {
		t.Errorf("request %s", all[0].Request)
	}
	hidden, err := c.MaskedExchanges(context.Background(), "un")
	if err != nil || len(hidden) != 2*pageSize+1 || hidden[0].Seq != 1 || hidden[len(hidden)-1].Seq != 2*pageSize+1 {
		t.Fatalf("%d masked exchanges, error %v", len(hidden), err)
	}
	for _, x := range hidden {
		if strings.Contains(string(x.Request)+string(x.Reply), "MARTIN") {
			t.Fatalf("exchange %d shows a name: %s %s", x.Seq, x.Request, x.Reply)
		}
	}
	orphans, err := c.Orphans(context.Background())
	if err != nil || len(orphans) != 1 || orphans[0].HTTP != 404 {
		t.Errorf("orphans %+v, error %v", orphans, err)
	}
}

func TestExchangesAreMaskedUnlessAskedForFromThisMachine(t *testing.T) {
	f, c := serve(t)
	for path, wantName := range map[string]bool{
		"/api/worlds/un/exchanges":                      false,
		"/api/worlds/un/exchanges?clair=non":            false,
		"/api/worlds/un/exchanges?clair=oui":            true,
		"/api/worlds/un/exchanges/E-000001":             false,
		"/api/worlds/un/exchanges/E-000001?clair=oui":   true,
		"/api/worlds/un/exchanges/E-000003":             false,
		"/api/worlds/un/exchanges?service=CLC&apres=1":  false,
		"/api/worlds/un/exchanges?service=CLC&apres=99": false,
	} {
		t.Run(path, func(t *testing.T) {
			status, answer := do(t, c, "GET", path, "")
			if status != 200 || strings.Contains(answer, "MARTIN") != wantName {
				t.Errorf("HTTP %d: %s", status, answer)
			}
		})
	}
	t.Run("from elsewhere", func(t *testing.T) {
		w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "/api/worlds/un/exchanges?clair=oui", nil)
		r.RemoteAddr = "192.0.2.1:1234"
		(&API{Worlds: f, Exchanges: f, Masker: masker{}}).Handler().ServeHTTP(w, r)
		if w.Code != 403 || strings.Contains(w.Body.String(), "MARTIN") {
			t.Errorf("HTTP %d: %s", w.Code, w.Body)
		}
	})
}

func TestABodyThatCannotBeMaskedIsNotShown(t *testing.T) {
	f, c := serve(t)
	f.entries[3].Service = roc.CLC // an orphan in JSON that holds nothing the masker knows
	_, answer := do(t, c, "GET", "/api/worlds/un/exchanges/E-000001", "")
	if !strings.Contains(answer, "M•••••") {
		t.Errorf("masked exchange %s", answer)
	}
	a := &API{Masker: masker{}, Exchanges: f}
	if got := a.raw(f.entries[3], false, false); got != hidden {
		t.Errorf("shown: %s", got)
	}
}

func TestEveryRefusalIsAProblemDocument(t *testing.T) {
	_, c := serve(t)
	for _, tc := range []struct {
		method, path, body string
		status             int
		code               string
	}{
		{"GET", "/api/worlds/autre", "", 404, "MONDE_INCONNU"},
		{"DELETE", "/api/worlds/autre", "", 404, "MONDE_INCONNU"},
		{"POST", "/api/worlds", string(worldText(t, "un")), 409, "MONDE_EXISTANT"},
		{"POST", "/api/worlds", "monde: x\nétablissement: []", 422, "CORPS_INVALIDE"},
		{"POST", "/api/worlds", "{", 422, "CORPS_INVALIDE"},
		{"POST", "/api/worlds", "", 422, "CORPS_INVALIDE"},
		{"POST", "/api/worlds", strings.Repeat("x", maxBody+1), 413, "TROP_VOLUMINEUX"},
		{"PUT", "/api/worlds/un", string(worldText(t, "deux")), 422, "CORPS_INVALIDE"},
		{"PUT", "/api/worlds/un/clock", `{"maintenant": "midi"}`, 422, "CORPS_INVALIDE"},
		{"PUT", "/api/worlds/un/clock", `{}`, 422, "CORPS_INVALIDE"},
		{"POST", "/api/worlds/un/forcages", `{"service": "CLX"}`, 422, "CORPS_INVALIDE"},
		{"POST", "/api/tarif", "", 422, "CORPS_INVALIDE"},
		{"POST", "/api/tarif", "{}", 422, "CORPS_INVALIDE"},
		{"POST", "/api/tarif", "[]", 422, "CORPS_INVALIDE"},
		{"POST", "/api/tarif", strings.Repeat("[", 9_000), 422, "CORPS_INVALIDE"},
		{"POST", "/api/tarif", strings.Repeat(" ", maxBody+1), 413, "TROP_VOLUMINEUX"},
		{"GET", "/api/tarif", "", 405, "METHODE_REFUSEE"},
		{"GET", "/api/worlds/un/exchanges?apres=un", "", 400, "PARAMETRE_INVALIDE"},
		{"GET", "/api/worlds/un/exchanges?service=CLX", "", 400, "PARAMETRE_INVALIDE"},
		{"GET", "/api/worlds/un/exchanges?clair=peut-etre", "", 400, "PARAMETRE_INVALIDE"},
		{"GET", "/api/worlds/un/exchanges/1", "", 404, "ECHANGE_INCONNU"},
		{"GET", "/api/worlds/un/exchanges/E-000099", "", 404, "ECHANGE_INCONNU"},
		{"GET", "/api/nulle-part", "", 404, "ADRESSE_INCONNUE"},
		{"GET", "/", "", 404, "ADRESSE_INCONNUE"},
		{"PATCH", "/api/worlds", "", 405, "METHODE_REFUSEE"},
	} {
		t.Run(tc.method+" "+tc.path+" "+tc.code, func(t *testing.T) {
			status, answer := do(t, c, tc.method, tc.path, tc.body)
			var p Problem
			if err := json.Unmarshal([]byte(answer), &p); err != nil {
				t.Fatalf("HTTP %d: %s", status, answer)
			}
			if status != tc.status || p.Status != tc.status || p.Code != tc.code || p.Title == "" {
				t.Errorf("HTTP %d: %+v", status, p)
			}
			if (status == 422 || status == 400) && (len(p.Errors) == 0 || p.Errors[0].Detail == "") {
				t.Errorf("the problem names no fault: %+v", p)
			}
		})
	}
}

func TestEveryFaultOfAWorldIsReportedWithItsPlaceAndTheNearestName(t *testing.T) {
	_, c := serve(t)
	text := bytes.Replace(worldText(t, "trois"), []byte("garantie: FULL"), []byte("garantie: FUL"), 1)
	text = bytes.Replace(text, []byte("- operateur: OPA"), []byte("- operateur: OPC"), 1)
	_, answer := do(t, c, "POST", "/api/worlds", string(text))
	var p Problem
	if err := json.Unmarshal([]byte(answer), &p); err != nil || len(p.Errors) != 2 {
		t.Fatalf("%s, error %v", answer, err)
	}
	for i, want := range []string{"OPA", "FULL"} {
		if e := p.Errors[i]; e.Line == 0 || e.Field == "" || !strings.Contains(e.Detail, want) {
			t.Errorf("fault %+v, want the name %s", e, want)
		}
	}
}

func TestOurOwnFailuresTellNothing(t *testing.T) {
	f, c := serve(t)
	for cause, want := range map[error]int{
		errors.New("secret of the house"): 500,
		&roc.Error{Kind: roc.Unavailable, Code: "T02", Label: "Plein.", Cause: errors.New("secret of the house")}: 503,
	} {
		f.broken = cause
		status, answer := do(t, c, "GET", "/api/worlds/un", "")
		if status != want || strings.Contains(answer, "secret") {
			t.Errorf("HTTP %d: %s", status, answer)
		}
	}
}

func TestAPanicIsAnInternalErrorWithoutAStack(t *testing.T) {
	_, c := serve(t)
	api := &API{Worlds: nil, Exchanges: nil, Log: quiet()}
	server := httptest.NewServer(api.Handler())
	defer server.Close()
	c.Base, c.HTTP = server.URL, server.Client()
	status, answer := do(t, c, "GET", "/api/worlds", "")
	if status != 500 || strings.Contains(answer, "goroutine") || !strings.Contains(answer, "T01") {
		t.Errorf("HTTP %d: %s", status, answer)
	}
}

func TestTheClientSaysWhenTheAddressIsNoAdminListener(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	c := &Client{Base: server.URL, HTTP: server.Client()}
	err := c.DeleteWorld(context.Background(), "un")
	if err == nil || !strings.Contains(err.Error(), "admin listener") {
		t.Errorf("error %v", err)
	}
}

func TestTheClientGivesTheProblemToItsCaller(t *testing.T) {
	_, c := serve(t)
	var p *Problem
	if err := c.DeleteWorld(context.Background(), "autre"); !errors.As(err, &p) || p.Code != "MONDE_INCONNU" {
		t.Errorf("error %v", err)
	}
}
