package reports

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func events(t *testing.T, dir string) []Event {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, JournalFile))
	if err != nil {
		t.Fatal(err)
	}
	var out []Event
	for _, line := range bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n")) {
		var e Event
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		out = append(out, e)
	}
	return out
}

func TestTheJournalOfAKilledRunHoldsWhatWasSeen(t *testing.T) {
	dir, c := t.TempDir(), sampleGreen()
	j, err := CreateJournal(filepath.Join(dir, "sous", "dossier"), c, start)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Begin(c.Selected[0], start); err != nil {
		t.Fatal(err)
	}
	got := events(t, filepath.Join(dir, "sous", "dossier")) // read before any Close: nothing may wait in memory
	if len(got) != 2 || got[0].Kind != EventRunStarted || got[1].Coordinate != c.Selected[0] {
		t.Errorf("events %+v", got)
	}
	id := got[0].Run
	if id == nil || id.Run != c.Run || len(id.Selected) != len(c.Selected) || id.Product != c.Product {
		t.Errorf("identity %+v", id)
	}
	if err := j.Close(judged(c)); err != nil {
		t.Fatal(err)
	}
}

func TestAFinishedJournalEndsWithTheFooter(t *testing.T) {
	dir, c := t.TempDir(), sampleMixed()
	j, err := CreateJournal(dir, c, start)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range c.Results {
		all.Go(func() {
			if err := j.End(&c.Results[i], start); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := j.Close(judged(c)); err != nil {
		t.Fatal(err)
	}
	got := events(t, dir)
	for i, e := range got {
		if e.Seq != i+1 {
			t.Errorf("event %d is numbered %d", i+1, e.Seq)
		}
	}
	last := got[len(got)-1]
	if len(got) != len(c.Results)+2 || last.Kind != EventRunEnded || last.Footer.Digest != c.Footer.Digest {
		t.Errorf("%d events, last %+v", len(got), last)
	}
	if err := j.Begin("ROC-IDB-001@v1", start); err == nil {
		t.Error("an event was accepted after the end")
	}
}

func TestANewRunStartsANewJournal(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		j, err := CreateJournal(dir, sampleGreen(), start)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Close(judged(sampleGreen())); err != nil {
			t.Fatal(err)
		}
	}
	if got := events(t, dir); len(got) != 2 {
		t.Errorf("%d events, want 2", len(got))
	}
}

func TestAJournalThatCannotBeWrittenSaysSo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "occupe")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CreateJournal(file, sampleGreen(), start); err == nil {
		t.Error("a journal was created inside a file")
	}
}
