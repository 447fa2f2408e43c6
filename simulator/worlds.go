package simulator

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// maxReady bounds the worlds kept ready to answer; the others are read again when they are asked for.
const maxReady = 512

// worlds are the worlds of the store, parsed. It implements admin.Worlds.
type worlds struct {
	store *store.Store
	clock roc.Clock

	change sync.Mutex // held while a world changes, so that no edit is lost

	mu    sync.RWMutex
	ready map[string]*amc.World
}

func newWorlds(s *store.Store, clock roc.Clock) *worlds {
	return &worlds{store: s, clock: clock, ready: map[string]*amc.World{}}
}

// World returns a world as it stands.
func (ws *worlds) World(ctx context.Context, name string) (*amc.World, error) {
	ws.mu.RLock()
	w := ws.ready[name]
	ws.mu.RUnlock()
	if w != nil {
		return w, nil
	}
	ws.change.Lock() // so that what is read here does not replace a newer world
	defer ws.change.Unlock()
	return ws.load(ctx, name)
}

func (ws *worlds) load(ctx context.Context, name string) (*amc.World, error) {
	stored, err := ws.store.World(ctx, name)
	if err != nil {
		return nil, ws.guess(ctx, name, err)
	}
	w, err := amc.ParseWorld(name+".yaml", stored.Current)
	if err != nil {
		return nil, fmt.Errorf("world %q of the database: %w", name, err)
	}
	ws.keep(w)
	return w, nil
}

func (ws *worlds) keep(w *amc.World) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if len(ws.ready) >= maxReady {
		clear(ws.ready)
	}
	ws.ready[w.Name] = w
}

func (ws *worlds) forget(name string) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	delete(ws.ready, name)
}

// guess adds the nearest name to the error about an unknown world.
func (ws *worlds) guess(ctx context.Context, name string, err error) error {
	var known *roc.Error
	if !errors.As(err, &known) || known.Code != "MONDE_INCONNU" {
		return err
	}
	names, listed := ws.store.WorldNames(ctx)
	if listed != nil {
		return listed
	}
	label := "Monde inconnu."
	if near := strictyaml.Nearest(name, names); near != "" {
		label = fmt.Sprintf("Monde inconnu. Vouliez-vous dire « %s » ?", near)
	}
	return &roc.Error{Kind: roc.NotFound, Code: known.Code, Label: label, Cause: known.Cause}
}

// Worlds returns every world, by name.
func (ws *worlds) Worlds(ctx context.Context) ([]*amc.World, error) {
	stored, err := ws.store.Worlds(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*amc.World, len(stored))
	for i, s := range stored {
		if all[i], err = amc.ParseWorld(s.Name+".yaml", s.Current); err != nil {
			return nil, fmt.Errorf("world %q of the database: %w", s.Name, err)
		}
	}
	return all, nil
}

// CreateWorld stores a new world.
func (ws *worlds) CreateWorld(ctx context.Context, w *amc.World) error {
	text, err := yaml.Marshal(w)
	if err != nil {
		return err
	}
	ws.change.Lock()
	defer ws.change.Unlock()
	created, err := ws.store.CreateWorld(ctx, w.Name, text)
	if err != nil {
		return err
	}
	if !created {
		return &roc.Error{Kind: roc.Conflict, Code: "MONDE_EXISTANT", Label: "Un monde porte déjà ce nom."}
	}
	ws.keep(w)
	return nil
}

// ReplaceWorld gives a world another definition.
func (ws *worlds) ReplaceWorld(ctx context.Context, w *amc.World) error {
	text, err := yaml.Marshal(w)
	if err != nil {
		return err
	}
	return ws.changing(ctx, w.Name, func() error { return ws.store.ReplaceWorld(ctx, w.Name, text) })
}

// DeleteWorld deletes a world with all that happened in it.
func (ws *worlds) DeleteWorld(ctx context.Context, name string) error {
	return ws.changing(ctx, name, func() error { return ws.store.DeleteWorld(ctx, name) })
}

// ResetWorld forgets all that happened in a world.
func (ws *worlds) ResetWorld(ctx context.Context, name string) error {
	return ws.changing(ctx, name, func() error { return ws.store.ResetWorld(ctx, name) })
}

// changing runs what changes the stored world; what was ready of it is read again.
func (ws *worlds) changing(ctx context.Context, name string, change func() error) error {
	ws.change.Lock()
	defer ws.change.Unlock()
	err := change()
	if err != nil {
		return ws.guess(ctx, name, err)
	}
	ws.forget(name)
	return nil
}

// EditWorld replaces a world by what edit makes of it, until its next reset.
func (ws *worlds) EditWorld(ctx context.Context, name string, edit func(*amc.World) (*amc.World, error)) error {
	ws.change.Lock()
	defer ws.change.Unlock()
	w, err := ws.load(ctx, name)
	if err != nil {
		return err
	}
	if w, err = edit(w); err != nil {
		return err
	}
	text, err := yaml.Marshal(w)
	if err != nil {
		return err
	}
	if err := ws.store.ChangeWorld(ctx, name, text); err != nil {
		return err
	}
	ws.keep(w)
	return nil
}

// Now is the instant at which a world lives.
func (ws *worlds) Now(ctx context.Context, name string) (time.Time, error) {
	w, err := ws.World(ctx, name)
	if err != nil {
		return time.Time{}, err
	}
	return w.ClockOver(ws.clock)(), nil
}
