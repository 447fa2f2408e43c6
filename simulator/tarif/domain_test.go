package tarif

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// in is a stay of a domain, at a price of its grid.
func in(t testing.TB, domain, kind, dmt, tariff, entry string, nights int) Stay {
	t.Helper()
	return with(medicine(t, entry, nights), func(s *Stay) {
		s.Domain, s.Kind, s.DMT, s.Tariff = domain, kind, dmt, tariff
	})
}

func smr(t testing.TB, nights int) Stay {
	t.Helper()
	return in(t, "SMR", "HC", "908", "11", "2025-06-02", nights)
}

// clinic is the stay of E24: three nights in a clinic, of which the tariff is 1 500 €.
func clinic(t testing.TB, fees ...Fee) Stay {
	t.Helper()
	return with(medicine(t, "2025-06-02", 3), func(s *Stay) {
		s.Mode, s.DMT, s.Tariff, s.GHS, s.Fees = "EX_OQN", "", "", 150000, fees
	})
}

func surgeon(t testing.TB, base, price roc.Cents, optam string) Fee {
	t.Helper()
	return Fee{Prestation: Prestation{Code: "ADC", ActCode: "HHFA011", From: date(t, "2025-06-02"), Quantity: 1,
		UnitPrice: price, Base: base}, RPPS: "10001234567", Sector: "2", OPTAM: optam, Payee: "PRATICIEN"}
}

const (
	whyGHS     = "20 % du tarif du séjour (GHS)"
	whyCovered = "base prise en charge à 100 % par l'AMO, la participation sur acte coûteux remplace"
	since2018P = "15,00 € depuis le 01/01/2018"
)

