package admin

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// pageSize is how many exchanges one answer holds.
const pageSize = 200

func (a *API) listExchanges(r *http.Request) (any, error) { return a.page(r, r.PathValue("monde")) }

func (a *API) listOrphans(r *http.Request) (any, error) { return a.page(r, "") }

func (a *API) page(r *http.Request, world string) (any, error) {
	filter, err := filterOf(r)
	if err != nil {
		return nil, err
	}
	plain, err := wantsPlain(r)
	if err != nil {
		return nil, err
	}
	entries, err := a.Exchanges.Exchanges(r.Context(), world, filter)
	if err != nil {
		return nil, err
	}
	page := ExchangePage{Exchanges: []Exchange{}, More: len(entries) > pageSize}
	for _, e := range entries[:min(len(entries), pageSize)] {
		page.Exchanges = append(page.Exchanges, a.exchange(e, plain))
	}
	return page, nil
}

func (a *API) readExchange(r *http.Request) (any, error) {
	plain, err := wantsPlain(r)
	if err != nil {
		return nil, err
	}
	seq, ok := journal.ParseID(r.PathValue("echange"))
	if !ok {
		return nil, problem(404, "ECHANGE_INCONNU", "Échange inconnu : un identifiant a la forme E-000001.")
	}
	e, err := a.Exchanges.Exchange(r.Context(), r.PathValue("monde"), seq)
	if err != nil {
		return nil, err
	}
	x := a.exchange(e, plain)
	x.RawRequest, x.RawReply = a.raw(e, false, plain), a.raw(e, true, plain)
	return x, nil
}

// filterOf reads apres and service.
func filterOf(r *http.Request) (journal.Filter, error) {
	f := journal.Filter{Limit: pageSize + 1} // one more tells whether others follow
	query := r.URL.Query()
	if after := query.Get("apres"); after != "" {
		n, err := strconv.ParseInt(after, 10, 64)
		if err != nil || n < 0 || n >= 1<<32 {
			return f, badParameter("apres", "un numéro d'échange, à partir de 0")
		}
		f.After = n
	}
	if s := query.Get("service"); s != "" {
		f.Service = roc.Service(s)
		if !slices.Contains(roc.Services(), f.Service) {
			return f, badParameter("service", "l'un de "+fmt.Sprint(roc.Services())+nearest(s))
		}
	}
	return f, nil
}

func nearest(word string) string {
	var names []string
	for _, s := range roc.Services() {
		names = append(names, string(s))
	}
	if near := strictyaml.Nearest(strings.ToUpper(word), names); near != "" {
		return " (" + near + " ?)"
	}
	return ""
}

// wantsPlain reports whether the exchanges must come unmasked, which is refused to callers from
// elsewhere than this machine.
func wantsPlain(r *http.Request) (bool, error) {
	switch r.URL.Query().Get("clair") {
	case "", "non":
		return false, nil
	case "oui":
		if !fromLoopback(r) {
			return false, problem(403, "CLAIR_INTERDIT",
				"Les échanges ne sont montrés en clair qu'aux appels venus de la machine du simulateur.")
		}
		return true, nil
	}
	return false, badParameter("clair", "oui ou non")
}

func fromLoopback(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

func badParameter(name, expected string) *Problem {
	p := problem(400, "PARAMETRE_INVALIDE", "Un paramètre de l'adresse n'est pas valide.")
	p.Errors = []Defect{{Field: name, Detail: "Attendu : " + expected + "."}}
	return p
}

// exchange is a journal entry as the API gives it.
func (a *API) exchange(e *journal.Entry, plain bool) Exchange {
	x := Exchange{
		ID: e.ID(), Seq: e.Seq, At: e.At, Service: string(e.Service), Version: e.Version, Binding: e.Binding,
		Path: e.Path, Operator: e.Operator, HTTP: e.Status, Result: e.Result, Code: e.Code, Rules: []Rule{},
	}
	request, reply := a.Exchanges.Canonical(e)
	x.Request, x.Reply = a.document(e, false, request, plain), a.document(e, true, reply, plain)
	for _, r := range e.Trace {
		x.Rules = append(x.Rules, Rule{
			ID: r.ID, Text: r.Text, Source: r.Source, Forced: r.Forced, Line: r.Line, Paid: r.Paid, Refused: r.Refused,
		})
	}
	for _, f := range e.Faults {
		x.Faults = append(x.Faults, Fault{Path: f.Path, Code: f.Code, Label: f.Label})
	}
	return x
}

// document masks a canonical message. What cannot be masked is not shown.
func (a *API) document(e *journal.Entry, reply bool, doc []byte, plain bool) []byte {
	if plain || doc == nil {
		return doc
	}
	masked, err := a.Masker.MaskJSON(e.Service, reply, doc)
	if err != nil {
		a.Log.Warn("exchange not shown: it cannot be masked", "world", e.World, "exchange", e.ID(), "error", err)
		return nil
	}
	return masked
}

// hidden stands for a body that the table of masks does not know how to read.
const hidden = "(corps masqué : ce n'est pas un message de la norme)"

// raw returns a body as it was on the wire, masked unless plain.
func (a *API) raw(e *journal.Entry, reply, plain bool) string {
	body := e.Request
	if reply {
		body = e.Reply
	}
	switch {
	case plain, len(body) == 0:
		return string(body)
	case strings.HasPrefix(e.Binding, "soap"):
		return string(a.Masker.MaskXML(body))
	case e.Binding == "json" && e.Service != "":
		if masked, err := a.Masker.MaskJSON(e.Service, reply, body); err == nil {
			return string(masked)
		}
	}
	if reply && e.Service == "" {
		return string(body) // a refusal that we wrote; it repeats no personal value
	}
	return hidden
}
