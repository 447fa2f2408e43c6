package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/store"
)

// many is more engagements than the writer keeps the keys of in memory.
const many = 2500

func TestEveryKeyIsFoundAmongManyAndAfterAReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "miroir.db")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	create(t, s, "un")
	concurrently(many, func(i int) {
		save(t, s, engagement(key("req", i), key("live", i), key("E", i)))
	})
	concurrently(many/3, func(i int) { // every third is cancelled, and its dossier engaged again
		cancelled := engagement(key("req", 3*i), "", key("E", 3*i))
		cancelled.State = amc.Annule
		save(t, s, cancelled)
		save(t, s, engagement(key("again", 3*i), key("live", 3*i), key("F", 3*i)))
	})
	checkKeys(t, s)
	gained := engagement(key("req", 1), "gained late", key("E", 1)) // long after its keys went to their table
	save(t, s, gained)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	update(t, s, "un", func(tx *store.Tx) error {
		_, live, err := tx.Engagements("", "gained late")
		if live == nil || live.RequestKey != gained.RequestKey {
			t.Errorf("a key gained late finds %+v", live)
		}
		return err
	})
	save(t, s, engagement(key("req", 1), key("live", 1), key("E", 1)))
	checkKeys(t, s)
}

func checkKeys(t *testing.T, s *store.Store) {
	t.Helper()
	for i := range many {
		owner, state := key("req", i), amc.Engage
		if i%3 == 0 && i/3 < many/3 {
			owner, state = key("again", i), amc.Annule
		}
		update(t, s, "un", func(tx *store.Tx) error {
			same, live, err := tx.Engagements(key("req", i), key("live", i))
			byNumber, errN := tx.Engagement(key("E", i))
			if err := errors.Join(err, errN); err != nil {
				return err
			}
			if same == nil || same.State != state || live == nil || live.RequestKey != owner ||
				byNumber == nil || byNumber.State != state {
				t.Errorf("%d: same %+v, live %+v, by number %+v", i, same, live, byNumber)
			}
			return nil
		})
	}
}

func TestWhoWasDecidedOnTopOfAFailedCommitFailsToo(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "miroir.db"))
	create(t, s, "un")
	if err := s.LimitPages(60); err != nil {
		t.Fatal(err)
	}
	var stored sync.Map
	var failures atomic.Int64
	concurrently(400, func(i int) {
		err := s.Update(context.Background(), "un", func(tx *store.Tx) error {
			tx.Append(entry(noise(i, 4000)))
			return tx.SaveEngagement(engagement(key("req", i), key("live", i), key("E", i)))
		})
		if err == nil {
			stored.Store(key("req", i), true)
		} else {
			failures.Add(1)
		}
	})
	if failures.Load() == 0 {
		t.Fatal("the disk was never full")
	}
	all, err := s.Engagements(context.Background(), "un")
	if err != nil {
		t.Fatal(err)
	}
	entries := exchanges(t, s, "un", journal.Filter{})
	verify(t, entries)
	for _, e := range all {
		if _, acknowledged := stored.LoadAndDelete(e.RequestKey); !acknowledged {
			t.Errorf("%s is stored though its caller was told that it is not", e.RequestKey)
		}
	}
	stored.Range(func(lost, _ any) bool { t.Errorf("%v was acknowledged and is lost", lost); return true })
	if len(entries) != len(all) {
		t.Errorf("%d entries for %d engagements", len(entries), len(all))
	}
}

// noise is text that does not compress.
func noise(seed, size int) string {
	b := make([]byte, size)
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

func key(kind string, i int) string { return fmt.Sprint(kind, " ", i) }

func save(t *testing.T, s *store.Store, e *amc.Engagement) {
	t.Helper()
	err := s.Update(context.Background(), "un", func(tx *store.Tx) error { return tx.SaveEngagement(e) })
	if err != nil {
		t.Error(err)
	}
}

// concurrently calls fn with 0 to n-1 from 32 goroutines.
func concurrently(n int, fn func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 32 {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				fn(i)
			}
		})
	}
	wg.Wait()
}
