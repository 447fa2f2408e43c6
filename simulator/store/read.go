package store

import (
	"context"
	"database/sql/driver"
	"errors"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A reader is a connection with the statements of the reading side.
type reader struct {
	conn                           *conn
	worlds, world, names           *stmt
	worldID, segments, engagements *stmt
}

func newReader(c *conn) (*reader, error) {
	r := &reader{conn: c}
	return r, c.keepAll([]keptStmt{
		{&r.worlds, "SELECT name, definition, current FROM world WHERE id > 0 ORDER BY name"},
		{&r.world, "SELECT name, definition, current FROM world WHERE id > 0 AND name = ?"},
		{&r.names, "SELECT name FROM world WHERE id > 0 ORDER BY name"},
		{&r.worldID, "SELECT id FROM world WHERE name = ?"},
		{&r.segments, "SELECT entries FROM segment WHERE last > ? AND last < ? ORDER BY last"},
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
		err = r.segments.each(func(row []driver.Value) error {
			var packed []byte
			if err := scan(row, &packed); err != nil {
				return err
			}
			for e, err := range entriesOf(packed) {
				switch {
				case err != nil:
					return err
				case e.Seq <= f.After || f.Service != "" && e.Service != f.Service:
				default:
					found = append(found, e)
				}
				if f.Limit > 0 && len(found) == f.Limit {
					return errStop
				}
			}
			return nil
		}, rowID(id, f.After), rowID(id+1, 0))
		if errors.Is(err, errStop) {
			return nil
		}
		return err
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
