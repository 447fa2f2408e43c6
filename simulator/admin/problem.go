package admin

import (
	"fmt"
	"strings"
)

// A Problem is an error of the API (RFC 9457), as it is written and as Client returns it.
type Problem struct {
	Type   string   `json:"type"`  // urn:miroir:probleme:<code>
	Title  string   `json:"title"` // French sentence
	Status int      `json:"status"`
	Code   string   `json:"code"`             // stable: MONDE_INCONNU, MONDE_INVALIDE, …
	Errors []Defect `json:"errors,omitempty"` // every fault, where the body was wrong
}

// A Defect is one fault of a body.
type Defect struct {
	Line   int    `json:"ligne,omitempty"` // from 1
	Field  string `json:"champ,omitempty"` // "amc[2].numero"
	Detail string `json:"detail"`          // what is wrong, what was expected, the nearest valid name
}

func (p *Problem) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "admin API: HTTP %d %s: %s", p.Status, p.Code, p.Title)
	for _, d := range p.Errors {
		fmt.Fprintf(&b, "\n  line %d: %s: %s", d.Line, d.Field, d.Detail)
	}
	return b.String()
}
