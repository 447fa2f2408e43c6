package steps

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// Unready says why no verdict can be given: the pre-flight found these faults.
type Unready struct {
	Faults []string // French sentences
}

func (u *Unready) Error() string { return strings.Join(u.Faults, "\n") }

func unready(format string, args ...any) error {
	return &Unready{Faults: []string{fmt.Sprintf(format, args...)}}
}

var runID = regexp.MustCompile(`^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$`)

// Open makes sure that verdicts will mean something: the simulator serves, the driver answers in
// this protocol, the GAP reaches the simulator. Otherwise the error is *Unready.
func Open(ctx context.Context, o Options) (*Runner, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	o.Version = cmp.Or(o.Version, "v1")
	r := &Runner{options: o}
	if err := r.readBase(); err != nil {
		return nil, err
	}
	for _, look := range []func(context.Context) error{r.reachSimulator, r.meetDriver, r.hookUp} {
		if err := look(ctx); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (o *Options) check() error {
	missing := map[string]bool{
		"Registry": o.Registry == nil, "Simulator": o.Simulator == nil, "Driver": o.Driver == nil,
		"Data": o.Data.World == nil || o.Data.Context == nil, "Clock": o.Clock == nil,
		"Budgets": o.Budgets.Driver <= 0 || o.Budgets.Simulator <= 0 || o.Budgets.Step <= 0,
	}
	for _, name := range []string{"Registry", "Simulator", "Driver", "Data", "Clock", "Budgets"} {
		if missing[name] {
			return fmt.Errorf("steps: Options.%s is required", name)
		}
	}
	if !runID.MatchString(o.RunID) {
		return fmt.Errorf("steps: Options.RunID %q: want letters, digits and dashes", o.RunID)
	}
	return nil
}

// reachSimulator also remembers the orphans that were there before the run.
func (r *Runner) reachSimulator(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, r.options.Budgets.Simulator)
	defer cancel()
	if err := r.options.Simulator.Ready(ctx); err != nil {
		return unready("le simulateur n'est pas prêt : %v", err)
	}
	orphans, err := r.options.Simulator.Orphans(ctx)
	if err != nil {
		return unready("le simulateur ne donne pas les requêtes orphelines : %v", err)
	}
	r.options.known = map[string]bool{}
	for _, x := range orphans {
		r.options.known[x.ID] = true
	}
	return nil
}

func (r *Runner) meetDriver(ctx context.Context) error {
	reply, err := r.ask(ctx, pilote.Decrire, pilote.Demand{Run: r.options.RunID, Attempt: 1})
	if err != nil {
		return unready("le pilote ne se décrit pas : %v", err)
	}
	if reply.Status != pilote.Fait {
		return unready("le pilote ne se décrit pas : %s, %s", reply.Status, said(reply))
	}
	r.product = *reply.Capabilities
	if r.product.Protocol != pilote.Protocol {
		return unready("le pilote parle la version %d du protocole ; ce banc parle la version %d",
			r.product.Protocol, pilote.Protocol)
	}
	return nil
}

func (r *Runner) ask(ctx context.Context, verb pilote.Verb, d pilote.Demand) (pilote.Reply, error) {
	ctx, cancel := context.WithTimeout(ctx, r.options.Budgets.Driver)
	defer cancel()
	return r.options.Driver.Ask(ctx, verb, d)
}
