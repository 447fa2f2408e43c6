package simulator

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// noRoute answers at an address that is none of ours.
func (s *Simulator) noRoute(c *gin.Context) {
	label := "Adresse inconnue."
	if near := nearestPath(c.Request.URL.Path); near != "" {
		label = fmt.Sprintf("Adresse inconnue. Vouliez-vous dire « %s » ?", near)
	}
	s.orphan(c, http.StatusNotFound, &roc.Error{Kind: roc.NotFound, Code: "ADRESSE_INCONNUE", Label: label})
}

// noMethod answers a method that the address does not take.
func (s *Simulator) noMethod(c *gin.Context) {
	label := "Cette adresse n'accepte pas la méthode " + c.Request.Method + "."
	s.orphan(c, http.StatusMethodNotAllowed, &roc.Error{Kind: roc.NotFound, Code: "METHODE_REFUSEE", Label: label})
}

// orphan refuses a request that no route takes, and keeps it where no world's journal is disturbed.
func (s *Simulator) orphan(c *gin.Context, status int, why error) {
	e := editionAt(c.Request.URL.Path)
	d := s.dialectSOAP(e)
	if strings.Contains(c.Request.URL.Path, "/json") || !strings.Contains(c.ContentType(), "xml") {
		d = s.dialectJSON(e, "")
	}
	x := s.arrive(c, d)
	x.status = status
	x.entry.Request, _ = readBody(c.Request, s.limit) // kept as far as it came: the address is what is wrong
	x.send(c, x.refuse(why))
}

// nearestPath returns the address that looks most like path, in the same world.
func nearestPath(path string) string {
	var world string
	if rest, ok := strings.CutPrefix(path, "/m/"); ok {
		world, _, _ = strings.Cut(rest, "/")
	}
	var valid []string
	for _, rt := range routes() {
		if strings.Contains(rt.path, ":operateur") || strings.Contains(rt.path, ":monde") != (world != "") {
			continue
		}
		valid = append(valid, strings.Replace(rt.path, ":monde", world, 1))
	}
	return strictyaml.Nearest(path, valid)
}

// statusOfMissing is the HTTP status of a world that is not found, in every dialect.
func statusOfMissing(err error) int {
	var known *roc.Error
	if errors.As(err, &known) && known.Kind == roc.NotFound {
		return http.StatusNotFound
	}
	return 0
}

// withStatus changes the HTTP status of a refusal, and the one that a problem document repeats.
func withStatus(r journal.Response, status int) journal.Response {
	r.Status = status
	var problem map[string]any
	if !strings.HasPrefix(r.ContentType, "application/problem+json") || json.Unmarshal(r.Body, &problem) != nil {
		return r
	}
	problem["status"] = status
	if body, err := json.Marshal(problem); err == nil {
		r.Body = body
	}
	return r
}
