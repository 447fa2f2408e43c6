package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func period(t testing.TB, index int, from, to string, final bool) Period {
	t.Helper()
	return Period{index, date(t, from), date(t, to), final}
}

// months are the three periods of a stay from 2 June to 20 August 2025.
func months(t testing.TB) []Period {
	t.Helper()
	return []Period{period(t, 1, "2025-06-02", "2025-06-30", false), period(t, 2, "2025-07-01", "2025-07-31", false),
		period(t, 3, "2025-08-01", "2025-08-20", true)}
}

const whyOnce = "20 % du tarif du séjour"

func TestStaysBilledByPeriods(t *testing.T) {
	summer := func(change func(*Stay)) Stay { return with(smr(t, 79), change) }
	same := func(*Stay) {}
	twoHalves := []Period{period(t, 1, "2025-06-02", "2025-06-16", false),
		period(t, 2, "2025-06-17", "2025-07-02", true)}
	days := []Period{period(t, 1, "2025-06-02", "2025-06-02", false), period(t, 2, "2025-06-03", "2025-06-03", false),
		period(t, 3, "2025-06-04", "2025-06-05", true)}
	cases := []struct {
		name    string
		stay    Stay
		periods []Period
		want    [][]want
	}{
		{"D7: SMR by months, the thirtieth day in the first one, then forfaits, exit day in the last",
			in(t, "SMR", "HC", "908", "11", "2025-07-01", 81), []Period{period(t, 1, "2025-07-01", "2025-07-31", false),
				period(t, 2, "2025-08-01", "2025-08-31", false), period(t, 3, "2025-09-01", "2025-09-20", true)},
			[][]want{{{"PJ", TM, 30, 166236, "jours 1 à 30 du séjour, limite de 30"}, {"FJ", FJ, 1, 2000, whyTail}},
				{{"FJ", FJ, 31, 62000, whyTail}}, {{"FJ", FJ, 20, 40000, "jour de sortie à domicile compris"}}}},
		{"the thirtieth day in the second period",
			summer(same), months(t), [][]want{{{"PJ", TM, 29, 160695, "jours 1 à 29"}},
				{{"PJ", TM, 1, 5541, "jour 30 du séjour, limite de 30"}, {"FJ", FJ, 30, 60000, whyTail}},
				{{"FJ", FJ, 20, 40000, "jour de sortie à domicile compris"}}}},
		{"with five days before, it is in the first one", summer(func(s *Stay) { s.DaysBefore = 5 }), months(t),
			[][]want{{{"PJ", TM, 25, 138530, "jours 6 à 30"}, {"FJ", FJ, 4, 8000, whyTail}},
				{{"FJ", FJ, 31, 62000, whyTail}}, {{"FJ", FJ, 20, 40000, whyTail}}}},
		{"death in the last period: no exit day", summer(func(s *Stay) { s.ExitMode = "DECES" }), months(t),
			[][]want{{{"PJ", TM, 29, 160695, "jours 1 à 29"}},
				{{"PJ", TM, 1, 5541, whyTicket}, {"FJ", FJ, 30, 60000, whyTail}},
				{{"FJ", FJ, 19, 38000, "pas de forfait le jour de sortie (décès)"}}}},
		{"a leave across two periods", summer(func(s *Stay) {
			s.Leaves = []Leave{{date(t, "2025-06-29"), date(t, "2025-07-02")}}
		}), months(t), [][]want{{{"PJ", TM, 27, 149612, "jours 1 à 27"}},
			{{"PJ", TM, 3, 16624, "jours 28 à 30"}, {"FJ", FJ, 26, 52000, whyTail}},
			{{"FJ", FJ, 20, 40000, whyTail}}}},
		{"E23: HAD by halves of a month", in(t, "HAD", "HAD", "950", "01", "2025-06-02", 30), twoHalves,
			[][]want{{{"PJ", TM, 15, 75000, "jours 1 à 15"}}, {{"PJ", TM, 15, 75000, "jours 16 à 30"}}}},
		{"PSY: the cents of the parts are those of the whole", in(t, "PSY", "HC", "921", "03", "2025-06-02", 3), days,
			[][]want{{{"PJ", TM, 1, 5903, "jour 1 "}}, {{"PJ", TM, 1, 5904, "jour 2 "}},
				{{"PJ", TM, 1, 5903, "jour 3 "}, {"FJ", FJExit, 1, 1500, whyExit}}}},
		{"a costly act in the second period: no ticket modérateur in the first one either, one participation",
			summer(func(s *Stay) { s.Acts = []Prestation{act("ADC", date(t, "2025-07-10"), 20500)} }), months(t),
			[][]want{{{"FJ", FJ, 29, 58000, whyCostly}}, {{"FJ", FJ, 1, 2000, whyCostly},
				{"FJ", FJ, 30, 60000, whyCostly}, {"PAS", PAS, 1, 2400, whyPAS}}, {{"FJ", FJ, 20, 40000, whyCostly}}}},
		{"the tariff of a stay is billed once, with its first period; fees with that of their act",
			with(clinic(t, surgeon(t, 10000, 12000, "OPTAM")), func(s *Stay) { s.Fees[0].From = s.Entry.AddDays(1) }),
			days, [][]want{{{"GHS", TM, 1, 30000, whyOnce}}, {{"ADC", Fees, 1, 4000, "dépassement de 20,00 €"}},
				{{"FJ", FJExit, 1, 2000, whyExit}}}},
		{"a room by nights", with(in(t, "PSY", "HC", "921", "03", "2025-06-02", 3), func(s *Stay) {
			s.ExoCode = "4"
			s.Supplement = []Prestation{room(s, 3, 6000)}
			s.Supplement[0].To = s.Exit
		}), days, [][]want{{{"FJ", FJ, 1, 1500, whyALD}, {"CHP", Supplement, 1, 6000, whyRoom}},
			{{"FJ", FJ, 1, 1500, whyALD}, {"CHP", Supplement, 1, 6000, whyRoom}},
			{{"FJ", FJ, 2, 3000, "sortie à domicile"}, {"CHP", Supplement, 1, 6000, whyRoom}}}},
		{"PSY day hospital: each day in its period", in(t, "PSY", "HDJ", "923", "02", "2025-06-02", 3), days,
			[][]want{{{"PJ", TM, 1, 8276, "jour de soins"}}, {{"PJ", TM, 1, 8276, "jour de soins"}},
				{{"PJ", TM, 1, 8276, "jour de soins"}, {"PJ", TM, 1, 8276, "jour de soins"}}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := CheckPeriods(c.periods); err != nil {
				t.Fatal(err)
			}
			for i, p := range c.periods {
				bill, err := rates.Period(c.stay, p)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, bill.Lines, c.want[i])
			}
		})
	}
}

