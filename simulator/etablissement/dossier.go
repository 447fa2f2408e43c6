package etablissement

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Dossier is the administrative dossier (NDA) of a patient: what the agent captured, what the
// AMCs answered, what was decided. It is saved whole, as JSON, before each call and after each action.
type Dossier struct {
	Key         Key
	Context     pilote.CaseContext // as prepared; Patient and AMO below are the current ones
	Now         time.Time          // the instant at which the GAP lives
	Patient     pilote.Patient
	AMO         pilote.AMO
	Exit        *pilote.Exit // nil while the patient is there
	Prestations []pilote.Prestation
	Leaves      []pilote.Leave
	Periods     []roc.BillingPeriod // of an interim billing, in their order
	Divergences []Divergence        // OPTAM statuses of which the agent has to choose
	Capture     pilote.Capture
	Insurers    []*Insurer // in rank order
	Circuit     string     // circuitROC, …
	CircuitWhy  string
	Estimates   []pilote.Estimate
	Engagements []*Engagement
	Alerts      []pilote.Notice
	WorkList    []pilote.Notice
	Consignes   []string
	Contacts    []string
	Audit       []string
	DebitAgreed bool // the agent agreed to bill the patient
	Drawn       int  // identifiers drawn so far
	Over        bool // the case is over: nothing more is sent
}

// A Key names the context of a case; contexts with different keys never meet.
type Key struct {
	Run     string
	Case    string
	Version string
	Attempt int
}

// The circuits by which the complementary part of a dossier is settled.
const (
	circuitROC  = "ROC"
	circuitPEC  = "PEC"   // legacy letters of cover
	circuitC2S  = "C2S"   // complémentaire santé solidaire, settled with the AMO
	circuitAME  = "AME"   // aide médicale de l'État, which pays both parts
	circuitNone = "AUCUN" // the patient pays
)

// An Insurer is one AMC of the dossier, with what is known of it.
type Insurer struct {
	Card           pilote.Card
	From           roc.Date    // first day of care that it may be asked for; zero: the entry
	ClosedAt       roc.Date    // last such day; zero: the exit
	Routes         []Directory // answers of the directory, the current one last
	Stale          bool        // the last answer proved wrong before its term
	DirectoryState string      // OK, INCONNU, NON_RACCORDE, AMBIGU
	Candidates     []string
	State          string  // AUCUN, ROUTE, OUVERT, FERME, INCONNU
	Rights         *Rights // last positive answer; nil where it must be asked
	RefusedGroup   string  // family of the code of the last IDB where it was refused
	Debtor         roc.Debtor
	Differences    []string
	Confirmed      bool
	AskedFor       []string
	Counters       *roc.Counters // of the last IDB: what was counted before the first day asked
}

// Directory is one answer of the directory.
type Directory struct {
	CardKey       string // number, convention and CSR that were asked for
	AMCLabel      string
	OperatorID    string
	OperatorLabel string
	Endpoints     []roc.Endpoint
	ValidFrom     roc.Date
	ValidTo       roc.Date
}

// Rights are what an IDB answered.
type Rights struct {
	IdbID    string
	Covers   []roc.Cover
	AskedOn  roc.Date
	Identity string // fingerprint of what was asked: beneficiary and card
	Operator string // who answered
}

// An Engagement is one calculation and what became of it.
type Engagement struct {
	Rank     int               // of the insurer, from 1
	Period   roc.BillingPeriod // index 0: the whole stay, or the visit
	State    string
	Request  *roc.CLCRequest
	Reply    *roc.CLCReply // nil while no answer came
	First    string        // MessageID of the first sending
	Content  string        // fingerprint of what was valued
	Identity string        // fingerprint of the beneficiary and the card
	AMO      string        // fingerprint of the AMO's decisions
	Refused  string        // family of the code of the refusal
	Debtor   roc.Debtor
	Withdraw string // reason of a cancellation that was sent and not answered
	Warned   bool   // the agent knows that the guarantee is about to end
}

// The states of an engagement.
const (
	asked     = "DEMANDE"
	engaged   = "ENGAGE"
	partial   = "ENGAGE_PARTIEL"
	refused   = "REFUSE"
	inDoubt   = "EN_DOUTE"
	cancelled = "ANNULE"
	anomaly   = "ANOMALIE"
)

// Live reports whether the AMC holds an engagement by this calculation.
func (e *Engagement) Live() bool {
	return slices.Contains([]string{engaged, partial, anomaly}, e.State) && e.Reply != nil && e.Reply.ClcID != ""
}

// live returns the engagement of a period that stands for the insurer of a rank, nil where there is none.
func (d *Dossier) live(rank, period int) *Engagement {
	for _, e := range slices.Backward(d.Engagements) {
		if e.Rank == rank && e.Period.Index == period && e.Live() {
			return e
		}
	}
	return nil
}

// last returns the latest calculation of a period for the insurer of a rank, nil where there is none.
func (d *Dossier) last(rank, period int) *Engagement {
	for _, e := range slices.Backward(d.Engagements) {
		if e.Rank == rank && e.Period.Index == period {
			return e
		}
	}
	return nil
}

// periods lists the indexes under which something was calculated, in order: 0 alone for a stay billed
// at once.
func (d *Dossier) periods() []int {
	var list []int
	for _, e := range d.Engagements {
		list = append(list, e.Period.Index)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// lasts returns the latest calculation of each period for the insurer of a rank.
func (d *Dossier) lasts(rank int) []*Engagement {
	var list []*Engagement
	for _, index := range d.periods() {
		if e := d.last(rank, index); e != nil {
			list = append(list, e)
		}
	}
	return list
}

// standing returns the engagements that stand, by insurer, then by period.
func (d *Dossier) standing() []*Engagement {
	var list []*Engagement
	for r := range d.Insurers {
		for _, index := range d.periods() {
			if e := d.live(r+1, index); e != nil {
				list = append(list, e)
			}
		}
	}
	return list
}

func (d *Dossier) today() roc.Date { return roc.DateOf(d.Now) }

func (d *Dossier) trace(sentence string) { d.Audit = append(d.Audit, sentence) }

// fingerprint tells whether two values are equal without keeping the first.
func fingerprint(values ...any) string {
	data, err := json.Marshal(values)
	if err != nil {
		return err.Error()
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// identityOf fingerprints what an IDB depends on.
func (d *Dossier) identityOf(ins *Insurer) string {
	return fingerprint(d.Patient, cardKey(ins.Card), ins.Card.MemberNumber)
}

// contentOf fingerprints what the calculation of a whole stay, or of a visit, depends on.
func (d *Dossier) contentOf(rank int) string {
	return fingerprint(d.Patient, d.AMO, d.Exit, d.Prestations, d.Leaves, d.Insurers[rank-1].Card, d.before(rank, 0))
}

// before lists the engagements that the insurers of a lower rank took for a period.
func (d *Dossier) before(rank, period int) []string {
	var ids []string
	for r := 1; r < rank; r++ {
		if e := d.live(r, period); e != nil {
			ids = append(ids, e.Reply.ClcID)
		}
	}
	return ids
}

// cardKey is what the directory is asked by.
func cardKey(c pilote.Card) string { return fingerprint(c.AMCNumber, c.ConventionType, c.CSR) }
