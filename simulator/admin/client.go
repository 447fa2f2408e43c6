package admin

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/goccy/go-yaml"
)

// A Client calls the API of the simulator at Base, such as "http://127.0.0.1:8081". Errors that
// the simulator answers are of type *Problem.
type Client struct {
	Base string
	HTTP *http.Client
}

// CreateWorld creates a world under its own name, which must be free.
func (c *Client) CreateWorld(ctx context.Context, w World) error {
	body, err := yaml.Marshal(w)
	if err != nil {
		return fmt.Errorf("write world %q: %w", w.Name, err)
	}
	return c.do(ctx, http.MethodPost, "/api/worlds", "application/yaml", body, nil)
}

// DeleteWorld deletes a world with its engagements and journal.
func (c *Client) DeleteWorld(ctx context.Context, world string) error {
	return c.do(ctx, http.MethodDelete, worldPath(world), "", nil, nil)
}

// ResetWorld forgets engagements and journal and restarts the clock; the definition stays.
func (c *Client) ResetWorld(ctx context.Context, world string) error {
	return c.do(ctx, http.MethodPost, worldPath(world)+"/reset", "", nil, nil)
}

// SetClock freezes a world at t.
func (c *Client) SetClock(ctx context.Context, world string, t time.Time) error {
	return c.json(ctx, http.MethodPut, worldPath(world)+"/clock", Clock{Now: t})
}

// Force bends further answers of a world.
func (c *Client) Force(ctx context.Context, world string, f Forcing) error {
	body, err := yaml.Marshal(f)
	if err != nil {
		return fmt.Errorf("write forcing: %w", err)
	}
	return c.do(ctx, http.MethodPost, worldPath(world)+"/forcages", "application/yaml", body, nil)
}

// Exchanges returns the exchanges of a world numbered above after, oldest first and unmasked; the
// caller must be on the simulator's machine.
func (c *Client) Exchanges(ctx context.Context, world string, after int64) ([]Exchange, error) {
	return c.pages(ctx, worldPath(world)+"/exchanges", after, clear)
}

// MaskedExchanges returns the exchanges of a world as reports may show them: personal fields masked.
func (c *Client) MaskedExchanges(ctx context.Context, world string) ([]Exchange, error) {
	return c.pages(ctx, worldPath(world)+"/exchanges", 0, masked)
}

// MaskedExchange returns one exchange, E-000001, as reports may show it.
func (c *Client) MaskedExchange(ctx context.Context, world, id string) (Exchange, error) {
	var x Exchange
	path := worldPath(world) + "/exchanges/" + url.PathEscape(id)
	return x, c.do(ctx, http.MethodGet, path, "", nil, &x)
}

// Price returns what the stays and visits of a file, YAML or JSON, leave after the AMO.
func (c *Client) Price(ctx context.Context, file []byte) (Pricing, error) {
	var p Pricing
	return p, c.do(ctx, http.MethodPost, "/api/tarif", "application/yaml", file, &p)
}

// Orphans returns the requests that reached no world, unmasked likewise.
func (c *Client) Orphans(ctx context.Context) ([]Exchange, error) {
	return c.pages(ctx, "/api/orphelines", 0, clear)
}

// The values of ?clair= that a client sends.
const (
	clear  = "oui"
	masked = "non"
)

// pages reads a journal page after page.
func (c *Client) pages(ctx context.Context, path string, after int64, clair string) ([]Exchange, error) {
	var all []Exchange
	for {
		var page ExchangePage
		query := url.Values{"apres": {strconv.FormatInt(after, 10)}, "clair": {clair}}
		if err := c.do(ctx, http.MethodGet, path+"?"+query.Encode(), "", nil, &page); err != nil {
			return nil, err
		}
		all = append(all, page.Exchanges...)
		if !page.More || len(page.Exchanges) == 0 {
			return all, nil
		}
		after = page.Exchanges[len(page.Exchanges)-1].Seq
	}
}

func (c *Client) json(ctx context.Context, method, path string, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write body: %w", err)
	}
	return c.do(ctx, method, path, "application/json", body, nil)
}

func (c *Client) do(ctx context.Context, method, path, contentType string, body []byte, into any) error {
	req, err := http.NewRequestWithContext(ctx, method, c.Base+path, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("admin API: %w", err)
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return fmt.Errorf("admin API: %w", err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return fmt.Errorf("admin API: read answer of %s %s: %w", method, path, err)
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return problemOf(resp, answer)
	}
	if into == nil {
		return nil
	}
	if err := json.Unmarshal(answer, into); err != nil {
		return fmt.Errorf("admin API: answer of %s %s: %w", method, path, err)
	}
	return nil
}

// problemOf reads an error answer, also one that the API did not write.
func problemOf(resp *http.Response, answer []byte) error {
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	p := new(Problem)
	if kind != problemType || json.Unmarshal(answer, p) != nil {
		return fmt.Errorf("admin API: %s %s answered HTTP %d without a problem document: is this the admin listener?",
			resp.Request.Method, resp.Request.URL.Path, resp.StatusCode)
	}
	return p
}

func worldPath(world string) string { return "/api/worlds/" + url.PathEscape(world) }
