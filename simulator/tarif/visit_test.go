package tarif

import "testing"

func TestVisitsOfTheWorkedExamples(t *testing.T) {
	day := date(t, "2025-06-02")
	consultation := Prestation{Code: "CS", From: day, Quantity: 1, UnitPrice: 3000, Base: 3000, Rate: 70}
	costly := Prestation{Code: "ADC", ActCode: "BELA001", From: day, Quantity: 1, UnitPrice: 12540, Base: 12540,
		Rate: 70}
	cases := []struct {
		name  string
		visit Visit
		lines []want
	}{
		{"E19: consultation at 70 %: 9 € for the AMC, 2 € for the patient",
			Visit{Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: []Prestation{consultation}},
			[]want{{"CS", Act, 1, 900}, {"PF", Participation, 1, 200}}},
		{"E20: costly act: the participation only", Visit{Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: []Prestation{costly}},
			[]want{{"ADC", Act, 1, 0}, {"PAS", PAS, 1, 2400}}},
		{"ALD: 100 %, 2 € remain the patient's", Visit{Situation: Situation{Nature: "10", ExoCode: "4"}, Acts: []Prestation{consultation}},
			[]want{{"CS", Act, 1, 0}, {"PF", Participation, 1, 200}}},
		{"maternity: nothing at all", Visit{Situation: Situation{Nature: "30", ExoCode: "0"}, Acts: []Prestation{consultation}}, []want{{"CS", Act, 1, 0}}},
		{"emergency forfait: all of it is left",
			Visit{Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: []Prestation{{Code: "FPU", From: day, Quantity: 1, UnitPrice: 1961}}},
			[]want{{"FPU", Act, 1, 1961}}},
		{"price above the base: the overrun is left too", Visit{Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: []Prestation{
			{Code: "ADE", From: day, Quantity: 2, UnitPrice: 5000, Base: 3333,
				Rate: 70}}}, []want{{"ADE", Act, 2, 5334}}},
	}
	rates := table(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := rates.Visit(c.visit)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got.Lines, c.lines)
		})
	}
}

func TestThePatientsOwnParticipationIsNeverForAnAMC(t *testing.T) {
	bill, err := table(t).Visit(Visit{Situation: Situation{Nature: "10", ExoCode: "0"}, Acts: []Prestation{
		{Code: "CS", From: date(t, "2024-05-14"), Quantity: 1, UnitPrice: 3000, Base: 3000, Rate: 70}}})
	if err != nil {
		t.Fatal(err)
	}
	lines := bill.Lines
	if len(lines) != 2 || lines[0].PatientOnly() || !lines[1].PatientOnly() || lines[1].Left != 100 {
		t.Errorf("got %+v, want an act and 1 € of the patient", lines)
	}
}
