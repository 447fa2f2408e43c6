package simulator

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// describeSOAP answers ?wsdl and ?xsd, with the addresses by which the caller reached us.
func (e *edition) describeSOAP(s *Simulator, c *gin.Context) {
	a, n := addressOf(c), s.normes[e.name]
	switch strings.ToLower(c.Request.URL.RawQuery) {
	case "wsdl":
		wsdl := n.WSDL(a.base+e.pathSOAP(roc.ANN), a.own()+e.pathSOAP(roc.CLC))
		c.Data(http.StatusOK, "text/xml; charset=utf-8", wsdl)
	case "xsd":
		c.Data(http.StatusOK, "text/xml; charset=utf-8", n.XSD())
	default:
		c.Header("Allow", http.MethodPost)
		s.noMethod(c)
	}
}

// describeJSON answers the OpenAPI description of the services.
func (e *edition) describeJSON(s *Simulator, c *gin.Context) {
	doc, err := s.normes[e.name].OpenAPI(addressOf(c).own())
	if err != nil {
		s.log.Error("OpenAPI description", "error", err)
		c.Data(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(roc.LabelOf("T01")+"\n"))
		return
	}
	c.Data(http.StatusOK, "application/json", doc)
}

// alive says that the process runs.
func (s *Simulator) alive(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// ready says that the store answers.
func (s *Simulator) ready(c *gin.Context) {
	if _, err := s.store.Exchanges(c.Request.Context(), "", journal.Filter{Limit: 1}); err != nil {
		s.log.Error("not ready", "error", err)
		c.String(http.StatusServiceUnavailable, "indisponible\n")
		return
	}
	c.String(http.StatusOK, "ok\n")
}

// recovered is the last net: what panics outside the pipeline is logged, and the caller learns that
// we failed.
func (s *Simulator) recovered(c *gin.Context) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		s.log.Error("panic outside the pipeline", "path", c.Request.URL.Path, "panic", p)
		if !c.Writer.Written() {
			c.Data(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(roc.LabelOf("T01")+"\n"))
		}
		c.Abort()
	}()
	c.Next()
}
