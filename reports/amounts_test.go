package reports

import (
	"slices"
	"strings"
	"testing"
)

func TestTheInvariantsOfACalculation(t *testing.T) {
	type change struct{ old, now string }
	for name, test := range map[string]struct {
		request, reply change
		want           string // empty: nothing to say
	}{
		"a coherent calculation has no fault": {},
		"a refusal has nothing to check": {
			reply: change{`"PARTIEL"`, `"REFUSE"`}, request: change{"20.00", "21.00"},
		},
		"an amount without cents is read":    {reply: change{`"1000.00"`, `"1000"`}},
		"an amount that is a number is read": {reply: change{`"1000.00"`, `1000.00`}},
		"a share more than billed": {
			reply: change{`"montantAMC":"20.00"`, `"montantAMC":"21.00"`},
			want:  "ligne 2 : AMO, AMC",
		},
		"a negative share": {
			reply: change{`"montantPatient":"0.00"`, `"montantPatient":"-5.00"`},
			want:  "ligne 2 : part négative",
		},
		"a line that was not asked": {
			reply: change{`"numero":2`, `"numero":3`},
			want:  "ligne 3 : répondue sans être demandée",
		},
		"a line answered twice": {
			reply: change{`"numero":2`, `"numero":1`},
			want:  "ligne 1 : répondue deux fois",
		},
		"a line left without an answer": {
			reply: change{`"numero":2`, `"numero":3`},
			want:  "1 ligne(s) demandée(s) sans réponse",
		},
		"a total of the AMC that is not the sum": {
			reply: change{`"1020.00"`, `"1020.01"`},
			want:  "le total de l'AMC",
		},
		"a total of the patient that is not the sum": {
			reply: change{`"montantPatient":"166.56"}}`, `"montantPatient":"0.00"}}`},
			want:  "le total du patient",
		},
		"a billed total that is not the sum": {
			request: change{`"facture":"5852.80"`, `"facture":"5852.00"`},
			want:    "le total facturé",
		},
		"a requested total that is not the sum": {
			request: change{`"demande":"1186.56"`, `"demande":"1.00"`},
			want:    "le total demandé",
		},
		"a line whose AMO and remainder do not add up": {
			request: change{`"4666.24","reste"`, `"4666.00","reste"`},
			want:    "ligne 1 : AMO et reste",
		},
		"a document that is not a calculation": {reply: change{"{", "<"}},
	} {
		t.Run(name, func(t *testing.T) {
			request := swapOnce(t, sampleAsked, test.request.old, test.request.now)
			reply := swapOnce(t, sampleAnswered, test.reply.old, test.reply.now)
			got := AmountFaults([]byte(request), []byte(reply))
			if test.want == "" && len(got) > 0 {
				t.Errorf("faults %q, want none", got)
			}
			named := func(s string) bool { return strings.Contains(s, test.want) }
			if test.want != "" && !slices.ContainsFunc(got, named) {
				t.Errorf("faults %q, want one with %q", got, test.want)
			}
		})
	}
}

func swapOnce(t *testing.T, text, old, now string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("the sample has no %q", old)
	}
	return strings.Replace(text, old, now, 1)
}
