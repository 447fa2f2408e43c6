package store

import (
	"encoding/binary"
	"fmt"
	"io"
	"iter"

	"github.com/klauspost/compress/s2"

	"github.com/roc-miroir/miroir/simulator/journal"
)

// maxSegment is the size from which a segment takes no further entry: whoever wants one entry reads
// its whole segment.
const maxSegment = 256 << 10

// A segment is what a group adds to the journal of one world: its entries as records, each after its
// length and before its hash.
type segment struct {
	end     head // of the journal, with the segment
	entries []byte
}

// appendEntry seals an entry after the end of a journal, which it moves, and adds it to a segment.
func appendEntry(dst []byte, e *journal.Entry, end *head) []byte {
	start := len(dst)
	dst = e.Seal(append(dst, 0, 0, 0, 0), end.seq+1, end.hash)
	binary.BigEndian.PutUint32(dst[start:], uint32(len(dst)-start-4))
	end.seq, end.hash = e.Seq, e.Hash
	return append(dst, e.Hash[:]...)
}

// extendJournal adds entries to the segment of their world, up to the new end of the journal.
func (g *group) extendJournal(entries []byte, end head) {
	s := g.openSegment(end.world)
	s.end, s.entries = end, append(s.entries, entries...)
}

// openSegment returns the segment that takes the next entry of a world. Segments keep their room
// from group to group.
func (g *group) openSegment(world int64) *segment {
	for i := range g.segments {
		if s := &g.segments[i]; s.end.world == world && len(s.entries) < maxSegment {
			return s
		}
	}
	if n := len(g.segments); n < cap(g.segments) {
		g.segments = g.segments[:n+1]
	} else {
		g.segments = append(g.segments, segment{})
	}
	return &g.segments[len(g.segments)-1]
}

// emptySegments keeps the room of ordinary ones.
func (g *group) emptySegments() {
	for i := range g.segments {
		s := &g.segments[i]
		if cap(s.entries) > 2*maxSegment {
			s.entries = nil
		}
		*s = segment{entries: s.entries[:0]}
	}
	g.segments = g.segments[:0]
}

// entriesOf reads the entries of a stored segment, in order.
func entriesOf(packed []byte) iter.Seq2[*journal.Entry, error] {
	return func(yield func(*journal.Entry, error) bool) {
		rest, err := s2.Decode(nil, packed)
		for err == nil && len(rest) > 0 {
			var e *journal.Entry
			if e, rest, err = nextEntry(rest); err == nil && !yield(e, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, mapError(fmt.Errorf("%w: segment of a journal: %w", errDamaged, err)))
		}
	}
}

func nextEntry(b []byte) (e *journal.Entry, rest []byte, err error) {
	var hash journal.Hash
	if len(b) < 4 {
		return nil, nil, io.ErrUnexpectedEOF
	}
	size := int(binary.BigEndian.Uint32(b))
	if b = b[4:]; len(b) < size+len(hash) {
		return nil, nil, io.ErrUnexpectedEOF
	}
	copy(hash[:], b[size:])
	e, err = journal.ReadRecord(b[:size], hash)
	return e, b[size+len(hash):], err
}
