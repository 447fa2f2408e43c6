package steps

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps/driver"
)

// Options are what a run needs. All are required but Observer.
type Options struct {
	RunID     string // letters, digits and dashes: it starts the names of the worlds
	Version   string // of the norme that the GAP speaks, v1 or v2: what the pre-flight tries; v1 by default
	Registry  *Registry
	Simulator *Simulator
	Driver    *driver.Client
	Data      Data
	Budgets   Budgets
	Parallel  int       // cases at once; the driver may ask for fewer
	Clock     roc.Clock // measures durations, nothing else
	Observer  Observer

	known  map[string]bool // orphans seen before the run
	worlds map[string]bool // the names of the worlds of the run's cases
}

// Data gives what every case starts from. It is read once by Open; each case has its own copy.
type Data struct {
	World   func() (*admin.World, error)
	Context func() (*pilote.CaseContext, error)
}

// Budgets bound the waits. A result says which one ran out.
type Budgets struct {
	Driver    time.Duration // one answer of the driver
	Simulator time.Duration // one answer of the simulator's admin API
	Step      time.Duration // one step, whole
}

// DefaultBudgets suit a GAP on the same machine or network.
func DefaultBudgets() Budgets {
	return Budgets{Driver: 30 * time.Second, Simulator: 10 * time.Second, Step: time.Minute}
}
