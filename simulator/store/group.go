package store

import (
	"github.com/roc-miroir/miroir/simulator/amc"
)

// maxGroup bounds what one commit gathers, and so the time that the first caller waits for the last.
const maxGroup = 256

// A group is what one commit makes durable, and how those who decide meanwhile see it: records are
// kept as they will be written, so that nobody changes them.
type group struct {
	jobs []*job
	err  error // why it could not be committed

	segments        []segment
	identifications []savedIdentification
	engagements     []*savedEngagement
	counters        map[recordKey]int
	keys            []hashedKey // sorted, for the index
	mark            int64       // the last engagement whose keys those are
	gained          []hashedKey // of later versions: no mark would find them again

	byIdentification map[recordKey][]byte
	byRequest        map[recordKey]*savedEngagement
	byLive           map[recordKey]*savedEngagement
	byNumber         map[recordKey]*savedEngagement
}

// recordKey names a record among those of every world.
type recordKey struct {
	world int64
	id    string
}

type savedIdentification struct {
	recordKey
	record []byte
}

// A savedEngagement is a version of an engagement, with its keys.
type savedEngagement struct {
	id                    int64
	world                 int64
	request, live, number string // live and number may be empty
	record                []byte
	isNew                 bool // the first version
}

func newGroup() *group {
	return &group{
		counters: map[recordKey]int{}, byIdentification: map[recordKey][]byte{},
		byRequest: map[recordKey]*savedEngagement{}, byLive: map[recordKey]*savedEngagement{},
		byNumber: map[recordKey]*savedEngagement{},
	}
}

func (g *group) full() bool { return len(g.jobs) >= maxGroup }

// empty makes the group ready for use again.
func (g *group) empty() {
	clear(g.jobs)
	g.emptySegments()
	clear(g.identifications)
	clear(g.engagements)
	g.jobs, g.err = g.jobs[:0], nil
	g.keys, g.mark, g.gained = nil, 0, g.gained[:0]
	g.identifications, g.engagements = g.identifications[:0], g.engagements[:0]
	clear(g.counters)
	clear(g.byIdentification)
	clear(g.byRequest)
	clear(g.byLive)
	clear(g.byNumber)
}

// release lets the callers go; err, where there is one, is what all of them hear.
func (g *group) release(err error) {
	for _, j := range g.jobs {
		if err != nil {
			j.err = err
		}
		close(j.done)
	}
}

func (g *group) saveIdentification(world int64, i *amc.Identification) {
	s := savedIdentification{recordKey{world, i.ID}, marshal(i)}
	g.identifications = append(g.identifications, s)
	g.byIdentification[s.recordKey] = s.record
}

func (g *group) saveEngagement(s *savedEngagement) {
	g.engagements = append(g.engagements, s)
	g.byRequest[recordKey{s.world, s.request}] = s
	if s.live != "" {
		g.byLive[recordKey{s.world, s.live}] = s
	}
	if s.number != "" {
		g.byNumber[recordKey{s.world, s.number}] = s
	}
}

// unsettled are the groups that the database does not hold yet, newest first.
func (w *writer) unsettled() [2]*group { return [2]*group{w.filling, w.inFlight} }

// newest returns the latest version of an engagement that is not in the database yet.
func (w *writer) newest(key recordKey) *savedEngagement {
	for _, g := range w.unsettled() {
		if g != nil && g.byRequest[key] != nil {
			return g.byRequest[key]
		}
	}
	return nil
}
