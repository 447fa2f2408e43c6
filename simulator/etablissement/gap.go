package etablissement

import (
	"context"
	"errors"
	"log/slog"
	"reflect"
	"sync"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// Options say how a GAP is made.
type Options struct {
	DB       string       // SQLite file that survives the process; empty: memory
	Binding  Binding      // how messages travel
	Versions []string     // of the norme that the GAP speaks, best first (see SpeaksUpTo); none: V1 alone
	Conduct  Conduct      // decisions; the zero value means Honest()
	Rates    *tarif.Table // what the hospital bills by
	Seed     int64        // every identifier derives from it
	Logger   *slog.Logger // nil: nothing is logged
}

// A GAP holds the dossiers of many cases at once. It is safe for concurrent use.
type GAP struct {
	binding  Binding
	versions []string
	conduct  Conduct
	seed     int64
	log      *slog.Logger
	rates    *tarif.Table
	vault    vault

	mu       sync.Mutex
	contexts map[Key]*slot
	busy     sync.WaitGroup
	closed   bool
}

// A slot holds the dossier of one context; an action locks it, so that contexts never wait for one
// another and one dossier is never in two hands.
type slot struct {
	mu sync.Mutex
	d  *Dossier // nil: not loaded yet, or none
}

// New opens the GAP's dossiers.
func New(o Options) (*GAP, error) {
	if o.Binding.Caller == nil {
		return nil, errors.New("a GAP needs a binding: see BindingByName")
	}
	if reflect.ValueOf(o.Conduct).IsZero() {
		o.Conduct = Honest()
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Rates == nil {
		return nil, errors.New("a GAP needs rates: see tarif.Load")
	}
	if len(o.Versions) == 0 {
		o.Versions = []string{firstVersion}
	}
	v, err := openVault(o.DB)
	if err != nil {
		return nil, err
	}
	return &GAP{binding: o.Binding, versions: o.Versions, conduct: o.Conduct, seed: o.Seed, log: o.Logger,
		rates: o.Rates, vault: v, contexts: map[Key]*slot{}}, nil
}

// Close stops the GAP once the actions under way are over.
func (g *GAP) Close() error {
	g.mu.Lock()
	already := g.closed
	g.closed = true
	g.mu.Unlock()
	if already {
		return nil
	}
	g.busy.Wait()
	return g.vault.close()
}

var errClosed = errors.New("la GAP s'arrête")

// with runs f on the dossier of a context, nil where there is none, and saves what f leaves.
func (g *GAP) with(k Key, f func(*slot) error) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return errClosed
	}
	g.busy.Add(1)
	defer g.busy.Done()
	place, known := g.contexts[k]
	if !known {
		place = new(slot)
		g.contexts[k] = place
	}
	g.mu.Unlock()
	place.mu.Lock()
	defer place.mu.Unlock()
	if place.d == nil {
		d, err := g.vault.load(k)
		if err != nil {
			return err
		}
		place.d = d
	}
	if err := f(place); err != nil {
		return err
	}
	if place.d == nil {
		return g.vault.drop(k)
	}
	return g.vault.save(place.d)
}

// session opens one action on a dossier. What the agent asked for is carried through even if the
// bench stops waiting.
func (g *GAP) session(ctx context.Context, d *Dossier) *session {
	return &session{ctx: context.WithoutCancel(ctx), d: d, c: &g.conduct, binding: g.binding,
		spoken: spoken(g.versions, d.Context), rates: g.rates,
		seed: g.seed, save: g.vault.save}
}

// prepare creates the dossier of a context; the same order twice changes nothing.
func (g *GAP) prepare(k Key, c *pilote.CaseContext) error {
	if c == nil {
		return block("« preparer » demande un contexte.")
	}
	if err := check(*c); err != nil {
		return err
	}
	if err := checkVersion(g.versions, *c); err != nil {
		return err
	}
	return g.with(k, func(place *slot) error {
		if place.d == nil {
			place.d = newDossier(k, *c)
		} else if fingerprint(place.d.Context) != fingerprint(*c) {
			return block("Ce contexte est déjà préparé autrement : réinitialisez-le d'abord.")
		}
		return nil
	})
}
