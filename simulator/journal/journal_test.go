package journal_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// written returns a journal of three entries.
func written() []*journal.Entry {
	var prev journal.Hash
	entries := make([]*journal.Entry, 3)
	for i := range entries {
		entries[i] = &journal.Entry{
			World: "un", At: time.Date(2026, 3, 2, 9, i, 0, 0, time.UTC), Service: roc.CLC,
			Version: "V1", Binding: "json",
			Path: "/v1/json/clc", Status: 200, Result: "ACCEPTE", Request: []byte("request"), Reply: []byte("reply"),
			Trace:  []journal.Rule{{ID: "CLC-R01", Text: "Règle", Source: "source"}},
			Faults: []journal.Fault{{Path: "/a", Code: "C", Label: "L"}},
		}
		entries[i].Seal(nil, int64(i+1), prev)
		prev = entries[i].Hash
	}
	return entries
}

func verify(entries []*journal.Entry) error {
	return journal.Verify(func(yield func(*journal.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	})
}

func TestAnUntouchedJournalVerifies(t *testing.T) {
	if err := verify(written()); err != nil {
		t.Error(err)
	}
}

func TestEveryAlterationOfAJournalShowsAtItsPlace(t *testing.T) {
	change := func(i int, edit func(e *journal.Entry)) func([]*journal.Entry) []*journal.Entry {
		return func(es []*journal.Entry) []*journal.Entry { edit(es[i]); return es }
	}
	for name, tc := range map[string]struct {
		alter func([]*journal.Entry) []*journal.Entry
		at    int64
	}{
		"a request changed":  {change(1, func(e *journal.Entry) { e.Request[0]++ }), 2},
		"a reply changed":    {change(0, func(e *journal.Entry) { e.Reply = nil }), 1},
		"a rule changed":     {change(2, func(e *journal.Entry) { e.Trace[0].Forced = true }), 3},
		"a fault dropped":    {change(2, func(e *journal.Entry) { e.Faults = nil }), 3},
		"a status changed":   {change(1, func(e *journal.Entry) { e.Status = 500 }), 2},
		"an instant changed": {change(1, func(e *journal.Entry) { e.At = e.At.Add(1) }), 2},
		"a world changed":    {change(1, func(e *journal.Entry) { e.World = "deux" }), 2},
		"a text moved": {change(1, func(e *journal.Entry) {
			e.Version, e.Binding = e.Version+e.Binding[:1], e.Binding[1:]
		}), 2},
		"a key changed":        {change(1, func(e *journal.Entry) { e.Keys.NDA = "other" }), 2},
		"the first is missing": {func(es []*journal.Entry) []*journal.Entry { return es[1:] }, 1},
		"one is missing":       {func(es []*journal.Entry) []*journal.Entry { return slices.Delete(es, 1, 2) }, 2},
		"two are exchanged": {func(es []*journal.Entry) []*journal.Entry {
			es[0], es[1] = es[1], es[0]
			return es
		}, 1},
		"one is sealed again":   {change(1, func(e *journal.Entry) { e.Code = "X"; e.Seal(nil, e.Seq, e.Prev) }), 3},
		"one is renumbered too": {change(1, func(e *journal.Entry) { e.Seal(nil, 9, e.Prev) }), 2},
	} {
		t.Run(name, func(t *testing.T) {
			var broken *journal.BrokenChain
			if err := verify(tc.alter(written())); !errors.As(err, &broken) || broken.Seq != tc.at {
				t.Errorf("got %v, want a break at %d", err, tc.at)
			}
		})
	}
}

func TestAnErrorOfReadingEndsTheVerification(t *testing.T) {
	failure := errors.New("disk")
	err := journal.Verify(func(yield func(*journal.Entry, error) bool) { yield(nil, failure) })
	if !errors.Is(err, failure) {
		t.Errorf("got %v", err)
	}
}

func TestTheHashDoesNotDependOnTheZoneOfTheInstant(t *testing.T) {
	here, there := written()[0], written()[0]
	there.At = there.At.In(time.FixedZone("", 7200))
	there.Seal(nil, 1, journal.Hash{})
	if here.Hash != there.Hash {
		t.Error("the same instant gives two hashes")
	}
}

func TestIdentifiersAreReadAsTheyAreWritten(t *testing.T) {
	for id, want := range map[string]int64{"E-000001": 1, "E-999999": 999999, "E-1000000": 1000000} {
		if seq, ok := journal.ParseID(id); !ok || seq != want || journal.ID(seq) != id {
			t.Errorf("%s read as %d, %t", id, seq, ok)
		}
	}
	for _, bad := range []string{
		"", "E-", "E-1", "E-000000", "E--00001", "e-000001", "E-000001x", "000001", "E-0000001",
	} {
		if seq, ok := journal.ParseID(bad); ok {
			t.Errorf("%q accepted as %d", bad, seq)
		}
	}
}

func TestAnEntryComesBackAsItWasSealed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := &journal.Entry{
			At: time.Unix(rapid.Int64Range(-1<<32, 1<<34).Draw(t, "seconds"),
				rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).UTC(),
			World:   rapid.String().Draw(t, "world"),
			Service: roc.CLC,
			Path:    rapid.String().Draw(t, "path"),
			Status:  rapid.IntRange(0, 599).Draw(t, "status"),
			Keys:    rapid.Make[journal.Keys]().Draw(t, "keys"),
			Request: rapid.SliceOf(rapid.Byte()).Draw(t, "request"),
			Reply:   rapid.SliceOf(rapid.Byte()).Draw(t, "reply"),
			Trace:   rapid.SliceOf(rapid.Make[journal.Rule]()).Draw(t, "trace"),
			Faults:  rapid.SliceOf(rapid.Make[journal.Fault]()).Draw(t, "faults"),
		}
		record := e.Seal(nil, rapid.Int64Range(1, 1<<32).Draw(t, "seq"), journal.Hash{7})
		got, err := journal.ReadRecord(record, e.Hash)
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Errorf("%+v came back as %+v, error %v", e, got, err)
		}
		if _, err := journal.ReadRecord(record[:len(record)-1], e.Hash); err == nil {
			t.Error("a shortened record was read")
		}
	})
}

func FuzzDamagedRecordsAreRefusedWithoutPanic(f *testing.F) {
	whole := written()[0].Seal(nil, 1, journal.Hash{})
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := journal.ReadRecord(data, journal.Hash{})
		if err != nil {
			return
		}
		record := e.Seal(nil, e.Seq, e.Prev)
		again, err := journal.ReadRecord(record, e.Hash)
		if err != nil || !reflect.DeepEqual(again, e) {
			t.Errorf("%+v read again as %+v, error %v", e, again, err)
		}
	})
}
