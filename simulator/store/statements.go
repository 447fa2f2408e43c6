package store

// writerStmts are the statements of the hot path.
type writerStmts struct {
	begin, commit, rollback            *stmt
	findWorld, lastEntry, insertEntry  *stmt
	identification, saveIdentification *stmt
	engagement, engagements            *stmt
	saveEngagement                     *stmt
	count, setCount                    *stmt
}

func (s *writerStmts) prepare(c *conn) error {
	for _, p := range []struct {
		into **stmt
		sql  string
	}{
		{&s.begin, "BEGIN IMMEDIATE"},
		{&s.commit, "COMMIT"},
		{&s.rollback, "ROLLBACK"},
		{&s.findWorld, "SELECT id FROM world WHERE name = ?"},
		{&s.lastEntry, "SELECT id, hash FROM exchange WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1"},
		{&s.insertEntry, "INSERT INTO exchange VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
		{&s.identification, "SELECT record FROM identification WHERE world = ? AND id = ?"},
		{&s.saveIdentification, "INSERT OR REPLACE INTO identification VALUES (?, ?, ?)"},
		{&s.engagement, "SELECT record FROM engagement WHERE world = ? AND clc_id = ?"},
		{&s.engagements, `SELECT record FROM engagement WHERE world = ?1 AND request_key = ?2
			UNION ALL SELECT record FROM engagement WHERE world = ?1 AND live_key = ?3`},
		{&s.saveEngagement, `INSERT INTO engagement (world, request_key, live_key, clc_id, record) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (world, request_key) DO UPDATE
			SET live_key = excluded.live_key, clc_id = excluded.clc_id, record = excluded.record`},
		{&s.count, "SELECT n FROM counter WHERE world = ? AND key = ?"},
		{&s.setCount, "INSERT OR REPLACE INTO counter VALUES (?, ?, ?)"},
	} {
		if err := c.keep(p.sql, p.into); err != nil {
			return err
		}
	}
	return nil
}
