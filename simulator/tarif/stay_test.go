package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// medicine is a stay of n nights from entry in medicine, a common-law patient going home.
func medicine(t testing.TB, entry string, nights int) Stay {
	t.Helper()
	in := date(t, entry)
	return Stay{Entry: in, Exit: in.AddDays(nights), ExitMode: "DOMICILE", Kind: "HC", Domain: "MCOO", DMT: "216",
		Tariff: "11", Situation: Situation{Nature: "10", ExoCode: "0", FJPayer: "A"}}
}

// surgeryWithCostlyAct is three nights of surgery, with an act above the threshold.
func surgeryWithCostlyAct(t testing.TB, entry string) Stay {
	t.Helper()
	s := medicine(t, entry, 3)
	s.DMT, s.Tariff = "234", "12"
	s.Acts = []Prestation{act("ADC", s.Entry, 20500)}
	return s
}

func act(code string, day roc.Date, base roc.Cents) Prestation {
	return Prestation{Code: code, ActCode: "HHFA011", From: day, Quantity: 1, UnitPrice: base, Base: base, Rate: 70}
}

func with(s Stay, change func(*Stay)) Stay {
	change(&s)
	return s
}

func room(s *Stay, nights int, price roc.Cents) Prestation {
	return Prestation{Code: "CHP", From: s.Entry, To: s.Entry.AddDays(nights - 1), Quantity: nights, UnitPrice: price}
}

const (
	whyTicket = "part AMO de 80 % retirée"
	whyExit   = "jour de sortie à domicile, dû en plus"
	whyTail   = "au-delà du trentième jour"
	whyALD    = "affection de longue durée, soins en rapport"
	whyCostly = "remplace le ticket modérateur, elle s'ajoute au forfait"
	whyPAS    = "de base 205,00 €, au moins le seuil de 120,00 €"
	whyRoom   = "facturé en plus du séjour"
	since2018 = "20,00 € depuis le 01/01/2018"
	since2026 = "23,00 € depuis le 01/03/2026"
)

func TestStaysOfTheWorkedExamples(t *testing.T) {
	cases := []struct {
		name  string
		stay  Stay
		lines []want
	}{
		{"E1: five nights, home: ticket modérateur and the exit day", medicine(t, "2025-06-02", 5),
			[]want{{"PJ", TM, 5, 116656, whyTicket + " ; jours 1 à 5"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"E2: transfer: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "TRANSFERT" }),
			[]want{{"PJ", TM, 5, 116656, whyTicket}}},
		{"E3: death: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "DECES" }),
			[]want{{"PJ", TM, 5, 116656, whyTicket}}},
		{"E4: costly act: participation and forfaits, no ticket modérateur", surgeryWithCostlyAct(t, "2025-06-02"),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, whyPAS}}},
		{"E5: the same in May 2026", surgeryWithCostlyAct(t, "2026-05-04"),
			[]want{{"FJ", FJ, 4, 9200, since2026}, {"PAS", PAS, 1, 3200, "22 avril"}}},
		{"E6: ALD: forfaits only", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 6, 12000, whyALD}}},
		{"E7: maternity: the room only", with(medicine(t, "2025-06-02", 3), func(s *Stay) {
			s.Nature = "30"
			s.Supplement = []Prestation{room(s, 3, 6000)}
		}), []want{{"CHP", Supplement, 3, 18000, whyRoom}}},
		{"E8: 35 nights: 30 days of ticket modérateur, then forfaits", medicine(t, "2025-06-02", 35),
			[]want{{"PJ", TM, 30, 699936, "jours 1 à 30 du séjour, limite de 30"}, {"FJ", FJ, 6, 12000, whyTail}}},
		{"E10: work accident: comfort only", with(medicine(t, "2025-06-02", 5), func(s *Stay) {
			s.Nature = "41"
			s.Supplement = []Prestation{room(s, 5, 6000)}
		}), []want{{"CHP", Supplement, 5, 30000, whyRoom}}},
		{"E11: Alsace-Moselle: nothing", with(medicine(t, "2025-06-02", 5),
			func(s *Stay) { s.Nature, s.FJPayer = "13", "L" }), nil},
		{"E13: ambulatory: ticket modérateur only", with(medicine(t, "2025-06-02", 0), func(s *Stay) {
			s.Kind, s.DMT, s.Tariff = "AMBULATOIRE", "239", "90"
		}), []want{{"PJ", TM, 1, 26823, "jamais de forfait journalier"}}},
		{"E14: a low tariff: forfaits instead of the ticket modérateur",
			with(medicine(t, "2025-06-02", 10), func(s *Stay) { s.GHS = 70000 }),
			[]want{{"FJ", FJ, 11, 22000,
				"le ticket modérateur de 140,00 € n'excède pas les forfaits auxquels il est comparé, 220,00 €"}}},
		{"E18: across 1 March 2026", with(medicine(t, "2026-02-27", 5), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 2, 4000, since2018}, {"FJ", FJ, 4, 9200, since2026}}},
		{"E27: forfaits of six days over New Year", with(medicine(t, "2024-12-29", 5),
			func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 6, 12000, whyALD}}},
		{"E28: a room of four nights", with(medicine(t, "2025-06-02", 4), func(s *Stay) {
			s.Nature = "41"
			s.Supplement = []Prestation{room(s, 4, 8000)}
		}), []want{{"CHP", Supplement, 4, 32000, whyRoom}}},
		{"E29: what two AMCs would share is that of E1", medicine(t, "2025-06-02", 5),
			[]want{{"PJ", TM, 5, 116656, whyTicket}, {"FJ", FJExit, 1, 2000, since2018}}},
		{"E30: what a contract without participation leaves is in E4", surgeryWithCostlyAct(t, "2025-06-02"),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, "24,00 € depuis le 01/01/2019"}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Stay(c.stay)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
			if got.Circuit != "ROC" {
				t.Errorf("circuit %s", got.Circuit)
			}
		})
	}
}

