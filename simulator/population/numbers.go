package population

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The places, orders and months from which NIR are made: see the package comment.
const (
	firstPlace = 600
	places     = 390
	orders     = 999
	nirs       = places * orders * 12

	stride = 1_000_003 // prime to nirs: neighbours get numbers far apart, and none comes twice
)

// A slot is one of the combinations of place, order and month.
type slot struct{ place, order, month int }

// slot returns the n-th combination; different n, modulo [nirs], give different combinations.
func (g *Generator) slot(n int) slot {
	x := (n%nirs*stride + int(g.seed%nirs)) % nirs
	return slot{month: x%12 + 1, place: firstPlace + x/12%places, order: 1 + x/12/places}
}

// An origin says where somebody was born, as far as the NIR tells.
type origin int

const (
	elsewhere origin = iota // 99
	corseDuSud
	hauteCorse
	unknownMonth // 99, and a month that stands for an unknown one
)

// nir returns 15 characters, key included. The month of somebody whose date of birth is not known is
// outside the calendar: 20 to 31, or 50 to 61.
func nir(sex string, year int, o origin, s slot) string {
	department, month := "99", s.month
	switch {
	case o == unknownMonth && s.order%2 == 0:
		month += 19
	case o == unknownMonth:
		month += 49
	case o == elsewhere:
	case year < 1976: // Corsica was one department when they were registered
		department = "20"
	case o == corseDuSud:
		department = "2A"
	case o == hauteCorse:
		department = "2B"
	}
	first := "1"
	if sex == female {
		first = "2"
	}
	body := fmt.Sprintf("%s%02d%02d%s%03d%03d", first, year%100, month, department, s.place, s.order)
	return body + roc.NIRKey(body)
}

// finess returns the n-th fictive FINESS number of a series, 990 to 999.
func finess(series, n int) string {
	return luhn(fmt.Sprintf("%03d%05d", series, n%100_000), roc.ValidFINESS)
}

// rpps returns the n-th fictive RPPS number.
func rpps(n int) string { return luhn(fmt.Sprintf("8999%06d", n%1_000_000), roc.ValidRPPS) }

// luhn adds the key that makes a number valid; one of the ten always does.
func luhn(body string, valid func(string) bool) string {
	key := byte('0')
	for key < '9' && !valid(body+string(key)) {
		key++
	}
	return body + string(key)
}
