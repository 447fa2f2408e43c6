package population

import (
	"fmt"
	"maps"
	"slices"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Card is what the attestation of the first insurer prints.
type Card struct {
	Insurer    *Insurer
	Guarantee  *Guarantee
	CSR        string
	Member     string
	ValidFrom  roc.Date // the paper's own year: it may disagree with the rights
	ValidUntil roc.Date
}

// shapes are the periods of cover that a profile can ask for, around the first of January of its year.
var shapes = map[string]func(d dice, today, january roc.Date) []amc.Period{
	"OUVERTE": func(d dice, _, january roc.Date) []amc.Period {
		return []amc.Period{{From: years(january, -d.Number(0, 5))}}
	},
	"RENOUVELEE": func(_ dice, _, january roc.Date) []amc.Period {
		return []amc.Period{
			{From: years(january, -1), To: january.AddDays(-1)},
			{From: january, To: years(january, 1).AddDays(-1)},
		}
	},
	"INTERROMPUE": func(d dice, _, january roc.Date) []amc.Period {
		return []amc.Period{
			{From: years(january, -1), To: january.AddDays(-d.Number(30, 120))},
			{From: january.AddDays(d.Number(0, 120))},
		}
	},
	"CLOSE": func(d dice, today, january roc.Date) []amc.Period {
		return []amc.Period{{From: years(january, -d.Number(1, 5)), To: today.AddDays(-d.Number(1, 90))}}
	},
	"A_VENIR": func(d dice, today, _ roc.Date) []amc.Period {
		return []amc.Period{{From: today.AddDays(d.Number(1, 120))}}
	},
}

func shapeNames() []string { return slices.Sorted(maps.Keys(shapes)) }

func years(d roc.Date, n int) roc.Date { return roc.DateOf(d.Time().AddDate(n, 0, 0)) }

// cover draws the contracts of a person, each with another insurer while there are some, and the
// attestation of the first.
func (g *Generator) cover(d dice, p *Person) {
	p.Covers = []amc.Cover{}
	today := g.profile.Date
	january := roc.NewDate(today.Time().Year(), 1, 1)
	count := pick(d, g.profile.Contracts, nil).Count
	for rank := 1; rank <= count; rank++ {
		insurer := pick(d, g.profile.Insurers, func(a Insurer) bool {
			return !slices.ContainsFunc(p.Covers, func(v amc.Cover) bool { return v.AMC == a.Number })
		})
		if insurer.Number == "" {
			return
		}
		level := pick(d, g.profile.Guarantees, nil)
		validity := pick(d, g.profile.Periods, nil)
		v := amc.Cover{AMC: insurer.Number, CSR: insurer.CSR, Contract: fmt.Sprintf("C-%s-%d", p.ID, rank),
			Member: d.digits(insurer.Member), Rank: rank, Guarantee: level.Name, C2S: level.C2S,
			Periods: shapes[validity.Shape](d, today, january), Renewal: validity.Renewal}
		p.Covers, p.Insurers = append(p.Covers, v), append(p.Insurers, &insurer)
		if level.C2S && !slices.Contains(p.AMO.Situations, "C2S") {
			p.AMO.Situations = append(p.AMO.Situations, "C2S")
		}
		if rank == 1 {
			p.Card = &Card{Insurer: &insurer, Guarantee: &level, CSR: v.CSR, Member: v.Member,
				ValidFrom: january, ValidUntil: years(january, 1).AddDays(-1)}
		}
	}
}
