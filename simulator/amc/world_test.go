package amc_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func TestAWorldIsReadWithItsDefaults(t *testing.T) {
	w := annexeB(t)
	alpha := w.AMCs[0]
	if !*alpha.Connected || *alpha.DirectoryDays != 30 || alpha.GuaranteeDays != 365 ||
		alpha.Versions[0] != "V1" || alpha.Domains[0] != "MCOO" || alpha.Debtor.Number != alpha.Number {
		t.Errorf("defaults of an AMC: %+v", alpha)
	}
	if days := *w.AMCs[4].DirectoryDays; days != 0 {
		t.Errorf("zero days of directory were read as %d", days)
	}
	person := w.Beneficiaries[0]
	if w.Establishments[0].State != "actif" || person.BirthRank != 1 || person.Covers[0].Rank != 1 {
		t.Error("defaults of establishments or people are not in place")
	}
}

func TestAFrozenWorldStandsStillAndAnotherFollowsTheSystem(t *testing.T) {
	system := roc.Frozen(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
	w := annexeB(t)
	if got := w.ClockOver(system)(); got.Format(time.RFC3339) != "2025-06-07T10:00:00+02:00" {
		t.Errorf("frozen clock says %s", got)
	}
	other := *w
	other.Clock = amc.ClockSettings{Mode: "systeme"}
	if got := other.ClockOver(system)(); got.Year() != 2030 {
		t.Errorf("system clock says %s", got)
	}
}

func TestEachFaultOfAWorldIsFoundWhereItIs(t *testing.T) {
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	// Faults that make others: what was renamed is missing elsewhere.
	consequences := map[string]bool{"AMC number and CSR": true, "operator twice": true, "guarantee of its own": true}
	for name, c := range map[string]struct{ old, new, field, message string }{
		"world name": {
			"monde: annexe-b",
			"monde: a/b",
			"monde", "no world name",
		},
		"clock mode": {
			"mode: figee",
			"mode: figé",
			"horloge.mode", `did you mean "figee"`,
		},
		"frozen clock, no time": {
			"{mode: figee, debut: 2025-06-07T10:00:00+02:00}",
			"{mode: figee}",
			"horloge.debut", "needs its instant",
		},
		"establishment FINESS": {
			`"990000200"`,
			`"990000201"`,
			"etablissements[1].finess_eg", "Luhn",
		},
		"establishment twice": {
			`"990000200"`,
			`"990000101"`,
			"etablissements[1].finess_eg", "already that of etablissements[0]",
		},
		"establishment state": {
			"etat: suspendu",
			"etat: suspendue",
			"etablissements[2].etat", `did you mean "suspendu"`,
		},
		"operator twice": {
			"id: OPB",
			"id: OPA",
			"operateurs[1].id", "already",
		},
		"operator unknown": {
			"operateurs: [{operateur: OPB}]",
			"operateurs: [{operateur: OPC}]",
			"amc[1].operateurs[0].operateur", `did you mean "OPA"`,
		},
		"AMC number": {
			`numero: "99000005"`,
			`numero: "9900-005"`,
			"amc[5].numero", "8 to 10 digits",
		},
		"AMC number and CSR": {
			"csr: B1",
			"csr: B2",
			"amc[2].csr", "already that of amc[1]",
		},
		"AMC version": {
			"versions: [V2]",
			"versions: [V3]",
			"amc[7].versions[0]", "unknown",
		},
		"AMC domain": {
			"[MCOO, SMR]",
			"[MCOO, SSR]",
			"amc[7].domaines[1]", `did you mean "SMR"`,
		},
		"appointments order": {
			"{operateur: OPB, du: 2025-06-05}",
			"{operateur: OPB}",
			"amc[4].operateurs[1].du", "not after",
		},
		"directory days": {
			"validite_annuaire_jours: 0",
			"validite_annuaire_jours: -1",
			"amc[4].validite_annuaire_jours", "out of range",
		},
		"consigne service": {
			"services: [SIM]",
			"services: [SIN]",
			"amc[3].consignes[1].services[0]", `did you mean "SIM"`,
		},
		"guarantee of its own": {
			"MOITIE:\n",
			"FULL:\n",
			"garanties.FULL", "built-in",
		},
		"guarantee percentage": {
			"tm: {taux: 50}",
			"tm: {taux: 150}",
			"garanties.MOITIE.tm.taux", "1 to 100",
		},
		"guarantee unknown": {
			"garantie: FULL\n",
			"garantie: FULLL\n",
			"beneficiaires[0].couvertures[0].garantie", `did you mean "FULL"`,
		},
		"renewal mode": {
			"{mode: jours, jours: 0}",
			"{mode: fin_du_mois}",
			"garanties.MOITIE.renouvellement.mode", `did you mean "fin_de_mois"`,
		},
		"renewal days elsewhere": {
			"{mode: jours, jours: 0}",
			"{mode: fin_de_mois, jours: 3}",
			"garanties.MOITIE.renouvellement.jours", "counts days",
		},
		"persona twice": {
			"id: P02",
			"id: P01",
			"beneficiaires[1].id", "already",
		},
		"NIR key": {
			`nir_assure: "255119935000118"`,
			`nir_assure: "255119935000119"`,
			"beneficiaires[1].nir_assure", "has key 19, want 18",
		},
		"NIR": {
			`nir_assure: "255119935000118"`,
			`nir_assure: "25511"`,
			"beneficiaires[1].nir_assure", "13 characters",
		},
		"birth date": {
			`naissance: "19551103"`,
			`naissance: "1955-11-03"`,
			"beneficiaires[1].naissance", "8 digits",
		},
		"birth rank": {
			"rang: 2\n    nom: ESSAI\n    prenom: Charlie",
			"rang: 10\n    nom: ESSAI\n    prenom: Charlie",
			"beneficiaires[5].rang", "1 to 9",
		},
		"cover's AMC": {
			`- {amc: "99000006"`,
			`- {amc: "99000009"`,
			"beneficiaires[10].couvertures[0].amc", "did you mean",
		},
		"cover's CSR": {
			", csr: B2, p",
			", csr: B3, p",
			"beneficiaires[17].couvertures[0].csr", "did you mean",
		},
		"period reversed": {
			"au: 2024-12-31",
			"au: 2023-12-31",
			"beneficiaires[8].couvertures[0].periodes[0].au", "before the start",
		},
		"periods order": {
			"{du: 2025-07-01, au: 2025-12-31}",
			"{du: 2025-06-30, au: 2025-12-31}",
			"beneficiaires[0].couvertures[0].periodes[1].du", "not after",
		},
		"practitioner": {
			`["10000000009"]`,
			`["10000000008"]`,
			"praticiens_optam[0]", "RPPS",
		},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(data), c.old, c.new, 1)
			if text == string(data) {
				t.Fatalf("the file does not hold %q", c.old)
			}
			found := faults(t, text)
			alone := len(found) == 1 || consequences[name]
			if !alone || found[0].Field != c.field || !strings.Contains(found[0].Message, c.message) {
				t.Fatalf("got %v, want one fault at %s with %q", found, c.field, c.message)
			}
			if found[0].Line == 0 || found[0].File != "monde.yaml" {
				t.Errorf("the fault has no place: %v", found[0])
			}
		})
	}
}

