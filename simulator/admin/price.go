package admin

import (
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// A Pricing is what stays and visits leave after the AMO, in their order, period by period.
type Pricing struct {
	Results []tarif.Result `json:"resultats"`
}

// Price reads a file of stays and visits and prices them all. The error is of type
// strictyaml.Errors: every fault of the file's form, or else of its sense.
func Price(rates *tarif.Table, name string, file []byte) (Pricing, error) {
	entries, err := tarif.ParseFile(name, file)
	if err != nil {
		return Pricing{}, err
	}
	p := Pricing{Results: make([]tarif.Result, 0, len(entries))}
	var faults strictyaml.Errors
	for i, e := range entries {
		results, err := rates.Price(e)
		if err == nil {
			p.Results = append(p.Results, results...)
			continue
		}
		field := ""
		if len(entries) > 1 {
			field = fmt.Sprintf("[%d]", i)
		}
		for fault := range strings.Lines(err.Error()) {
			faults = append(faults, &strictyaml.Error{File: name, Field: field, Message: strings.TrimSpace(fault)})
		}
	}
	if len(faults) > 0 {
		return Pricing{}, faults
	}
	return p, nil
}

func (a *API) price(r *http.Request) (any, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return Price(a.Rates, "tarif.yaml", body)
}
