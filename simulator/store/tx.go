package store

import (
	"time"

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
	head    *head // of the world, moved by flush only
	last    head  // with the entries of this closure
	entries []sealed
	pending pending
	failure error // of the database, while reading
}

func (tx *Tx) reset(w *writer, h *head) {
	clear(tx.entries)
	tx.pending.empty()
	*tx = Tx{w: w, head: h, last: *h, entries: tx.entries[:0], pending: tx.pending}
}

// NextID returns the name that the next entry appended will have.
func (tx *Tx) NextID() string { return journal.ID(tx.last.seq + 1) }

// Append adds an entry to the world's journal and sets its World, Seq, Prev and Hash.
func (tx *Tx) Append(e *journal.Entry) {
	e.World = tx.last.name
	trace, faults := e.Seal(tx.last.seq+1, tx.last.hash)
	tx.last.seq, tx.last.hash = e.Seq, e.Hash
	tx.entries = append(tx.entries, sealed{e, trace, faults})
}

// A sealed entry is ready to be written.
type sealed struct {
	*journal.Entry
	trace, faults []byte
}

// flush writes what the closure left, into the transaction of the group.
func (tx *Tx) flush() error {
	for _, e := range tx.entries {
		if err := tx.w.insertEntry(tx.last.world, e); err != nil {
			return err
		}
	}
	if err := tx.flushRecords(); err != nil {
		return err
	}
	*tx.head = tx.last
	return nil
}

func (w *writer) insertEntry(world int64, e sealed) error {
	return w.stmts.insertEntry.exec(
		rowID(world, e.Seq), e.At.UTC().Format(time.RFC3339Nano), string(e.Service), e.Version, e.Binding, e.Path,
		e.Operator, int64(e.Status), e.Result, e.Code, e.Keys.NDA, e.Keys.ClcRequestID, e.Keys.IdbID, e.Keys.ClcID,
		blob(e.Request), blob(e.Reply), e.trace, e.faults,
		e.Prev[:], e.Hash[:])
}

// blob makes an absent body an empty one, where the driver would write NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// head returns the end of a world's journal, or nil where there is no such world.
func (w *writer) head(world string) (*head, error) {
	if h, ok := w.worlds[world]; ok {
		return h, nil
	}
	row, err := w.stmts.findWorld.one(world)
	if err != nil || row == nil {
		return nil, err
	}
	h := &head{name: world}
	if err := scan(row, &h.world); err != nil {
		return nil, err
	}
	row, err = w.stmts.lastEntry.one(rowID(h.world, 0), rowID(h.world+1, 0))
	if err != nil {
		return nil, err
	}
	if row != nil {
		var id int64
		var hash []byte
		if err := scan(row, &id, &hash); err != nil {
			return nil, err
		}
		h.seq = id - rowID(h.world, 0)
		copy(h.hash[:], hash)
	}
	w.worlds[world] = h
	return h, nil
}
