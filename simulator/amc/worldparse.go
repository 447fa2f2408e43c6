package amc

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// ParseWorld reads a world, checks all of it, applies the defaults and makes it ready for
// [Payer.Answer]. The error, of type strictyaml.Errors, holds every fault. The world must not be
// changed afterwards.
func ParseWorld(file string, data []byte) (*World, error) {
	tables, err := readTables()
	if err != nil {
		return nil, err
	}
	w := new(World)
	if err := strictyaml.Decode(file, data, w); err != nil {
		return nil, err
	}
	w.complete()
	w.index = newIndex(w, tables)
	if errs := check(w, tables); len(errs) > 0 {
		errs.Place(file, data)
		return nil, errs
	}
	return w, nil
}

// ClockOver returns the clock by which the world lives: its own frozen instant, or system.
func (w *World) ClockOver(system roc.Clock) roc.Clock {
	if w.Clock.Mode == clockFrozen {
		return roc.Frozen(w.Clock.Start)
	}
	return system
}

// WithForcing returns a copy of the world with one more forcing, checked like those of the file;
// the error, if any, is of type strictyaml.Errors.
func (w *World) WithForcing(f Forcing) (*World, error) {
	next := *w
	next.Forcings = append(slices.Clip(next.Forcings), f)
	c := &checker{world: &next}
	c.forcing(fmt.Sprintf("forcages[%d]", len(w.Forcings)), &next.Forcings[len(w.Forcings)])
	if len(c.errs) > 0 {
		return nil, c.errs
	}
	return &next, nil
}

// WithoutForcings returns a copy of the world in which nothing is forced.
func (w *World) WithoutForcings() *World {
	next := *w
	next.Withdrawn += len(next.Forcings)
	next.Forcings = nil
	return &next
}
