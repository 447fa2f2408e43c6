package admin

import (
	"context"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// Worlds is what the API controls. Errors are *roc.Error: not found (MONDE_INCONNU) or conflict
// (MONDE_EXISTANT).
type Worlds interface {
	Worlds(ctx context.Context) ([]*amc.World, error) // by name
	World(ctx context.Context, name string) (*amc.World, error)
	CreateWorld(ctx context.Context, w *amc.World) error
	ReplaceWorld(ctx context.Context, w *amc.World) error // engagements and journal stay
	DeleteWorld(ctx context.Context, name string) error
	ResetWorld(ctx context.Context, name string) error
	// EditWorld replaces a world by what edit makes of it, until its next reset.
	EditWorld(ctx context.Context, name string, edit func(*amc.World) (*amc.World, error)) error
	// Now is the instant at which a world lives.
	Now(ctx context.Context, name string) (time.Time, error)
}

// Exchanges is what the API shows.
type Exchanges interface {
	Exchanges(ctx context.Context, world string, f journal.Filter) ([]*journal.Entry, error)
	Exchange(ctx context.Context, world string, seq int64) (*journal.Entry, error)
	Engagements(ctx context.Context, world string) ([]*amc.Engagement, error)
	// Canonical returns the messages of an exchange in JSON by the norme's names, nil where a body
	// holds none. An invalid request comes as far as it was read.
	Canonical(e *journal.Entry) (request, reply []byte)
}

// Masker hides what identifies a person; *norme.Norme is one.
type Masker interface {
	MaskJSON(s roc.Service, reply bool, doc []byte) ([]byte, error)
	MaskXML(body []byte) []byte
}
