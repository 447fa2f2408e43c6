package roc

import "time"

// A CLCRequest asks the AMC to commit to the complementary part of care that was delivered.
type CLCRequest struct {
	Header        Header
	ClcRequestID  string // UUID; the same for every replay of the same calculation
	IdbID         string
	PreviousClcID string // engagement that this calculation replaces, cancelled beforehand
	Establishment Establishment
	Patient       Patient
	AMO           AMOSituation
	Venue         Venue
	Period        BillingPeriod // V2; zero where the stay is billed at once
	Lines         []Line
	Totals        Totals
}

// A BillingPeriod is the part of a stay that one calculation bills; V2.
type BillingPeriod struct {
	Index int // 1 for the first period of the stay
	From  Date
	To    Date // last day of the period, included; the next one begins the day after
	Final bool // the stay ends with this period
}

// An Establishment is the hospital as the invoice will name it.
type Establishment struct {
	FinessEJ string
	FinessEG string
	Statut   string // EPS, PNL, EPL
	Mode     string // EX_DG, EX_OQN
	Category string
	Contact  *Contact
}

// A Patient is a beneficiary with the hospital's own references.
type Patient struct {
	IPP         string // permanent patient identifier
	NDA         string // administrative dossier number
	Beneficiary Beneficiary
}

// An AMOSituation is what the compulsory insurance decides.
type AMOSituation struct {
	Affiliation AMOAffiliation
	Nature      string // nature d'assurance: 10, 13, 30, 41, 90
	ExoCode     string // exoneration of the ticket modérateur: 0 none, 4 ALD, …
	FJPayer     string // who pays the forfait journalier: A, R, L, X
	RiskDate    Date   // accident at work; zero otherwise
	Pathway     string // coordinated-care pathway code, ACE only
}

// A Venue is the stay or the visit.
type Venue struct {
	Entry     time.Time
	Exit      time.Time
	EntryMode string // DOMICILE, TRANSFERT, MUTATION, URGENCES
	ExitMode  string // DOMICILE, TRANSFERT, MUTATION, DECES
	Kind      string // ACE, HC, AMBULATOIRE, HDJ, SEANCES; V2: NUIT, HAD
	Domain    string
	DMT       string
	Unit      string
}

// A Line is one prestation. Amounts are cents; Left is what the AMO leaves: Total minus AMO.
type Line struct {
	ID          int // unique in the request; the reply quotes it
	Code        string
	ActCode     string // CCAM or NGAP
	From        Date
	To          Date
	Quantity    int
	Coefficient string // decimal text; empty means 1
	UnitPrice   Cents
	Total       Cents
	Base        Cents // reimbursement base of the AMO
	Rate        int   // AMO rate, percent
	AMO         Cents
	Left        Cents
	OtherAMC    Cents // part already taken by an AMC of a lower rank
	PAS         bool  // the line is the flat participation on costly acts
	Exoneration string
	Executor    *Executor
	Overrun     Cents  // part of Total above the base that a practitioner adds
	Payee       string // V2: ETABLISSEMENT, PRATICIEN; who receives the AMC's part, empty: the establishment
	PayerHint   string // AMC number that the hospital expects to pay
}

// Requested returns what the line asks of the AMC.
func (l *Line) Requested() Cents { return l.Left - l.OtherAMC }

// An Executor gave the care.
type Executor struct {
	Finess    string
	RPPS      string
	Specialty string
	Sector    string // V2: 1, 2, NC
	OPTAM     string // V2: AUCUN, OPTAM, OPTAM_CO; on the day of the act
}

// Totals are the sums of a request's lines, and what the patient has already paid.
type Totals struct {
	Billed      Cents
	AMO         Cents
	Requested   Cents
	PatientPaid Cents
}

// A CLCReply commits the AMC, or says why it does not.
type CLCReply struct {
	Header          ReplyHeader
	Status          Status
	ClcID           string        // engagement number; carried by the invoice
	Period          BillingPeriod // V2: the request's
	Lines           []LineReply
	Totals          *TotalsReply
	Counters        *Counters // V2: this calculation included
	GuaranteedUntil Date      // last day on which the invoice may arrive
	Debtor          *Debtor
	BillingAddress  string
	Consignes       []Consigne
	Contacts        []Contact
}

// A LineReply shares one line between the AMC and the patient.
type LineReply struct {
	ID          int
	AMC         Cents
	Patient     Cents
	Reason      string // code, where the AMC takes less than asked
	ReasonLabel string
	LimitUsed   string // ceiling that was applied, French text
	OPTAM       string // V2: status in the AMC's own directory, where it decided the amount
}

// TotalsReply are the sums of a reply's lines.
type TotalsReply struct {
	AMC     Cents
	Patient Cents
}

// Counters are what the AMC has already counted for a beneficiary's contiguous stays, in whatever
// establishment; V2.
type Counters struct {
	Days    int  // days of ticket modérateur, of the thirty after which none is due
	Through Date // last day counted; zero where none is
	PAS     bool // the flat participation on costly acts is already taken
}

func (*CLCRequest) Service() Service          { return CLC }
func (r *CLCRequest) RequestHeader() *Header  { return &r.Header }
func (*CLCRequest) NewReply() Reply           { return new(CLCReply) }
func (*CLCReply) Service() Service            { return CLC }
func (r *CLCReply) ReplyHeader() *ReplyHeader { return &r.Header }
func (r *CLCReply) Outcome() *Status          { return &r.Status }
