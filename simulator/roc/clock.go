package roc

import "time"

// A Clock tells the time. Nothing in miroir reads the machine's clock but through one.
type Clock func() time.Time

// Frozen returns a clock that stands still at t.
func Frozen(t time.Time) Clock { return func() time.Time { return t } }

// System returns the machine's clock. Wiring alone may call it.
func System() Clock { return time.Now }
