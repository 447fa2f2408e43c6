package store_test

import (
	"context"
	"testing"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

func TestATakenNameIsNotCreatedAgain(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		created, err := s.CreateWorld(context.Background(), "un", []byte("other"))
		if created || err != nil {
			t.Errorf("created %t, error %v", created, err)
		}
	})
}

func TestResetForgetsWhatHappenedAndKeepsTheDefinition(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		create(t, s, "un", "voisin")
		for _, w := range []string{"un", "voisin"} {
			update(t, s, w, func(tx *store.Tx) error {
				tx.Append(entry("x"))
				return tx.SaveEngagement(engagement("req", "live", "E1"))
			})
		}
		if err := s.ChangeWorld(ctx, "un", []byte("changed")); err != nil {
			t.Fatal(err)
		}
		if err := s.ResetWorld(ctx, "un"); err != nil {
			t.Fatal(err)
		}
		worlds, err := s.Worlds(ctx)
		if err != nil || len(worlds) != 2 || string(worlds[0].Current) != "monde: un" {
			t.Errorf("worlds %+v, error %v", worlds, err)
		}
		update(t, s, "un", func(tx *store.Tx) error {
			if e, err := tx.Engagement("E1"); e != nil || err != nil {
				t.Errorf("engagement %+v, error %v", e, err)
			}
			tx.Append(entry("again"))
			return nil
		})
		if all := exchanges(t, s, "un", journal.Filter{}); len(all) != 1 || all[0].ID() != "E-000001" {
			t.Errorf("journal %+v", all)
		}
		if all := exchanges(t, s, "voisin", journal.Filter{}); len(all) != 1 {
			t.Errorf("the neighbour's journal: %+v", all)
		}
	})
}

func TestADeletedWorldIsUnknown(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		create(t, s, "un")
		update(t, s, "un", func(tx *store.Tx) error { tx.Append(entry("x")); return nil })
		if err := s.DeleteWorld(ctx, "un"); err != nil {
			t.Fatal(err)
		}
		nothing := func(*store.Tx) error { t.Error("closure called for a deleted world"); return nil }
		_, errRead := s.Exchanges(ctx, "un", journal.Filter{})
		_, errEngagements := s.Engagements(ctx, "un")
		for name, err := range map[string]error{
			"update": s.Update(ctx, "un", nothing), "exchanges": errRead, "engagements": errEngagements,
			"delete": s.DeleteWorld(ctx, "un"), "reset": s.ResetWorld(ctx, "un"),
			"change": s.ChangeWorld(ctx, "un", nil), "replace": s.ReplaceWorld(ctx, "un", nil),
		} {
			t.Run(name, func(t *testing.T) { wantCode(t, err, roc.NotFound, "MONDE_INCONNU") })
		}
		create(t, s, "un")
		if all := exchanges(t, s, "un", journal.Filter{}); len(all) != 0 {
			t.Errorf("the new world inherits a journal: %+v", all)
		}
	})
}

func TestTheJournalOfOrphansNeedsNoWorldAndIsNone(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		update(t, s, "", func(tx *store.Tx) error { tx.Append(entry("lost")); return nil })
		if all := exchanges(t, s, "", journal.Filter{}); len(all) != 1 {
			t.Errorf("orphans %+v", all)
		}
		worlds, err := s.Worlds(ctx)
		if err != nil || len(worlds) != 0 {
			t.Errorf("worlds %+v, error %v", worlds, err)
		}
		wantCode(t, s.DeleteWorld(ctx, ""), roc.NotFound, "MONDE_INCONNU")
	})
}
