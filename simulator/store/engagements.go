package store

import "github.com/roc-miroir/miroir/simulator/amc"

// Engagements implements amc.Tx. An engagement may stand in the database, in the group in flight,
// in the one being filled and in the closure's own writes; the newest version alone counts.
func (tx *Tx) Engagements(requestKey, liveKey string) (same, live *amc.Engagement, err error) {
	candidates, err := tx.w.lookups.stored(tx.last.world, requestKey, liveKey)
	if err != nil {
		return nil, nil, tx.fail(err)
	}
	for i, e := range candidates {
		if candidates[i], err = tx.current(e); err != nil {
			return nil, nil, tx.fail(err)
		}
	}
	unsettled, err := tx.unsettled(requestKey, liveKey)
	if err != nil {
		return nil, nil, tx.fail(err)
	}
	for _, e := range append(append(candidates, unsettled...), tx.pending.engagements...) {
		if e.RequestKey == requestKey {
			same = e
		}
		if liveKey != "" && e.LiveKey == liveKey {
			live = e
		}
	}
	return same, live, nil
}

// current returns the newest version of an engagement that the database holds.
func (tx *Tx) current(e *amc.Engagement) (*amc.Engagement, error) {
	newer := tx.w.newest(recordKey{tx.last.world, e.RequestKey})
	if newer == nil {
		return e, nil
	}
	return decoded(newer)
}

// unsettled returns the newest versions of what the database does not hold yet under either key.
func (tx *Tx) unsettled(requestKey, liveKey string) ([]*amc.Engagement, error) {
	world := tx.last.world
	keys := []string{requestKey}
	for _, g := range tx.w.unsettled() {
		if g != nil && liveKey != "" && g.byLive[recordKey{world, liveKey}] != nil {
			keys = append(keys, g.byLive[recordKey{world, liveKey}].request)
		}
	}
	var found []*amc.Engagement
	for _, key := range keys {
		saved := tx.w.newest(recordKey{world, key})
		if saved == nil {
			continue
		}
		e, err := decoded(saved)
		if err != nil {
			return nil, err
		}
		found = append(found, e)
	}
	return found, nil
}

// Engagement implements amc.Tx.
func (tx *Tx) Engagement(clcID string) (*amc.Engagement, error) {
	for _, e := range tx.pending.engagements {
		if e.ClcID == clcID {
			return e, nil
		}
	}
	key := recordKey{tx.last.world, clcID}
	for _, g := range tx.w.unsettled() {
		if g != nil && g.byNumber[key] != nil {
			e, err := decoded(g.byNumber[key])
			return e, tx.fail(err)
		}
	}
	record, err := tx.w.lookups.engagementByNumber(key)
	if err != nil || record == nil {
		return nil, tx.fail(err)
	}
	e := new(amc.Engagement)
	return e, tx.fail(unmarshal(record, e))
}

// decoded returns a copy that the closure may change.
func decoded(s *savedEngagement) (*amc.Engagement, error) {
	e := new(amc.Engagement)
	return e, unmarshal(s.record, e)
}
