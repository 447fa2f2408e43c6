package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A reader is a connection with the statements of the reading side.
type reader struct {
	conn                       *conn
	worlds, world, names       *stmt
	worldID, list, engagements *stmt
}

func newReader(c *conn) (*reader, error) {
	r := &reader{conn: c}
	return r, c.keepAll([]keptStmt{
		{&r.worlds, "SELECT name, definition, current FROM world WHERE id > 0 ORDER BY name"},
		{&r.world, "SELECT name, definition, current FROM world WHERE id > 0 AND name = ?"},
		{&r.names, "SELECT name FROM world WHERE id > 0 ORDER BY name"},
		{&r.worldID, "SELECT id FROM world WHERE name = ?"},
		{&r.list, `SELECT * FROM exchange WHERE id > ?1 AND id < ?2 AND (?3 = '' OR service = ?3)
			ORDER BY id LIMIT ?4`},
		{&r.engagements, "SELECT record FROM engagement WHERE world = ? ORDER BY id"},
	})
}

// Exchanges returns the entries of a world that the filter chooses, in order. The empty name is
// the journal of the requests that reached no world.
func (s *Store) Exchanges(ctx context.Context, world string, f journal.Filter) ([]*journal.Entry, error) {
	var found []*journal.Entry
	err := s.read(ctx, func(r *reader) error {
		id, err := r.number(world)
		if err != nil {
			return err
		}
		limit := int64(-1)
		if f.Limit > 0 {
			limit = int64(f.Limit)
		}
		return r.list.each(func(row []driver.Value) error {
			e, err := scanEntry(row, world)
			found = append(found, e)
			return err
		}, rowID(id, f.After), rowID(id+1, 0), string(f.Service), limit)
	})
	return found, err
}

// Exchange returns one entry of a world by its number.
func (s *Store) Exchange(ctx context.Context, world string, seq int64) (*journal.Entry, error) {
	found, err := s.Exchanges(ctx, world, journal.Filter{After: seq - 1, Limit: 1})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 || found[0].Seq != seq {
		return nil, &roc.Error{Kind: roc.NotFound, Code: "ECHANGE_INCONNU", Label: "Échange inconnu."}
	}
	return found[0], nil
}

// Engagements returns every calculation that was answered in a world, in the order of their arrival.
func (s *Store) Engagements(ctx context.Context, world string) ([]*amc.Engagement, error) {
	var found []*amc.Engagement
	err := s.read(ctx, func(r *reader) error {
		id, err := r.number(world)
		if err != nil {
			return err
		}
		return r.engagements.each(func(row []driver.Value) error {
			e := new(amc.Engagement)
			found = append(found, e)
			return unmarshalColumn(row[0], e)
		}, id)
	})
	return found, err
}

func (r *reader) number(name string) (id int64, err error) {
	row, err := r.worldID.one(name)
	if err != nil {
		return 0, err
	}
	if row == nil {
		return 0, unknownWorld(name)
	}
	return id, scan(row, &id)
}

// scanEntry reads a row of table exchange.
func scanEntry(row []driver.Value, world string) (*journal.Entry, error) {
	e := &journal.Entry{World: world}
	var id int64
	var at, service string
	var trace, faults, prev, hash []byte
	err := scan(row, &id, &at, &service, &e.Version, &e.Binding, &e.Path, &e.Operator, &e.Status, &e.Result, &e.Code,
		&e.Keys.NDA, &e.Keys.ClcRequestID, &e.Keys.IdbID, &e.Keys.ClcID, &e.Request, &e.Reply, &trace, &faults,
		&prev, &hash)
	if err != nil {
		return nil, err
	}
	e.Seq, e.Service = id&(1<<32-1), roc.Service(service)
	copy(e.Prev[:], prev)
	copy(e.Hash[:], hash)
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		return nil, mapError(fmt.Errorf("exchange %d: %w", id, err))
	}
	if e.Trace, err = journal.ReadTrace(trace); err != nil {
		return nil, mapError(err)
	}
	if e.Faults, err = journal.ReadFaults(faults); err != nil {
		return nil, mapError(err)
	}
	return e, nil
}
