package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
)

// A Hash is a SHA-256.
type Hash [sha256.Size]byte

// String writes the hash in hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

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
		case sha256.Sum256(e.appendRecord(nil)) != e.Hash:
			return &BrokenChain{World: e.World, Seq: seq, Why: "altered"}
		}
		prev = e.Hash
	}
	return nil
}
