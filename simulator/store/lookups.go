package store

import (
	"database/sql/driver"

	"github.com/roc-miroir/miroir/simulator/amc"
)

// lookups are what the writer asks of the database while it decides, on a connection of its own
// where the store is a file, so that it need not wait for the commit under way.
type lookups struct {
	conn                                           *conn
	findWorld, lastEntry                           *stmt
	identification, engagement, engagements, count *stmt
}

func newLookups(c *conn) (*lookups, error) {
	l := &lookups{conn: c}
	return l, c.keepAll([]keptStmt{
		{&l.findWorld, "SELECT id FROM world WHERE name = ?"},
		{&l.lastEntry, "SELECT id, hash FROM exchange WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1"},
		{&l.identification, "SELECT record FROM identification WHERE world = ? AND id = ?"},
		{&l.engagement, "SELECT record FROM engagement WHERE world = ? AND clc_id = ?"},
		{&l.engagements, `SELECT record FROM engagement WHERE world = ?1 AND request_key = ?2
			UNION ALL SELECT record FROM engagement WHERE world = ?1 AND live_key = ?3`},
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
	row, err = l.lastEntry.one(rowID(h.world, 0), rowID(h.world+1, 0))
	if err != nil || row == nil {
		return h, err
	}
	var id int64
	var hash []byte
	if err := scan(row, &id, &hash); err != nil {
		return nil, err
	}
	h.seq = id - rowID(h.world, 0)
	copy(h.hash[:], hash)
	return h, nil
}

func (l *lookups) identificationRecord(key recordKey) ([]byte, error) {
	return l.record(l.identification, key.world, key.id)
}

func (l *lookups) engagementByNumber(key recordKey) ([]byte, error) {
	return l.record(l.engagement, key.world, key.id)
}

// record returns the only column of the first row, nil where there is none.
func (l *lookups) record(s *stmt, args ...driver.Value) (record []byte, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	row, err := s.one(args...)
	if err != nil || row == nil {
		return nil, err
	}
	return record, scan(row, &record)
}

// stored returns the engagements that the database holds under either key.
func (l *lookups) stored(world int64, requestKey, liveKey string) (found []*amc.Engagement, err error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	err = l.engagements.each(func(row []driver.Value) error {
		e := new(amc.Engagement)
		found = append(found, e)
		return unmarshalColumn(row[0], e)
	}, world, requestKey, liveKey)
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
