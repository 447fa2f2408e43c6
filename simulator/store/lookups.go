package store

import (
	"database/sql/driver"
)

// lookups are what the writer asks of the database while it decides, on a connection of its own
// where the store is a file, so that it need not wait for the commit under way.
type lookups struct {
	conn                                   *conn
	findWorld, lastSegment                 *stmt
	identification, count                  *stmt
	engagement, byKey, hashes, mark, above *stmt
}

func newLookups(c *conn) (*lookups, error) {
	l := &lookups{conn: c}
	return l, c.keepAll([]keptStmt{
		{&l.findWorld, "SELECT id FROM world WHERE name = ?"},
		{&l.lastSegment, "SELECT last, hash FROM segment WHERE last > ? AND last < ? ORDER BY last DESC LIMIT 1"},
		{&l.identification, "SELECT record FROM identification WHERE world = ? AND id = ?"},
		{&l.engagement, "SELECT id, world, request_key, live_key, clc_id, record FROM engagement WHERE id = ?"},
		{&l.byKey, "SELECT engagement FROM engagement_key WHERE hash = ?"},
		{&l.hashes, "SELECT hash FROM engagement_key LIMIT ?"},
		{&l.mark, "SELECT engagement FROM mark"},
		{&l.above, "SELECT id, world, request_key, live_key, clc_id FROM engagement WHERE id > ? ORDER BY id"},
		{&l.count, "SELECT n FROM counter WHERE world = ? AND key = ?"},
	})
}

// head reads the end of a world's journal; nil where there is no such world.
func (l *lookups) head(world string) (*head, error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	row, err := l.findWorld.one(world)
	if err != nil || row == nil {
		return nil, err
	}
	h := &head{name: world}
	if err := scan(row, &h.world); err != nil {
		return nil, err
	}
	row, err = l.lastSegment.one(rowID(h.world, 0), rowID(h.world+1, 0))
	if err != nil || row == nil {
		return h, err
	}
	var last int64
	var hash []byte
	if err := scan(row, &last, &hash); err != nil {
		return nil, err
	}
	h.seq = last - rowID(h.world, 0)
	copy(h.hash[:], hash)
	return h, nil
}

// identificationRecord returns nil where there is none.
func (l *lookups) identificationRecord(key recordKey) (record []byte, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	row, err := l.identification.one(key.world, key.id)
	if err != nil || row == nil {
		return nil, err
	}
	return record, scan(row, &record)
}

// idsOf returns the ids that the table of keys has under a hash.
func (l *lookups) idsOf(hash uint64) (ids []int64, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	return ids, l.byKey.each(func(row []driver.Value) error {
		var id int64
		err := scan(row, &id)
		ids = append(ids, id)
		return err
	}, int64(hash))
}

// stored returns the engagements that the database holds under these ids.
func (l *lookups) stored(ids []int64) (found []*savedEngagement, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	for _, id := range ids {
		if err != nil {
			return nil, err
		}
		err = l.engagement.each(func(row []driver.Value) error {
			s := new(savedEngagement)
			found = append(found, s)
			return scan(row, &s.id, &s.world, &s.request, &s.live, &s.number, &s.record)
		}, id)
	}
	return found, err
}

func (l *lookups) counter(key recordKey) (n int, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	row, err := l.count.one(key.world, key.id)
	if err != nil || row == nil {
		return 0, err
	}
	return n, scan(row, &n)
}
