package store

import "github.com/klauspost/compress/s2"

// A committer owns the writing connection. It makes one group at a time durable, in one
// transaction.
type committer struct {
	conn    *conn
	stmts   committerStmts
	groups  chan *group
	settled chan *group
	packed  []byte // reused
}

// committerStmts are the statements of the hot path that write.
type committerStmts struct {
	begin, commit, rollback                                *stmt
	insertSegment, saveIdentification, setCount            *stmt
	insertEngagement, updateEngagement, insertKey, setMark *stmt
}

func newCommitter(c *conn) (*committer, error) {
	m := &committer{conn: c, groups: make(chan *group), settled: make(chan *group)}
	s := &m.stmts
	return m, c.keepAll([]keptStmt{
		{&s.begin, "BEGIN IMMEDIATE"},
		{&s.commit, "COMMIT"},
		{&s.rollback, "ROLLBACK"},
		{&s.insertSegment, "INSERT INTO segment VALUES (?, ?, ?)"},
		{&s.saveIdentification, "INSERT OR REPLACE INTO identification VALUES (?, ?, ?)"},
		{&s.insertEngagement, "INSERT INTO engagement VALUES (?, ?, ?, ?, ?, ?)"},
		{&s.updateEngagement, "UPDATE engagement SET live_key = ?2, clc_id = ?3, record = ?4 WHERE id = ?1"},
		{&s.insertKey, "INSERT OR IGNORE INTO engagement_key VALUES (?, ?)"},
		{&s.setMark, "UPDATE mark SET engagement = ?"},
		{&s.setCount, "INSERT OR REPLACE INTO counter VALUES (?, ?, ?)"},
	})
}

// loop runs until the groups are closed. The callers of a group that failed are released by the
// writer, once it has forgotten the group: what they ask next must not be decided on top of it.
func (m *committer) loop() {
	for g := range m.groups {
		if g.err = m.transaction(func() error { return m.write(g) }); g.err == nil {
			g.release(nil)
		}
		m.settled <- g
	}
}

// alone runs fn in a transaction of its own; nothing may be in flight.
func (m *committer) alone(fn func() error) error {
	return m.transaction(func() error { return protect(fn) })
}

// transaction undoes what fn wrote where it or the commit fails. SQLite may have rolled back by
// itself, as it does on a full disk; its complaint about that is no news.
func (m *committer) transaction(fn func() error) error {
	m.conn.Lock()
	defer m.conn.Unlock()
	err := m.stmts.begin.exec()
	if err == nil {
		err = fn()
	}
	if err == nil {
		err = m.stmts.commit.exec()
	}
	if err != nil {
		_ = m.stmts.rollback.exec()
	}
	return err
}

func (m *committer) write(g *group) error {
	for i := range g.segments {
		if err := m.insertSegment(&g.segments[i]); err != nil {
			return err
		}
	}
	for _, i := range g.identifications {
		if err := m.stmts.saveIdentification.exec(i.world, i.id, i.record); err != nil {
			return err
		}
	}
	for _, e := range g.engagements {
		if err := m.saveEngagement(e); err != nil {
			return err
		}
	}
	for key, n := range g.counters {
		if err := m.stmts.setCount.exec(key.world, key.id, int64(n)); err != nil {
			return err
		}
	}
	return m.extendIndex(g)
}

func (m *committer) saveEngagement(e *savedEngagement) error {
	if e.isNew {
		return m.stmts.insertEngagement.exec(e.id, e.world, e.request, e.live, e.number, e.record)
	}
	return m.stmts.updateEngagement.exec(e.id, e.live, e.number, e.record)
}

func (m *committer) extendIndex(g *group) error {
	for _, keys := range [...][]hashedKey{g.gained, g.keys} {
		for _, k := range keys {
			if err := m.stmts.insertKey.exec(int64(k.hash), k.engagement); err != nil {
				return err
			}
		}
	}
	if g.keys == nil {
		return nil
	}
	return m.stmts.setMark.exec(g.mark)
}

func (m *committer) insertSegment(s *segment) error {
	m.packed = s2.Encode(m.packed[:cap(m.packed)], s.entries)
	return m.stmts.insertSegment.exec(rowID(s.end.world, s.end.seq), s.end.hash[:], m.packed)
}