func faults(t *testing.T, text string) strictyaml.Errors {
	t.Helper()
	_, err := amc.ParseWorld("monde.yaml", []byte(text))
	var found strictyaml.Errors
	if !errors.As(err, &found) || len(found) == 0 {
		t.Fatalf("got error %v, want faults", err)
	}
	return found
}

func TestAllFaultsOfAWorldAreToldAtOnceInTheOrderOfTheFile(t *testing.T) {
	found := faults(t, `
monde: "?"
etablissements: [{finess_ej: "1", finess_eg: "2", nom: X}]
amc: [{numero: "1", nom: ""}]
beneficiaires: []
forcages: [{service: CLX, code: A01, incoherence: somme_fausse}]
`)
	var fields []string
	for i, e := range found {
		fields = append(fields, e.Field)
		if i > 0 && e.Line < found[i-1].Line {
			t.Errorf("line %d comes after line %d", e.Line, found[i-1].Line)
		}
	}
	want := "monde etablissements[0].finess_ej etablissements[0].finess_eg amc[0].numero amc[0].nom " +
		"forcages[0].service forcages[0].incoherence"
	if got := strings.Join(fields, " "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestAForcingIsCheckedWhenItIsAdded(t *testing.T) {
	w := annexeB(t)
	for name, f := range map[string]amc.Forcing{
		"no effect":               {Service: "IDB"},
		"unknown service":         {Service: "XYZ", Code: "A01"},
		"code and incoherence":    {Service: "CLC", Code: "A01", Incoherence: "somme_fausse"},
		"unknown incoherence":     {Service: "CLC", Incoherence: "somme"},
		"incoherence outside CLC": {Service: "SIM", Incoherence: "somme_fausse"},
		"unknown AMC":             {Service: "IDB", Code: "A01", AMC: "99000099"},
		"unknown person":          {Service: "IDB", Code: "A01", Beneficiary: "P99"},
		"negative times":          {Service: "IDB", Code: "A01", Times: -1},
		"accented code":           {Service: "IDB", Code: "É1"},
	} {
		if _, err := w.WithForcing(f); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	next, err := w.WithForcing(amc.Forcing{Service: "IDB", Code: "D04"})
	if err != nil || len(next.Forcings) != 1 || len(w.Forcings) != 0 {
		t.Errorf("a good forcing: %v; %d in the copy, %d in the world", err, len(next.Forcings), len(w.Forcings))
	}
}

func FuzzParseWorld(f *testing.F) {
	data, err := os.ReadFile("testdata/annexe-b.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(`{"monde": "w", "etablissements": [], "amc": [{"numero": "99000001", "nom": "A"}], "beneficiaires": []}`)
	f.Add("monde: w\netablissements: []\namc: []\n" +
		"beneficiaires: [{id: P, nir_assure: '1', naissance: '1', nom: N, prenom: P, couvertures: []}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := amc.ParseWorld("monde.yaml", []byte(text))
		var found strictyaml.Errors
		if (w == nil) == (err == nil) || err != nil && !errors.As(err, &found) {
			t.Errorf("world %v with error %v", w, err)
		}
	})
}
