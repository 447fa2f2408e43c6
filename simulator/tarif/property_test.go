package tarif

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/roc"
	"pgregory.net/rapid"
)

var drawn = flag.Int("tarif.stays", 20_000, "stays, and as many visits, that the properties are held on")

// TestTheLawHoldsOnGeneratedStays holds the properties on many stays; a million of them with
//
//	go test ./simulator/tarif -run 'TestTheLawHolds' -tarif.stays=1000000
func TestTheLawHoldsOnGeneratedStays(t *testing.T) {
	law := newLaw(t)
	d := seeded(20250602)
	for range *drawn {
		s := d.stay()
		if broken := law.stay(d, s); broken != "" {
			t.Fatalf("%s\n%+v", broken, s)
		}
	}
}

// TestTheLawHoldsOnStaysOfEveryDomain holds the same on stays of SMR, PSY, HAD and clinics, and that their
// periods sum to them.
func TestTheLawHoldsOnStaysOfEveryDomain(t *testing.T) {
	law := newLaw(t)
	d := seeded(20250604)
	for range *drawn {
		s := d.anyStay()
		if broken := law.stay(d, s); broken != "" {
			t.Fatalf("%s\n%+v", broken, s)
		}
	}
}

func TestTheLawHoldsOnGeneratedVisits(t *testing.T) {
	law := newLaw(t)
	d := seeded(20250603)
	for range *drawn {
		v := d.visit()
		if broken := law.visit(d, v); broken != "" {
			t.Fatalf("%s\n%+v", broken, v)
		}
	}
}

// TestTheLawHoldsWhatever lets rapid look for the smallest stay that breaks it.
func TestTheLawHoldsWhatever(t *testing.T) {
	law := newLaw(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := rolled(rt)
		s, v := d.anyStay(), d.visit()
		if broken := law.stay(d, s); broken != "" {
			rt.Fatalf("%s\n%+v", broken, s)
		}
		if broken := law.visit(d, v); broken != "" {
			rt.Fatalf("%s\n%+v", broken, v)
		}
	})
}

// A law holds the properties; each returns what is broken, empty where nothing is.
type law struct{ head, whole *Table }

func newLaw(t *testing.T) law {
	t.Helper()
	head := table(t)
	whole, err := head.With(Settings{MaxScope: Whole})
	if err != nil {
		t.Fatal(err)
	}
	return law{head, whole}
}

func (l law) stay(d die, s Stay) string {
	bill, err := l.head.Stay(s)
	if err != nil {
		return refused(err, s)
	}
	whole, err := l.whole.Stay(s)
	switch {
	case err != nil:
		return refused(err, s)
	case Left(whole.Lines) > Left(bill.Lines):
		return "comparing over the whole stay leaves more than over its head"
	}
	for _, broken := range []string{addsUp(bill), counts(s, bill), l.dayByDay(s, bill), l.longer(s, bill),
		l.split(d, s, bill), l.shuffled(d, s, bill), l.periods(d, s, bill)} {
		if broken != "" {
			return broken
		}
	}
	return ""
}

// refused: only what the law itself refuses is, and for a reason that the stay has.
func refused(err error, s Stay) string {
	dated := func(names ...string) bool {
		return slices.ContainsFunc(s.Dated, func(d Dated) bool { return slices.Contains(names, d.Name) })
	}
	acts := func(is func(p Prestation) bool) bool { return slices.ContainsFunc(s.acts(), is) }
	for words, excused := range map[string]bool{
		"le circuit change":         dated("C2S", "AME"),
		"donnez l'acte qui l'ouvre": slices.Contains([]string{"1", "C"}, s.ExoCode) || dated("SEUIL"),
		"la situation change": s.GHS > 0 && (!s.Birth.IsZero() || len(s.Dated) > 0 &&
			!dated("ALD_SANS_RAPPORT", "C2S", "SEUIL")),
		"ne porte pas la participation":  acts(func(p Prestation) bool { return p.Coefficient >= 60 && p.Base < 3200 }),
		"la majoration se compte à part": acts(func(p Prestation) bool { return p.Rate < 70 }),
	} {
		if strings.Contains(err.Error(), words) && excused {
			return ""
		}
	}
	return "refused: " + err.Error()
}

