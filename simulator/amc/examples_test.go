package amc_test

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestWorkedExamples(t *testing.T) { play(t, workedScenarios()) }

// A worked example of the dossier, section 5.10, as the payer meets it: what the hospital asks, and
// what the AMC and the patient pay of it.
type worked struct {
	name     string
	persona  string
	from, to string
	lines    []roc.Line
	amc      roc.Cents
	patient  roc.Cents
	code     string
	sentence string // that the trace must hold
}

// workedScenarios are those that a payer can be told; the others turn on what the AMO leaves.
func workedScenarios() []scenario {
	var list []scenario
	for _, w := range workedExamples() {
		list = append(list, scenario{w.name, func(b *bench) { w.play(b) }})
	}
	return append(list, twoInsurers())
}

func (w *worked) play(b *bench) {
	b.on(w.from)
	context, result := roc.Sejour, roc.Accepte
	if w.to == "" {
		w.to, context = w.from, roc.ACE
	}
	if w.code != "" {
		result = roc.Partiel
	}
	id := b.idb(w.persona, alpha, w.from, w.to, func(q *roc.IDBRequest) { q.Context = context })
	q := b.clcRequest(w.persona, alpha, id.IdbID, w.from, w.to, w.lines...)
	if context == roc.ACE {
		q.Venue.Kind = "ACE"
	}
	b.shared(b.clc(q), result, w.code, w.amc, w.patient)
	b.says(w.sentence)
}

