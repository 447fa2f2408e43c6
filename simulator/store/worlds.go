package store

import (
	"context"
	"database/sql/driver"
)

// A World is the stored definition of a world, in YAML. The store does not read it.
type World struct {
	Name       string
	Definition []byte // as created: what a reset returns to
	Current    []byte // as it stands: clock set, answers forced
}

// CreateWorld stores a new world. It reports whether the name was free; where it was not, nothing changes.
func (s *Store) CreateWorld(ctx context.Context, name string, definition []byte) (created bool, err error) {
	err = s.alone(ctx, func(c *conn) error {
		row, err := c.find("SELECT id FROM world WHERE name = ?", name)
		if err != nil || row != nil {
			return err
		}
		created = true
		return c.run("INSERT INTO world (name, definition, current) VALUES (?1, ?2, ?2)", name, definition)
	})
	return created && err == nil, err
}

// ReplaceWorld gives a world another definition; engagements and journal stay.
func (s *Store) ReplaceWorld(ctx context.Context, name string, definition []byte) error {
	return s.onWorld(ctx, name, func(c *conn, id int64) error {
		return c.run("UPDATE world SET definition = ?2, current = ?2 WHERE id = ?1", id, definition)
	})
}

// ChangeWorld changes how a world stands until its next reset.
func (s *Store) ChangeWorld(ctx context.Context, name string, current []byte) error {
	return s.onWorld(ctx, name, func(c *conn, id int64) error {
		return c.run("UPDATE world SET current = ?2 WHERE id = ?1", id, current)
	})
}

// ResetWorld forgets the engagements and the journal of a world and returns to its definition.
func (s *Store) ResetWorld(ctx context.Context, name string) error {
	return s.onWorld(ctx, name, func(c *conn, id int64) error {
		if err := c.empty(id); err != nil {
			return err
		}
		return c.run("UPDATE world SET current = definition WHERE id = ?", id)
	})
}

// DeleteWorld deletes a world with its engagements and journal.
func (s *Store) DeleteWorld(ctx context.Context, name string) error {
	return s.onWorld(ctx, name, func(c *conn, id int64) error {
		if err := c.empty(id); err != nil {
			return err
		}
		return c.run("DELETE FROM world WHERE id = ?", id)
	})
}

// Worlds returns every world, by name.
func (s *Store) Worlds(ctx context.Context) ([]World, error) {
	var all []World
	err := s.read(ctx, func(r *reader) error {
		return r.worlds.each(func(row []driver.Value) error {
			var w World
			err := scan(row, &w.Name, &w.Definition, &w.Current)
			all = append(all, w)
			return err
		})
	})
	return all, err
}

// World returns one world.
func (s *Store) World(ctx context.Context, name string) (w World, err error) {
	err = s.read(ctx, func(r *reader) error {
		row, err := r.world.one(name)
		if err != nil {
			return err
		}
		if row == nil {
			return unknownWorld(name)
		}
		return scan(row, &w.Name, &w.Definition, &w.Current)
	})
	return w, err
}

// WorldNames returns the names of the worlds, in order.
func (s *Store) WorldNames(ctx context.Context) ([]string, error) {
	var names []string
	err := s.read(ctx, func(r *reader) error {
		return r.names.each(func(row []driver.Value) error {
			var name string
			err := scan(row, &name)
			names = append(names, name)
			return err
		})
	})
	return names, err
}

// alone runs fn in a transaction that it shares with nobody.
func (s *Store) alone(ctx context.Context, fn func(*conn) error) error {
	return s.submit(&job{ctx: ctx, alone: func(w *writer) error { return fn(w.committer.conn) }})
}

func (s *Store) onWorld(ctx context.Context, name string, fn func(*conn, int64) error) error {
	return s.alone(ctx, func(c *conn) error {
		row, err := c.find("SELECT id FROM world WHERE name = ? AND id > 0", name)
		if err != nil {
			return err
		}
		if row == nil {
			return unknownWorld(name)
		}
		var id int64
		if err := scan(row, &id); err != nil {
			return err
		}
		return fn(c, id)
	})
}

// empty deletes what happened in a world.
func (c *conn) empty(world int64) error {
	err := c.run("DELETE FROM segment WHERE last >= ? AND last < ?", rowID(world, 0), rowID(world+1, 0))
	if err == nil {
		err = c.run("DELETE FROM engagement_key WHERE engagement IN (SELECT id FROM engagement WHERE world = ?)", world)
	}
	for _, table := range []string{"identification", "engagement", "counter"} {
		if err == nil {
			err = c.run("DELETE FROM "+table+" WHERE world = ?", world)
		}
	}
	return err
}
