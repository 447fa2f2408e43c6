package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

func TestManyCallersShareCommitsAndLoseNothing(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		const callers, each = 16, 25
		create(t, s, "un", "deux")
		refused := errors.New("refused")
		var wg sync.WaitGroup
		for caller := range callers {
			wg.Go(func() {
				for i := range each {
					world := []string{"un", "deux"}[i%2]
					err := s.Update(context.Background(), world, func(tx *store.Tx) error {
						n, err := tx.Count("total")
						tx.Append(entry(fmt.Sprint(caller, i)))
						if i%5 == 4 {
							return refused
						}
						return errors.Join(err, tx.SetCount("total", n+1))
					})
					if err != nil && !errors.Is(err, refused) {
						t.Error(err)
					}
					if _, err := s.Exchanges(context.Background(), world, journal.Filter{Limit: 1}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		total := 0
		for _, world := range []string{"un", "deux"} {
			all := exchanges(t, s, world, journal.Filter{})
			verify(t, all)
			for _, want := range all {
				if one, err := s.Exchange(context.Background(), world, want.Seq); err != nil || one.Hash != want.Hash {
					t.Errorf("%s of world %s alone: %+v, %v", want.ID(), world, one, err)
				}
			}
			update(t, s, world, func(tx *store.Tx) error {
				n, err := tx.Count("total")
				if n != len(all) {
					t.Errorf("world %s counted %d and holds %d entries", world, n, len(all))
				}
				total += n
				return err
			})
		}
		if want := callers * each * 4 / 5; total != want {
			t.Errorf("%d exchanges, want %d", total, want)
		}
	})
}

func TestACancelledCallerIsNotServed(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		err := s.Update(ctx, "un", func(*store.Tx) error { t.Error("closure called"); return nil })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	})
}

func TestAClosedStoreRefusesEveryCaller(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		_, err := s.Exchanges(context.Background(), "un", journal.Filter{})
		wantCode(t, err, roc.Unavailable, "T02")
		wantCode(t, s.Update(context.Background(), "un", func(*store.Tx) error { return nil }), roc.Unavailable, "T02")
	})
}
