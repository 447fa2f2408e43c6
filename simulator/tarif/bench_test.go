package tarif

import "testing"

// stayOfFiveLines crosses a change of forfait with a costly act and two supplements.
func stayOfFiveLines(t testing.TB) Stay {
	t.Helper()
	return with(surgeryWithCostlyAct(t, "2026-02-27"), func(s *Stay) {
		s.Exit = s.Entry.AddDays(5)
		s.Supplement = []Prestation{room(s, 5, 6000), {Code: "TV", From: s.Entry, Quantity: 5, UnitPrice: 350}}
	})
}

func BenchmarkStayOfFiveLines(b *testing.B) {
	rates, stay := table(b), stayOfFiveLines(b)
	if bill, err := rates.Stay(stay); err != nil || len(bill.Lines) != 5 {
		b.Fatalf("%d lines, %v", len(bill.Lines), err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rates.Stay(stay); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "stays/s")
}

// BenchmarkStayOfFortyNights compares ticket and forfaits, over two grids.
func BenchmarkStayOfFortyNights(b *testing.B) {
	rates, stay := table(b), medicine(b, "2026-02-10", 40)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rates.Stay(stay); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "stays/s")
}
