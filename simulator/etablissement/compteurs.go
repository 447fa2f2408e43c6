package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// earlierStays are the stays before this one as the hospital knows them; their form was checked.
func earlierStays(d *Dossier) []tarif.Earlier {
	var list []tarif.Earlier
	for _, b := range d.Context.Venue.Before {
		entry, err1 := roc.ParseDate(b.Entry)
		exit, err2 := roc.ParseDate(b.Exit)
		if err1 == nil && err2 == nil {
			list = append(list, tarif.Earlier{Entry: entry, Exit: exit, PAS: b.PAS})
		}
	}
	return list
}

// countedByAMC is what the first insurer that says it has counted up to the entry; nil where none says
// anything that still holds: a count that ends days before belongs to a stay that this one does not
// follow, one that ends after counts this very stay.
func countedByAMC(d *Dossier) *roc.Counters {
	entry := dayOf(d.Context.Venue.Entry)
	for _, ins := range d.Insurers {
		c := ins.Counters
		if c != nil && !c.Through.IsZero() && !c.Through.After(entry) && !c.Through.Before(entry.AddDays(-1)) {
			return c
		}
	}
	return nil
}

// follow tells the oracle what the stay follows: the stays that the hospital knows, or the count of the
// AMC where it holds more days, which are those of other establishments.
func (c *Conduct) follow(d *Dossier, s tarif.Stay) tarif.Stay {
	s.Chain = c.EarlierStays(d)
	amc := c.CountedByAMC(d)
	if amc == nil {
		return s
	}
	if amc.Days > nightsOf(s.Chain) {
		s.PASTaken = slices.ContainsFunc(s.Chain, func(e tarif.Earlier) bool { return e.PAS })
		s.Chain, s.DaysBefore = nil, amc.Days
	}
	s.PASTaken = s.PASTaken || amc.PAS
	return s
}

func nightsOf(chain []tarif.Earlier) int {
	nights := 0
	for _, e := range chain {
		nights += e.Exit.DaysSince(e.Entry)
	}
	return nights
}

// countersFacts shows the latest count: the AMC's, or the hospital's own where there is none.
func (s *session) countersFacts() *pilote.Counters {
	var known *roc.Counters
	for _, ins := range s.d.Insurers {
		if ins.Counters != nil && known == nil {
			known = ins.Counters
		}
	}
	for _, e := range s.d.Engagements {
		if e.Live() && e.Reply.Counters != nil {
			known = e.Reply.Counters
		}
	}
	if known != nil {
		return &pilote.Counters{Days: known.Days, Through: known.Through.String(), PAS: known.PAS, Source: "AMC"}
	}
	chain := s.c.EarlierStays(s.d)
	if len(chain) == 0 {
		return nil
	}
	own := &pilote.Counters{Source: "ETABLISSEMENT"}
	for _, e := range chain {
		own.PAS = own.PAS || e.PAS
		own.Through = max(own.Through, e.Exit.AddDays(-1).String())
	}
	own.Days = nightsOf(chain)
	return own
}
