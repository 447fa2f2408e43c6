package vocabulaire

import (
	"encoding/json"
	"strings"
	"testing"
)

// venueOfTest is a stay of five nights: its ticket modérateur, the forfait of its exit day, a room.
const venueOfTest = `{"venue":{"entree":"2025-06-02T09:00:00+02:00","sortie":"2025-06-07T17:00:00+02:00"},"lignes":[
 {"numero":1,"code":"PJ","du":"2025-06-02","au":"2025-06-06","quantite":5,"prixUnitaire":"1166.56","total":"5832.80",
  "base":"5832.80","taux":80,"montantAMO":"4666.24","reste":"1166.56"},
 {"numero":2,"code":"FJ","du":"2025-06-07","quantite":1,"prixUnitaire":"20.00","total":"20.00","montantAMO":"0.00",
  "reste":"20.00"},
 {"numero":3,"code":"CHP","du":"2025-06-02","au":"2025-06-06","quantite":5,"prixUnitaire":"60.00","total":"300.00",
  "montantAMO":"0.00","reste":"300.00","autreAMC":"50.00"},
 {"numero":4,"code":"ADC","du":"2025-06-03","quantite":1,"coefficient":"1.5","prixUnitaire":"20.01","total":"30.02",
  "base":"20.00","taux":70,"montantAMO":"14.00","reste":"16.02","depassement":"10.02"},
 {"numero":5,"code":"PAS","participation":true,"du":"2025-06-03","quantite":1,"prixUnitaire":"205.00","total":"205.00",
  "base":"205.00","taux":80,"montantAMO":"181.00","reste":"24.00"}]}`

// breaches are the laws that a request breaks, told as a report would.
func breaches(t *testing.T, text string) []string {
	t.Helper()
	req := decode(json.RawMessage(text))
	if req == nil {
		t.Fatalf("no JSON: %s", text)
	}
	var broken []string
	for _, line := range req.list("lignes") {
		for _, judge := range append(append([]law{knownCode}, lawsOfAmounts...), lawsOfDays...) {
			expected, observed, err := judge(req, line)
			switch {
			case err != nil:
				broken = append(broken, err.Error())
			case expected != observed:
				broken = append(broken, expected+" | "+observed)
			}
		}
	}
	return broken
}

func TestLinesThatAddUpBreakNoLaw(t *testing.T) {
	if got := breaches(t, venueOfTest); len(got) > 0 {
		t.Errorf("broken: %q", got)
	}
}

func TestALineThatDoesNotHoldTogetherBreaksALaw(t *testing.T) {
	const forfait = `"code":"FJ","du":"2025-06-07","quantite":1`
	for name, c := range map[string]struct{ known, changed, told string }{
		"nine forfaits at the price of one": {forfait, `"code":"FJ","du":"2025-06-07","quantite":9`, "9 × 20,00"},
		"a coefficient that is left out":    {`"coefficient":"1.5",`, "", "1 × 20,01"},
		"another rate than that of the AMO": {`"taux":80,"montantAMO":"4666`, `"taux":65,"montantAMO":"4666`, "65 %"},
		"half the base":                     {`"base":"5832.80"`, `"base":"2916.40"`, "part AMO de 80 % de 2"},
		"an overrun that is not said":       {`,"depassement":"10.02"`, "", "base et dépassement"},
		"care of which the AMO pays nothing": {
			`"base":"5832.80","taux":80,`, "", "une base de remboursement et un taux"},
		"a rest that is no subtraction":     {`"reste":"1166.56"`, `"reste":"1266.56"`, "reste 1"},
		"another AMC that takes too much":   {`"autreAMC":"50.00"`, `"autreAMC":"300.01"`, "au plus 300,00"},
		"a code that nobody knows":          {`"code":"PJ"`, `"code":"ZZZ"`, "sous le code ZZZ"},
		"a forfait that the régime pays":    {`"code":"FJ"`, `"code":"FPX"`, "sous le code FPX"},
		"a day before the entry":            {`"du":"2025-06-03"`, `"du":"2025-06-01"`, "des jours de la venue"},
		"a day after the exit":              {`"au":"2025-06-06"`, `"au":"2025-06-08"`, "du 02/06/2025 au 08/06/2025"},
		"a line that ends before it begins": {forfait, forfait + `,"au":"2025-06-05"`, "des jours de la venue"},
		"the exit day's forfait on its eve": {forfait, `"code":"FJ","du":"2025-06-06","quantite":1`, "hors des jours"},
		"more nights than days": {`"quantite":5,"prixUnitaire":"60.00"`, `"quantite":6,"prixUnitaire":"60.00"`,
			"au plus 5 jour(s)"},
		"a price that is no amount": {`"prixUnitaire":"20.00"`, `"prixUnitaire":"vingt"`, "n'est pas un montant"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(venueOfTest, c.known) {
				t.Fatalf("the request does not hold %s", c.known)
			}
			broken := breaches(t, strings.Replace(venueOfTest, c.known, c.changed, 1))
			got := strings.ReplaceAll(strings.Join(broken, "\n"), "\u00a0", " ")
			if !strings.Contains(got, c.told) {
				t.Errorf("told %q, want %q", got, c.told)
			}
		})
	}
}