// What is engaged for a period is what was known then; what is asked again later is the corrected bill.
func TestALaterFactMakesARegularisation(t *testing.T) {
	rates := table(t)
	first, second := months(t)[0], months(t)[1]
	asKnown := func(on Period, change func(*Stay)) Stay {
		return with(smr(t, 0), func(s *Stay) { s.Exit, s.ExitMode = on.To, "EN_COURS"; change(s) })
	}
	engaged, err := rates.Period(asKnown(first, func(*Stay) {}), first)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, engaged.Lines, []want{{"PJ", TM, 29, 160695, "jours 1 à 29"}})
	if !remarked(engaged.Remarks, "Séjour en cours") {
		t.Errorf("remarks %q", engaged.Remarks)
	}
	for _, c := range []struct {
		name   string
		change func(*Stay)
		want   []want
	}{
		{"nothing new: nothing to put right", func(*Stay) {}, []want{{"PJ", TM, 29, 160695, "jours 1 à 29"}}},
		{"a costly act: the ticket modérateur was undue", func(s *Stay) {
			s.Acts = []Prestation{act("ADC", date(t, "2025-07-10"), 20500)}
		}, []want{{"FJ", FJ, 29, 58000, whyCostly}}},
		{"an ALD from its third week, told late", func(s *Stay) {
			s.Dated = []Dated{{Name: "ALD", From: date(t, "2025-06-16")}}
		}, []want{{"PJ", TM, 14, 77577, "jours 1 à 14"}, {"FJ", FJ, 15, 30000, whyALD}}},
	} {
		bill, err := rates.Period(asKnown(second, c.change), first)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		compare(t, bill.Lines, c.want)
	}
}

// A tariff of 300 € leaves 60 €: more than the forfaits of two days, less than those of four.
func TestForfaitsOvertakeTheTicketInALaterPeriod(t *testing.T) {
	rates := table(t)
	p := period(t, 1, "2025-06-02", "2025-06-03", false)
	stay := with(smr(t, 1), func(s *Stay) { s.GHS, s.ExitMode = 30000, "EN_COURS" })
	for exit, want := range map[string][]want{
		"2025-06-03": {{"GMT", TM, 1, 6000, whyOnce}},
		"2025-06-05": {{"FJ", FJ, 2, 4000, "60,00 € n'excède pas les forfaits auxquels il est comparé, 80,00 €"}},
	} {
		stay.Exit = date(t, exit)
		bill, err := rates.Period(stay, p)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, bill.Lines, want)
		if said := bill.Lines[0].Why(); strings.Contains(said, "sortie") {
			t.Errorf("the patient has not left, and the line says %q", said)
		}
	}
}

