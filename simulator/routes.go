package simulator

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A route is one address of the service listener.
type route struct {
	name   string
	method string
	path   string
	serve  func(*Simulator, *gin.Context)
}

// The prefixes under which every service stands: the world, then the operator addressed.
var prefixes = []struct{ name, path string }{
	{"", ""},
	{"monde.", "/m/:monde"},
	{"operateur.", "/o/:operateur"},
	{"monde.operateur.", "/m/:monde/o/:operateur"},
}

// routes lists the service listener.
func routes() []route {
	all := []route{
		{"vie", http.MethodGet, "/healthz", (*Simulator).alive},
		{"pret", http.MethodGet, "/readyz", (*Simulator).ready},
	}
	for _, p := range prefixes {
		all = append(all,
			route{p.name + "soap.amc", http.MethodPost, p.path + "/v1/amc",
				serveSOAP(roc.IDB, roc.SIM, roc.CLC, roc.DEL)},
			route{p.name + "soap.amc.description", http.MethodGet, p.path + "/v1/amc", (*Simulator).describeSOAP},
			route{p.name + "soap.annuaire", http.MethodPost, p.path + "/v1/annuaire", serveSOAP(roc.ANN)},
			route{p.name + "soap.annuaire.description", http.MethodGet, p.path + "/v1/annuaire",
				(*Simulator).describeSOAP},
			route{p.name + "json.description", http.MethodGet, p.path + "/v1/json/openapi.json",
				(*Simulator).describeJSON},
		)
		for _, s := range roc.Services() {
			name := p.name + "json." + strings.ToLower(string(s))
			all = append(all, route{name, http.MethodPost, p.path + pathJSON(s), serveJSON(s)})
		}
	}
	return all
}

// pathJSON is the address of a service in JSON.
func pathJSON(s roc.Service) string {
	if s == roc.ANN {
		return "/v1/json/annuaire"
	}
	return "/v1/json/" + strings.ToLower(string(s))
}

// pathSOAP is the address of a service in SOAP.
func pathSOAP(s roc.Service) string {
	if s == roc.ANN {
		return "/v1/annuaire"
	}
	return "/v1/amc"
}

// engine is the router with every route, and with what answers elsewhere.
func (s *Simulator) engine() http.Handler {
	e := gin.New()
	e.HandleMethodNotAllowed = true
	e.RedirectTrailingSlash = false // a wrong address is an answer, not a hint
	e.Use(s.recovered)
	for _, rt := range routes() {
		e.Handle(rt.method, rt.path, func(c *gin.Context) { rt.serve(s, c) })
	}
	e.NoRoute(s.noRoute)
	e.NoMethod(s.noMethod)
	return e
}
