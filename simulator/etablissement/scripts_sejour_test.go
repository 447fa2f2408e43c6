package etablissement

import (
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// from plays the context of another stay.
func from(entry, exit string, changes ...func(*pilote.CaseContext)) func(*pilote.CaseContext, *payer) {
	return func(c *pilote.CaseContext, _ *payer) {
		c.Venue.Entry, c.Venue.PlannedExit = entry, exit
		c.Now = day(entry[:10]).Time().Add(7 * time.Hour).In(time.FixedZone("", 7200))
		for _, change := range changes {
			change(c)
		}
	}
}

func fiveNights(changes ...func(*pilote.CaseContext)) func(*pilote.CaseContext, *payer) {
	return from("2025-06-02T08:00", "2025-06-07T10:00", changes...)
}

func amo(nature, exo, payer string) func(*pilote.CaseContext) {
	return func(c *pilote.CaseContext) { c.AMO = pilote.AMO{Nature: nature, ExoCode: exo, FJPayer: payer} }
}

// home walks a stay, with what is delivered, to its calculation after a return home.
func home(at string, delivered ...pilote.Prestation) []step {
	steps := do(pilote.IdentifierDroits)
	for i := range delivered {
		steps = then(steps, pilote.AjouterPrestation, pilote.Parameters{Prestation: &delivered[i]})
	}
	steps = then(steps, pilote.SaisirSortie, pilote.Parameters{Exit: &pilote.Exit{At: at, Mode: "DOMICILE"}})
	return append(steps, do(pilote.Calculer)...)
}

func comfort(code, price string, quantity int) pilote.Prestation {
	return pilote.Prestation{Code: code, From: "2025-06-02", To: day("2025-06-02").AddDays(quantity - 1).String(),
		Quantity: quantity, UnitPrice: price}
}

// asks checks the codes, the quantities and the amounts of the calculation, in order, and what stays the patient's.
func asks(patient string, want ...wanted) func(*testing.T, outcome) {
	return func(t *testing.T, o outcome) {
		t.Helper()
		lines := o.clc(t, 1).Lines
		equal(t, "lines", len(lines), len(want))
		for i, l := range lines[:min(len(lines), len(want))] {
			equal(t, "line", wanted{l.Code, l.Quantity, l.Requested()}, want[i])
		}
		equal(t, "patient", o.facts.PatientPart.Amount, patient)
		equal(t, "billable", o.facts.PatientPart.Billable, true)
	}
}

type wanted struct {
	code     string
	quantity int
	amount   roc.Cents
}

// nothingAsked checks that no calculation left, and what stays the patient's.
func nothingAsked(patient string) func(*testing.T, outcome) {
	return func(t *testing.T, o outcome) {
		t.Helper()
		equal(t, "calls", o.services(), "ANN IDB")
		equal(t, "status", o.last().Status, pilote.Fait)
		equal(t, "patient", o.facts.PatientPart.Amount, patient)
		equal(t, "billable", o.facts.PatientPart.Billable, true)
	}
}

func stayScripts() []script {
	surgery := func(c *pilote.CaseContext) { c.Venue.DMT, c.Venue.Tariff = "234", "12" }
	room := comfort("CHP", "60.00", 5)
	ticket, exitDay := wanted{"PJ", 5, 116656}, wanted{"FJ", 1, 2000}
	return []script{
		{"EXG-CLC-0005", "a costly act in May 2026: the new amounts",
			from("2026-05-04T08:00", "2026-05-07T10:00", surgery),
			home("2026-05-07T10:00", pilote.Prestation{Code: "ADC", ActCode: "HHFA016", From: "2026-05-05", Quantity: 1,
				UnitPrice: "205.00", Base: "205.00", Rate: 80}),
			asks("0.00", wanted{"FJ", 4, 9200}, wanted{"PAS", 1, 3200})},
		{"EXG-CLC-0006", "a stay across 1 March 2026: two forfaits journaliers",
			from("2026-02-27T08:00", "2026-03-04T10:00", amo("10", "4", "A")), home("2026-03-04T10:00"),
			asks("0.00", wanted{"FJ", 2, 4000}, wanted{"FJ", 4, 9200})},
		{"EXG-CLC-0008", "maternity: comfort only", fiveNights(amo("30", "0", "R")),
			home("2025-06-07T10:00", room), asks("0.00", wanted{"CHP", 5, 30000})},
		{"EXG-CLC-0009", "accident at work: comfort only", fiveNights(amo("41", "0", "R")),
			home("2025-06-07T10:00", room), asks("0.00", wanted{"CHP", 5, 30000})},
		{"EXG-CLC-0010", "Alsace-Moselle: comfort only", fiveNights(amo("13", "0", "L")),
			home("2025-06-07T10:00", room), asks("0.00", wanted{"CHP", 5, 30000})},
		{"EXG-CLC-0010", "Alsace-Moselle: nothing to ask", fiveNights(amo("13", "0", "L")),
			home("2025-06-07T10:00"), nothingAsked("0.00")},
		{"EXG-CLC-0011", "thirty-five nights: thirty of ticket modérateur, then forfaits",
			from("2025-06-02T08:00", "2025-07-07T10:00"), home("2025-07-07T10:00"),
			asks("0.00", wanted{"PJ", 30, 699936}, wanted{"FJ", 6, 12000})},
		{"EXG-CLC-0012", "a ticket modérateur below the forfaits: the forfaits alone",
			from("2025-06-02T08:00", "2025-06-12T10:00", func(c *pilote.CaseContext) { c.Venue.GHS = "700.00" }),
			home("2025-06-12T10:00"), asks("0.00", wanted{"FJ", 11, 22000})},
		{"EXG-CLC-0014", "twelve hours over midnight: two forfaits journaliers",
			from("2025-06-02T22:00", "2025-06-03T10:00", amo("10", "4", "A")), home("2025-06-03T10:00"),
			asks("0.00", wanted{"FJ", 2, 4000})},
		{"EXG-CLC-0014", "twelve hours over midnight, common law: the exit day is added",
			from("2025-06-02T22:00", "2025-06-03T10:00"), home("2025-06-03T10:00"),
			asks("0.00", wanted{"PJ", 1, 23331}, wanted{"FJ", 1, 2000})},
		{"EXG-CLC-0025", "a room and a television, all asked", nil,
			home("2025-06-07T10:00", room, comfort("TV", "4.00", 5)),
			asks("0.00", ticket, exitDay, wanted{"CHP", 5, 30000}, wanted{"TV", 5, 2000})},
		{"EXG-CLC-0025", "a television that the hospital never asks for is the patient's",
			fiveNights(func(c *pilote.CaseContext) { c.Establishment.NotAsked = []string{"TV", "TEL"} }),
			home("2025-06-07T10:00", room, comfort("TV", "4.00", 5)),
			asks("20.00", ticket, exitDay, wanted{"CHP", 5, 30000})},
		{"EXG-CLC-0026", "the bed and the meals of a companion are two lines", nil,
			home("2025-06-07T10:00", comfort("LIT", "15.00", 3), comfort("REP", "12.50", 4)),
			asks("0.00", ticket, exitDay, wanted{"LIT", 3, 4500}, wanted{"REP", 4, 5000})},
		{"EXG-CLC-0028", "each day of a day hospital is rounded by itself",
			from("2025-06-02T08:00", "2025-06-05T16:00", func(c *pilote.CaseContext) {
				c.Venue.Kind, c.Venue.DMT, c.Venue.Tariff = "HDJ", "229", "48"
			}), home("2025-06-05T16:00"), asks("0.00",
				wanted{"PJ", 1, 11010}, wanted{"PJ", 1, 11010}, wanted{"PJ", 1, 11010}, wanted{"PJ", 1, 11010})},
	}
}
