package vocabulaire

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/driver"
)

// otherHospital is of a legal entity that is not of the group; its GAP is the reference one.
var otherHospital = pilote.Establishment{
	FinessEJ: "999000029", FinessEG: "990000309", Statut: "EPS", Mode: "EX_DG",
}

// patience is how long a call of the other hospital may last.
const patience = 10 * time.Second

// engagedElsewhere has another hospital bill a stay of the patient in medicine, which he leaves for this
// one: the AMC has counted its days.
func engagedElsewhere(ctx context.Context, s *steps.Scene, entry, exit roc.Date) error {
	left := onDay(s, exit, office)
	c := *s.Context()
	c.Now, c.Establishment = left, otherHospital
	c.Venue = stay(onDay(s, entry, 0), onDay(s, exit, 0), medicine)
	c.Patient.NDA, c.Patient.IPP = "A"+c.Patient.NDA, "A"+c.Patient.IPP
	if err := advance(ctx, s, left); err != nil {
		return err
	}
	return s.Elsewhere(ctx, func(ctx context.Context, url string) error {
		c.BaseURL = url
		return bill(ctx, &c, pilote.Exit{At: clock(onDay(s, exit, departure)), Mode: "TRANSFERT"})
	})
}

// bill plays a stay in a reference GAP, from its exit to the engagement.
func bill(ctx context.Context, c *pilote.CaseContext, exit pilote.Exit) (err error) {
	versions, err := etablissement.SpeaksUpTo(c.Version)
	if err != nil {
		return err
	}
	talk, err := etablissement.BindingByName("json", &http.Client{Timeout: patience})
	if err != nil {
		return err
	}
	rates, err := tarif.Load(scenarios.Tarifs())
	if err != nil {
		return err
	}
	gap, err := etablissement.New(etablissement.Options{
		Binding: talk, Versions: versions, Conduct: etablissement.Honest(), Rates: rates, Seed: 2,
	})
	if err != nil {
		return err
	}
	defer func() {
		if closed := gap.Close(); err == nil {
			err = closed
		}
	}()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: gap.Handler(), ReadHeaderTimeout: patience}
	defer func() { _ = server.Close() }() // nobody else calls it
	go func() { _ = server.Serve(l) }()   // ends with Close
	return play(ctx, driver.Client{Base: "http://" + l.Addr().String(), HTTP: http.DefaultClient}, c, exit)
}

// play has the agent of a GAP enter an exit and calculate the stay.
func play(ctx context.Context, agent driver.Client, c *pilote.CaseContext, exit pilote.Exit) error {
	for _, d := range []struct {
		verb   pilote.Verb
		demand pilote.Demand
	}{
		{pilote.Preparer, pilote.Demand{Context: c}},
		{pilote.Declencher, pilote.Demand{Action: pilote.SaisirSortie, Parameters: &pilote.Parameters{Exit: &exit}}},
		{pilote.Declencher, pilote.Demand{Action: pilote.Calculer}},
	} {
		d.demand.Run, d.demand.Case, d.demand.Version, d.demand.Attempt = "ailleurs", "ailleurs", "v2", 1
		reply, err := agent.Ask(ctx, d.verb, d.demand)
		if err != nil {
			return err
		}
		if reply.Status != pilote.Fait {
			return fmt.Errorf("l'autre hôpital n'a pas pu facturer le séjour : %s %s%s", reply.Status, reply.Message,
				reply.Cause)
		}
	}
	return nil
}
