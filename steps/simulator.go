package steps

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
)

// A Simulator is what the bench uses of the payer's side: its service listener, which the GAP
// calls, and its admin listener, through which the bench prepares worlds and reads journals.
type Simulator struct {
	*admin.Client
	Service string // "http://127.0.0.1:8080"
}

// maxHealth bounds what is read of a health answer, in bytes, so that its connection serves again.
const maxHealth = 64 << 10

// WorldURL returns the base URL of a world, which the GAP is given.
func (s *Simulator) WorldURL(world string) string {
	return strings.TrimSuffix(s.Service, "/") + "/m/" + url.PathEscape(world)
}

// Ready reports whether both listeners live and the simulator says that it can serve.
func (s *Simulator) Ready(ctx context.Context) error {
	for _, path := range []string{"/healthz", "/readyz"} {
		if err := s.answers(ctx, strings.TrimSuffix(s.Service, "/")+path); err != nil {
			return err
		}
	}
	_, err := s.Orphans(ctx)
	return err
}

// answers wants HTTP 200 of an address.
func (s *Simulator) answers(ctx context.Context, address string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	resp, err := s.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, io.LimitReader(resp.Body, maxHealth)); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("GET %s answered HTTP %d", address, resp.StatusCode)
	}
	return nil
}
