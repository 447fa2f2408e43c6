package store_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

func TestMain(m *testing.M) {
	if dir := childFile(); dir != "" {
		writeForEver(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

// both runs a test against each kind of store.
func both(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	for name, path := range map[string]string{"memory": "", "file": filepath.Join(t.TempDir(), "miroir.db")} {
		t.Run(name, func(t *testing.T) { test(t, open(t, path)) })
	}
}

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func create(t testing.TB, s *store.Store, worlds ...string) {
	t.Helper()
	for _, w := range worlds {
		if created, err := s.CreateWorld(context.Background(), w, []byte("monde: "+w)); err != nil || !created {
			t.Fatalf("create %s: created %t, error %v", w, created, err)
		}
	}
}

func update(t testing.TB, s *store.Store, world string, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), world, fn); err != nil {
		t.Fatal(err)
	}
}

func engagement(request, live, number string) *amc.Engagement {
	return &amc.Engagement{
		RequestKey: request, LiveKey: live, ClcID: number, NDA: "N-1", State: amc.Engage, Total: 116656,
		AnsweredAt: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), GuaranteedUntil: roc.NewDate(2027, 3, 2),
		Reply: roc.CLCReply{
			ClcID: number, Lines: []roc.LineReply{{ID: 1, AMC: 116656}}, Totals: &roc.TotalsReply{AMC: 116656},
		},
	}
}

func entry(body string) *journal.Entry {
	return &journal.Entry{
		At: time.Date(2026, 3, 2, 9, 0, 0, 7, time.UTC), Service: roc.CLC, Version: "V1", Binding: "soap11",
		Path: "/v1/amc", Status: 200, Result: "ACCEPTE", Keys: journal.Keys{NDA: "N-1"},
		Request: []byte(body), Reply: []byte("reply to " + body),
		Trace:  []journal.Rule{{ID: "CLC-R01", Text: "Règle", Source: "source", Forced: true}},
		Faults: []journal.Fault{{Path: "/a[1]", Code: "CODE", Label: "Libellé."}},
	}
}

func TestWhatAClosureSavesIsFoundByTheNextOnes(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un", "autre")
		saved := engagement("req", "live", "E1")
		update(t, s, "un", func(tx *store.Tx) error {
			return errors.Join(tx.SaveEngagement(saved), tx.SetCount("k", 3),
				tx.SaveIdentification(&amc.Identification{ID: "I1", AMC: "123", Renewal: roc.NewDate(2026, 12, 31)}))
		})
		update(t, s, "un", func(tx *store.Tx) error {
			same, live, err := tx.Engagements("req", "live")
			if err != nil || same == nil || live == nil || same.Reply.Totals.AMC != 116656 ||
				same.GuaranteedUntil != saved.GuaranteedUntil {
				t.Errorf("same %+v, live %+v, error %v", same, live, err)
			}
			if e, err := tx.Engagement("E1"); err != nil || e == nil || e.State != amc.Engage {
				t.Errorf("by number: %+v, %v", e, err)
			}
			if i, err := tx.Identification("I1"); err != nil || i == nil || i.Renewal.String() != "2026-12-31" {
				t.Errorf("identification %+v, %v", i, err)
			}
			if n, err := tx.Count("k"); n != 3 || err != nil {
				t.Errorf("counter %d, %v", n, err)
			}
			return nil
		})
		update(t, s, "autre", func(tx *store.Tx) error {
			same, live, err := tx.Engagements("req", "live")
			i, errI := tx.Identification("I1")
			n, errN := tx.Count("k")
			if same != nil || live != nil || i != nil || n != 0 || errors.Join(err, errI, errN) != nil {
				t.Error("a world sees the records of another")
			}
			return nil
		})
	})
}

func TestAClosureSeesWhatItSavedItself(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		update(t, s, "un", func(tx *store.Tx) error {
			err := errors.Join(tx.SaveEngagement(engagement("req", "live", "E1")),
				tx.SetCount("k", 1), tx.SetCount("k", 2), tx.SaveIdentification(&amc.Identification{ID: "I1"}))
			same, live, errE := tx.Engagements("req", "live")
			byNumber, errN := tx.Engagement("E1")
			i, errI := tx.Identification("I1")
			n, errC := tx.Count("k")
			if same == nil || live == nil || byNumber == nil || i == nil || n != 2 {
				t.Error("a closure does not see its own records")
			}
			return errors.Join(err, errE, errN, errI, errC)
		})
	})
}

func TestSavingAgainUnderOneRequestKeyReplacesTheRecord(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		update(t, s, "un", func(tx *store.Tx) error { return tx.SaveEngagement(engagement("req", "live", "E1")) })
		cancelled := engagement("req", "", "E1")
		cancelled.State = amc.Annule
		update(t, s, "un", func(tx *store.Tx) error { return tx.SaveEngagement(cancelled) })
		update(t, s, "un", func(tx *store.Tx) error { return tx.SaveEngagement(engagement("req2", "live", "E2")) })
		all, err := s.Engagements(context.Background(), "un")
		if err != nil || len(all) != 2 || all[0].State != amc.Annule || all[1].ClcID != "E2" {
			t.Errorf("engagements %+v, error %v", all, err)
		}
	})
}

