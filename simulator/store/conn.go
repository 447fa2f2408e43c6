package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"sync"

	"modernc.org/sqlite"
)

// A conn is one connection to the database. It speaks to the driver directly: database/sql's pool
// and conversions cost as much as a small statement, and each exchange runs several of them. Where
// several goroutines share it, as in memory, whoever uses it holds its lock.
type conn struct {
	sync.Mutex
	raw  driver.Conn
	kept []*stmt // finalized when the connection closes
}

// dial opens a connection. The pragmas come in the order in which they must be set.
func dial(dsn string, pragmas ...string) (*conn, error) {
	raw, err := new(sqlite.Driver).Open(dsn)
	if err != nil {
		return nil, mapError(err)
	}
	c := &conn{raw: raw}
	for _, p := range pragmas {
		if err := c.run("PRAGMA " + p); err != nil {
			return nil, errors.Join(err, c.close())
		}
	}
	return c, nil
}

func (c *conn) close() error {
	var err error
	for _, s := range c.kept {
		err = errors.Join(err, s.close())
	}
	return errors.Join(err, mapError(c.raw.Close()))
}

// A keptStmt is a statement to prepare, and where it goes.
type keptStmt struct {
	into **stmt
	sql  string
}

// keepAll prepares statements for as long as the connection lives.
func (c *conn) keepAll(list []keptStmt) error {
	for _, k := range list {
		if err := c.keep(k.sql, k.into); err != nil {
			return err
		}
	}
	return nil
}

// keep prepares a statement for as long as the connection lives.
func (c *conn) keep(sql string, into **stmt) error {
	s, err := c.prepare(sql)
	if err != nil {
		return err
	}
	c.kept = append(c.kept, s)
	*into = s
	return nil
}

func (c *conn) prepare(sql string) (*stmt, error) {
	raw, err := c.raw.Prepare(sql)
	if err != nil {
		return nil, mapError(err)
	}
	s, ok := raw.(fullStmt)
	if !ok {
		return nil, mapError(errors.Join(errors.New("sqlite: statement without context methods"), raw.Close()))
	}
	return &stmt{raw: s}, nil
}

// run executes statements that are needed once, and throws their rows away.
func (c *conn) run(sql string, args ...driver.Value) error {
	s, err := c.prepare(sql)
	if err != nil {
		return err
	}
	return errors.Join(s.exec(args...), s.close())
}

// find returns the first row of a statement that is needed once, nil where there is none.
func (c *conn) find(sql string, args ...driver.Value) ([]driver.Value, error) {
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	row, err := s.one(args...)
	return row, errors.Join(err, s.close())
}

// fullStmt is what the driver's statements implement.
type fullStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// A stmt is a prepared statement.
type stmt struct {
	raw  fullStmt
	args []driver.NamedValue // reused from call to call
	row  []driver.Value
}

func (s *stmt) close() error { return mapError(s.raw.Close()) }

func (s *stmt) bind(args []driver.Value) []driver.NamedValue {
	s.args = s.args[:0]
	for i, a := range args {
		s.args = append(s.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return s.args
}

func (s *stmt) exec(args ...driver.Value) error {
	_, err := s.raw.ExecContext(context.Background(), s.bind(args))
	clear(s.args) // so that bodies are not held until the next call
	return mapError(err)
}

// each calls fn with every row; the slice is reused.
func (s *stmt) each(fn func(row []driver.Value) error, args ...driver.Value) (err error) {
	rows, err := s.raw.QueryContext(context.Background(), s.bind(args))
	if err != nil {
		return mapError(err)
	}
	defer func() { err = errors.Join(err, mapError(rows.Close())) }()
	if s.row == nil {
		s.row = make([]driver.Value, len(rows.Columns()))
	}
	for {
		if err := rows.Next(s.row); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return mapError(err)
		}
		if err := fn(s.row); err != nil {
			return err
		}
	}
}

// one returns the first row, or nil where there is none. The slice is reused.
func (s *stmt) one(args ...driver.Value) (row []driver.Value, err error) {
	err = s.each(func(r []driver.Value) error { row = r; return errStop }, args...)
	if errors.Is(err, errStop) {
		err = nil
	}
	return row, err
}

// errStop ends a walk early.
var errStop = errors.New("stop")

// scan copies columns into the variables that point at. Only the types of our own tables are known.
func scan(row []driver.Value, into ...any) error {
	for i, p := range into {
		ok := row[i] == nil
		switch p := p.(type) {
		case *int64:
			*p, ok = row[i].(int64)
		case *int:
			var n int64
			n, ok = row[i].(int64)
			*p = int(n)
		case *string:
			*p, ok = row[i].(string)
		case *[]byte:
			if b, is := row[i].([]byte); is {
				*p, ok = b, true
			}
		}
		if !ok {
			return mapError(fmt.Errorf("column %d holds a %T", i, row[i]))
		}
	}
	return nil
}
