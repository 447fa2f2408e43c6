package admin

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/tarif"
)

const (
	stayText = `libelle: Cinq nuits
sejour:
  entree: 2025-06-02
  sortie: 2025-06-07
  mode_sortie: DOMICILE
  type: HC
  domaine: MCOO
  dmt: "216"
  code_tarif: "11"
  supplements:
    - {code: CHP, du: 2025-06-02, au: 2025-06-06, quantite: 5, prix_unitaire: 60.00}
`
	visitText = `{"visite": {"type": "ACE", "actes": [{"code": "CS", "du": "2025-06-02", "quantite": 1,
  "prix_unitaire": "30.00", "base": "30.00", "taux": 70}]}}`
)

func TestTheClientPricesAStay(t *testing.T) {
	_, c := serve(t)
	p, err := c.Price(context.Background(), []byte(stayText))
	if err != nil || len(p.Results) != 1 {
		t.Fatalf("%+v, error %v", p, err)
	}
	r := p.Results[0]
	if want := (tarif.Totals{Billed: 615280, AMO: 466624, AMC: 148656}); r.Totals != want || r.Label != "Cinq nuits" {
		t.Errorf("%s: %+v", r.Label, r.Totals)
	}
	if len(r.Lines) != 3 || r.Lines[0].Rule != "TAR-TM" || r.Lines[0].Tariff.Since.String() != "2025-03-01" ||
		r.Lines[0].Why == "" || r.Lines[0].Source == "" {
		t.Errorf("lines %+v", r.Lines)
	}
}

func TestEveryFaultOfStaysAndVisitsIsTold(t *testing.T) {
	_, c := serve(t)
	for name, tc := range map[string]struct {
		file string
		want []string
	}{
		"of form, with the nearest name": {
			"sejour:\n  entre: 2025-06-02\n  sortie: demain\n",
			[]string{`2 sejour.entre`, `3 sejour.sortie`, `sejour.entree`, `sejour.mode_sortie`, `sejour.type`}},
		"of sense": {
			strings.NewReplacer("2025-06-07", "2025-06-01", "HC", "HCC").Replace(stayText),
			[]string{"précède l'entrée", `"HCC" inconnu`}},
		"that only the tables know, in a list": {
			"- " + strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(stayText, `"216"`, `"217"`)), "\n", "\n  ") +
				"\n- " + visitText + "\n- " + strings.ReplaceAll(visitText, "2025-06-02", "1999-06-02"),
			[]string{"[0] Cinq nuits", "[2] "}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.Price(context.Background(), []byte(tc.file))
			var p *Problem
			if !errors.As(err, &p) || p.Status != 422 {
				t.Fatalf("error %v", err)
			}
			told, rest := "", ""
			for _, d := range p.Errors {
				told += strings.TrimSpace(strings.Join([]string{itoa(d.Line), d.Field, d.Detail}, " ")) + "\n"
			}
			for _, want := range tc.want {
				if !strings.Contains(told, want) {
					rest += want + "\n"
				}
			}
			if rest != "" {
				t.Errorf("told\n%slacks\n%s", told, rest)
			}
		})
	}
}

func itoa(line int) string {
	if line == 0 {
		return ""
	}
	text, _ := json.Marshal(line)
	return string(text)
}

// The description of what is priced is written by hand: it names what the reader of files accepts.
func TestTheDescriptionNamesEveryFieldOfStaysAndVisits(t *testing.T) {
	doc, _ := described(t)
	for schema, v := range map[string]any{
		"EntreeTarif": tarif.Entry{}, "SejourTarif": tarif.Stay{}, "VisiteTarif": tarif.Visit{},
		"PrestationTarif": tarif.Prestation{},
	} {
		var described []string
		for name := range doc.Components.Schemas[schema].Value.Properties {
			described = append(described, name)
		}
		accepted := fieldNames(reflect.TypeOf(v))
		slices.Sort(described)
		slices.Sort(accepted)
		if !slices.Equal(described, accepted) {
			t.Errorf("%s describes\n%v, the file has\n%v", schema, described, accepted)
		}
	}
}

// fieldNames are the names of a type's fields in a file.
func fieldNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case options == "inline":
			names = append(names, fieldNames(f.Type)...)
		case name != "" && name != "-":
			names = append(names, name)
		}
	}
	return names
}
