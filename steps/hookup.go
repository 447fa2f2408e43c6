package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// hookUp lets the GAP call the simulator once, in a world of its own, before anything is judged.
// The driver's word is not enough: the call must have arrived. A GAP that does not speak the version
// has nothing to call: its cases will say so.
func (r *Runner) hookUp(ctx context.Context) error {
	if !r.offers(r.options.Version) {
		return nil
	}
	world, prepared, err := r.copyBase()
	if err != nil {
		return err
	}
	version := r.options.Version
	world.Name = strings.ToLower(r.options.RunID) + "-" + version + "-accrochage"
	world.Clock = admin.ClockSettings{Mode: "figee", Start: prepared.Now}
	prepared.BaseURL, prepared.Version = r.options.Simulator.WorldURL(world.Name), strings.ToUpper(version)
	bounded, cancel := context.WithTimeout(ctx, r.options.Budgets.Simulator)
	defer cancel()
	if err := r.options.Simulator.CreateWorld(bounded, *world); err != nil {
		return unready("le simulateur ne crée pas le monde de l'accrochage : %v", err)
	}
	reply, err := r.ask(ctx, pilote.Verifier, pilote.Demand{
		Run: r.options.RunID, Case: "accrochage", Version: version, Attempt: 1, Context: prepared,
	})
	if err != nil {
		return unready("l'accrochage de la GAP au simulateur a échoué : %v", err)
	}
	if reply.Status != pilote.Fait {
		return unready("l'accrochage de la GAP au simulateur a échoué : %s, %s", reply.Status, said(reply))
	}
	if faults := wrong(reply.Findings); len(faults) > 0 {
		return &Unready{Faults: faults}
	}
	return r.witness(ctx, world.Name, prepared.BaseURL)
}

func wrong(findings []pilote.Finding) []string {
	var faults []string
	for _, f := range findings {
		if !f.OK {
			faults = append(faults, fmt.Sprintf("accrochage, %s : %s", f.Subject, f.Detail))
		}
	}
	return faults
}

// witness wants the call that the driver speaks of in the journal of the world; where it is not
// there, what arrived elsewhere says why.
func (r *Runner) witness(ctx context.Context, world, url string) error {
	ctx, cancel := context.WithTimeout(ctx, r.options.Budgets.Simulator)
	defer cancel()
	seen, err := r.options.Simulator.Exchanges(ctx, world, 0)
	if err != nil {
		return unready("le simulateur ne donne pas le journal de l'accrochage : %v", err)
	}
	if len(seen) > 0 {
		return nil
	}
	faults := []string{"accrochage : le pilote dit que la GAP a joint le simulateur, mais rien n'est arrivé à " + url}
	elsewhere, err := r.options.Simulator.Orphans(ctx)
	if err != nil {
		return unready("le simulateur ne donne pas les requêtes orphelines : %v", err)
	}
	for _, x := range elsewhere {
		if !r.options.known[x.ID] {
			faults = append(faults, "une requête est arrivée ailleurs : "+x.Path+" (adresse mal réglée dans la GAP ?)")
			r.options.known[x.ID] = true
		}
	}
	return &Unready{Faults: faults}
}
