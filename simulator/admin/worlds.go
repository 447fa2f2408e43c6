package admin

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A WorldSummary is a world in the list.
type WorldSummary struct {
	Name   string `json:"nom"`
	Doc    string `json:"description,omitempty"`
	Seed   int64  `json:"graine"`
	AMCs   int    `json:"amc"`           // how many
	People int    `json:"beneficiaires"` // how many
}

// A WorldList is the answer of GET /api/worlds.
type WorldList struct {
	Worlds []WorldSummary `json:"mondes"`
}

func (a *API) description(*http.Request) (any, error) { return json.RawMessage(openapi), nil }

func (a *API) listWorlds(r *http.Request) (any, error) {
	worlds, err := a.Worlds.Worlds(r.Context())
	list := WorldList{Worlds: make([]WorldSummary, len(worlds))}
	for i, w := range worlds {
		list.Worlds[i] = summary(w)
	}
	return list, err
}

func summary(w *amc.World) WorldSummary {
	return WorldSummary{w.Name, w.Doc, w.Seed, len(w.AMCs), len(w.Beneficiaries)}
}

func (a *API) createWorld(r *http.Request) (any, error) {
	w, err := readWorldBody(r)
	if err != nil {
		return nil, err
	}
	return summary(w), a.Worlds.CreateWorld(r.Context(), w)
}

func (a *API) readWorld(r *http.Request) (any, error) {
	w, err := a.Worlds.World(r.Context(), r.PathValue("monde"))
	if err != nil {
		return nil, err
	}
	doc, err := yaml.MarshalWithOptions(w, yaml.JSON())
	return json.RawMessage(doc), err
}

func (a *API) replaceWorld(r *http.Request) (any, error) {
	w, err := readWorldBody(r)
	if err != nil {
		return nil, err
	}
	if name := r.PathValue("monde"); w.Name != name {
		return nil, strictyaml.Errors{{
			Field: "monde", Message: fmt.Sprintf("is %q: want %q, the name in the address", w.Name, name),
		}}
	}
	return summary(w), a.Worlds.ReplaceWorld(r.Context(), w)
}

func readWorldBody(r *http.Request) (*amc.World, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return amc.ParseWorld("monde.yaml", body)
}

func (a *API) deleteWorld(r *http.Request) (any, error) {
	return nil, a.Worlds.DeleteWorld(r.Context(), r.PathValue("monde"))
}

func (a *API) resetWorld(r *http.Request) (any, error) {
	return nil, a.Worlds.ResetWorld(r.Context(), r.PathValue("monde"))
}

func (a *API) readClock(r *http.Request) (any, error) {
	now, err := a.Worlds.Now(r.Context(), r.PathValue("monde"))
	return Clock{Now: now}, err
}

func (a *API) setClock(r *http.Request) (any, error) {
	var want struct {
		Now time.Time `yaml:"maintenant"`
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if err := strictyaml.Decode("horloge.json", body, &want); err != nil {
		return nil, err
	}
	err = a.Worlds.EditWorld(r.Context(), r.PathValue("monde"), func(w *amc.World) (*amc.World, error) {
		next := *w
		next.Clock = amc.ClockSettings{Mode: "figee", Start: want.Now}
		return &next, nil
	})
	return Clock{Now: want.Now}, err
}

func (a *API) force(r *http.Request) (any, error) {
	var f Forcing
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if err := strictyaml.Decode("forcage.yaml", body, &f); err != nil {
		return nil, err
	}
	err = a.Worlds.EditWorld(r.Context(), r.PathValue("monde"), func(w *amc.World) (*amc.World, error) {
		return w.WithForcing(f)
	})
	return struct{}{}, err
}

func (a *API) unforce(r *http.Request) (any, error) {
	return nil, a.Worlds.EditWorld(r.Context(), r.PathValue("monde"), func(w *amc.World) (*amc.World, error) {
		return w.WithoutForcings(), nil
	})
}
