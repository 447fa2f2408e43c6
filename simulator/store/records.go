package store

import (
	"database/sql/driver"
	"fmt"

	"github.com/go-json-experiment/json"

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
	record, err := tx.w.identificationRecord(key)
	if err != nil || record == nil {
		return nil, tx.fail(err)
	}
	i := new(amc.Identification)
	if err := unmarshal(record, i); err != nil {
		return nil, tx.fail(err)
	}
	tx.w.remember(key, i)
	return i, nil
}

// identificationRecord looks in what is not settled, then in the database.
func (w *writer) identificationRecord(key recordKey) ([]byte, error) {
	for _, g := range w.unsettled() {
		if g != nil && g.byIdentification[key] != nil {
			return g.byIdentification[key], nil
		}
	}
	return w.lookups.identificationRecord(key)
}

// SaveIdentification implements amc.Tx.
func (tx *Tx) SaveIdentification(i *amc.Identification) error {
	tx.pending.identifications = append(tx.pending.identifications, i)
	return nil
}

// Count implements amc.Tx.
func (tx *Tx) Count(key string) (n int, err error) {
	for _, c := range tx.pending.counters {
		if c.key == key {
			return c.n, nil
		}
	}
	full := recordKey{tx.last.world, key}
	for _, g := range tx.w.unsettled() {
		if g == nil {
			continue
		}
		if n, ok := g.counters[full]; ok {
			return n, nil
		}
	}
	n, err = tx.w.lookups.counter(full)
	return n, tx.fail(err)
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

// maxRemembered bounds the identifications kept decoded, which the calculation that follows reads.
const maxRemembered = 4096

func (w *writer) remember(key recordKey, i *amc.Identification) {
	if len(w.identifications) >= maxRemembered {
		clear(w.identifications)
	}
	w.identifications[key] = i
}

// marshal leaves zero fields out: a record of a calculation is half as long for it.
func marshal(v any) []byte {
	b, err := json.Marshal(v, json.OmitZeroStructFields(true))
	if err != nil { // the payer's records hold texts, numbers and dates only
		panic(fmt.Sprintf("store: record %T: %v", v, err))
	}
	return b
}

func unmarshal(record []byte, into any) error { return mapError(json.Unmarshal(record, into)) }

func unmarshalColumn(column driver.Value, into any) error {
	var b []byte
	if err := scan([]driver.Value{column}, &b); err != nil {
		return err
	}
	return unmarshal(b, into)
}
