package store

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAFilterNeverForgetsAHashAndKnowsMostOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := &filter{words: make([]uint64, filterBits/64)}
		known := rapid.SliceOf(rapid.Uint64()).Draw(t, "known")
		for _, h := range known {
			f.add(h)
		}
		for _, h := range known {
			if !f.mayHave(h) {
				t.Fatalf("%x was forgotten", h)
			}
		}
	})
	f := &filter{words: make([]uint64, filterBits/64)}
	for i := range 100_000 {
		f.add(hashOf(1, requestKind, string(rune(i))))
	}
	wrong := 0
	for i := range 10_000 {
		if f.mayHave(hashOf(2, requestKind, string(rune(i)))) {
			wrong++
		}
	}
	if wrong > 100 {
		t.Errorf("%d wrong guesses of 10000", wrong)
	}
}

func TestABlindFilterTakesEverythingForKnown(t *testing.T) {
	f := &filter{words: make([]uint64, filterBits/64), blind: true}
	if !f.mayHave(42) {
		t.Error("it denies what it never read")
	}
}

func TestTheSameTextUnderTwoKindsOrWorldsIsTwoKeys(t *testing.T) {
	kinds := hashOf(1, requestKind, "x") == hashOf(1, numberKind, "x")
	worlds := hashOf(1, liveKind, "x") == hashOf(2, liveKind, "x")
	if kinds || worlds {
		t.Error("two keys share a hash")
	}
}
