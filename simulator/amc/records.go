package amc

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// An Identification is the answer to an IDB, as SIM and CLC will consult it.
type Identification struct {
	ID         string
	FinessEG   string // the establishment that asked
	AMC        string // number
	CSR        string
	Person     string // persona; empty where nobody was recognised
	Context    roc.Context
	AnsweredAt time.Time
	Renewal    roc.Date // earliest renewal date of the rights
	Rights     []Right  // open rights, in rank order; none where the answer was negative
}

// A Right is an open contract at the time of the identification.
type Right struct {
	Contract  string
	Guarantee string // name of the profile
	Rank      int
	C2S       bool
	TPACE     bool
	TPSejour  bool
	Domains   []string     `json:",omitempty"` // open to third-party payment; none: those of the insurer
	Periods   []roc.Period // merged; waiting period removed
}

// holds reports whether every day of the span is inside one period of the right.
func (r *Right) holds(s span) bool {
	for _, p := range r.Periods {
		if !s.first.Before(p.From) && (p.To.IsZero() || !s.last().After(p.To)) {
			return s.days > 0
		}
	}
	return false
}

// leaves says why the right leaves a day of a family: the day is outside its periods, or the waiting
// period of the contract or of the family is not over; causes where it leaves nothing.
func (r *Right) leaves(day roc.Date, g *Guarantee, l *Limits) cause {
	for _, p := range r.Periods {
		switch opened := p.From.AddDays(-g.WaitingDays); {
		case day.Before(opened) || !p.To.IsZero() && day.After(p.To):
		case day.Before(opened.AddDays(waiting(g, l))):
			return inWaiting
		default:
			return causes
		}
	}
	return noRights
}

// waiting is how many days of rights a family waits.
func waiting(g *Guarantee, l *Limits) int { return max(g.WaitingDays, int(l.WaitingDays)) }

// waitsUntil returns the last day of the waiting period in which a line begins or runs.
func (r *Right) waitsUntil(day roc.Date, g *Guarantee, l *Limits) roc.Date {
	var last roc.Date
	for _, p := range r.Periods {
		if last = p.From.AddDays(waiting(g, l) - g.WaitingDays - 1); !last.Before(day) {
			break
		}
	}
	return last
}

// nearest returns the period that the span touches, or else the one that ends last.
func (r *Right) nearest(s span) roc.Period {
	var found roc.Period
	for _, p := range r.Periods {
		if found = p; touches(p, s.first, s.last()) {
			break
		}
	}
	return found
}

// paysFor reports whether the right can be used in ROC for the context.
func (r *Right) paysFor(context roc.Context) bool {
	return !r.C2S && (context == roc.ACE && r.TPACE || context == roc.Sejour && r.TPSejour)
}

// A State is where an engagement is in its life.
type State string

// The states.
const (
	Engage  State = "ENGAGE"  // the AMC is committed
	Rejete  State = "REFUSE"  // the calculation was refused: kept only so that a replay gets the same answer
	Annule  State = "ANNULE"  // withdrawn by DEL
	Echu    State = "ECHU"    // the guarantee date has passed
	Facture State = "FACTURE" // invoiced; no more cancellation by DEL
)

// An Engagement is a calculation that was answered: the commitment, or its refusal.
type Engagement struct {
	RequestKey      string // establishment and clcRequestId
	LiveKey         string // establishment, NDA, AMC and period; empty when the engagement holds nothing any more
	ClcID           string // engagement number; empty where refused
	FinessEG        string
	NDA             string
	AMC             string // number
	CSR             string
	Person          string // persona
	IdbID           string
	State           State
	AnsweredAt      time.Time
	GuaranteedUntil roc.Date
	Total           roc.Cents // AMC amount
	Draws           []Draw    `json:",omitempty"` // what it holds of the limits by year, until it ends
	Nights          []Draw    `json:",omitempty"` // V2: what it counts of the person's course, until it ends
	Spent           []Spent   `json:",omitempty"` // V2: what the stay has spent of its limits, this period included
	Fingerprint     string    // of the request's business content
	Forced          bool      `json:",omitempty"` // the world bent this answer
	Reply           roc.CLCReply
}

// lapsed reports whether the guarantee has ended on day.
func (e *Engagement) lapsed(day roc.Date) bool {
	return e.State == Echu || e.State == Engage && day.After(e.GuaranteedUntil)
}

// closed returns the record in a state in which it holds nothing any more.
func (e *Engagement) closed(state State) *Engagement {
	next := *e
	next.State, next.LiveKey, next.Draws, next.Nights = state, "", nil, nil
	return &next
}
