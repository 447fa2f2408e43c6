package store

import (
	"cmp"
	"database/sql/driver"
	"slices"
)

// indexBatch is how many keys are added to the table of keys at once: enough for neighbours to share
// pages, few enough for the commit that carries them to stay short.
const indexBatch = 6144

// An index finds engagements by their keys: the latest in memory, the others in a table to which
// they go in sorted batches.
type index struct {
	recent   map[uint64][]int64 // ids by hash
	waiting  []hashedKey        // of recent, not handed over yet
	carrying bool               // a group is carrying a batch to the table
	last     int64              // id of the latest engagement
}

// A hashedKey is a row of the table of keys.
type hashedKey struct {
	hash       uint64
	engagement int64
}

// keyKind keeps a request from being taken for a number.
type keyKind byte

const (
	requestKind keyKind = iota
	liveKind
	numberKind
)

// hashOf is FNV-1a: the same in every process, since the table keeps it.
func hashOf(world int64, kind keyKind, key string) uint64 {
	h := uint64(14695981039346656037)
	for shift := 0; shift < 64; shift += 8 {
		h = (h ^ uint64(byte(world>>shift))) * 1099511628211
	}
	h = (h ^ uint64(kind)) * 1099511628211
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	return h
}

// keys are the hashed keys of a version.
func (s *savedEngagement) keys() []hashedKey {
	keys := make([]hashedKey, 0, 3)
	for kind, key := range [...]string{s.request, s.live, s.number} {
		if key != "" {
			keys = append(keys, hashedKey{hashOf(s.world, keyKind(kind), key), s.id})
		}
	}
	return keys
}

// add makes the keys of a new engagement known. Those that it loses later stay: whoever looks
// compares the engagement itself.
func (x *index) add(s *savedEngagement) {
	for _, k := range s.keys() {
		x.recent[k.hash] = append(x.recent[k.hash], k.engagement)
		x.waiting = append(x.waiting, k)
	}
	x.last = max(x.last, s.id)
}

// carry gives a group the keys to write, once there are enough of them and no other group has some.
func (x *index) carry(g *group) {
	if x.carrying || len(x.waiting) < indexBatch {
		return
	}
	g.keys, g.mark = x.waiting, x.last
	slices.SortFunc(g.keys, func(a, b hashedKey) int {
		return cmp.Or(cmp.Compare(int64(a.hash), int64(b.hash)), cmp.Compare(a.engagement, b.engagement))
	})
	x.waiting, x.carrying = nil, true
}

// carriedBy forgets the keys that a settled group has brought to the table; the filter knows them now.
func (x *index) carriedBy(g *group, f *filter) {
	if g.keys == nil {
		return
	}
	for _, k := range g.keys {
		f.add(k.hash)
		ids := slices.DeleteFunc(x.recent[k.hash], func(id int64) bool { return id == k.engagement })
		if len(ids) == 0 {
			delete(x.recent, k.hash)
		} else {
			x.recent[k.hash] = ids
		}
	}
	x.carrying = false
}

// loadIndex reads what the table does not have yet.
func (l *lookups) loadIndex() (*index, error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	x := &index{recent: map[uint64][]int64{}}
	row, err := l.mark.one()
	if err != nil {
		return nil, err
	}
	var mark int64
	if err := scan(row, &mark); err != nil {
		return nil, err
	}
	x.last = mark
	return x, l.above.each(func(row []driver.Value) error {
		s := new(savedEngagement)
		err := scan(row, &s.id, &s.world, &s.request, &s.live, &s.number)
		x.add(s)
		return err
	}, mark)
}
