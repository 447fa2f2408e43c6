package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"time"
)

// JournalFile is the name of the journal in the folder of the reports.
const JournalFile = "journal.ndjson"

// The kinds of events. A case starts and ends; anything else worth keeping is a note.
const (
	EventRunStarted = "debut"
	EventCaseBegins = "cas_commence"
	EventCaseEnds   = "cas_termine"
	EventNote       = "note"
	EventRunEnded   = "fin"
)

// An Event is one line of the journal.
type Event struct {
	Seq        int       `json:"n"` // from 1, without a gap
	At         time.Time `json:"a"`
	Kind       string    `json:"evenement"`
	Coordinate string    `json:"coordonnee,omitempty"`
	Text       string    `json:"texte,omitempty"`
	Run        *Identity `json:"campagne,omitempty"` // first event
	Result     *Result   `json:"resultat,omitempty"` // EventCaseEnds
	Footer     *Footer   `json:"pied,omitempty"`     // last event
}

// An Identity says which run a journal is of.
type Identity struct {
	Schema   string   `json:"schema"`
	Run      string   `json:"run"`
	Suite    Suite    `json:"suite"`
	Product  Product  `json:"produit"`
	Settings Settings `json:"reglages"`
	Selected []string `json:"selection"`
}

// A Journal writes the events of a run as they happen, one write a line and nothing kept in
// memory, so that a run that is killed leaves everything that it had seen. It may be used by
// several cases at once.
type Journal struct {
	mu     sync.Mutex
	file   *os.File
	seq    int
	masked bool
}

// CreateJournal starts the journal of a run in dir, which it makes where needed. The first event
// carries the identity of the run, so c must have everything but its results.
func CreateJournal(dir string, c *Campaign, at time.Time) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	file, err := os.Create(filepath.Join(dir, JournalFile))
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	j := &Journal{file: file, masked: c.Settings.Masked}
	id := &Identity{
		Schema: Schema, Run: c.Run, Suite: c.Suite, Product: c.Product, Settings: c.Settings, Selected: c.Selected,
	}
	if err := j.Append(Event{At: at, Kind: EventRunStarted, Run: id}); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return j, nil
}

// Append numbers and writes one event.
func (j *Journal) Append(e Event) error {
	event, err := copied(&e)
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	if j.masked {
		maskValue(reflect.ValueOf(event))
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	event.Seq = j.seq + 1
	line, err := json.Marshal(event)
	if err != nil {
		return fmt.Errorf("journal: event %d: %w", event.Seq, err)
	}
	if _, err := j.file.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("journal: event %d: %w", event.Seq, err)
	}
	j.seq++
	return nil
}

// Begin records that a case starts.
func (j *Journal) Begin(coordinate string, at time.Time) error {
	return j.Append(Event{At: at, Kind: EventCaseBegins, Coordinate: coordinate})
}

// End records the result of a case.
func (j *Journal) End(r *Result, at time.Time) error {
	return j.Append(Event{At: at, Kind: EventCaseEnds, Coordinate: r.Coordinate, Result: r})
}

// Close writes the footer of the judged campaign, forces the file to disk and closes it. A journal
// without this last event is that of a run that was killed.
func (j *Journal) Close(c *Campaign) error {
	clean, err := publishable(c)
	if err == nil {
		err = j.Append(Event{At: c.Ended, Kind: EventRunEnded, Footer: &clean.Footer})
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, end := range []func() error{j.file.Sync, j.file.Close} {
		if e := end(); err == nil && e != nil {
			err = fmt.Errorf("journal: %w", e)
		}
	}
	return err
}
