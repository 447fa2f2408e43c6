package admin

import (
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// fake is a simulator of one world, in memory.
type fake struct {
	worlds  map[string]*amc.World
	entries []*journal.Entry
	broken  error // answered by everything
}

var (
	_ Worlds    = (*fake)(nil)
	_ Exchanges = (*fake)(nil)
)

func unknown() error {
	return &roc.Error{Kind: roc.NotFound, Code: "MONDE_INCONNU", Label: "Monde inconnu. Vouliez-vous dire « un » ?"}
}

func (f *fake) find(name string) (*amc.World, error) {
	if w := f.worlds[name]; f.broken != nil || w != nil {
		return w, f.broken
	}
	return nil, unknown()
}

func (f *fake) Worlds(context.Context) (all []*amc.World, err error) {
	for _, w := range f.worlds {
		all = append(all, w)
	}
	return all, f.broken
}

func (f *fake) World(_ context.Context, name string) (*amc.World, error) { return f.find(name) }

func (f *fake) CreateWorld(_ context.Context, w *amc.World) error {
	if f.worlds[w.Name] != nil {
		return &roc.Error{Kind: roc.Conflict, Code: "MONDE_EXISTANT", Label: "Un monde porte déjà ce nom."}
	}
	f.worlds[w.Name] = w
	return nil
}

func (f *fake) ReplaceWorld(_ context.Context, w *amc.World) error {
	_, err := f.find(w.Name)
	if err == nil {
		f.worlds[w.Name] = w
	}
	return err
}

func (f *fake) DeleteWorld(_ context.Context, name string) error {
	_, err := f.find(name)
	delete(f.worlds, name)
	return err
}

func (f *fake) ResetWorld(_ context.Context, name string) error {
	_, err := f.find(name)
	f.entries = nil
	return err
}

func (f *fake) EditWorld(_ context.Context, name string, edit func(*amc.World) (*amc.World, error)) error {
	w, err := f.find(name)
	if err != nil {
		return err
	}
	if w, err = edit(w); err == nil {
		f.worlds[name] = w
	}
	return err
}

func (f *fake) Now(_ context.Context, name string) (time.Time, error) {
	w, err := f.find(name)
	if err != nil {
		return time.Time{}, err
	}
	return w.ClockOver(roc.Frozen(time.Time{}))(), nil
}

func (f *fake) Exchanges(_ context.Context, world string, filter journal.Filter) (found []*journal.Entry, err error) {
	if world != "" {
		if _, err := f.find(world); err != nil {
			return nil, err
		}
	}
	for _, e := range f.entries {
		if e.World == world && e.Seq > filter.After && (filter.Service == "" || e.Service == filter.Service) {
			found = append(found, e)
		}
	}
	return found[:min(len(found), filter.Limit)], nil
}

func (f *fake) Exchange(ctx context.Context, world string, seq int64) (*journal.Entry, error) {
	found, err := f.Exchanges(ctx, world, journal.Filter{After: seq - 1, Limit: 1})
	if err != nil || len(found) == 1 {
		return slices.Concat(found, []*journal.Entry{nil})[0], err
	}
	return nil, &roc.Error{Kind: roc.NotFound, Code: "ECHANGE_INCONNU", Label: "Échange inconnu."}
}

func (f *fake) Engagements(_ context.Context, world string) ([]*amc.Engagement, error) {
	_, err := f.find(world)
	return []*amc.Engagement{{ClcID: "E1", State: amc.Engage, NDA: "N1", AMC: "99000001", Total: 116656,
		GuaranteedUntil: roc.NewDate(2026, 6, 2)}}, err
}

func (f *fake) Canonical(e *journal.Entry) (request, reply []byte) {
	if e.Service == "" {
		return nil, nil
	}
	return []byte(`{"nom":"MARTIN"}`), []byte(`{"nom":"MARTIN"}`)
}

// masker hides the one name that the fake knows, and cannot read anything without it.
type masker struct{}

func (masker) MaskJSON(_ roc.Service, _ bool, doc []byte) ([]byte, error) {
	if !strings.Contains(string(doc), "MARTIN") {
		return nil, errors.New("cannot mask")
	}
	return masker{}.MaskXML(doc), nil
}

func (masker) MaskXML(body []byte) []byte {
	return []byte(strings.ReplaceAll(string(body), "MARTIN", "M•••••"))
}

// serve starts the API over a fake that holds the world "un" and some exchanges.
func serve(t *testing.T) (*fake, *Client) {
	t.Helper()
	w, err := amc.ParseWorld("monde.yaml", worldText(t, "un"))
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{worlds: map[string]*amc.World{"un": w}}
	for i := range 3 {
		f.entries = append(f.entries, &journal.Entry{
			World: "un", Seq: int64(i + 1), Service: []roc.Service{roc.IDB, roc.CLC, ""}[i],
			Binding: "soap11", Status: 200, Version: "V1", Path: "/m/un/v1/amc",
			Request: []byte("<nom>MARTIN</nom>"), Reply: []byte("<nom>MARTIN</nom>"),
			Trace: []journal.Rule{
				{ID: "IDB-R01", Text: "Règle.", Source: "dossier"},
				{ID: "GAR-R20", Text: "Ligne 1.", Source: "dossier", Line: 1, Paid: 2000, Refused: 500},
			},
			Faults: []journal.Fault{{Path: "/a", Code: "C", Label: "L."}},
		})
	}
	f.entries = append(f.entries, &journal.Entry{
		Seq: 1, Binding: "json", Status: 404, Request: []byte(`{"x":1}`), Reply: []byte("{}"),
	})
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		t.Fatal(err)
	}
	api := &API{Worlds: f, Exchanges: f, Masker: masker{}, Rates: rates, Log: slog.New(slog.DiscardHandler)}
	server := httptest.NewServer(api.Handler())
	t.Cleanup(server.Close)
	return f, &Client{Base: server.URL, HTTP: server.Client()}
}

func worldText(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/monde.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.Replace(string(text), "monde: essai", "monde: "+name, 1))
}
