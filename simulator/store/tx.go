package store

import (
	"github.com/roc-miroir/miroir/simulator/journal"
)

// A head is the end of a world's journal.
type head struct {
	world int64
	name  string
	seq   int64
	hash  journal.Hash
}

// rowID returns the key of the exchange numbered seq in a world.
func rowID(world, seq int64) int64 { return world<<32 | seq }

// A Tx is what a closure of Update sees of its world. Its writes are kept aside until the closure
// has succeeded. It must not be used after the closure returns.
type Tx struct {
	w       *writer
	head    *head  // of the world, moved by flush only
	last    head   // with those entries
	entries []byte // of this closure, sealed
	pending pending
	absent  string // request key that no engagement has
	failure error  // of the database, while reading
}

func (tx *Tx) reset(w *writer, h *head) {
	tx.pending.empty()
	*tx = Tx{w: w, head: h, last: *h, entries: tx.entries[:0], pending: tx.pending}
}

// NextID returns the name that the next entry appended will have.
func (tx *Tx) NextID() string { return journal.ID(tx.last.seq + 1) }

// Append adds an entry to the world's journal and sets its World, Seq, Prev and Hash.
func (tx *Tx) Append(e *journal.Entry) {
	e.World = tx.last.name
	tx.entries = appendEntry(tx.entries, e, &tx.last)
}

// flush adds what the closure left to the group that is being filled, or nothing of it.
func (tx *Tx) flush() error {
	versions, err := tx.versions()
	if err != nil {
		return err
	}
	world, g := tx.last.world, tx.w.filling
	if len(tx.entries) > 0 {
		g.extendJournal(tx.entries, tx.last)
	}
	for _, i := range tx.pending.identifications {
		g.saveIdentification(world, i)
		tx.w.remember(recordKey{world, i.ID}, i)
	}
	for _, s := range versions {
		g.saveEngagement(s)
		tx.w.publish(s)
	}
	for _, c := range tx.pending.counters {
		g.counters[recordKey{world, c.key}] = c.n
	}
	*tx.head = tx.last
	return nil
}
