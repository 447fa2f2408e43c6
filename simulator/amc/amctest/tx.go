// Package amctest is an in-memory amc.Tx for tests: of the payer itself, and of whoever needs a
// payer without a database. It counts what is asked of it, so that a test can hold the payer to
// few look-ups.
package amctest

import "github.com/roc-miroir/miroir/simulator/amc"

// A Tx keeps records in maps. It is for one goroutine at a time.
type Tx struct {
	Identifications map[string]amc.Identification
	ByRequest       map[string]amc.Engagement // by RequestKey
	Counters        map[string]int

	Reads, Writes int // calls since the Tx was made or the fields were reset
}

// NewTx returns an empty Tx.
func NewTx() *Tx {
	return &Tx{
		Identifications: map[string]amc.Identification{},
		ByRequest:       map[string]amc.Engagement{},
		Counters:        map[string]int{},
	}
}

// Identification implements amc.Tx.
func (t *Tx) Identification(id string) (*amc.Identification, error) {
	t.Reads++
	if found, ok := t.Identifications[id]; ok {
		return &found, nil
	}
	return nil, nil
}

// SaveIdentification implements amc.Tx.
func (t *Tx) SaveIdentification(i *amc.Identification) error {
	t.Writes++
	t.Identifications[i.ID] = *i
	return nil
}

// Engagements implements amc.Tx.
func (t *Tx) Engagements(requestKey, liveKey string) (same, live *amc.Engagement, err error) {
	t.Reads++
	if found, ok := t.ByRequest[requestKey]; ok {
		same = &found
	}
	return same, t.find(func(e *amc.Engagement) bool { return liveKey != "" && e.LiveKey == liveKey }), nil
}

// Engagement implements amc.Tx.
func (t *Tx) Engagement(clcID string) (*amc.Engagement, error) {
	t.Reads++
	return t.find(func(e *amc.Engagement) bool { return e.ClcID == clcID && clcID != "" }), nil
}

func (t *Tx) find(match func(*amc.Engagement) bool) *amc.Engagement {
	for _, e := range t.ByRequest {
		if match(&e) {
			return &e
		}
	}
	return nil
}

// SaveEngagement implements amc.Tx.
func (t *Tx) SaveEngagement(e *amc.Engagement) error {
	t.Writes++
	t.ByRequest[e.RequestKey] = *e
	return nil
}

// Count implements amc.Tx.
func (t *Tx) Count(key string) (int, error) {
	t.Reads++
	return t.Counters[key], nil
}

// SetCount implements amc.Tx.
func (t *Tx) SetCount(key string, n int) error {
	t.Writes++
	t.Counters[key] = n
	return nil
}
