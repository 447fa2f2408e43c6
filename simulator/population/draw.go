package population

import (
	"math/rand/v2"

	"github.com/brianvoe/gofakeit/v6"
)

// A purpose separates the streams of draws of one index.
type purpose uint64

const (
	forPair   purpose = iota + 1 // whether two neighbours are twins
	forFamily                    // what twins share: birth, insured, name, covers
	forPerson                    // what is one's own: sex, first name, situation
	forStay
	forHospital
	forPractitioner
)

// A dice gives the draws of one record.
type dice struct{ *gofakeit.Faker }

// dice returns the stream of draws of an index, the same for ever. The seeded constructors of
// gofakeit are not used: they take the seed 0 for a wish of chance.
func (g *Generator) dice(what purpose, index int) dice {
	return dice{gofakeit.NewCustom(&source{*rand.NewPCG(g.seed, uint64(what)<<56^uint64(index))})}
}

// A source is a PCG stream in the older form that gofakeit asks for.
type source struct{ rand.PCG }

func (s *source) Int63() int64 { return int64(s.Uint64() >> 1) }

// Seed is asked for by the interface; a stream is seeded once, when it is made.
func (s *source) Seed(int64) {}

// perMille says yes so many times in a thousand.
func (d dice) perMille(n int) bool { return d.Number(1, 1000) <= n }

// digits fills in the "#" of a pattern. gofakeit's own Numerify is not used: it replaces a leading
// zero, which is what numbers of members are full of.
func (d dice) digits(pattern string) string {
	text := []byte(pattern)
	for i, c := range text {
		if c == '#' {
			text[i] = byte('0' + d.Number(0, 9))
		}
	}
	return string(text)
}

func one[T any](d dice, list []T) T { return list[d.Number(0, len(list)-1)] }

// A Weighted is something that a profile makes more or less frequent.
type Weighted struct {
	Weight int `yaml:"poids"`
}

func (w Weighted) weight() int { return w.Weight }

// pick draws from a list by weight, among the elements that fit (nil: all). It returns the zero value
// where none does.
func pick[T interface{ weight() int }](d dice, list []T, fits func(T) bool) T {
	sum := 0
	for _, e := range list {
		if fits == nil || fits(e) {
			sum += e.weight()
		}
	}
	var none T
	if sum == 0 {
		return none
	}
	left := d.Number(1, sum)
	for _, e := range list {
		if fits != nil && !fits(e) {
			continue
		}
		if left -= e.weight(); left <= 0 {
			return e
		}
	}
	return none
}
