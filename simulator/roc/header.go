package roc

import "time"

// A Header opens every request.
type Header struct {
	MessageID      string    // UUID, new for every sending; a replay carries a new one and names the first in RetryOf
	ConversationID string    // one per dossier (NDA) and AMC; empty before the AMC is known
	SentAt         time.Time // instant of sending, by the sender's clock
	Sender         Sender
	Receiver       Receiver
	NormVersion    string // "V1"
	Test           bool   // true outside production
	RetryOf        string // MessageID of the sending that this one replays; empty otherwise
}

// A Sender is the establishment that calls and the software that speaks for it.
type Sender struct {
	FinessEJ string // legal entity
	FinessEG string // geographic entity, where the care is given
	Software Software
}

// A Software identifies the GAP.
type Software struct {
	Editor     string
	Product    string
	Version    string
	Conformity string // conformity number of the product, empty while it has none
}

// A Receiver is the insurer addressed; the directory receives an empty AMCNumber.
type Receiver struct {
	AMCNumber  string
	OperatorID string // operator that the directory named; empty where the AMC answers itself
}

// A ReplyHeader opens every reply.
type ReplyHeader struct {
	MessageID      string // UUID of the reply
	InReplyTo      string // MessageID of the request
	ConversationID string // as in the request
	SentAt         time.Time
	DurationMS     int // processing time, milliseconds of the answering side's clock
	NormVersion    string
}

// A Status is the business outcome of an exchange.
type Status struct {
	Result Result
	Code   string // empty where there is nothing to say; kept verbatim by the GAP, known or not
	Label  string // French sentence
	Group  string // family of the code, which decides what the GAP does
}

// A Result is the outcome of a service in one word.
type Result string

// The outcomes, by service.
const (
	OK          Result = "OK"           // ANN, IDB, SIM, DEL
	Refuse      Result = "REFUSE"       // IDB, SIM, CLC, DEL
	Inconnu     Result = "INCONNU"      // ANN: AMC unknown; DEL: engagement unknown
	NonRaccorde Result = "NON_RACCORDE" // ANN: AMC known, outside ROC
	Ambigu      Result = "AMBIGU"       // ANN: the CSR is needed to choose
	Accepte     Result = "ACCEPTE"      // CLC: everything asked is taken
	Partiel     Result = "PARTIEL"      // CLC: a part is taken
	DejaAnnule  Result = "DEJA_ANNULE"  // DEL
	TropTard    Result = "TROP_TARD"    // DEL: already billed
)

// A Debtor is who pays; not always the AMC printed on the card.
type Debtor struct {
	Number string
	Name   string
}

// A Contact is where the other side can be reached.
type Contact struct {
	Name  string
	Phone string
	Email string
	Hours string
}

// A Consigne is an instruction for the agent.
type Consigne struct {
	Code string // empty for free text
	Text string
}

// A Context says which of the two hospital situations a message is about.
type Context string

// The two contexts.
const (
	ACE    Context = "ACE"    // outpatient acts and consultations, emergency visits included
	Sejour Context = "SEJOUR" // stays
)