// addsUp: the parts of each line and of the whole sum to what is billed, and none is negative.
func addsUp(b Bill) string {
	for _, l := range b.Lines {
		if l.AMO < 0 || l.Left < 0 || l.Total < 0 || l.AMO+l.Left != l.Total || l.Quantity < 1 || l.To.Before(l.From) {
			return "a line does not add up: " + l.Why()
		}
		if l.Total != l.UnitPrice*roc.Cents(l.Quantity) {
			return "a line is not its quantity times its price: " + l.Why()
		}
	}
	t := b.Totals()
	if t.AMO < 0 || t.AMC < 0 || t.Patient < 0 || t.Manager < 0 || t.AMO+t.AMC+t.Patient+t.Manager != t.Billed {
		return "the totals do not add up"
	}
	return ""
}

// counts: no more forfaits than days of presence, no more than thirty days of ticket modérateur, one
// participation at most, and never a ticket and a forfait for the same day.
func counts(s Stay, b Bill) string {
	forfaits, tickets, participations, lines := 0, 0, 0, 0
	var owed []daySpan
	for _, l := range b.Lines {
		switch l.Nature {
		case FJ, FJExit:
			forfaits += l.Quantity
			owed = append(owed, daySpan{l.From, l.To})
		case TM:
			tickets += l.Quantity
			lines++
			owed = append(owed, daySpan{l.From, l.To})
		case PAS:
			participations++
		}
	}
	nights := s.presence(s.lastNight())
	switch {
	case forfaits > nights+1, s.ExitMode != home && forfaits > nights, !s.sleeps() && forfaits > 0:
		return "too many forfaits journaliers"
	case s.continuous() && tickets > tmDays:
		return "more than thirty days of ticket modérateur"
	case s.continuous() && s.GHS > 0 && lines > 1:
		return "the tariff of the stay is billed twice"
	case participations > 1, participations > 0 && tickets > 0:
		return "too many participations, or one beside a ticket modérateur"
	}
	slices.SortFunc(owed, func(a, b daySpan) int { return a.first.DaysSince(b.first) })
	for i := 1; i < len(owed); i++ {
		if !owed[i].first.After(owed[i-1].last) {
			return "a day owes twice"
		}
	}
	return ""
}

// shuffled: the order in which acts, fees, leaves and supplements are given changes no line.
func (l law) shuffled(d die, s Stay, bill Bill) string {
	s.Acts, s.Supplement = d.shuffle(s.Acts), d.shuffle(s.Supplement)
	s.Leaves, s.Fees = slices.Clone(s.Leaves), slices.Clone(s.Fees)
	slices.Reverse(s.Leaves)
	slices.Reverse(s.Fees)
	again, err := l.head.Stay(s)
	if err != nil || said(again) != said(bill) {
		return "the order in which things are given matters"
	}
	return ""
}

func (d die) shuffle(all []Prestation) []Prestation {
	all = slices.Clone(all)
	for i := range all {
		j := d(i + 1)
		all[i], all[j] = all[j], all[i]
	}
	return all
}

// said is a bill as text, its lines in an order of their own.
func said(b Bill) string {
	lines := make([]string, len(b.Lines))
	for i, l := range b.Lines {
		lines[i] = l.Code + l.ActCode + l.From.String() + l.Total.String() + l.AMO.String() + string(l.Nature) + l.Rule
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func (l law) visit(d die, v Visit) string {
	bill, err := l.head.Visit(v)
	if err != nil {
		return refused(err, Stay{Situation: v.Situation, Acts: v.Acts})
	}
	if broken := addsUp(bill); broken != "" {
		return broken
	}
	forfaits := 0
	for _, line := range bill.Lines {
		if line.Nature == Emergency && line.Code != "CFU" {
			forfaits++
		}
	}
	owes := v.Kind == emergency && v.Outcome == sentHome
	if forfaits > 1 || owes != (forfaits == 1) {
		return "not the one forfait of a passage"
	}
	again := v
	again.Acts = d.shuffle(v.Acts)
	other, err := l.head.Visit(again)
	if err != nil || said(other) != said(bill) {
		return "the order of acts matters"
	}
	again = v
	again.Pathway = ""
	inside, err := l.head.Visit(again)
	if err != nil || inside.Totals().AMC != bill.Totals().AMC {
		return "the pathway changes what an AMC is asked for"
	}
	return ""
}
