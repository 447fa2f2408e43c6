package steps

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// readBase writes the base world and context down once: copying them is much cheaper than reading
// their YAML for every case.
func (r *Runner) readBase() error {
	world, err1 := r.options.Data.World()
	prepared, err2 := r.options.Data.Context()
	if err := errors.Join(err1, err2); err != nil {
		return fmt.Errorf("base data: %w", err)
	}
	r.base.world, err1 = json.Marshal(world)
	r.base.context, err2 = json.Marshal(prepared)
	if err := errors.Join(err1, err2); err != nil {
		return fmt.Errorf("base data: %w", err)
	}
	return nil
}

// copyBase returns a copy that a case may change.
func (r *Runner) copyBase() (*admin.World, *pilote.CaseContext, error) {
	world, prepared := new(admin.World), new(pilote.CaseContext)
	err := errors.Join(json.Unmarshal(r.base.world, world), json.Unmarshal(r.base.context, prepared))
	if err != nil {
		return nil, nil, fmt.Errorf("copy base data: %w", err)
	}
	return world, prepared, nil
}