func TestStaysBetweenTheRules(t *testing.T) {
	cases := []struct {
		name  string
		stay  Stay
		lines []want
	}{
		{"mutation: no exit day", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExitMode = "MUTATION" }),
			[]want{{"PJ", TM, 5, 116656, whyTicket}}},
		{"base GHS", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.GHS = 150000 }),
			[]want{{"GHS", TM, 1, 30000, "20 % du tarif du séjour"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"less than 24 hours over two dates: two forfaits",
			with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 2, 4000, whyALD}}},
		{"forfait paid by the regime: ticket modérateur only",
			with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.FJPayer = "R" }),
			[]want{{"PJ", TM, 5, 116656, whyTicket}}},
		{"FSV at 90 %", with(medicine(t, "2025-06-02", 5), func(s *Stay) { s.ExoCode = "9" }),
			[]want{{"PJ", TM, 5, 58328, "part AMO de 90 % retirée"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"costly act of an ALD patient: no participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 4, 8000, whyALD}}},
		{"costly act of an FSV patient: neither ticket modérateur nor participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.ExoCode = "9" }),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}}},
		{"imaging at the threshold: no participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.Acts[0].Code = "ADI" }),
			[]want{{"PJ", TM, 3, 93898, whyTicket}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"one cent under the threshold: no participation",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) { s.Acts[0].Base = 11999 }),
			[]want{{"PJ", TM, 3, 93898, whyTicket}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"coefficient 60: participation whatever the base",
			with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) {
				s.Acts[0].Base, s.Acts[0].Coefficient = 9000,
					60
			}),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, "de coefficient 60"}}},
		{"invasive acts of one day add up", with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) {
			s.Acts = []Prestation{act("ADC", s.Entry, 7000), act("ADC", s.Entry, 5000)}
			s.Acts[0].Invasive, s.Acts[1].Invasive = true, true
		}), []want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, "cumulés à 120,00 €"}}},
		{"invasive acts of two days do not", with(surgeryWithCostlyAct(t, "2025-06-02"), func(s *Stay) {
			s.Acts = []Prestation{act("ADC", s.Entry, 7000), act("ADC", s.Entry.AddDays(1), 7000)}
			s.Acts[0].Invasive, s.Acts[1].Invasive = true, true
		}), []want{{"PJ", TM, 3, 93898, whyTicket}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"two costly acts: one participation, at the amount of the first day", with(surgeryWithCostlyAct(t,
			"2026-04-20"),
			func(s *Stay) { s.Acts = append(s.Acts, act("ADC", s.Exit, 30000)) }),
			[]want{{"FJ", FJ, 4, 9200, since2026}, {"PAS", PAS, 1, 2400, "24,00 € depuis le 01/01/2019"}}},
		{"participation already borne by a linked stay: it covers this one",
			with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.PASTaken = true }),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}}},
		{"10 days behind, 25 nights: 20 of ticket modérateur",
			with(medicine(t, "2025-06-02", 25), func(s *Stay) { s.DaysBefore = 10 }),
			[]want{{"PJ", TM, 20, 466624, "jours 11 à 30"}, {"FJ", FJ, 6, 12000, whyTail}}},
		{"death on day 31: its forfait of the thirty-first night, no exit day",
			with(medicine(t, "2025-06-02", 31), func(s *Stay) { s.ExitMode = "DECES" }),
			[]want{{"PJ", TM, 30, 699936, whyTicket}, {"FJ", FJ, 1, 2000, "pas de forfait le jour de sortie (décès)"}}},
		{"death after thirty nights: ticket modérateur alone",
			with(medicine(t, "2025-06-02", 30), func(s *Stay) { s.ExitMode = "DECES" }),
			[]want{{"PJ", TM, 30, 699936, whyTicket}}},
		{"exit on a date with another forfait", medicine(t, "2026-02-26", 3),
			[]want{{"PJ", TM, 3, 69994, "1 166,56 € depuis le 01/03/2025"}, {"FJ", FJExit, 1, 2300, since2026}}},
		{"the grid of 2026 is carried over, and says so", medicine(t, "2026-03-02", 5),
			[]want{{"PJ", TM, 5, 116656, "reconduits par hypothèse"}, {"FJ", FJExit, 1, 2300, since2026}}},
		{"a stay of no night: one day of ticket modérateur", medicine(t, "2025-06-02", 0),
			[]want{{"PJ", TM, 1, 23331, whyTicket}}},
		{"psychiatry: forfait of psychiatry",
			with(medicine(t, "2025-06-02", 2), func(s *Stay) { s.Domain, s.ExoCode = "PSY", "4" }),
			[]want{{"FJ", FJ, 3, 4500, "15,00 € depuis le 01/01/2018"}}},
		{"day hospital: each day rounded by itself, no forfait",
			with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.Kind = "HDJ" }),
			[]want{{"PJ", TM, 1, 23331, "jour de soins"}, {"PJ", TM, 1, 23331, "jour de soins"}}},
		{"sessions on their days only", with(medicine(t, "2025-06-02", 20), func(s *Stay) {
			s.Kind, s.Days = "SEANCES", []roc.Date{s.Entry.AddDays(7), s.Entry}
		}), []want{{"PJ", TM, 1, 23331, "jour de soins"}, {"PJ", TM, 1, 23331, "jour de soins"}}},
		{"costly act in ambulatory: the participation alone", with(surgeryWithCostlyAct(t, "2025-06-02"),
			func(s *Stay) {
				s.Kind, s.Exit = "AMBULATOIRE", s.Entry
			}), []want{{"PAS", PAS, 1, 2400, whyPAS}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Stay(c.stay)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func TestThePerimeterOfTheComparisonIsASetting(t *testing.T) {
	// A GHS of 3 200 € leaves 640 €: more than the 620 € of thirty days and the exit, less than the 720 €
	// of 35 nights and the exit.
	stay := with(medicine(t, "2025-06-02", 35), func(s *Stay) { s.GHS = 320000 })
	rates := table(t)
	whole, err := rates.With(Settings{MaxScope: Whole})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		table *Table
		want  roc.Cents
	}{{"head: 640 and six forfaits", rates, 64000 + 12000}, {"whole: 36 forfaits", whole, 72000}} {
		if bill, err := c.table.Stay(stay); err != nil || Left(bill.Lines) != c.want {
			t.Errorf("%s: got %s, %v", c.name, Left(bill.Lines), err)
		}
	}
}

func TestTheDateOfTheParticipationOf2026IsASetting(t *testing.T) {
	rates := table(t)
	early, err := rates.With(Settings{PAS2026: date(t, "2026-04-01")})
	if err != nil {
		t.Fatal(err)
	}
	stay := surgeryWithCostlyAct(t, "2026-04-10")
	for want, table := range map[roc.Cents]*Table{2400: rates, 3200: early} {
		bill, err := table.Stay(stay)
		if err != nil || bill.Lines[1].Left != want {
			t.Errorf("got %+v, %v, want %s", bill, err, want)
		}
	}
	for _, wrong := range []Settings{{PAS2026: date(t, "2018-01-01")}, {MaxScope: "moitié"}} {
		if _, err := rates.With(wrong); err == nil {
			t.Errorf("%+v is accepted", wrong)
		}
	}
}

func TestRemarksTellWhatMakesNoLine(t *testing.T) {
	cases := []struct {
		words string
		stay  Stay
	}{
		{"Ticket modérateur non dû : assurance maternité", with(medicine(t, "2025-06-02", 3),
			func(s *Stay) { s.Nature = "30" })},
		{"Le code A dit", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.Nature = "30" })},
		{"payé par le régime obligatoire", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.FJPayer = "R" })},
		{"participation forfaitaire non générée : allocataire", with(surgeryWithCostlyAct(t, "2025-06-02"),
			func(s *Stay) { s.ExoCode = "9" })},
		{"séjour directement lié", with(medicine(t, "2025-06-02", 3), func(s *Stay) { s.PASTaken = true })},
		{"Moins de 24 heures", with(medicine(t, "2025-06-02", 1),
			func(s *Stay) { s.EntryHour, s.ExitHour = "22:00", "10:00" })},
		{"aucune demande à une AMC", with(medicine(t, "2025-06-02", 1), func(s *Stay) { s.Names = []string{"C2S"} })},
	}
	rates := table(t)
	for _, c := range cases {
		if bill, err := rates.Stay(c.stay); err != nil || !remarked(bill.Remarks, c.words) {
			t.Errorf("got %q, %v, want %q", bill.Remarks, err, c.words)
		}
	}
}

