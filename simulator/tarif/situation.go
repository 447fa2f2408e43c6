package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// A Situation is what takes a patient out of common law.
type Situation struct {
	Nature  string   // nature d'assurance: 10, 13, 30, 41, 90
	ExoCode string   // B2, annex 9: 0, 1, 2, 3, 4, 5, 6, 7, 9, C, X
	FJPayer string   // B2, annex 16: A, R, L, X
	Names   []string // rows of the matrix of exonerations that the codes do not tell: DONNEUR, C2S, …
	Birth   roc.Date // of a newborn; zero: it does not matter
}
