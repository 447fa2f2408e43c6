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
	readers chan *reader // of a file
	reader  *reader      // in memory: on the connection that writes, in the writer's turn
	reading []*conn      // every connection but the one that writes

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
	if path == "" {
		err = s.wireMemory(c)
	} else {
		err = s.wireFile(c, dsn)
	}
	if err != nil {
		return nil, errors.Join(err, s.closeAll(), c.close())
	}
	go s.writer.committer.loop()
	go s.writer.loop()
	return s, nil
}

// wireMemory shares the one connection that a database in memory can have.
func (s *Store) wireMemory(c *conn) error {
	look, err := newLookups(c)
	if err != nil {
		return err
	}
	if s.reader, err = newReader(c); err != nil {
		return err
	}
	return s.wire(c, look)
}

// wireFile gives a connection each to what looks up and what reads, besides the one that writes.
func (s *Store) wireFile(c *conn, dsn string) error {
	own, err := s.dialReading(dsn)
	if err != nil {
		return err
	}
	look, err := newLookups(own)
	if err != nil {
		return err
	}
	s.readers = make(chan *reader, readers)
	for range readers {
		own, err := s.dialReading(dsn)
		if err != nil {
			return err
		}
		r, err := newReader(own)
		if err != nil {
			return err
		}
		s.readers <- r
	}
	return s.wire(c, look)
}

func (s *Store) wire(c *conn, look *lookups) error {
	commits, err := newCommitter(c)
	if err != nil {
		return err
	}
	s.writer = newWriter(commits, look)
	return nil
}

func (s *Store) dialReading(dsn string) (*conn, error) {
	c, err := dial(dsn, "busy_timeout = 2000", "query_only = 1")
	if err == nil {
		s.reading = append(s.reading, c)
	}
	return c, err
}

// closeAll closes the connections that read.
func (s *Store) closeAll() error {
	var err error
	for _, c := range s.reading {
		err = errors.Join(err, c.close())
	}
	return err
}

// filePragmas makes a commit last through kill -9 and power loss. A page of 16 KiB holds two ordinary
// exchanges, and checkpoints come every 32 MiB: both were measured to cost the least.
func filePragmas() []string {
	return []string{
		"busy_timeout = 2000", "page_size = 16384", "journal_mode = WAL", "synchronous = FULL",
		"wal_autocheckpoint = 2000", "temp_store = MEMORY",
	}
}

// memoryPragmas lets SQLite keep every page of a database that has no other place: with its
// default of 2 MiB it looks in vain for one to drop.
func memoryPragmas() []string { return []string{"page_size = 8192", "cache_size = -1048576"} }

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
	for range cap(s.readers) {
		<-s.readers // whoever is reading finishes first
	}
	return errors.Join(s.closeAll(), s.writer.committer.conn.close())
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
		return s.submit(&job{ctx: ctx, reads: true, alone: func(*writer) error { return fn(s.reader) }})
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
