package roc

// An ANNRequest asks the directory who answers for the insurer printed on the attestation.
type ANNRequest struct {
	Header         Header
	AMCNumber      string
	ConventionType string // may be empty: a blank zone of the attestation is sent blank
	CSR            string // may be empty
	Context        Context
	ReferenceDate  Date // date of care
}

// An ANNReply says where the insurer's services are, or why there are none.
type ANNReply struct {
	Header            ReplyHeader
	Status            Status
	AMC               *DirectoryAMC // nil where the AMC is unknown
	Operator          *Operator     // nil where the AMC answers itself
	Endpoints         []Endpoint
	Billing           *BillingAddress
	TechnicalContract string      // V2: one whatever the establishment
	Domains           []string    // MCOO, SMR, PSY, HAD
	Modes             []string    // V2: EX_DG, EX_OQN; establishments whose calls are served
	Candidates        []Candidate // filled where the outcome is ambiguous
	ValidFrom         Date        // the answer may be kept from this day
	ValidTo           Date        // to this one, included
}

// A DirectoryAMC is an insurer as the directory knows it.
type DirectoryAMC struct {
	Number       string
	Label        string
	DebtorNumber string
}

// An Operator receives requests for several insurers.
type Operator struct {
	ID    string
	Label string
}

// An Endpoint is where one service of the insurer is reached.
type Endpoint struct {
	Service  Service
	URL      string
	Version  string // "V1", "V2"
	OpenFrom Date
	OpenTo   Date // zero: no end known
}

// A BillingAddress is where invoices go after an engagement.
type BillingAddress struct {
	Address string
	Norms   []string // accepted versions of the invoice's norme
}

// A Candidate is one of the insurers between which the CSR decides.
type Candidate struct {
	CSR   string
	Label string
}

func (*ANNRequest) Service() Service          { return ANN }
func (r *ANNRequest) RequestHeader() *Header  { return &r.Header }
func (*ANNRequest) NewReply() Reply           { return new(ANNReply) }
func (*ANNReply) Service() Service            { return ANN }
func (r *ANNReply) ReplyHeader() *ReplyHeader { return &r.Header }
func (r *ANNReply) Outcome() *Status          { return &r.Status }
