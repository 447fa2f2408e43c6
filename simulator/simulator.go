package simulator

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// DefaultWorld is the world of the addresses that name none.
const DefaultWorld = "defaut"

// DefaultBodyLimit is the size above which a request is refused, in bytes.
const DefaultBodyLimit = 1 << 20

// Options say how a simulator is made. The zero value is a simulator in memory, without worlds.
type Options struct {
	DB        string       // path of the database file; empty: in memory
	Clock     roc.Clock    // of the worlds that live by the machine's time; nil: the machine's
	Log       *slog.Logger // nil: silent
	BodyLimit int64        // bytes; 0: DefaultBodyLimit
	Worlds    []*amc.World // created unless the database already has one of that name
	Rates     *tarif.Table // of POST /api/tarif; nil: those of scenarios
}

// A Simulator is a running payer. Its handlers serve until Close.
type Simulator struct {
	log    *slog.Logger
	limit  int64
	normes map[string]*norme.Norme // by version
	payer  *amc.Payer
	store  *store.Store
	worlds *worlds

	handler http.Handler
	admin   http.Handler
}

// New makes a simulator.
func New(o Options) (*Simulator, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Clock == nil {
		o.Clock = roc.System()
	}
	if o.BodyLimit == 0 {
		o.BodyLimit = DefaultBodyLimit
	}
	if o.Rates == nil {
		var err error
		if o.Rates, err = tarif.Load(scenarios.Tarifs()); err != nil {
			return nil, err
		}
	}
	all, err := normes()
	if err != nil {
		return nil, err
	}
	db, err := store.Open(o.DB)
	if err != nil {
		return nil, fmt.Errorf("open database %q: %w", o.DB, err)
	}
	s := &Simulator{
		log: o.Log, limit: o.BodyLimit, normes: all, payer: payer(), store: db,
		worlds: newWorlds(db, o.Clock),
	}
	if err := s.create(o.Worlds); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	gin.SetMode(gin.ReleaseMode) // otherwise it prints on the standard output
	s.handler = s.engine()
	s.admin = (&admin.API{
		Worlds: s.worlds, Exchanges: evidence{db, all, s.worlds}, Masker: all[newest().name], Rates: o.Rates,
		Log: o.Log,
	}).Handler()
	return s, nil
}

// create adds the worlds that the database does not have yet.
func (s *Simulator) create(worlds []*amc.World) error {
	for _, w := range worlds {
		err := s.worlds.CreateWorld(context.Background(), w)
		var known *roc.Error
		if errors.As(err, &known) && known.Kind == roc.Conflict {
			s.log.Info("world found in the database", "world", w.Name)
		} else if err != nil {
			return fmt.Errorf("create world %q: %w", w.Name, err)
		}
	}
	return nil
}

// Handler serves the services.
func (s *Simulator) Handler() http.Handler { return s.handler }

// AdminHandler serves the control API.
func (s *Simulator) AdminHandler() http.Handler { return s.admin }

// Close ends the requests under way and closes the database. Servers should be shut down first.
func (s *Simulator) Close() error { return s.store.Close() }
