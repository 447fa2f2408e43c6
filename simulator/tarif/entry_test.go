package tarif

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

const twoEntries = `
# Deux entrées.
- libelle: Cinq nuits
  sejour:
    entree: 2025-06-02
    heure_entree: "09:30"
    sortie: 2025-06-07
    mode_sortie: DOMICILE
    type: HC
    domaine: MCOO
    dmt: "216"
    code_tarif: "11"
    nature: "10"
    exo: "0"
    payeur_fj: A
    chaine: [{entree: 2025-05-28, sortie: 2025-06-01}]
    actes: [{code: ADC, acte: HHFA011, du: 2025-06-03, quantite: 1, prix_unitaire: 90.00, base: 90.00}]
    supplements: [{code: CHP, du: 2025-06-02, au: 2025-06-06, quantite: 5, prix_unitaire: 60.00}]
- libelle: Consultation hors parcours
  visite:
    type: ACE
    parcours: HORS
    actes: [{code: CS, du: 2025-06-02, quantite: 1, prix_unitaire: 30.00, base: 30.00, taux: 70}]
`

func TestAFileIsPricedEntryByEntry(t *testing.T) {
	entries, err := ParseFile("essai.yaml", []byte(twoEntries))
	if err != nil || len(entries) != 2 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for i, want := range []Totals{
		{Billed: 583280 + 2000 + 30000, AMO: 466624, AMC: 116656 + 2000 + 30000},
		{Billed: 3000, AMO: 3000 - 900 - 1060 - 200, AMC: 900, Patient: 1260},
	} {
		got, err := table(t).Price(entries[i])
		if err != nil || len(got) != 1 || got[0].Totals != want || got[0].Label != entries[i].Label ||
			got[0].Circuit != "ROC" {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
	}
}

func TestTheParticipationOfAVisitIsHeldBackFromTheAMO(t *testing.T) {
	entries, err := ParseFile("acte.json", []byte(`{"visite":{"type":"ACE","exo":"0","actes":[
		{"code":"ADC","acte":"BELA001","du":"2025-06-02","quantite":1,
		"prix_unitaire":"125.40","base":"125.40","taux":70}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := table(t).Price(entries[0])
	if want := (Totals{Billed: 12540, AMO: 10140, AMC: 2400}); err != nil || got[0].Totals != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

func TestAResultReadsInFrench(t *testing.T) {
	entries, err := ParseFile("essai.yaml", []byte(twoEntries))
	if err != nil {
		t.Fatal(err)
	}
	result, err := table(t).Price(entries[0])
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(result[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"libelle":"Cinq nuits"`,
		`"code":"PJ","du":"2025-06-02","au":"2025-06-06","quantite":5,` +
			`"prix_unitaire":"1166.56","facture":"5832.80","base":"5832.80","taux":80,"amo":"4666.24",` +
			`"reste":"1166.56",` +
			`"nature":"TM","regle":"TAR-TM","tarif":{"montant":"1166.56","depuis":"2025-03-01"`,
		`"motif":"Ticket modérateur`,
		`"totaux":{"facture":"6152.80","amo":"4666.24","a_demander_amc":"1486.56"`, `"remarques":[]`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s\nlacks %s", text, want)
		}
	}
}

func TestAFileWithMistakesTellsThemAll(t *testing.T) {
	stay := "{entree: 2025-06-02, sortie: 2025-06-01, mode_sortie: MAISON, type: HCX, domaine: MCOO}"
	cases := []struct {
		name, text string
		want       []string
	}{
		{"unknown field", "sejour: " + strings.Replace(stay, "type", "typ", 1), []string{`did you mean "type"?`,
			"sejour.type: missing"}},
		{"neither", "libelle: rien", []string{"essai.yaml: attendu sejour ou visite"}},
		{"several faults of several entries", "- sejour: " + stay + "\n- visite: {type: URGENCE, parcours: DEHORS}",
			[]string{"essai.yaml: [0]: type de séjour", "plus proche : HC", "mode de sortie", "précède l'entrée",
				"essai.yaml: [1]: parcours", "issue du passage manquante : RETOUR"}},
		{"an empty list", "[]", []string{"0 entrées"}},
		{"not YAML", "sejour: [", []string{"essai.yaml:1"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseFile("essai.yaml", []byte(c.text))
			if faults := (strictyaml.Errors)(nil); !errors.As(err, &faults) {
				t.Fatalf("got %v", err)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %v, want %q", err, want)
				}
			}
		})
	}
}

func TestAPriceThatTheTablesLackNamesTheEntry(t *testing.T) {
	stay := medicine(t, "2024-06-02", 3)
	_, err := table(t).Price(Entry{Label: "Avant la grille", Stay: &stay})
	if unknown := new(UnknownRateError); !errors.As(err, &unknown) || !strings.HasPrefix(err.Error(),
		"Avant la grille : ") {
		t.Errorf("got %v", err)
	}
	if _, err := table(t).Price(Entry{}); err == nil {
		t.Error("nothing is priced")
	}
}

func FuzzParseFile(f *testing.F) {
	for _, seed := range []string{twoEntries, "sejour: {}",
		"visite: {type: URGENCE, date: 2025-06-02, issue: RETOUR}", "[", "---\n- a",
		`{"visite":{"type":"ACE","situations_datees":[{"nom":"ALD","du":"2025-01-01"}]}}`} {
		f.Add([]byte(seed))
	}
	rates := table(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := ParseFile("f", data)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		for _, e := range entries {
			results, err := rates.Price(e)
			if err != nil {
				continue
			}
			for _, result := range results {
				whole(t, result)
			}
		}
	})
}

// whole holds that a result adds up and reads.
func whole(t *testing.T, result Result) {
	t.Helper()
	sum := result.Totals
	if sum.AMO+sum.AMC+sum.Manager+sum.Patient != sum.Billed {
		t.Errorf("%+v does not add up", sum)
	}
	for _, l := range result.Lines {
		if l.Left < 0 || l.AMO < 0 || l.Why == "" {
			t.Errorf("line %+v", l)
		}
	}
	if _, err := json.Marshal(result); err != nil {
		t.Error(err)
	}
}

func TestOneObjectALineIsAListWhoseFaultsKeepTheirLine(t *testing.T) {
	const visit = `{"visite":{"type":"ACE","actes":[{"code":"CS","du":"2025-06-02","quantite":1,` +
		`"prix_unitaire":"30.00","base":"30.00","taux":70}]}}`
	entries, err := ParseFile("flux.ndjson", []byte(visit+"\r\n"+visit+"\n\n"))
	if err != nil || len(entries) != 2 || entries[1].Visit == nil {
		t.Errorf("%d entries, %v", len(entries), err)
	}
	_, err = ParseFile("flux.ndjson", []byte(visit+"\n"+strings.Replace(visit, "quantite", "quantité", 1)))
	if err == nil || !strings.Contains(err.Error(), "flux.ndjson:2") || !strings.Contains(err.Error(), "quantite") {
		t.Errorf("got %v, want the second line and the nearest name", err)
	}
}
