package simulator

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// An address is what the URL of a request says besides its path in an edition.
type address struct {
	base     string // scheme, host and prefix of the world: what other addresses are built on
	world    string
	operator string // empty where the URL names none
}

func addressOf(c *gin.Context) address {
	scheme := "http"
	if c.Request.TLS != nil {
		scheme = "https"
	}
	a := address{base: scheme + "://" + c.Request.Host, world: c.Param("monde"), operator: c.Param("operateur")}
	if a.world == "" {
		a.world = DefaultWorld
	} else {
		a.base += "/m/" + url.PathEscape(a.world)
	}
	return a
}

// own is the base of the very address that was called.
func (a address) own() string { return a.of(a.operator) }

func (a address) of(operator string) string {
	if operator == "" {
		return a.base
	}
	return a.base + "/o/" + url.PathEscape(operator)
}

// addresses give where a service is at an operator in a version, in the dialect of a request.
type addresses func(version, operator string, s roc.Service) string

func (a address) urls(path func(*edition, roc.Service) string) addresses {
	return func(version, operator string, s roc.Service) string {
		return a.of(operator) + path(editionOf(version), s)
	}
}

// in gives those of one version.
func (all addresses) in(version string) func(string, roc.Service) string {
	return func(operator string, s roc.Service) string { return all(version, operator, s) }
}
