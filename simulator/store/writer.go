package store

import (
	"runtime"

	"github.com/roc-miroir/miroir/simulator/amc"
)

// maxGroup bounds what one commit gathers, and so the time that the first caller waits for the last.
const maxGroup = 256

// patience is how many times the writer lets others run before it commits what it has. A lone caller
// pays some microseconds for it, many callers gain a third of their throughput.
const patience = 32

// A writer is the goroutine that owns the writing connection.
type writer struct {
	conn   *conn
	reader *reader // on the same connection, for stores in memory
	jobs   chan *job
	ended  chan struct{}
	stmts  writerStmts
	tx     Tx // reused from closure to closure
	group  []*job

	// What was read or written since the last rollback.
	worlds          map[string]*head
	identifications map[recordKey]*amc.Identification
}

func newWriter(c *conn) (*writer, error) {
	r, err := newReader(c)
	if err != nil {
		return nil, err
	}
	w := &writer{
		conn: c, reader: r, worlds: map[string]*head{}, identifications: map[recordKey]*amc.Identification{},
		jobs: make(chan *job, maxGroup), ended: make(chan struct{}),
	}
	return w, w.stmts.prepare(c)
}

// loop runs until the jobs are closed.
func (w *writer) loop() {
	defer close(w.ended)
	for first := range w.jobs {
		for next := first; next != nil; {
			if next.alone != nil {
				w.serveAlone(next)
				next = nil
			} else {
				next = w.serveGroup(next)
			}
		}
	}
}

// serveGroup runs the job and those that wait behind it in one transaction. It returns the job, if
// any, that ended the group because it wants to be alone.
func (w *writer) serveGroup(first *job) (next *job) {
	w.group = w.group[:0]
	err := w.stmts.begin.exec()
	for j := first; j != nil; j = w.waiting() {
		if j.alone != nil {
			next = j
			break
		}
		w.group = append(w.group, j)
		if err == nil {
			err = w.apply(j)
		}
	}
	w.finish(err)
	return next
}

// waiting returns the next job of the group, or nil where it is time to commit. It lets other
// goroutines run before it gives up: a request that is nearly decoded then shares the commit.
func (w *writer) waiting() *job {
	if len(w.group) >= maxGroup {
		return nil
	}
	for range patience {
		select {
		case j := <-w.jobs: // nil once closed
			return j
		default:
			runtime.Gosched()
		}
	}
	return nil
}

// apply runs one closure and, where it succeeds, writes what it left. The error it returns is that
// of the database, which condemns the whole group.
func (w *writer) apply(j *job) error {
	if j.err = j.ctx.Err(); j.err != nil {
		return nil
	}
	h, err := w.head(j.world)
	if err != nil {
		return err
	}
	if h == nil {
		j.err = unknownWorld(j.world)
		return nil
	}
	w.tx.reset(w, h)
	j.err = protect(func() error { return j.run(&w.tx) })
	if j.err != nil || w.tx.failure != nil {
		return w.tx.failure
	}
	return w.tx.flush()
}

// finish commits the group or rolls it back, and releases its callers.
func (w *writer) finish(err error) {
	if err == nil {
		err = w.stmts.commit.exec()
	}
	if err != nil {
		w.rollback()
	}
	for _, j := range w.group {
		if err != nil {
			j.err = err
		}
		close(j.done)
	}
	clear(w.group)
}

func (w *writer) serveAlone(j *job) {
	if j.err = j.ctx.Err(); j.err == nil {
		j.err = w.stmts.begin.exec()
	}
	if j.err == nil {
		j.err = protect(func() error { return j.alone(w) })
	}
	if j.err == nil {
		j.err = w.stmts.commit.exec()
	}
	if j.err != nil {
		w.rollback()
	}
	w.forget() // the job may have deleted a world
	close(j.done)
}

// rollback undoes the transaction and forgets what was read in it. SQLite may have rolled back by
// itself, as it does on a full disk; its complaint about that is no news.
func (w *writer) rollback() {
	_ = w.stmts.rollback.exec()
	w.forget()
}

func (w *writer) forget() {
	clear(w.worlds)
	clear(w.identifications)
}