func TestAStayThatCannotBeTrueIsRefused(t *testing.T) {
	cases := map[string]func(*Stay){
		"précède l'entrée":   func(s *Stay) { s.Exit = s.Entry.AddDays(-1) },
		"sans date d'entrée": func(s *Stay) { s.Exit = roc.Date{} },
		"plus proche : HC":   func(s *Stay) { s.Kind = "HCX" },
		"mode de sortie":     func(s *Stay) { s.ExitMode = "" },
		"domaine":            func(s *Stay) { s.Domain = "SSR" },
		"TNJP 999/11 inconnu au 02/06/2025 ; le plus proche": func(s *Stay) { s.DMT = "999" },
		"connu à partir du 01/03/2025":                       func(s *Stay) { s.Entry = s.Entry.AddDays(-200) },
		"connu jusqu'au 28/02/2027": func(s *Stay) {
			s.Entry, s.Exit = date(t, "2027-02-27"),
				date(t, "2027-03-02")
		},
		"quantité 0": func(s *Stay) { s.Supplement = []Prestation{{Code: "CHP", From: s.Entry, UnitPrice: 6000}} },
		"supérieure au prix": func(s *Stay) {
			s.Acts = []Prestation{{Code: "ADC", From: s.Entry, Quantity: 1, UnitPrice: 100, Base: 200}}
		},
		"hors du séjour":  func(s *Stay) { s.Acts = []Prestation{act("ADC", s.Exit.AddDays(1), 100)} },
		"le même jour":    func(s *Stay) { s.Exit, s.EntryHour, s.ExitHour = s.Entry, "10:00", "09:59" },
		"pas une heure":   func(s *Stay) { s.EntryHour = "24:00" },
		"ne passe pas":    func(s *Stay) { s.Kind = "AMBULATOIRE" },
		"dates de séance": func(s *Stay) { s.Days = []roc.Date{s.Entry} },
		"donnez l'un": func(s *Stay) {
			s.DaysBefore, s.Chain = 3, []Earlier{{Entry: s.Entry,
				Exit: s.Entry}}
		},
		"ne se suivent": func(s *Stay) { s.Chain = []Earlier{{Entry: s.Entry, Exit: s.Entry.AddDays(-1)}} },
		"chevauche": func(s *Stay) {
			s.Chain = []Earlier{{Entry: s.Entry.AddDays(-5),
				Exit: s.Entry.AddDays(1)}}
		},
		"nature d'assur":          func(s *Stay) { s.Nature = "11" },
		"code exonération":        func(s *Stay) { s.ExoCode = "8" },
		"payeur du":               func(s *Stay) { s.FJPayer = "Z" },
		"plus proche : MATERNITE": func(s *Stay) { s.Names = []string{"MATERNITÉ"} },
		"la situation change": func(s *Stay) {
			s.GHS, s.Dated = 100000, []Dated{{Name: "ALD", From: s.Entry.AddDays(2)}}
		},
	}
	rates := table(t)
	for words, change := range cases {
		t.Run(words, func(t *testing.T) {
			bill, err := rates.Stay(with(medicine(t, "2025-06-02", 5), change))
			if err == nil || !strings.Contains(err.Error(), words) {
				t.Errorf("got %+v, %v", bill, err)
			}
		})
	}
}
