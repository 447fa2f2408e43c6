package store

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/amc"
)

// Engagements implements amc.Tx.
func (tx *Tx) Engagements(requestKey, liveKey string) (same, live *amc.Engagement, err error) {
	if same, err = tx.find(requestKind, requestKey); err != nil {
		return nil, nil, err
	}
	live, err = tx.find(liveKind, liveKey)
	return same, live, err
}

// Engagement implements amc.Tx.
func (tx *Tx) Engagement(clcID string) (*amc.Engagement, error) { return tx.find(numberKind, clcID) }

// SaveEngagement implements amc.Tx.
func (tx *Tx) SaveEngagement(e *amc.Engagement) error {
	tx.pending.engagements = append(tx.pending.engagements, e)
	return nil
}

// find returns a copy of the engagement that has a key now, nil where none has.
func (tx *Tx) find(kind keyKind, key string) (*amc.Engagement, error) {
	if key == "" {
		return nil, nil
	}
	for i, e := range tx.pending.engagements {
		if keyOf(e, kind) == key && !saves(tx.pending.engagements[i+1:], e.RequestKey) {
			return e, nil
		}
	}
	saved, err := tx.saved(kind, key)
	if err != nil || saved == nil || saves(tx.pending.engagements, saved.request) {
		return nil, err
	}
	e := new(amc.Engagement)
	return e, tx.fail(unmarshal(saved.record, e))
}

func keyOf(e *amc.Engagement, kind keyKind) string {
	return [...]string{e.RequestKey, e.LiveKey, e.ClcID}[kind]
}

// saves reports whether a version of the engagement of that request is in the list.
func saves(list []*amc.Engagement, request string) bool {
	return slices.ContainsFunc(list, func(e *amc.Engagement) bool { return e.RequestKey == request })
}

// saved returns the newest version of the engagement that has a key now: in the groups that are not
// settled, then in the database. Its answer for the request is remembered: saving needs it again.
func (tx *Tx) saved(kind keyKind, key string) (*savedEngagement, error) {
	if s := tx.w.unsettledBy(kind, recordKey{tx.last.world, key}); s != nil {
		return s, nil
	}
	ids, err := tx.w.ids(hashOf(tx.last.world, kind, key))
	if err != nil {
		return nil, tx.fail(err)
	}
	stored, err := tx.w.lookups.stored(ids)
	if err != nil {
		return nil, tx.fail(err)
	}
	if kind == requestKind && len(stored) == 0 {
		tx.absent = key
	}
	for _, s := range stored {
		if s.world == tx.last.world && s.key(kind) == key && tx.w.newest(recordKey{s.world, s.request}) == nil {
			return s, nil
		}
	}
	return nil, nil
}

// ids returns the engagements that may have a key of that hash.
func (w *writer) ids(hash uint64) ([]int64, error) {
	recent := slices.Clone(w.index.recent[hash])
	if !w.filter.mayHave(hash) {
		return recent, nil
	}
	old, err := w.lookups.idsOf(hash)
	return append(recent, old...), err
}

// publish makes the keys of a version known: those of a new engagement go to the table with a later
// batch, those of an older one with the group itself.
func (w *writer) publish(s *savedEngagement) {
	if s.isNew {
		w.index.add(s)
		return
	}
	for _, k := range s.keys() {
		w.filter.add(k.hash)
		w.filling.gained = append(w.filling.gained, k)
	}
}

// versions makes what the closure saved ready to be written.
func (tx *Tx) versions() ([]*savedEngagement, error) {
	var versions []*savedEngagement
	last := tx.w.index.last
	for _, e := range tx.pending.engagements {
		s := &savedEngagement{
			world: tx.last.world, request: e.RequestKey, live: e.LiveKey, number: e.ClcID, record: marshal(e),
		}
		id, err := tx.idOf(e.RequestKey, versions)
		if err != nil {
			return nil, err
		}
		if s.id = id; id == 0 {
			last++
			s.id, s.isNew = last, true
		}
		versions = append(versions, s)
	}
	return versions, nil
}

// idOf returns the id of the engagement of a request, 0 where there is none yet.
func (tx *Tx) idOf(request string, versions []*savedEngagement) (int64, error) {
	for _, s := range versions {
		if s.request == request {
			return s.id, nil
		}
	}
	if tx.absent != "" && tx.absent == request {
		return 0, nil
	}
	before, err := tx.saved(requestKind, request)
	if err != nil || before == nil {
		return 0, err
	}
	return before.id, nil
}

// key returns the key of a kind.
func (s *savedEngagement) key(kind keyKind) string {
	return [...]string{s.request, s.live, s.number}[kind]
}

// unsettledBy returns the newest version, not in the database yet, that has a key now.
func (w *writer) unsettledBy(kind keyKind, key recordKey) *savedEngagement {
	for _, g := range w.unsettled() {
		if g == nil {
			continue
		}
		s := [...]map[recordKey]*savedEngagement{g.byRequest, g.byLive, g.byNumber}[kind][key]
		if s != nil && w.newest(recordKey{s.world, s.request}) == s {
			return s
		}
	}
	return nil
}
