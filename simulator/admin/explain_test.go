package admin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A share is what a calculation of two lines may be: 300,00 € of room of which 250,00 € are paid,
// 20,00 € of forfait.
const (
	askedTwo = `{"idDemandeCalcul":"u-1","lignes":[` +
		`{"numero":1,"code":"CHP","du":"2025-06-02","au":"2025-06-06","total":"300.00","montantAMO":"0.00",` +
		`"reste":"300.00"},` +
		`{"numero":2,"code":"FJ","du":"2025-06-07","total":"120.00","montantAMO":"0.00","reste":"120.00",` +
		`"autreAMC":"100.00"}],"totaux":{"facture":"420.00","montantAMO":"0.00","demande":"320.00"}}`
	answeredTwo = `{"statut":{"resultat":"PARTIEL","code":"P07","libelle":"Plafond."},"idCLC":"ENG-1","lignes":[` +
		`{"numero":1,"montantAMC":"250.00","montantPatient":"50.00","motif":"P07"},` +
		`{"numero":2,"montantAMC":"20.00","montantPatient":"0.00"}],` +
		`"totaux":{"montantAMC":"270.00","montantPatient":"50.00"}}`
)

func calculation(rules ...Rule) Exchange {
	return Exchange{ID: "E-000001", Service: "CLC", Result: "PARTIEL", Code: "P07",
		Request: json.RawMessage(askedTwo), Reply: json.RawMessage(answeredTwo), Rules: rules}
}

func shared() []Rule {
	return []Rule{
		{ID: "ANN-R01", Text: "Adresse connue."},
		{ID: "GAR-R25", Text: "Rang 1.", Line: 1, Paid: 20000},
		{ID: "GAR-R25", Text: "Rang 2.", Line: 1, Paid: 5000, Refused: 5000},
		{ID: "GAR-R22", Text: "Forfait.", Line: 2, Paid: 2000},
		{ID: "CLC-R11", Text: "L'AMC s'engage."},
	}
}

func TestEachRuleStandsUnderItsLine(t *testing.T) {
	e := Explain(calculation(shared()...))
	if len(e.Lines) != 2 || len(e.Lines[0].Rules) != 2 || len(e.Lines[1].Rules) != 1 || len(e.Rules) != 2 {
		t.Fatalf("lines %+v, rules %+v", e.Lines, e.Rules)
	}
	room, forfait := e.Lines[0], e.Lines[1]
	if paid, refused := room.Shared(); paid != 25000 || refused != 5000 {
		t.Errorf("the room is shared %v and %v", paid, refused)
	}
	if forfait.Requested != 2000 || forfait.OtherAMC != 10000 || forfait.From.String() != "2025-06-07" {
		t.Errorf("the forfait is %+v", forfait)
	}
	want := Parts{Billed: 42000, OtherAMC: 10000, Requested: 32000, AMC: 27000, Patient: 5000}
	if e.Totals != want || e.ClcID != "ENG-1" || e.ClcRequestID != "u-1" || e.Label != "Plafond." || e.Forced {
		t.Errorf("explanation %+v", e)
	}
	if len(e.Faults) > 0 {
		t.Errorf("contradictions %q", e.Faults)
	}
}

func TestWhatDoesNotAddUpIsSaid(t *testing.T) {
	for name, tc := range map[string]struct {
		bend func(*Exchange)
		want []string
	}{
		"a rule pays what the answer does not": {
			func(x *Exchange) { x.Rules[3].Paid = 1500 },
			[]string{"ligne 2 : les règles paient 15,00 €, la réponse dit 20,00 €",
				"ligne 2 : les règles paient 15,00 € et laissent 0,00 €, pour 20,00 € demandés"},
		},
		"cents that no rule refuses": {
			func(x *Exchange) { x.Rules[2].Refused = 0 },
			[]string{"ligne 1 : les règles paient 250,00 € et laissent 0,00 €, pour 300,00 € demandés"},
		},
		"an answer above what was asked": {
			func(x *Exchange) { replace(x, `"20.00","montantPatient":"0.00"`, `"30.00","montantPatient":"0.00"`) },
			[]string{"ligne 2 : l'AMC prend 30,00 € et le patient 0,00 €, pour 20,00 € demandés",
				"ligne 2 : les règles paient 20,00 €, la réponse dit 30,00 €",
				"le total de l'AMC est de 270,00 €, la somme des lignes de 280,00 €"},
		},
		"a wrong total of the patient": {
			func(x *Exchange) { replace(x, `"montantPatient":"50.00"}}`, `"montantPatient":"60.00"}}`) },
			[]string{"le total du patient est de 60,00 €, la somme des lignes de 50,00 €"},
		},
		"a line never asked": {
			func(x *Exchange) { replace(x, `"numero":2`, `"numero":9`) },
			[]string{"ligne 2 : demandée, mais sans réponse", "ligne 9 : répondue sans être demandée"},
		},
		"no total": {
			func(x *Exchange) { replace(x, `"totaux"`, `"autres"`) },
			[]string{"les lignes sont partagées sans total"},
		},
		"an answer given again has no rule by line": {
			func(x *Exchange) { x.Rules = []Rule{{ID: "CLC-R03", Text: "La même est rendue."}} }, nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := calculation(shared()...)
			tc.bend(&x)
			got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.Join(Explain(x).Faults, "\n"))
			if want := strings.Join(tc.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func replace(x *Exchange, old, by string) {
	x.Reply = json.RawMessage(strings.Replace(string(x.Reply), old, by, 1))
}

func TestARefusalSharesNothingAndContradictsNothing(t *testing.T) {
	x := calculation(append(shared(), Rule{ID: "FORCAGE", Text: "Le code T02 est imposé.", Forced: true})...)
	x.Reply = json.RawMessage(`{"statut":{"resultat":"REFUSE","code":"T02","libelle":"Indisponible."}}`)
	e := Explain(x)
	if !e.Forced || len(e.Faults) != 0 || e.Lines[0].Answered || len(e.Lines[0].Rules) != 2 {
		t.Errorf("explanation %+v", e)
	}
}

func TestAnExchangeThatWasNotReadIsExplainedByItsRules(t *testing.T) {
	for _, x := range []Exchange{
		{ID: "E-000001", Rules: []Rule{{ID: "X"}}},
		{ID: "E-000002", Service: "CLC", Request: json.RawMessage(`{"lignes":3}`), Rules: []Rule{{ID: "X", Line: 4}}},
	} {
		if e := Explain(x); len(e.Lines) != 0 || len(e.Rules) != 1 || len(e.Faults) != 0 {
			t.Errorf("explanation %+v", e)
		}
	}
}

func TestTheClientReadsOneExchange(t *testing.T) {
	_, c := serve(t)
	x, err := c.MaskedExchange(context.Background(), "un", "E-000002")
	if err != nil || x.Service != "CLC" || strings.Contains(fmt.Sprint(x.RawRequest, string(x.Request)), "MARTIN") {
		t.Fatalf("exchange %+v, error %v", x, err)
	}
	i := slices.IndexFunc(x.Rules, func(r Rule) bool { return r.Line == 1 })
	if i < 0 || x.Rules[i].Paid != 2000 || x.Rules[i].Refused != 500 {
		t.Errorf("rules %+v", x.Rules)
	}
	var p *Problem
	if _, err := c.MaskedExchange(context.Background(), "un", "E-000099"); !errors.As(err, &p) || p.Status != 404 {
		t.Errorf("error %v", err)
	}
}
