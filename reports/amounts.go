package reports

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// AmountFaults checks a calculation, request and reply in canonical JSON by the norme's names,
// against the invariants of the dispositif, and returns what it breaks, in French: the lines'
// sums are the totals; AMO, AMC, other AMC and patient share the whole amount billed; no part is
// negative; no line is answered that was not asked. A refusal, and a document that is not a
// calculation in JSON, have nothing to check.
func AmountFaults(request, reply []byte) []string {
	var asked clcAsked
	var answered clcAnswered
	if json.Unmarshal(request, &asked) != nil || json.Unmarshal(reply, &answered) != nil {
		return nil
	}
	if s := answered.Statut.Resultat; s != "ACCEPTE" && s != "PARTIEL" {
		return nil
	}
	var f faults
	lines := map[string]clcLine{}
	var billed, requested int64
	for _, l := range asked.Lignes {
		lines[string(l.Numero)] = l
		billed += l.Total.n
		requested += l.Reste.n - l.AutreAMC.n
		f.unless(l.AMO.n+l.Reste.n == l.Total.n, "ligne %s : AMO et reste ne font pas le total", l.Numero)
		f.unless(min(l.Total.n, l.AMO.n, l.Reste.n, l.AutreAMC.n) >= 0, "ligne %s : montant négatif", l.Numero)
	}
	f.unless(billed == asked.Totaux.Facture.n, "le total facturé n'est pas la somme des lignes")
	f.unless(requested == asked.Totaux.Demande.n, "le total demandé à l'AMC n'est pas la somme des lignes")
	f.answer(lines, &answered)
	return f
}

// A clcAsked is what the invariants read of a request.
type clcAsked struct {
	Lignes []clcLine `json:"lignes"`
	Totaux struct {
		Facture amount `json:"facture"`
		Demande amount `json:"demande"`
	} `json:"totaux"`
}

type clcLine struct {
	Numero   scalar `json:"numero"`
	Total    amount `json:"total"`
	AMO      amount `json:"montantAMO"`
	Reste    amount `json:"reste"`
	AutreAMC amount `json:"autreAMC"`
}

// A clcAnswered is what the invariants read of a reply.
type clcAnswered struct {
	Statut struct {
		Resultat string `json:"resultat"`
	} `json:"statut"`
	Lignes []struct {
		Numero  scalar `json:"numero"`
		AMC     amount `json:"montantAMC"`
		Patient amount `json:"montantPatient"`
	} `json:"lignes"`
	Totaux struct {
		AMC     amount `json:"montantAMC"`
		Patient amount `json:"montantPatient"`
	} `json:"totaux"`
}

type faults []string

func (f *faults) unless(holds bool, sentence string, args ...any) {
	if !holds {
		*f = append(*f, fmt.Sprintf(sentence, args...))
	}
}

func (f *faults) answer(asked map[string]clcLine, answered *clcAnswered) {
	var amc, patient int64
	left := len(asked)
	seen := map[string]bool{}
	for _, a := range answered.Lignes {
		amc += a.AMC.n
		patient += a.Patient.n
		line, ok := asked[string(a.Numero)]
		if f.unless(ok, "ligne %s : répondue sans être demandée", a.Numero); !ok {
			continue
		}
		if f.unless(!seen[string(a.Numero)], "ligne %s : répondue deux fois", a.Numero); !seen[string(a.Numero)] {
			seen[string(a.Numero)] = true
			left--
		}
		f.unless(min(a.AMC.n, a.Patient.n) >= 0, "ligne %s : part négative", a.Numero)
		f.unless(line.AMO.n+a.AMC.n+line.AutreAMC.n+a.Patient.n == line.Total.n,
			"ligne %s : AMO, AMC, autre AMC et patient ne font pas le montant facturé", a.Numero)
	}
	f.unless(left == 0, "%d ligne(s) demandée(s) sans réponse", left)
	f.unless(amc == answered.Totaux.AMC.n, "le total de l'AMC n'est pas la somme des lignes")
	f.unless(patient == answered.Totaux.Patient.n, "le total du patient n'est pas la somme des lignes")
}

// amountFaults checks the calculations of a result, and that each cent of them is explained. An
// answer that a case forced is wrong on purpose: it is the GAP that is on trial there.
func amountFaults(r *Result) []string {
	var out []string
	for _, e := range r.Exchanges {
		if e.Service != "CLC" || e.Forced {
			continue
		}
		for _, what := range append(AmountFaults([]byte(e.Request), []byte(e.Reply)), e.Contradictions...) {
			out = append(out, fmt.Sprintf("échange %s, %s", e.ID, what))
		}
	}
	return out
}

// A scalar is a JSON string or number, as text.
type scalar string

func (s *scalar) UnmarshalJSON(data []byte) error {
	*s = scalar(strings.Trim(string(data), `"`))
	return nil
}

// An amount is a number of cents; the wire writes euros with two decimals.
type amount struct{ n int64 }

func (a *amount) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	if text == "null" {
		return nil
	}
	whole, cents, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+(cents + "00")[:2], 10, 64)
	if err != nil || len(cents) > 2 {
		return fmt.Errorf("amount %q: want euros with two decimals", text)
	}
	a.n = n
	return nil
}
