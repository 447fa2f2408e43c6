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
		for i := range editions {
			all = append(all, editions[i].routes(p.name, p.path)...)
		}
	}
	return all
}

// routes lists the addresses of an edition under a prefix.
func (e *edition) routes(name, path string) []route {
	name, at := name+e.name+".", path+e.path
	all := []route{
		{name + "soap.amc", http.MethodPost, at + "/amc", e.serveSOAP(roc.IDB, roc.SIM, roc.CLC, roc.DEL)},
		{name + "soap.amc.description", http.MethodGet, at + "/amc", e.describeSOAP},
		{name + "soap.annuaire", http.MethodPost, at + "/annuaire", e.serveSOAP(roc.ANN)},
		{name + "soap.annuaire.description", http.MethodGet, at + "/annuaire", e.describeSOAP},
		{name + "json.description", http.MethodGet, at + "/json/openapi.json", e.describeJSON},
	}
	for _, s := range roc.Services() {
		service := name + "json." + strings.ToLower(string(s))
		all = append(all, route{service, http.MethodPost, path + e.pathJSON(s), e.serveJSON(s)})
	}
	return all
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
