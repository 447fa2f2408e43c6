package steps

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
)

// A Simulator is what the bench uses of the payer's side: its service listener, which the GAP
// calls, and its admin listener, through which the bench prepares worlds and reads journals.
type Simulator struct {
	*admin.Client
	Service string // "http://127.0.0.1:8080"
}

// maxPage bounds a page of the journal, in bytes.
const maxPage = 64 << 20

// WorldURL returns the base URL of a world, which the GAP is given.
func (s *Simulator) WorldURL(world string) string {
	return strings.TrimSuffix(s.Service, "/") + "/m/" + url.PathEscape(world)
}

// Ready reports whether both listeners live and the simulator says that it can serve.
func (s *Simulator) Ready(ctx context.Context) error {
	for _, path := range []string{"/healthz", "/readyz"} {
		if _, err := s.get(ctx, strings.TrimSuffix(s.Service, "/")+path); err != nil {
			return err
		}
	}
	_, err := s.Orphans(ctx)
	return err
}

// Masked returns every exchange of a world as reports may show it: personal fields masked.
func (s *Simulator) Masked(ctx context.Context, world string) ([]admin.Exchange, error) {
	var all []admin.Exchange
	for after := int64(0); ; {
		body, err := s.get(ctx, s.Base+"/api/worlds/"+url.PathEscape(world)+"/exchanges?apres="+
			strconv.FormatInt(after, 10))
		if err != nil {
			return nil, err
		}
		var page admin.ExchangePage
		if err := json.Unmarshal(body, &page); err != nil {
			return nil, fmt.Errorf("exchanges of %s: %w", world, err)
		}
		all = append(all, page.Exchanges...)
		if !page.More || len(page.Exchanges) == 0 {
			return all, nil
		}
		after = page.Exchanges[len(page.Exchanges)-1].Seq
	}
}

func (s *Simulator) get(ctx context.Context, address string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := s.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxPage))
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("GET %s answered HTTP %d", address, resp.StatusCode)
	}
	return body, nil
}
