package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

const childEnv = "MIROIR_STORE_TEST_FILE"

func childFile() string { return os.Getenv(childEnv) }

// writeForEver is the life of the process that the test kills: several callers write engagements,
// and print the number of each once it is acknowledged.
func writeForEver(path string) {
	s, err := store.Open(path)
	if err != nil {
		panic(err)
	}
	var wg sync.WaitGroup
	for caller := range 8 {
		wg.Go(func() {
			for i := 0; ; i++ {
				id := fmt.Sprintf("C%d-%d", caller, i)
				err := s.Update(context.Background(), "un", func(tx *store.Tx) error {
					tx.Append(entry(id))
					return tx.SaveEngagement(engagement(id, id, id))
				})
				if err != nil {
					panic(err)
				}
				fmt.Println(id)
			}
		})
	}
	wg.Wait()
}

func TestEveryAcknowledgedEngagementSurvivesKill9(t *testing.T) {
	path := filepath.Join(t.TempDir(), "miroir.db")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	create(t, s, "un")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	acknowledged := killAfter(t, path, 400)
	s = open(t, path)
	for _, id := range acknowledged {
		update(t, s, "un", func(tx *store.Tx) error {
			e, err := tx.Engagement(id)
			if e == nil {
				t.Errorf("engagement %s was acknowledged and is lost", id)
			}
			return err
		})
	}
	all := exchanges(t, s, "un", journal.Filter{})
	verify(t, all)
	if len(all) < len(acknowledged) {
		t.Errorf("%d entries for %d acknowledged engagements", len(all), len(acknowledged))
	}
}

// killAfter starts the child, kills it once it has acknowledged n engagements, and returns all
// that it acknowledged.
func killAfter(t *testing.T, path string, n int) (acknowledged []string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), childEnv+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n') // a line cut by the kill was not read to its end
		if err != nil {
			break
		}
		acknowledged = append(acknowledged, strings.TrimSpace(line))
		if len(acknowledged) == n {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(acknowledged) < n {
		t.Fatalf("the child was not killed at work: %v, %d engagements", err, len(acknowledged))
	}
	return acknowledged
}

func TestAFullDiskRefusesAndKeepsWhatWasStored(t *testing.T) {
	both(t, func(t *testing.T, s *store.Store) {
		create(t, s, "un")
		update(t, s, "un", func(tx *store.Tx) error {
			tx.Append(entry("small"))
			return tx.SaveEngagement(engagement("req", "live", "E1"))
		})
		if err := s.LimitPages(60); err != nil {
			t.Fatal(err)
		}
		err := s.Update(context.Background(), "un", func(tx *store.Tx) error {
			tx.Append(entry(noise(1, 1_000_000)))
			return tx.SaveEngagement(engagement("req2", "live2", "E2"))
		})
		wantCode(t, err, roc.Unavailable, "T02")
		var refused *roc.Error
		if !errors.As(err, &refused) || !strings.Contains(refused.Label, "plein") {
			t.Errorf("error %v", err)
		}
		update(t, s, "un", func(tx *store.Tx) error {
			lost, err := tx.Engagement("E2")
			kept, err1 := tx.Engagement("E1")
			if lost != nil || kept == nil {
				t.Errorf("half stored: %v, %v", lost, kept)
			}
			tx.Append(entry("small again"))
			return errors.Join(err, err1)
		})
		all := exchanges(t, s, "un", journal.Filter{})
		if len(all) != 2 {
			t.Errorf("%d entries", len(all))
		}
		verify(t, all)
	})
}

func TestAFileThatIsNotOursIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign.db")
	script(t, foreign, "CREATE TABLE t (x)")
	newer := filepath.Join(dir, "newer.db")
	open(t, newer)
	script(t, newer, "PRAGMA user_version = 99")
	garbage := filepath.Join(dir, "garbage.db")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		foreign: "n'est pas un fichier de miroir", newer: "version plus récente", garbage: "endommagé",
		filepath.Join(dir, "none", "x.db"): "ne peut être ouvert",
	} {
		t.Run(says, func(t *testing.T) {
			_, err := store.Open(path)
			wantCode(t, err, roc.Unavailable, "T02")
			var e *roc.Error
			if errors.As(err, &e) && !strings.Contains(e.Label, says) {
				t.Errorf("label %q", e.Label)
			}
		})
	}
}

func script(t *testing.T, path, sqlText string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(sqlText)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}
