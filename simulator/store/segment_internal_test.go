package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/s2"

	"github.com/roc-miroir/miroir/simulator/journal"
)

func TestAGroupKeepsOneSegmentOfEachWorldUntilItIsLarge(t *testing.T) {
	g := newGroup()
	for round := range 2 { // the second one in the room of the first
		ends := [2]head{{world: 1}, {world: 2}}
		for i := range 12 {
			end := &ends[i%2]
			e := &journal.Entry{At: time.Unix(int64(i), 0).UTC(), Request: []byte(strings.Repeat("x", maxSegment/4))}
			g.extendJournal(appendEntry(nil, e, end), *end)
		}
		if len(g.segments) != 4 {
			t.Fatalf("round %d: %d segments, want two of each world", round, len(g.segments))
		}
		var seqs [3][]int64
		for i := range g.segments {
			s := &g.segments[i]
			for e, err := range entriesOf(s2.Encode(nil, s.entries)) {
				if err != nil {
					t.Fatal(err)
				}
				seqs[s.end.world] = append(seqs[s.end.world], e.Seq)
			}
			if last := seqs[s.end.world]; last[len(last)-1] != s.end.seq {
				t.Errorf("a segment ends at %d and says %d", last[len(last)-1], s.end.seq)
			}
		}
		for world, list := range seqs[1:] {
			if len(list) != 6 || list[0] != 1 || list[5] != 6 {
				t.Errorf("world %d: entries %v", world+1, list)
			}
		}
		g.empty()
	}
}

func FuzzADamagedSegmentIsRefusedWithoutPanic(f *testing.F) {
	end := head{world: 1}
	two := appendEntry(nil, &journal.Entry{Request: []byte("request")}, &end)
	two = appendEntry(two, &journal.Entry{Reply: []byte("reply")}, &end)
	f.Add(s2.Encode(nil, two))
	f.Add(s2.Encode(nil, two[:len(two)-1]))
	f.Add(s2.Encode(nil, append(two, 0)))
	f.Add([]byte("no S2"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, packed []byte) {
		if n, err := s2.DecodedLen(packed); err == nil && n > 1<<24 {
			t.Skip("larger than a segment becomes")
		}
		failed := false
		for e, err := range entriesOf(packed) {
			if failed {
				t.Fatal("it went on after a fault")
			}
			if failed = err != nil; failed && (e != nil || !errors.Is(err, errDamaged)) {
				t.Errorf("%v with error %v", e, err)
			}
		}
	})
}