func TestPeriodsThatDoNotFollowEachOtherAreRefused(t *testing.T) {
	for words, change := range map[string]func([]Period) []Period{
		"elle chevauche celle qui la précède, qui va jusqu'au 30/06/2025": func(p []Period) []Period {
			p[1].From = p[0].To
			return p
		},
		"des jours manquent depuis le 29/06/2025": func(p []Period) []Period {
			p[0].To = date(t, "2025-06-29")
			return p
		},
		"indice 3 attendu":                      func(p []Period) []Period { p[2].Index = 4; return p },
		"finale, alors que d'autres la suivent": func(p []Period) []Period { p[0].Final = true; return p },
		"la fin précède le début":               func(p []Period) []Period { p[2].To = p[1].To; return p },
		"sans date":                             func(p []Period) []Period { p[2].To = roc.Date{}; return p },
		"commencent à 1":                        func(p []Period) []Period { p[0].Index = 0; return p },
	} {
		err := CheckPeriods(change(months(t)))
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("got %v, want %q", err, words)
		}
	}
	if err := CheckPeriods(months(t)[:2]); err != nil {
		t.Errorf("a stay of which the last period is to come: %v", err)
	}
}

func TestAPeriodThatIsNotOfItsStayIsRefused(t *testing.T) {
	whole := smr(t, 79)
	current := with(whole, func(s *Stay) { s.ExitMode = "EN_COURS" })
	for _, c := range []struct {
		words  string
		stay   Stay
		period Period
	}{
		{"la première période, et elle seule", whole, period(t, 1, "2025-06-03", "2025-06-30", false)},
		{"commence à l'entrée", whole, period(t, 2, "2025-06-01", "2025-06-30", false)},
		{"le séjour est en cours", current, period(t, 2, "2025-07-01", "2025-08-20", true)},
		{"se termine à la sortie, le 20/08/2025", whole, period(t, 2, "2025-07-01", "2025-08-21", true)},
		{"elle contient la sortie du 20/08/2025", whole, period(t, 2, "2025-07-01", "2025-08-31", false)},
		{"la fin précède", whole, period(t, 2, "2025-07-01", "2025-06-30", false)},
		{"précède l'entrée", with(whole, func(s *Stay) { s.Exit = s.Entry.AddDays(-1) }), months(t)[0]},
	} {
		bill, err := table(t).Period(c.stay, c.period)
		if err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("got %+v, %v, want %q", bill, err, c.words)
		}
	}
}

const periodsText = `
libelle: Un mois de SMR
sejour: {entree: 2025-06-02, sortie: 2025-06-20, mode_sortie: DOMICILE, mode: EX_OQN, type: HC, domaine: SMR,
  ghs: 2500.00, permissions: [{du: 2025-06-07, au: 2025-06-08}],
  honoraires: [{code: ADC, acte: HHFA011, du: 2025-06-12, quantite: 1, prix_unitaire: 120.00, base: 100.00,
    rpps: "10001234567", secteur: "2", optam: OPTAM_CO, beneficiaire: PRATICIEN, depassement: 20.00}]}
periodes: [{indice: 1, du: 2025-06-02, au: 2025-06-10}, {indice: 2, du: 2025-06-11, au: 2025-06-20, finale: true}]
`

func TestAnEntryWithPeriodsHasOneBillForEach(t *testing.T) {
	entries, err := ParseFile("smr.yaml", []byte(periodsText))
	if err != nil {
		t.Fatal(err)
	}
	results, err := table(t).Price(entries[0])
	if err != nil || len(results) != 2 {
		t.Fatalf("%d results, %v", len(results), err)
	}
	for i, left := range []roc.Cents{50000, 4000 + 2000} {
		r := results[i]
		if r.Totals.AMC != left || r.Period == nil || r.Period.Index != i+1 || r.Label != entries[0].Label {
			t.Errorf("period %d: %+v", i+1, r)
		}
	}
	if l := results[1].Lines[1]; l.Overrun != 2000 || l.RPPS != "10001234567" || l.Sector != "2" ||
		l.OPTAM != "OPTAM_CO" || l.Payee != "PRATICIEN" {
		t.Errorf("got %+v", l)
	}
	for words, text := range map[string]string{
		"elle chevauche":       strings.Replace(periodsText, "du: 2025-06-11", "du: 2025-06-10", 1),
		"elle est donc finale": strings.Replace(periodsText, ", finale: true", "", 1),
		"periodes : seulement avec sejour": "visite: {type: ACE}\n" +
			"periodes: [{indice: 1, du: 2025-06-02, au: 2025-06-02}]",
	} {
		if _, err := ParseFile("smr.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("got %v, want %q", err, words)
		}
	}
}
