package steps_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// A fakeSimulator keeps a journal per world and knows nothing of insurance.
type fakeSimulator struct {
	*httptest.Server
	mu      sync.Mutex
	worlds  map[string][]admin.Exchange
	clocks  map[string]string
	created map[string]string // world → the YAML that created it
	forced  []string
	orphans []admin.Exchange
	broken  func(path string) bool // answers 500 there
}

func newSimulator(t *testing.T) *fakeSimulator {
	t.Helper()
	f := &fakeSimulator{
		worlds: map[string][]admin.Exchange{}, clocks: map[string]string{}, created: map[string]string{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /readyz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("POST /api/worlds", f.create)
	mux.HandleFunc("PUT /api/worlds/{w}/clock", f.setClock)
	mux.HandleFunc("POST /api/worlds/{w}/forcages", func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		f.mu.Lock()
		defer f.mu.Unlock()
		f.forced = append(f.forced, string(body))
	})
	mux.HandleFunc("GET /api/worlds/{w}/exchanges", f.exchanges)
	mux.HandleFunc("GET /api/orphelines", func(w http.ResponseWriter, _ *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		answer(w, http.StatusOK, admin.ExchangePage{Exchanges: f.orphans})
	})
	mux.HandleFunc("/", f.receive)
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f.broken != nil && f.broken(r.URL.Path) {
			http.Error(w, "broken", http.StatusInternalServerError)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(f.Close)
	return f
}

var worldLine = regexp.MustCompile(`(?m)^monde: "?([^"\n]+)"?$`)

func (f *fakeSimulator) create(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	name := worldLine.FindStringSubmatch(string(body))
	f.mu.Lock()
	defer f.mu.Unlock()
	if name == nil {
		problem(w, http.StatusUnprocessableEntity, "MONDE_INVALIDE")
		return
	}
	if _, taken := f.worlds[name[1]]; taken {
		problem(w, http.StatusConflict, "MONDE_EXISTANT")
		return
	}
	f.worlds[name[1]], f.created[name[1]] = nil, string(body)
	w.WriteHeader(http.StatusCreated)
}

func (f *fakeSimulator) setClock(_ http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clocks[r.PathValue("w")] = string(body)
}

func (f *fakeSimulator) exchanges(w http.ResponseWriter, r *http.Request) {
	after, _ := strconv.ParseInt(r.URL.Query().Get("apres"), 10, 64)
	f.mu.Lock()
	defer f.mu.Unlock()
	var page admin.ExchangePage
	for _, x := range f.worlds[r.PathValue("w")] {
		if r.URL.Query().Get("clair") != "oui" {
			x.Request = json.RawMessage(`{"nom":"***"}`)
		}
		if x.Seq > after {
			page.Exchanges = append(page.Exchanges, x)
		}
	}
	answer(w, http.StatusOK, page)
}

// receive records a request of the GAP: POST /m/{world}/v1/{service}.
func (f *fakeSimulator) receive(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	f.mu.Lock()
	defer f.mu.Unlock()
	x := admin.Exchange{Path: r.URL.Path, HTTP: http.StatusNotFound, ID: fmt.Sprint("orphan-", len(f.orphans))}
	if len(parts) == 4 && parts[0] == "m" && parts[2] == "v1" {
		if list, known := f.worlds[parts[1]]; known {
			x = admin.Exchange{
				ID: fmt.Sprint(parts[1], "-", len(list)+1), Seq: int64(len(list) + 1),
				Service: strings.ToUpper(parts[3]), Path: r.URL.Path, HTTP: http.StatusOK, Result: "OK",
				Request: json.RawMessage(`{"nom":"MARTIN"}`),
				Rules:   []admin.Rule{{ID: "IDB-R01", Text: "réponse ordinaire"}},
			}
			f.worlds[parts[1]] = append(list, x)
			return
		}
	}
	f.orphans = append(f.orphans, x)
	w.WriteHeader(http.StatusNotFound)
}

// A fakeDriver is a GAP behind its driver: honest, unless a verb is overridden.
type fakeDriver struct {
	*httptest.Server
	mu       sync.Mutex
	contexts map[string]pilote.CaseContext
	asked    map[pilote.Verb]int
	override map[pilote.Verb]http.HandlerFunc
	act      func(base string, d pilote.Demand) pilote.Reply // declencher
}

func newDriver(t *testing.T) *fakeDriver {
	t.Helper()
	f := &fakeDriver{
		contexts: map[string]pilote.CaseContext{}, asked: map[pilote.Verb]int{},
		override: map[pilote.Verb]http.HandlerFunc{},
	}
	f.act = func(base string, _ pilote.Demand) pilote.Reply {
		call(base + "/v1/idb")
		return pilote.Reply{Status: pilote.Fait}
	}
	f.Server = httptest.NewServer(http.HandlerFunc(f.serve))
	t.Cleanup(f.Close)
	return f
}

func (f *fakeDriver) serve(w http.ResponseWriter, r *http.Request) {
	verb := pilote.Verb(strings.TrimPrefix(r.URL.Path, "/pilote/v1/"))
	f.mu.Lock()
	f.asked[verb]++
	f.mu.Unlock()
	if instead := f.override[verb]; instead != nil {
		_, _ = io.Copy(io.Discard, r.Body)
		instead(w, r)
		return
	}
	var d pilote.Demand
	if err := json.NewDecoder(r.Body).Decode(&d); err != nil || d.Protocol != pilote.Protocol {
		http.Error(w, "bad demand", http.StatusBadRequest)
		return
	}
	answer(w, http.StatusOK, f.reply(verb, d))
}

func (f *fakeDriver) reply(verb pilote.Verb, d pilote.Demand) pilote.Reply {
	f.mu.Lock()
	if verb == pilote.Preparer {
		f.contexts[d.Case] = *d.Context
	}
	c := f.contexts[d.Case]
	f.mu.Unlock()
	done := pilote.Reply{Status: pilote.Fait}
	switch verb {
	case pilote.Decrire:
		done.Capabilities = &pilote.Capabilities{Protocol: pilote.Protocol, Product: "faux", Versions: []string{"v1"}}
	case pilote.Verifier:
		call(d.Context.BaseURL + "/v1/annuaire")
		done.Findings = []pilote.Finding{{Subject: "annuaire", OK: true}}
	case pilote.Declencher:
		return f.act(c.BaseURL, d)
	case pilote.Collecter:
		done.Facts = &pilote.Facts{NDA: c.Patient.NDA}
	case pilote.Preparer, pilote.Terminer, pilote.Reinitialiser:
	}
	return done
}

// call is a request of the GAP.
func call(url string) {
	client := &http.Client{Timeout: 5 * time.Second}
	resp, err := client.Post(url, "text/xml", strings.NewReader("<x/>"))
	if err == nil {
		resp.Body.Close()
	}
}

func says(r pilote.Reply) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, r) }
}

func writes(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// sleeps answers nothing until the bench gives up.
func sleeps(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func problem(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(admin.Problem{Status: status, Code: code})
}