func TestStaysOfTheOtherDomains(t *testing.T) {
	leave := func(from, to string) Leave { return Leave{From: date(t, from), To: date(t, to)} }
	cases := []struct {
		name  string
		stay  Stay
		lines []want
	}{
		{"E9: ten nights of medicine before SMR, mutation", with(medicine(t, "2025-05-23", 10), func(s *Stay) {
			s.DMT, s.Tariff, s.ExitMode = "210", "03", "MUTATION"
		}), []want{{"PJ", TM, 10, 228392, whyTicket}}},
		{"E9: then 25 nights of SMR: days 11 to 30, forfaits after", with(smr(t, 25), func(s *Stay) {
			s.Chain = []Earlier{{Entry: date(t, "2025-05-23"), Exit: s.Entry}}
		}), []want{{"PJ", TM, 20, 110824, "jours 11 à 30 du séjour"}, {"FJ", FJ, 6, 12000, whyTail}}},
		{"E21: PSY, twelve nights in January 2022", in(t, "PSY", "HC", "921", "02", "2022-01-03", 12),
			[]want{{"PJ", TM, 12, 137609, "573,37 € depuis le 01/01/2022"}, {"FJ", FJExit, 1, 1500, since2018P}}},
		{"E22: PSY day hospital, four days, each rounded by itself, no forfait",
			in(t, "PSY", "HDJ", "923", "02", "2022-01-03", 3), []want{{"PJ", TM, 1, 8276, "jamais de forfait"},
				{"PJ", TM, 1, 8276, "jour de soins"}, {"PJ", TM, 1, 8276, "jour de soins"},
				{"PJ", TM, 1, 8276, "part AMO de 80 % retirée"}}},
		{"E23: HAD, thirty days, never a forfait", in(t, "HAD", "HAD", "950", "01", "2025-06-02", 30),
			[]want{{"PJ", TM, 30, 150000, "jours 1 à 30"}}},
		{"E24: clinic: ticket modérateur on the GHS, and the exit day", clinic(t),
			[]want{{"GHS", TM, 1, 30000, whyGHS}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"E25: costly act of an OPTAM-CO surgeon: participation, forfaits, overrun",
			clinic(t, surgeon(t, 18000, 26000, "OPTAM_CO")), []want{{"FJ", FJ, 4, 8000, whyCostly},
				{"PAS", PAS, 1, 2400, "de base 180,00 €, au moins le seuil de 120,00 €"},
				{"ADC", Fees, 1, 8000, whyCovered + " le ticket modérateur ; dépassement de 80,00 € laissé"}}},
		{"E26: the same outside the OPTAM: all the overrun is left", clinic(t, surgeon(t, 18000, 46000, "AUCUN")),
			[]want{{"FJ", FJ, 4, 8000, whyCostly}, {"PAS", PAS, 1, 2400, "24,00 € depuis le 01/01/2019"},
				{"ADC", Fees, 1, 28000, "dépassement de 280,00 € laissé en entier"}}},
		{"fees of sector 1 under the threshold: their ticket modérateur only",
			clinic(t, surgeon(t, 10000, 10000, "")), []want{{"GHS", TM, 1, 30000, whyGHS},
				{"FJ", FJExit, 1, 2000, whyExit},
				{"ADC", Fees, 1, 2000, "la base de 100,00 € moins la part AMO de 80 % ; pas de dépassement"}}},
		{"fees that the AMO does not know are left entirely", clinic(t, surgeon(t, 0, 5000, "")),
			[]want{{"GHS", TM, 1, 30000, whyGHS}, {"FJ", FJExit, 1, 2000, whyExit},
				{"ADC", Fees, 1, 5000, "sans base AMO"}}},
		{"SMR: two days of leave are neither tickets nor days of the limit", with(smr(t, 14), func(s *Stay) {
			s.Leaves = []Leave{leave("2025-06-07", "2025-06-08")}
		}), []want{{"PJ", TM, 5, 27706, "jours 1 à 5"}, {"PJ", TM, 7, 38788, "jours 6 à 12"},
			{"FJ", FJExit, 1, 2000, whyExit}}},
		{"SMR: no forfait on leave either", with(smr(t, 14), func(s *Stay) {
			s.Leaves, s.ExoCode = []Leave{leave("2025-06-07", "2025-06-08")}, "4"
		}), []want{{"FJ", FJ, 5, 10000, whyALD}, {"FJ", FJ, 8, 16000, "jour de sortie à domicile compris"}}},
		{"SMR: back from leave on the day of exit", with(smr(t, 7), func(s *Stay) {
			s.Leaves, s.ExoCode = []Leave{leave("2025-06-07", "2025-06-08")}, "4"
		}), []want{{"FJ", FJ, 5, 10000, whyALD}, {"FJ", FJ, 1, 2000, "jour de sortie à domicile compris"}}},
		{"SMR: leaves push the thirtieth day back", with(smr(t, 33), func(s *Stay) {
			s.Leaves = []Leave{leave("2025-06-14", "2025-06-15"), {From: date(t, "2025-06-21")}}
		}), []want{{"PJ", TM, 12, 66494, "jours 1 à 12"}, {"PJ", TM, 5, 27706, "jours 13 à 17"},
			{"PJ", TM, 13, 72036, "jours 18 à 30"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"SMR partial: each day, no forfait", with(in(t, "SMR", "HDJ", "915", "10", "2025-06-02", 30), func(s *Stay) {
			s.Days = []roc.Date{date(t, "2025-06-04"), date(t, "2025-06-11")}
		}), []want{{"PJ", TM, 1, 4866, "hospitalisation partielle"}, {"PJ", TM, 1, 4866, "fictifs"}}},
		{"SMR ex-OQN: ticket modérateur on the GMT, on leave or not", with(smr(t, 14), func(s *Stay) {
			s.Mode, s.GHS, s.Leaves = "EX_OQN", 250000, []Leave{leave("2025-06-07", "2025-06-08")}
		}), []want{{"GMT", TM, 1, 50000, "20 % du tarif du séjour (GMT)"}, {"FJ", FJExit, 1, 2000, whyExit}}},
		{"PSY in 2025: the grid of 2022 is carried over, and says so; its own forfait",
			in(t, "PSY", "HC", "921", "03", "2025-06-02", 32),
			[]want{{"PJ", TM, 30, 177102, "reconduite par hypothèse"}, {"FJ", FJ, 3, 4500, since2018P}}},
		{"PSY across 1 March 2026, ALD", with(in(t, "PSY", "HC", "921", "03", "2026-02-27", 3),
			func(s *Stay) { s.ExoCode = "4" }),
			[]want{{"FJ", FJ, 2, 3000, since2018P}, {"FJ", FJ, 2, 3400, "17,00 € depuis le 01/03/2026"}}},
		{"PSY crisis centre: nights, so forfaits", in(t, "PSY", "CRISE", "922", "01", "2022-01-03", 2),
			[]want{{"PJ", TM, 2, 23559, "centre de crise"}, {"FJ", FJExit, 1, 1500, whyExit}}},
		{"PSY night care: each night, no forfait", in(t, "PSY", "NUIT", "923", "02", "2022-01-03", 2),
			[]want{{"PJ", TM, 1, 8276, "jamais de forfait"}, {"PJ", TM, 1, 8276, "hospitalisation partielle"}}},
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

func TestALineOfFeesTellsWhoAndHowMuch(t *testing.T) {
	bill, err := table(t).Stay(clinic(t, surgeon(t, 18000, 26000, "OPTAM_CO")))
	if err != nil {
		t.Fatal(err)
	}
	l := bill.Lines[2]
	if l.RPPS != "10001234567" || l.Sector != "2" || l.OPTAM != "OPTAM_CO" || l.Payee != "PRATICIEN" ||
		l.Overrun != 8000 || l.AMO != 18000 || l.Rate != 100 || l.Base != 18000 || !strings.Contains(l.Why(), l.RPPS) {
		t.Errorf("got %+v", l)
	}
}

func TestSurgeonAndAnaesthetistEachHaveTheirLine(t *testing.T) {
	anaesthetist := surgeon(t, 15000, 15000, "")
	anaesthetist.Code, anaesthetist.RPPS = "ADA", "10007654321"
	bill, err := table(t).Stay(clinic(t, surgeon(t, 9000, 9000, "OPTAM"), anaesthetist))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, bill.Lines, []want{{"GHS", TM, 1, 30000, whyGHS}, {"FJ", FJExit, 1, 2000, whyExit},
		{"ADC", Fees, 1, 1800, "praticien 10001234567"}, {"ADA", Fees, 1, 3000, "praticien 10007654321"}})
}

func TestFeesFollowTheSituationOfTheStay(t *testing.T) {
	late := func(s *Stay) { s.DaysBefore, s.ExitMode = 30, "TRANSFERT" }
	for name, c := range map[string]struct {
		change func(*Stay)
		left   roc.Cents
		why    string
	}{
		"ALD":                          {func(s *Stay) { s.ExoCode = "4" }, 500, whyALD},
		"FSV at 90 %":                  {func(s *Stay) { s.ExoCode = "9" }, 1500, "part AMO de 90 %"},
		"after the thirtieth day":      {late, 500, "au-delà du trentième jour"},
		"participation borne before":   {func(s *Stay) { s.PASTaken = true }, 500, whyCovered},
		"rate of the fee, where given": {func(s *Stay) { s.Fees[0].Rate = 70 }, 3500, "part AMO de 70 %"},
	} {
		t.Run(name, func(t *testing.T) {
			bill, err := table(t).Stay(with(clinic(t, surgeon(t, 10000, 10500, "OPTAM")), c.change))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, bill.Lines[len(bill.Lines)-1:], []want{{"ADC", Fees, 1, c.left, c.why}})
		})
	}
}

// HAD interrupted by a hospital stay: what precedes and what follows are two stays of a chain, of which no
// day is counted twice, and the limit of thirty days runs through the three.
func TestHADInterruptedByAHospitalStayIsTwoChainsWithoutOverlap(t *testing.T) {
	rates := table(t)
	before := with(in(t, "HAD", "HAD", "950", "01", "2025-06-02", 10), func(s *Stay) { s.ExitMode = "TRANSFERT" })
	hospital := with(medicine(t, "2025-06-12", 5), func(s *Stay) {
		s.ExitMode, s.Chain = "TRANSFERT", []Earlier{{Entry: before.Entry, Exit: before.Exit}}
	})
	after := with(in(t, "HAD", "HAD", "950", "01", "2025-06-17", 20), func(s *Stay) {
		s.Chain = append([]Earlier{{Entry: hospital.Entry, Exit: hospital.Exit}}, hospital.Chain...)
	})
	for _, c := range []struct {
		stay Stay
		want want
	}{
		{before, want{"PJ", TM, 10, 50000, "jours 1 à 10"}},
		{hospital, want{"PJ", TM, 5, 116656, "jours 11 à 15"}},
		{after, want{"PJ", TM, 15, 75000, "jours 16 à 30"}},
	} {
		bill, err := rates.Stay(c.stay)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, bill.Lines, []want{c.want})
		if c.stay.Kind == "HAD" && !remarked(bill.Remarks, "jamais de forfait journalier") {
			t.Errorf("remarks %q", bill.Remarks)
		}
	}
	after.Chain[0].Exit = after.Entry.AddDays(1)
	if _, err := rates.Stay(after); err == nil || !strings.Contains(err.Error(), "chevauche") {
		t.Errorf("an overlap gives %v", err)
	}
}

func TestAChainRunsThroughLegalEntities(t *testing.T) {
	rates := table(t)
	for _, c := range []struct {
		name  string
		chain Earlier
		lines []want
	}{
		{"days of the first entity, less its leave", Earlier{Away: 2}, []want{{"PJ", TM, 20, 110824, "jours 9 à 28"},
			{"FJ", FJExit, 1, 2000, whyExit}}},
		{"participation of the first entity", Earlier{PAS: true}, []want{{"FJ", FJ, 21, 42000, whyCostly}}},
	} {
		bill, err := rates.Stay(with(smr(t, 20), func(s *Stay) {
			c.chain.Entry, c.chain.Exit = s.Entry.AddDays(-10), s.Entry
			s.Chain = []Earlier{c.chain}
		}))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		compare(t, bill.Lines, c.lines)
	}
}

func TestAStayOfTheOtherDomainsThatCannotBeTrueIsRefused(t *testing.T) {
	leave := func(from, to int) func(*Stay) {
		return func(s *Stay) { s.Leaves = append(s.Leaves, Leave{s.Entry.AddDays(from), s.Entry.AddDays(to)}) }
	}
	fee := func(change func(*Fee)) func(*Stay) {
		return func(s *Stay) {
			s.Mode, s.GHS, s.Fees = "EX_OQN", 100000, []Fee{surgeon(t, 18000, 26000, "OPTAM")}
			change(&s.Fees[0])
		}
	}
	for words, change := range map[string]func(*Stay){
		"inconnu en SMR ; connus : HC, HDJ":          func(s *Stay) { s.Kind = "NUIT" },
		"inconnu en HAD ; le plus proche : HAD":      func(s *Stay) { s.Domain = "HAD" },
		"mode de financement":                        func(s *Stay) { s.Mode = "EX_OQM" },
		"est le GMT, donnez ghs":                     func(s *Stay) { s.Mode = "EX_OQN" },
		"seulement dans un séjour avec nuits":        func(s *Stay) { s.Domain = "MCOO"; leave(1, 2)(s) },
		"des journées entières":                      leave(0, 2),
		"après l'entrée et avant la sortie":          leave(3, 14),
		"ne se suivent pas":                          leave(3, 2),
		"en chevauche une autre":                     func(s *Stay) { leave(2, 4)(s); leave(4, 5)(s) },
		"seulement dans un établissement ex-OQN":     func(s *Stay) { s.Fees = []Fee{{}} },
		"honoraires 1 (ADC) : secteur":               fee(func(f *Fee) { f.Sector = "3" }),
		"le plus proche : OPTAM_CO":                  fee(func(f *Fee) { f.OPTAM = "OPTAM-CO" }),
		"beneficiaire":                               fee(func(f *Fee) { f.Payee = "MEDECIN" }),
		"alors que le prix dépasse la base de 80,00": fee(func(f *Fee) { f.Overrun = 7000 }),
		"quantité 0":                                 fee(func(f *Fee) { f.Quantity = 0 }),
		"6 jours de permission": func(s *Stay) {
			s.Chain = []Earlier{{Entry: s.Entry, Exit: s.Entry, Away: 6}}
		},
	} {
		t.Run(words, func(t *testing.T) {
			bill, err := table(t).Stay(with(smr(t, 14), change))
			if err == nil || !strings.Contains(spaced(err.Error()), words) {
				t.Errorf("got %+v, %v", bill, err)
			}
		})
	}
}
