package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/amc"
)

var _ amc.Tx = (*Tx)(nil)

// pending are the records that a closure saved. There are one or two of them, so that a look-up
// walks the slices.
type pending struct {
	identifications []*amc.Identification
	engagements     []*amc.Engagement
	counters        []counter
}

type counter struct {
	key string
	n   int
}

// empty forgets the records and keeps the room.
func (p *pending) empty() {
	clear(p.identifications)
	clear(p.engagements)
	p.identifications, p.engagements, p.counters = p.identifications[:0], p.engagements[:0], p.counters[:0]
}

// Identification implements amc.Tx.
func (tx *Tx) Identification(id string) (*amc.Identification, error) {
	for _, i := range tx.pending.identifications {
		if i.ID == id {
			return i, nil
		}
	}
	key := recordKey{tx.last.world, id}
	if i, ok := tx.w.identifications[key]; ok {
		return i, nil
	}
	row, err := tx.w.stmts.identification.one(tx.last.world, id)
	if err != nil || row == nil {
		return nil, tx.fail(err)
	}
	i := new(amc.Identification)
	if err := unmarshal(row[0], i); err != nil {
		return nil, tx.fail(err)
	}
	tx.w.remember(key, i)
	return i, nil
}

// SaveIdentification implements amc.Tx.
func (tx *Tx) SaveIdentification(i *amc.Identification) error {
	tx.pending.identifications = append(tx.pending.identifications, i)
	return nil
}

// Engagements implements amc.Tx.
func (tx *Tx) Engagements(requestKey, liveKey string) (same, live *amc.Engagement, err error) {
	match := func(e *amc.Engagement) {
		if e.RequestKey == requestKey {
			same = e
		}
		if liveKey != "" && e.LiveKey == liveKey {
			live = e
		}
	}
	err = tx.w.stmts.engagements.each(func(row []driver.Value) error {
		e := new(amc.Engagement)
		err := unmarshal(row[0], e)
		match(e)
		return err
	}, tx.last.world, requestKey, liveKey)
	for _, e := range tx.pending.engagements {
		match(e)
	}
	return same, live, tx.fail(err)
}

// Engagement implements amc.Tx.
func (tx *Tx) Engagement(clcID string) (*amc.Engagement, error) {
	for _, e := range tx.pending.engagements {
		if e.ClcID == clcID {
			return e, nil
		}
	}
	row, err := tx.w.stmts.engagement.one(tx.last.world, clcID)
	if err != nil || row == nil {
		return nil, tx.fail(err)
	}
	e := new(amc.Engagement)
	return e, tx.fail(unmarshal(row[0], e))
}

// SaveEngagement implements amc.Tx.
func (tx *Tx) SaveEngagement(e *amc.Engagement) error {
	tx.pending.engagements = append(tx.pending.engagements, e)
	return nil
}

// Count implements amc.Tx.
func (tx *Tx) Count(key string) (n int, err error) {
	for _, c := range tx.pending.counters {
		if c.key == key {
			return c.n, nil
		}
	}
	row, err := tx.w.stmts.count.one(tx.last.world, key)
	if err != nil || row == nil {
		return 0, tx.fail(err)
	}
	return n, tx.fail(scan(row, &n))
}

// SetCount implements amc.Tx.
func (tx *Tx) SetCount(key string, n int) error {
	for i := range tx.pending.counters {
		if tx.pending.counters[i].key == key {
			tx.pending.counters[i].n = n
			return nil
		}
	}
	tx.pending.counters = append(tx.pending.counters, counter{key, n})
	return nil
}

// fail remembers an error of the database: it condemns the transaction, whatever the closure makes of it.
func (tx *Tx) fail(err error) error {
	if err != nil {
		tx.failure = err
	}
	return err
}

// flushRecords writes what the closure saved.
func (tx *Tx) flushRecords() error {
	world, s := tx.last.world, &tx.w.stmts
	for _, i := range tx.pending.identifications {
		if err := s.saveIdentification.exec(world, i.ID, marshal(i)); err != nil {
			return err
		}
		tx.w.remember(recordKey{world, i.ID}, i)
	}
	for _, e := range tx.pending.engagements {
		err := s.saveEngagement.exec(world, e.RequestKey, orNull(e.LiveKey), orNull(e.ClcID), marshal(e))
		if err != nil {
			return err
		}
	}
	for _, c := range tx.pending.counters {
		if err := s.setCount.exec(world, c.key, int64(c.n)); err != nil {
			return err
		}
	}
	return nil
}

// recordKey names a record among those of every world.
type recordKey struct {
	world int64
	id    string
}

// maxRemembered bounds the identifications kept decoded, which the calculation that follows reads.
const maxRemembered = 4096

func (w *writer) remember(key recordKey, i *amc.Identification) {
	if len(w.identifications) >= maxRemembered {
		clear(w.identifications)
	}
	w.identifications[key] = i
}

func orNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil { // the payer's records hold texts, numbers and dates only
		panic(fmt.Sprintf("store: record %T: %v", v, err))
	}
	return b
}

func unmarshal(column driver.Value, into any) error {
	var b []byte
	if err := scan([]driver.Value{column}, &b); err != nil {
		return err
	}
	return mapError(json.Unmarshal(b, into))
}
