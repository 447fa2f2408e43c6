package rest

import (
	"net/http"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Server reads requests in JSON.
type Server struct {
	Norme *norme.Norme
}

// Read reads the request of service s whose body was received with r. The error is a
// *roc.Unreadable or a *roc.Invalid; with the latter the request comes as far as it was read.
// The Responder is never nil.
func (srv Server) Read(s roc.Service, r *http.Request, body []byte) (roc.Request, journal.Responder, error) {
	responder := srv.Responder()
	if _, _, err := binding.CheckMedia(r.Header.Get("Content-Type"), mediaMessage); err != nil {
		return nil, responder, err
	}
	m, err := srv.Norme.DecodeJSON(s, false, body)
	req, _ := m.(roc.Request)
	return req, responder, err
}

// Responder returns what answers a request that was not read: too large, or sent to no world.
func (srv Server) Responder() journal.Responder { return responder{srv.Norme} }

// A responder writes replies and problems.
type responder struct {
	norme *norme.Norme
}

func (responder) Binding() string { return "json" }

func (w responder) Reply(m roc.Reply) (journal.Response, error) {
	body, err := w.norme.AppendJSON(make([]byte, 0, 4096), m)
	if err != nil {
		return journal.Response{}, binding.Unwritable(err)
	}
	return journal.Response{Status: http.StatusOK, ContentType: mediaMessage, Body: body}, nil
}

func (responder) Refuse(err error, entry string) journal.Response {
	return problemOf(binding.RefusalOf(err, entry)).response()
}
