package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// A Leave is a permission: whole days that the patient spends out of the hospital, of which the bed is
// kept. They are not days of presence: neither ticket modérateur nor forfait journalier, and the limit
// of thirty days does not count them. They do not break the stay.
type Leave struct {
	From roc.Date `yaml:"du"`
	To   roc.Date `yaml:"au,omitempty"` // last day out; zero: From
}

func (l Leave) last() roc.Date {
	if l.To.IsZero() {
		return l.From
	}
	return l.To
}

// present returns the first day of presence from day on, and the last one before a leave, end at most.
func (s *Stay) present(day, end roc.Date) (first, last roc.Date) {
	for back := true; back; { // leaves may follow each other, in any order
		back = false
		for _, l := range s.Leaves {
			if !day.Before(l.From) && !day.After(l.last()) {
				day, back = l.last().AddDays(1), true
			}
		}
	}
	for _, l := range s.Leaves {
		if l.From.After(day) {
			end = earlier(end, l.From.AddDays(-1))
		}
	}
	return day, end
}

// presence counts the days of presence from the entry to day, both included.
func (s *Stay) presence(day roc.Date) int {
	n := day.DaysSince(s.Entry) + 1
	for _, l := range s.Leaves {
		n -= daySpan{l.From, earlier(l.last(), day)}.days()
	}
	return n
}

// checkLeaves asks of leaves that they leave the day of entry and that of exit in the hospital.
func (s *Stay) checkLeaves() error {
	if len(s.Leaves) == 0 {
		return nil
	}
	if s.Domain != rehabilitation && s.Domain != psychiatry || !s.sleeps() {
		return errorf("permissions : seulement dans un séjour avec nuits de SMR ou de PSY")
	}
	for i, l := range s.Leaves {
		switch {
		case l.From.IsZero() || l.last().Before(l.From):
			return errorf("permission du %s au %s : les dates ne se suivent pas", l.From.French(), l.last().French())
		case !l.From.After(s.Entry) || l.last().After(s.lastNight()):
			return errorf("permission du %s au %s : des journées entières, après l'entrée et avant la sortie",
				l.From.French(), l.last().French())
		}
		for _, other := range s.Leaves[:i] {
			if !l.From.After(other.last()) && !other.From.After(l.last()) {
				return errorf("permission du %s au %s : elle en chevauche une autre", l.From.French(),
					l.last().French())
			}
		}
	}
	return nil
}
