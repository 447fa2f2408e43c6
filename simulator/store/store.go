package store

import (
	"context"
	"errors"
	"net/url"
	"sync"
)

// readers is the number of connections kept for reading a file.
const readers = 2

// A Store is an open database. Its methods may be called by several goroutines at once.
type Store struct {
	writer  *writer
	readers chan *reader // nil in memory: the writer reads

	closing sync.RWMutex
	closed  bool
}

// Open opens the file at path, creates it where there is none, and brings its schema up to date.
// An empty path opens a new store in memory.
func Open(path string) (*Store, error) {
	dsn, pragmas := "file::memory:", memoryPragmas()
	if path != "" {
		dsn, pragmas = "file:"+(&url.URL{Path: path}).EscapedPath(), filePragmas()
	}
	c, err := dial(dsn, pragmas...)
	if err != nil {
		return nil, err
	}
	if err := migrate(c); err != nil {
		return nil, errors.Join(err, c.close())
	}
	s := new(Store)
	if s.writer, err = newWriter(c); err != nil {
		return nil, errors.Join(err, c.close())
	}
	go s.writer.loop()
	if path != "" {
		if err := s.openReaders(dsn); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// filePragmas makes a commit last through kill -9 and power loss. A page of 8 KiB holds an ordinary
// exchange whole, and checkpoints come every 32 MiB: both were measured to cost the least.
func filePragmas() []string {
	return []string{
		"busy_timeout = 2000", "page_size = 8192", "journal_mode = WAL", "synchronous = FULL",
		"wal_autocheckpoint = 4000", "temp_store = MEMORY",
	}
}

// memoryPragmas lets SQLite keep every page of a database that has no other place: with its
// default of 2 MiB it looks in vain for one to drop.
func memoryPragmas() []string { return []string{"page_size = 8192", "cache_size = -1048576"} }

func (s *Store) openReaders(dsn string) error {
	s.readers = make(chan *reader, readers)
	for range readers {
		c, err := dial(dsn, "busy_timeout = 2000", "query_only = 1")
		if err != nil {
			return err
		}
		r, err := newReader(c)
		if err != nil {
			return errors.Join(err, c.close())
		}
		s.readers <- r
	}
	return nil
}

// Close waits for the callers already accepted, refuses the others and closes the database.
func (s *Store) Close() error {
	s.closing.Lock()
	already := s.closed
	s.closed = true
	if !already {
		close(s.writer.jobs)
	}
	s.closing.Unlock()
	<-s.writer.ended
	if already {
		return nil
	}
	var err error
	for range len(s.readers) {
		err = errors.Join(err, (<-s.readers).conn.close())
	}
	return errors.Join(err, s.writer.conn.close())
}

// Update runs fn in a transaction on one world and returns once its writes are durable, or with
// the error of fn, or with that of the database. fn runs in the writer: it must not wait for
// anything, nor call the store.
func (s *Store) Update(ctx context.Context, world string, fn func(*Tx) error) error {
	return s.submit(&job{ctx: ctx, world: world, run: fn})
}

// Read returns what fn finds, without waiting for the writer where the store is a file.
func (s *Store) read(ctx context.Context, fn func(*reader) error) error {
	if s.readers == nil {
		return s.submit(&job{ctx: ctx, alone: func(w *writer) error { return fn(w.reader) }})
	}
	s.closing.RLock()
	defer s.closing.RUnlock()
	if s.closed {
		return mapError(errClosed)
	}
	select {
	case r := <-s.readers:
		defer func() { s.readers <- r }()
		return fn(r)
	case <-ctx.Done():
		return ctx.Err()
	}
}
