package vocabulaire

import (
	"encoding/json"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

const calculation = `{"entete":{"test":true},"patient":{"beneficiaire":{"rangNaissance":2,"nom":"LECA"}},"lignes":[
 {"numero":1,"code":"PJ","reste":"1166.56"},
 {"numero":2,"code":"FJ","reste":"20.00","autreAMC":"5.00"},
 {"numero":3,"code":"CHP","reste":"300.00"},
 {"numero":4,"code":"GHS","participation":true,"reste":"24.00"},
 {"numero":5,"code":"TV","reste":"8.00"},
 {"numero":6,"code":"CHP","reste":"10.00","autreAMC":"10.00"}]}`

func TestValuesAreReadByTheNamesOfTheNorme(t *testing.T) {
	m := decode(json.RawMessage(calculation))
	for path, want := range map[string]string{
		"patient.beneficiaire.rangNaissance": "2",
		"patient.beneficiaire.nom":           "LECA",
		"entete.test":                        "true",
		"patient.beneficiaire.nir":           "",
		"patient.beneficiaire.nom.trop.loin": "",
		"lignes":                             "",
		"absent.tout.a.fait":                 "",
	} {
		if got := m.text(path); got != want {
			t.Errorf("%s reads %q, want %q", path, got, want)
		}
	}
}

func TestAnUnreadableRequestReadsAsEmpty(t *testing.T) {
	for _, raw := range []string{"", "{", "<xml/>", "[]"} {
		m := decode(json.RawMessage(raw))
		if m.text("entete.idMessage") != "" || len(m.list("lignes")) != 0 {
			t.Errorf("%q holds something", raw)
		}
	}
}

func TestAmountsAreSummedByNature(t *testing.T) {
	m := decode(json.RawMessage(calculation))
	for _, c := range []struct {
		nature nature
		total  roc.Cents
		lines  int
	}{
		{tm, 116656, 1}, {fj, 1500, 1}, {pas, 2400, 1}, {room, 30000, 1}, {"télévision", 800, 1}, {"", 151356, 5},
	} {
		total, lines, err := asked(m, c.nature)
		if err != nil || total != c.total || lines != c.lines {
			t.Errorf("%q: %s in %d lines (%v), want %s in %d", c.nature, total, lines, err, c.total, c.lines)
		}
	}
}

func TestALineIsOfTheNatureOfItsCode(t *testing.T) {
	for line, want := range map[string]nature{
		`{"code":"PJ"}`:                       tm,
		`{"code":"ADC"}`:                      tm,
		`{"code":"ATU"}`:                      tm,
		`{"code":"FJ"}`:                       fj,
		`{"code":"PAS"}`:                      pas,
		`{"code":"GHS","participation":true}`: pas,
		`{"code":"FPU"}`:                      "forfait patient urgences",
		`{"code":"FPV"}`:                      "forfait patient urgences réduit",
		`{"code":"CFU"}`:                      "complément du forfait urgences",
		`{"code":"PF"}`:                       "participation du patient",
		`{"code":"MAJ"}`:                      "majoration hors parcours",
		`{"code":"CHP"}`:                      room,
		`{"code":"LIT"}`:                      "lit d'accompagnant",
		`{"code":"REP"}`:                      "repas d'accompagnant",
		`{"code":"TV"}`:                       "télévision",
	} {
		if got := natureOf(decode(json.RawMessage(line))); got != want {
			t.Errorf("%s is %q, want %q", line, got, want)
		}
	}
}

func TestAnAmountThatIsNoneIsAnError(t *testing.T) {
	m := decode(json.RawMessage(`{"lignes":[{"code":"FJ","reste":"vingt"}]}`))
	if _, _, err := asked(m, fj); err == nil {
		t.Error("accepted")
	}
}

func TestALineCoversBothItsEnds(t *testing.T) {
	for _, c := range []struct {
		from, to, day string
		want          bool
	}{
		{"2025-06-02", "2025-06-04", "2025-06-02", true},
		{"2025-06-02", "2025-06-04", "2025-06-04", true},
		{"2025-06-02", "2025-06-04", "2025-06-05", false},
		{"2025-06-04", "", "2025-06-04", true},
		{"2025-06-04", "", "2025-06-05", false},
	} {
		if got := covers(c.from, c.to, c.day); got != c.want {
			t.Errorf("from %s to %q, %s: %v", c.from, c.to, c.day, got)
		}
	}
}

func TestPersonalValuesAreNotRepeated(t *testing.T) {
	if got := private("185067512345", "autre"); got != "une autre valeur, de 12 caractères" {
		t.Errorf("got %q", got)
	}
}
