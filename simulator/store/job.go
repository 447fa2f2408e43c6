package store

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A job is what the writer does for one caller: a closure of a group, or a whole transaction alone.
type job struct {
	ctx   context.Context
	world string
	run   func(*Tx) error     // in a group
	alone func(*writer) error // in a transaction of its own
	reads bool                // alone, and changes nothing
	err   error
	done  chan struct{}
}

// submit hands a job over and waits until it is durable or refused.
func (s *Store) submit(j *job) error {
	j.done = make(chan struct{})
	s.closing.RLock()
	if s.closed {
		s.closing.RUnlock()
		return mapError(errClosed)
	}
	s.writer.jobs <- j
	s.closing.RUnlock()
	<-j.done
	return j.err
}

// protect turns a panic of a closure into an error: the writer must live on.
func protect(fn func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			stack := make([]byte, 8<<10)
			err = &Panic{Value: p, Stack: stack[:runtime.Stack(stack, false)]}
		}
	}()
	return fn()
}

// A Panic is what a closure of Update left instead of returning. It is for the log only.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("panic in a transaction: %v", p.Value) }

func unknownWorld(name string) error {
	return &roc.Error{
		Kind: roc.NotFound, Code: "MONDE_INCONNU", Label: "Monde inconnu.",
		Cause: errors.New("no world named " + name),
	}
}
