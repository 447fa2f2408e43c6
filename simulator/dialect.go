package simulator

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// A dialect is one binding as the pipeline uses it.
type dialect struct {
	*edition
	read      func(r *http.Request, body []byte) (roc.Request, journal.Responder, error)
	responder func(r *http.Request) journal.Responder // for what is refused unread
	address   func(e *edition, s roc.Service) string  // where the directory says that services are
}

func (s *Simulator) dialectSOAP(e *edition, services ...roc.Service) dialect {
	server := soap.Server{Norme: s.normes[e.name], Services: services}
	return dialect{e, server.Read, server.Responder, (*edition).pathSOAP}
}

func (s *Simulator) dialectJSON(e *edition, service roc.Service) dialect {
	server := rest.Server{Norme: s.normes[e.name]}
	return dialect{
		edition: e,
		read: func(r *http.Request, body []byte) (roc.Request, journal.Responder, error) {
			return server.Read(service, r, body)
		},
		responder: func(*http.Request) journal.Responder { return server.Responder() },
		address:   (*edition).pathJSON,
	}
}

func (e *edition) serveSOAP(services ...roc.Service) func(*Simulator, *gin.Context) {
	return func(s *Simulator, c *gin.Context) { s.exchange(c, s.dialectSOAP(e, services...)) }
}

func (e *edition) serveJSON(service roc.Service) func(*Simulator, *gin.Context) {
	return func(s *Simulator, c *gin.Context) { s.exchange(c, s.dialectJSON(e, service)) }
}