func workedExamples() []worked {
	day := "2025-06-02"
	tm := func(unit roc.Cents, nights int, to string) roc.Line { return line(1, "PJ", day, to, nights, unit, 80) }
	fj := func(id int, from, to string, days int, unit roc.Cents) roc.Line {
		return line(id, "FJ", from, to, days, unit, 0)
	}
	return []worked{
		{"E1: five nights of medicine, exit home", "P01", day, "2025-06-07", e1(), 118656, 0, "",
			"Ligne 1 (PJ), contrat de rang 1 (FULL) : 1\u202f166,56\u00a0€ sur 1\u202f166,56\u00a0€."},
		{"E2: exit by transfer, no forfait of the exit day", "P01", day, "2025-06-07",
			[]roc.Line{tm(116656, 5, "2025-06-07")}, 116656, 0, "", ""},
		{"E3: death, no forfait of the exit day", "P01", day, "2025-06-07",
			[]roc.Line{tm(116656, 5, "2025-06-07")}, 116656, 0, "", ""},
		{"E4: surgery with a costly act", "P01", day, "2025-06-05",
			[]roc.Line{pas(1, day, 2400), fj(2, day, "2025-06-05", 4, 2000)}, 10400, 0, "", ""},
		{"E5: the same in May 2026, at the amounts of the day", "P02", "2026-05-04", "2026-05-07",
			[]roc.Line{pas(1, "2026-05-04", 3200), fj(2, "2026-05-04", "2026-05-07", 4, 2300)}, 12400, 0, "", ""},
		{"E6: care of a long illness, the forfait only", "P02", day, "2025-06-07",
			[]roc.Line{fj(1, day, "2025-06-07", 6, 2000)}, 12000, 0, "", ""},
		{"E7: a delivery, a room at 60 for three nights under a ceiling of 50", "P08", day, "2025-06-05",
			[]roc.Line{room(1, day, "2025-06-05", 3, 6000)}, 15000, 3000, "R01",
			"150,00\u00a0€ sur 180,00\u00a0€ ; 30,00\u00a0€ au-delà de 50,00\u00a0€ par jour."},
		{"E8: thirty-five nights, the ticket modérateur of thirty days, then the forfait", "P01", day, "2025-07-07",
			[]roc.Line{tm(116656, 30, "2025-07-02"), fj(2, "2025-07-02", "2025-07-07", 6, 2000)}, 711936, 0, "", ""},
		{"E13: ambulatory surgery", "P01", day, day,
			[]roc.Line{tm(134113, 1, day)}, 26823, 0, "", ""},
		{"E14: the forfait exceeds the ticket modérateur", "P01", day, "2025-06-12",
			[]roc.Line{fj(1, day, "2025-06-12", 11, 2000)}, 22000, 0, "", ""},
		{"E15: an emergency visit", "P01", day, "",
			[]roc.Line{line(1, "FPU", day, day, 1, 1961, 0)}, 1961, 0, "", ""},
		{"E16: the same with a long illness: the AMO pays the complement", "P02", day, "",
			[]roc.Line{line(1, "FPV", day, day, 1, 849, 0), line(2, "CFU", day, day, 1, 1112, 100)}, 849, 0, "", ""},
		{"E17: the same on 2 March 2026", "P02", "2026-03-02", "",
			[]roc.Line{line(1, "FPV", "2026-03-02", "2026-03-02", 1, 996, 0),
				line(2, "CFU", "2026-03-02", "2026-03-02", 1, 1304, 100)}, 996, 0, "", ""},
		{"E18: the forfait on both sides of 1 March 2026", "P02", "2026-02-27", "2026-03-04",
			[]roc.Line{fj(1, "2026-02-27", "2026-02-28", 2, 2000), fj(2, "2026-03-01", "2026-03-04", 4, 2300)},
			13200, 0, "", ""},
		{"E19: a consultation, of which the patient keeps 2 € of the AMO part", "P01", day, "",
			[]roc.Line{consultation(day)}, 900, 200, "", ""},
		{"E20: a costly act in outpatient care", "P01", day, "",
			[]roc.Line{costly(day)}, 2400, 0, "", ""},
		{"E27: rights that end on 31 December pay three days of six", "P11", "2024-12-29", "2025-01-03",
			[]roc.Line{fj(1, "2024-12-29", "2025-01-03", 6, 2000)}, 6000, 6000, "R03",
			"60,00\u00a0€ sur 120,00\u00a0€ ; 60,00\u00a0€ hors des droits ouverts du 01/01/2024 au 31/12/2024."},
		{"E28: a room at 80 for four nights", "P01", day, "2025-06-06",
			[]roc.Line{room(1, day, "2025-06-06", 4, 8000)}, 20000, 12000, "R01", ""},
		{"E30: a contract that is not responsible leaves the participation", "P14", day, "2025-06-05",
			[]roc.Line{pas(1, day, 2400), fj(2, day, "2025-06-05", 4, 2000)}, 8000, 2400, "P02",
			"rien, la garantie ne couvre pas la participation forfaitaire."},
	}
}

// consultation is paid at 70 % by the AMO, which holds the participation of 2 € back.
func consultation(day string) roc.Line {
	l := line(1, "CS", day, day, 1, 3000, 70)
	l.AMO, l.Left = 1900, 900
	return l
}

// costly is an act above the threshold: the AMO pays it whole but for the participation.
func costly(day string) roc.Line {
	l := line(1, "ADC", day, day, 1, 12540, 100)
	l.AMO, l.Left, l.PAS = 10140, 2400, true
	return l
}

func twoInsurers() scenario {
	return scenario{"E29: two AMCs, the first takes the ticket modérateur, the second the forfait", func(b *bench) {
		first := b.stay("P12", alpha, "2025-06-02", "2025-06-07", e1()...)
		b.shared(first, roc.Partiel, "P02", 116656, 2000)
		rest := e1()
		rest[0].OtherAMC = first.Lines[0].AMC
		second := b.stay("P12", gamma, "2025-06-02", "2025-06-07", rest...)
		b.shared(second, roc.Accepte, "", 2000, 0)
	}}
}

// says checks that a sentence of the trace ends as told.
func (b *bench) says(sentence string) {
	b.Helper()
	for _, f := range b.trace {
		if strings.HasSuffix(f.Text, sentence) {
			return
		}
	}
	b.Errorf("no sentence ends with %q:\n%s", sentence, b.why())
}
