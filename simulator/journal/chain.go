package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"iter"
	"time"
)

// A Hash is a SHA-256.
type Hash [sha256.Size]byte

// String writes the hash in hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Seal numbers the entry seq, links it after prev and computes its hash. It returns the compact
// forms of the trace and of the faults, which whoever stores the entry needs too.
func (e *Entry) Seal(seq int64, prev Hash) (trace, faults []byte) {
	e.Seq, e.Prev = seq, prev
	trace, faults = AppendTrace(nil, e.Trace), AppendFaults(nil, e.Faults)
	e.Hash = e.digest(trace, faults)
	return trace, faults
}

// digest hashes every field but Hash. Each text is preceded by its length, so that no two entries
// write the same bytes.
func (e *Entry) digest(trace, faults []byte) (sum Hash) {
	b := make([]byte, 0, 1024)
	b = append(b, e.Prev[:]...)
	b = binary.AppendVarint(b, e.Seq)
	b = appendText(b, e.At.UTC().Format(time.RFC3339Nano))
	b = binary.AppendVarint(b, int64(e.Status))
	for _, s := range [...]string{
		e.World, string(e.Service), e.Version, e.Binding, e.Path, e.Operator, e.Result, e.Code,
		e.Keys.NDA, e.Keys.ClcRequestID, e.Keys.IdbID, e.Keys.ClcID,
	} {
		b = appendText(b, s)
	}
	h := sha256.New()
	h.Write(b)
	for _, part := range [...][]byte{e.Request, e.Reply, trace, faults} {
		h.Write(binary.AppendUvarint(b[:0], uint64(len(part))))
		h.Write(part)
	}
	h.Sum(sum[:0])
	return sum
}

func appendText[T string | []byte](dst []byte, s T) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// A BrokenChain says where a journal stops being the one that was written.
type BrokenChain struct {
	World string
	Seq   int64 // number of the first entry that does not follow, or is not itself
	Why   string
}

func (e *BrokenChain) Error() string {
	return fmt.Sprintf("journal of world %q broken at %s: %s", e.World, ID(e.Seq), e.Why)
}

// Verify walks the whole journal of one world from its first entry, and returns a *BrokenChain
// where an entry is missing, moved or altered.
func Verify(entries iter.Seq2[*Entry, error]) error {
	var prev Hash
	var seq int64
	for e, err := range entries {
		if err != nil {
			return err
		}
		seq++
		switch {
		case e.Seq != seq:
			return &BrokenChain{World: e.World, Seq: seq, Why: "found " + e.ID() + " in its place"}
		case e.Prev != prev:
			return &BrokenChain{World: e.World, Seq: seq, Why: "does not follow the entry before"}
		case e.digest(AppendTrace(nil, e.Trace), AppendFaults(nil, e.Faults)) != e.Hash:
			return &BrokenChain{World: e.World, Seq: seq, Why: "altered"}
		}
		prev = e.Hash
	}
	return nil
}
