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
	Periods   []roc.Period // merged; waiting period removed
}

// covers reports whether d is inside the right.
func (r *Right) covers(d roc.Date) bool {
	for _, p := range r.Periods {
		if !d.Before(p.From) && (p.To.IsZero() || !d.After(p.To)) {
			return true
		}
	}
	return false
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
	Fingerprint     string    // of the request's business content
	Reply           roc.CLCReply
}

// lapsed reports whether the guarantee has ended on day.
func (e *Engagement) lapsed(day roc.Date) bool {
	return e.State == Echu || e.State == Engage && day.After(e.GuaranteedUntil)
}

// closed returns the record in a state in which it holds nothing any more.
func (e *Engagement) closed(state State) *Engagement {
	next := *e
	next.State, next.LiveKey = state, ""
	return &next
}
