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
	carried  []hashedKey        // of recent, in the group that carries them to the table
	last     int64              // id of the latest engagement
	hasGroup bool               // carried is under way
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

// add makes the keys of a version known. Keys that an earlier version had stay: whoever looks
// compares the engagement itself.
func (x *index) add(s *savedEngagement) {
	for kind, key := range [...]string{s.request, s.live, s.number} {
		if key != "" {
			x.put(hashedKey{hashOf(s.world, keyKind(kind), key), s.id})
		}
	}
	x.last = max(x.last, s.id)
}

func (x *index) put(k hashedKey) {
	if !slices.Contains(x.recent[k.hash], k.engagement) {
		x.recent[k.hash] = append(x.recent[k.hash], k.engagement)
		x.waiting = append(x.waiting, k)
	}
}

// carry gives a group the keys to write, once there are enough of them and no other group has some.
func (x *index) carry(g *group) {
	if x.hasGroup || len(x.waiting) < indexBatch {
		return
	}
	g.keys, g.mark = x.waiting, x.last
	slices.SortFunc(g.keys, func(a, b hashedKey) int {
		return cmp.Or(cmp.Compare(int64(a.hash), int64(b.hash)), cmp.Compare(a.engagement, b.engagement))
	})
	x.carried, x.waiting, x.hasGroup = x.waiting, nil, true
}

// carriedBy forgets the keys that a settled group has brought to the table; the filter knows them now.
func (x *index) carriedBy(g *group, f *filter) {
	if g.keys == nil {
		return
	}
	for _, k := range x.carried {
		f.add(k.hash)
		ids := slices.DeleteFunc(x.recent[k.hash], func(id int64) bool { return id == k.engagement })
		if len(ids) == 0 {
			delete(x.recent, k.hash)
		} else {
			x.recent[k.hash] = ids
		}
	}
	x.carried, x.hasGroup = nil, false
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
