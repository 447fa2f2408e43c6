package store

import (
	"context"
	"fmt"
)

// LimitPages makes the database full once it reaches that size.
func (s *Store) LimitPages(pages int) error {
	return s.alone(context.Background(), func(c *conn) error {
		return c.run(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	})
}
