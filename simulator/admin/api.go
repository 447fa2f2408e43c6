package admin

import (
	"context"
	_ "embed" // the description is part of the program
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

//go:embed openapi.json
var openapi []byte

// maxBody bounds what the API reads: a world of some ten thousand beneficiaries.
const maxBody = 16 << 20

// An API serves the routes. Its fields are what they need.
type API struct {
	Worlds    Worlds
	Exchanges Exchanges
	Masker    Masker
	Rates     *tarif.Table
	Log       *slog.Logger
}

// A route is one operation of the API.
type route struct {
	name   string // operationId of the description
	method string
	path   string
	status int // of a success
	serve  func(*API, *http.Request) (any, error)
}

// routes lists the API.
func routes() []route {
	return []route{
		{"lireDescription", http.MethodGet, "/api/openapi.json", 200, (*API).description},
		{"listerMondes", http.MethodGet, "/api/worlds", 200, (*API).listWorlds},
		{"creerMonde", http.MethodPost, "/api/worlds", 201, (*API).createWorld},
		{"lireMonde", http.MethodGet, "/api/worlds/{monde}", 200, (*API).readWorld},
		{"remplacerMonde", http.MethodPut, "/api/worlds/{monde}", 200, (*API).replaceWorld},
		{"supprimerMonde", http.MethodDelete, "/api/worlds/{monde}", 204, (*API).deleteWorld},
		{"reinitialiserMonde", http.MethodPost, "/api/worlds/{monde}/reset", 204, (*API).resetWorld},
		{"lireHorloge", http.MethodGet, "/api/worlds/{monde}/clock", 200, (*API).readClock},
		{"reglerHorloge", http.MethodPut, "/api/worlds/{monde}/clock", 200, (*API).setClock},
		{"forcer", http.MethodPost, "/api/worlds/{monde}/forcages", 201, (*API).force},
		{"leverForcages", http.MethodDelete, "/api/worlds/{monde}/forcages", 204, (*API).unforce},
		{"listerEchanges", http.MethodGet, "/api/worlds/{monde}/exchanges", 200, (*API).listExchanges},
		{"lireEchange", http.MethodGet, "/api/worlds/{monde}/exchanges/{echange}", 200, (*API).readExchange},
		{"listerEngagements", http.MethodGet, "/api/worlds/{monde}/engagements", 200, (*API).listEngagements},
		{"listerOrphelines", http.MethodGet, "/api/orphelines", 200, (*API).listOrphans},
		{"chiffrer", http.MethodPost, "/api/tarif", 200, (*API).price},
	}
}

// Handler returns the HTTP side of the API.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, rt := range routes() {
		mux.HandleFunc(rt.method+" "+rt.path, func(w http.ResponseWriter, r *http.Request) {
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			body, err := rt.serve(a, r)
			if err != nil {
				a.refuse(w, r, err)
				return
			}
			a.write(w, "application/json", rt.status, body)
		})
	}
	return a.dressed(mux)
}

// dressed makes problem documents of what the mux refuses by itself, and survives panics.
func (a *API) dressed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				a.Log.Error("panic in the admin API", "method", r.Method, "path", r.URL.Path, "panic", p)
				a.write(w, problemType, http.StatusInternalServerError, problem(500, "T01", roc.LabelOf("T01")))
			}
		}()
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		probe := &statusOnly{header: http.Header{}}
		mux.ServeHTTP(probe, r)
		if probe.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", probe.header.Get("Allow"))
			a.write(w, problemType, 405,
				problem(405, "METHODE_REFUSEE", "Cette adresse n'accepte pas cette méthode HTTP."))
			return
		}
		a.write(w, problemType, 404, problem(404, "ADRESSE_INCONNUE",
			"Adresse inconnue de l'API d'administration : voir /api/openapi.json."))
	})
}

// A statusOnly is a response of which only the status and the headers matter.
type statusOnly struct {
	header http.Header
	status int
}

func (s *statusOnly) Header() http.Header         { return s.header }
func (s *statusOnly) Write(b []byte) (int, error) { return len(b), nil }
func (s *statusOnly) WriteHeader(status int)      { s.status = status }

func (a *API) write(w http.ResponseWriter, contentType string, status int, body any) {
	w.Header().Set("Content-Type", contentType)
	if status == http.StatusNoContent {
		w.Header().Del("Content-Type")
		w.WriteHeader(status)
		return
	}
	raw, ok := body.(json.RawMessage)
	if !ok {
		var err error
		if raw, err = json.Marshal(body); err != nil {
			panic(err) // the wire types hold nothing that JSON cannot write
		}
	}
	w.WriteHeader(status)
	if _, err := w.Write(raw); err != nil {
		a.Log.Debug("admin caller left", "error", err)
	}
}

// refuse maps an error to its problem document.
func (a *API) refuse(w http.ResponseWriter, r *http.Request, err error) {
	var (
		known  *Problem
		faults strictyaml.Errors
		refuse *roc.Error
		large  *http.MaxBytesError
		p      *Problem
	)
	switch {
	case errors.As(err, &known):
		p = known
	case errors.As(err, &faults):
		p = invalid(faults)
	case errors.As(err, &large):
		p = problem(413, "TROP_VOLUMINEUX", "Le corps de la demande dépasse 16 Mio.")
	case errors.As(err, &refuse) && statusOf(refuse.Kind) != 500:
		p = problem(statusOf(refuse.Kind), refuse.Code, refuse.Label)
	case errors.Is(err, context.Canceled), errors.Is(err, io.ErrUnexpectedEOF):
		return // the caller is gone
	default:
		p = problem(500, "T01", roc.LabelOf("T01"))
	}
	if p.Status >= 500 {
		a.Log.Error("admin API", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	a.write(w, problemType, p.Status, p)
}

func statusOf(k roc.Kind) int {
	switch k {
	case roc.NotFound:
		return http.StatusNotFound
	case roc.Conflict:
		return http.StatusConflict
	case roc.Forbidden:
		return http.StatusForbidden
	case roc.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func problem(status int, code, title string) *Problem {
	return &Problem{Type: "urn:miroir:probleme:" + code, Title: title, Status: status, Code: code}
}

// invalid is the problem of a body of which every fault is known.
func invalid(faults strictyaml.Errors) *Problem {
	p := problem(http.StatusUnprocessableEntity, "CORPS_INVALIDE", "Le corps de la demande n'est pas valide.")
	for _, f := range faults {
		p.Errors = append(p.Errors, Defect{Line: f.Line, Field: f.Field, Detail: f.Message})
	}
	return p
}
