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
	read      func(r *http.Request, body []byte) (roc.Request, journal.Responder, error)
	responder func(r *http.Request) journal.Responder // for what is refused unread
	path      func(roc.Service) string                // where the directory says that services are
}

func (s *Simulator) dialectSOAP(services ...roc.Service) dialect {
	server := soap.Server{Norme: s.norme, Services: services}
	return dialect{server.Read, server.Responder, pathSOAP}
}

func (s *Simulator) dialectJSON(service roc.Service) dialect {
	server := rest.Server{Norme: s.norme}
	return dialect{
		read: func(r *http.Request, body []byte) (roc.Request, journal.Responder, error) {
			return server.Read(service, r, body)
		},
		responder: func(*http.Request) journal.Responder { return server.Responder() },
		path:      pathJSON,
	}
}

func serveSOAP(services ...roc.Service) func(*Simulator, *gin.Context) {
	return func(s *Simulator, c *gin.Context) { s.exchange(c, s.dialectSOAP(services...)) }
}

func serveJSON(service roc.Service) func(*Simulator, *gin.Context) {
	return func(s *Simulator, c *gin.Context) { s.exchange(c, s.dialectJSON(service)) }
}
