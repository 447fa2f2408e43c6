package store

import "github.com/roc-miroir/miroir/simulator/amc"

// A writer decides: it runs the closures of Update one after the other, each on top of what the
// ones before left, and gathers what they write in a group. While the committer makes one group
// durable the writer fills the next, so that deciding and waiting for the disk overlap. A closure
// sees the group under way and the one in flight before the database.
//
// Where a commit fails, the group that was decided on top of it fails with it.
type writer struct {
	jobs      chan *job
	ended     chan struct{}
	committer *committer
	lookups   *lookups
	tx        Tx // reused from closure to closure

	filling  *group // decided, not handed over
	inFlight *group // with the committer; nil: it is idle
	spare    *group

	// What was read or written since the last failure.
	worlds          map[string]*head
	identifications map[recordKey]*amc.Identification
	index           *index // nil: to be read again
	filter          *filter
}

func newWriter(c *committer, l *lookups) *writer {
	w := &writer{
		jobs: make(chan *job, maxGroup), ended: make(chan struct{}), committer: c, lookups: l,
		filling: newGroup(), spare: newGroup(),
		worlds: map[string]*head{}, identifications: map[recordKey]*amc.Identification{},
	}
	return w
}

// loop runs until the jobs are closed.
func (w *writer) loop() {
	defer close(w.ended)
	defer close(w.committer.groups)
	for {
		select {
		case j, open := <-w.intake():
			if !open {
				w.settleAll()
				return
			}
			w.serve(j)
		case g := <-w.committer.settled:
			w.settle(g)
		}
		if w.inFlight == nil {
			w.handOver()
		}
	}
}

// intake is where the next job comes from: nowhere while the group is full.
func (w *writer) intake() <-chan *job {
	if w.filling.full() {
		if w.inFlight != nil {
			return nil
		}
		w.handOver()
	}
	return w.jobs
}

// serve decides a job, or gives it the database for itself once everything before it is settled.
func (w *writer) serve(j *job) {
	if j.alone == nil {
		w.filling.jobs = append(w.filling.jobs, j)
		w.decide(j)
		return
	}
	w.settleAll()
	if j.err = j.ctx.Err(); j.err == nil {
		j.err = w.committer.alone(func() error { return j.alone(w) })
	}
	if !j.reads {
		w.forget() // the job may have deleted a world
	}
	close(j.done)
}

// decide runs one closure and, where it succeeds, adds what it wrote to the group.
func (w *writer) decide(j *job) {
	if j.err = j.ctx.Err(); j.err != nil {
		return
	}
	h, err := w.head(j.world)
	if err != nil {
		j.err = err
		return
	}
	w.tx.reset(w, h)
	j.err = protect(func() error { return j.run(&w.tx) })
	if j.err == nil {
		j.err = w.tx.failure
	}
	if j.err == nil {
		j.err = w.tx.flush()
	}
}

// handOver gives the group to the idle committer.
func (w *writer) handOver() {
	if len(w.filling.jobs) == 0 {
		return
	}
	if w.index != nil {
		w.index.carry(w.filling)
	}
	w.inFlight, w.filling, w.spare = w.filling, w.spare, nil
	w.committer.groups <- w.inFlight
}

// settle learns what became of the group in flight.
func (w *writer) settle(g *group) {
	w.inFlight = nil
	if g.err != nil {
		w.forget()
		w.index = nil
		g.release(g.err)
		w.filling.release(g.err)
		w.filling.empty()
	} else if w.index != nil {
		w.index.carriedBy(g, w.filter)
	}
	g.empty()
	w.spare = g
}

// settleAll returns once nothing is waiting to become durable.
func (w *writer) settleAll() {
	for w.inFlight != nil || len(w.filling.jobs) > 0 {
		if w.inFlight == nil {
			w.handOver()
		}
		w.settle(<-w.committer.settled)
	}
}

func (w *writer) forget() {
	clear(w.worlds)
	clear(w.identifications)
}

// head returns the end of a world's journal, once everything that a closure may look up is known.
func (w *writer) head(world string) (h *head, err error) {
	if w.filter == nil {
		if w.filter, err = w.lookups.loadFilter(); err != nil {
			return nil, err
		}
	}
	if w.index == nil {
		if w.index, err = w.lookups.loadIndex(); err != nil {
			return nil, err
		}
	}
	if h, ok := w.worlds[world]; ok {
		return h, nil
	}
	if h, err = w.lookups.head(world); err != nil {
		return nil, err
	}
	if h == nil {
		return nil, unknownWorld(world)
	}
	w.worlds[world] = h
	return h, nil
}
