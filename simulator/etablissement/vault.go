package etablissement

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"sync"

	_ "modernc.org/sqlite" // the driver of the dossiers' file
)

// A vault keeps dossiers by key.
type vault interface {
	load(k Key) (*Dossier, error) // nil where there is none
	save(d *Dossier) error
	drop(k Key) error
	close() error
}

func openVault(file string) (vault, error) {
	if file == "" {
		return &memory{dossiers: map[Key][]byte{}}, nil
	}
	return openFile(file)
}

// memory forgets everything with the process.
type memory struct {
	mu       sync.Mutex
	dossiers map[Key][]byte
}

func (m *memory) load(k Key) (*Dossier, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return read(m.dossiers[k])
}

func (m *memory) save(d *Dossier) error {
	data, err := json.Marshal(d)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.dossiers[d.Key] = data
	return nil
}

func (m *memory) drop(k Key) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.dossiers, k)
	return nil
}

func (m *memory) close() error { return nil }

// file is a SQLite file in which a dossier is durable as soon as save returns.
type file struct{ db *sql.DB }

const schema = `CREATE TABLE IF NOT EXISTS dossiers (
	run TEXT NOT NULL, cas TEXT NOT NULL, version TEXT NOT NULL, essai INTEGER NOT NULL, contenu BLOB NOT NULL,
	PRIMARY KEY (run, cas, version, essai)
) WITHOUT ROWID`

func openFile(name string) (*file, error) {
	pragmas := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(name),
		RawQuery: pragmas.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("dossiers %s: %w", name, err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(schema); err != nil {
		return nil, errors.Join(fmt.Errorf("dossiers %s: %w", name, err), db.Close())
	}
	return &file{db}, nil
}

func (f *file) load(k Key) (*Dossier, error) {
	var data []byte
	err := f.db.QueryRow(`SELECT contenu FROM dossiers WHERE run=? AND cas=? AND version=? AND essai=?`,
		k.Run, k.Case, k.Version, k.Attempt).Scan(&data)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	return read(data)
}

func (f *file) save(d *Dossier) error {
	data, err := json.Marshal(d)
	if err != nil {
		return err
	}
	_, err = f.db.Exec(`INSERT INTO dossiers VALUES (?,?,?,?,?)
		ON CONFLICT DO UPDATE SET contenu = excluded.contenu`,
		d.Key.Run, d.Key.Case, d.Key.Version, d.Key.Attempt, data)
	return err
}

func (f *file) drop(k Key) error {
	_, err := f.db.Exec(`DELETE FROM dossiers WHERE run=? AND cas=? AND version=? AND essai=?`, k.Run, k.Case,
		k.Version, k.Attempt)
	return err
}

func (f *file) close() error { return f.db.Close() }

// read makes a dossier of what was saved. A calculation that left without an answer before the
// process ended may have been committed: its fate is in doubt.
func read(data []byte) (*Dossier, error) {
	if data == nil {
		return nil, nil
	}
	d := new(Dossier)
	if err := json.Unmarshal(data, d); err != nil {
		return nil, err
	}
	for _, e := range d.Engagements {
		if e.State == asked {
			e.State = inDoubt
		}
	}
	return d, nil
}