func TestAClosureThatFailsLeavesNothing(t *testing.T) {
	failure := errors.New("refused by the closure")
	for name, end := range map[string]func() error{
		"error": func() error { return failure },
		"panic": func() error { panic("bug") },
	} {
		t.Run(name, func(t *testing.T) {
			both(t, func(t *testing.T, s *store.Store) {
				create(t, s, "un")
				err := s.Update(context.Background(), "un", func(tx *store.Tx) error {
					tx.Append(entry("lost"))
					return errors.Join(tx.SaveEngagement(engagement("req", "live", "E1")), tx.SetCount("k", 1), end())
				})
				var panicked *store.Panic
				if !errors.Is(err, failure) && !errors.As(err, &panicked) {
					t.Errorf("error %v", err)
				}
				update(t, s, "un", func(tx *store.Tx) error {
					e, err := tx.Engagement("E1")
					n, errC := tx.Count("k")
					if e != nil || n != 0 {
						t.Error("the closure left records")
					}
					tx.Append(entry("kept"))
					return errors.Join(err, errC)
				})
				found := exchanges(t, s, "un", journal.Filter{})
				if len(found) != 1 || found[0].ID() != "E-000001" || string(found[0].Request) != "kept" {
					t.Errorf("journal %+v", found)
				}
			})
		})
	}
}

func TestAJournalComesBackAsItWasWritten(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un", "autre")
		written := entry("one")
		update(t, s, "un", func(tx *store.Tx) error {
			if tx.NextID() != "E-000001" {
				t.Errorf("next %s", tx.NextID())
			}
			tx.Append(written)
			return nil
		})
		for range 5 {
			update(t, s, "autre", func(tx *store.Tx) error { tx.Append(entry("elsewhere")); return nil })
			update(t, s, "un", func(tx *store.Tx) error {
				e := entry("more")
				e.Service = roc.DEL
				tx.Append(e)
				return nil
			})
		}
		all := exchanges(t, s, "un", journal.Filter{})
		if len(all) != 6 {
			t.Fatalf("%d entries", len(all))
		}
		got := all[0]
		if !bytes.Equal(got.Request, written.Request) || got.Keys != written.Keys || !got.At.Equal(written.At) ||
			!slices.Equal(got.Trace, written.Trace) || !slices.Equal(got.Faults, written.Faults) ||
			got.Hash != written.Hash {
			t.Errorf("read %+v, wrote %+v", got, written)
		}
		verify(t, all)
		part := exchanges(t, s, "un", journal.Filter{After: 2, Limit: 2, Service: roc.DEL})
		if len(part) != 2 || part[0].Seq != 3 {
			t.Errorf("filtered %+v", part)
		}
		if one, err := s.Exchange(context.Background(), "un", 4); err != nil || one.Seq != 4 {
			t.Errorf("one %+v, %v", one, err)
		}
		_, err := s.Exchange(context.Background(), "un", 7)
		wantCode(t, err, roc.NotFound, "ECHANGE_INCONNU")
	})
}

func TestAReopenedFileHoldsEverything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "avec espace%?#.db")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	create(t, s, "un")
	update(t, s, "un", func(tx *store.Tx) error { tx.Append(entry("before")); return tx.SetCount("k", 9) })
	if err := s.ChangeWorld(context.Background(), "un", []byte("changed")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	update(t, s, "un", func(tx *store.Tx) error {
		tx.Append(entry("after"))
		if n, err := tx.Count("k"); n != 9 || err != nil {
			t.Errorf("counter %d, %v", n, err)
		}
		return nil
	})
	verify(t, exchanges(t, s, "un", journal.Filter{}))
	worlds, err := s.Worlds(context.Background())
	if err != nil || len(worlds) != 1 || string(worlds[0].Current) != "changed" ||
		string(worlds[0].Definition) != "monde: un" {
		t.Errorf("worlds %+v, error %v", worlds, err)
	}
}

func exchanges(t testing.TB, s *store.Store, world string, f journal.Filter) []*journal.Entry {
	t.Helper()
	found, err := s.Exchanges(context.Background(), world, f)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func verify(t testing.TB, entries []*journal.Entry) {
	t.Helper()
	err := journal.Verify(func(yield func(*journal.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Error(err)
	}
}

func wantCode(t testing.TB, err error, kind roc.Kind, code string) {
	t.Helper()
	var e *roc.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code || e.Label == "" {
		t.Errorf("error %v, want kind %s and code %s", err, kind, code)
	}
}
