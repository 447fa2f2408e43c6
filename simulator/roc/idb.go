package roc

// An IDBRequest asks whether a beneficiary is covered on given dates. It carries no amount.
type IDBRequest struct {
	Header      Header
	Card        Card
	Beneficiary Beneficiary
	AMO         AMOAffiliation
	From        Date // admission or visit
	To          Date // expected exit; zero where unknown
	Domain      string
	Context     Context
	CaptureMode string // DATAMATRIX, SAISIE, IMPORT
	Nature      string // nature d'assurance: 10, 13, 30, 41, 90
	Mode        string // V2: EX_DG, EX_OQN; of the geographic entity, which decides of the profile
}

// A Card holds the four routing items of the attestation.
type Card struct {
	AMCNumber      string
	ConventionType string
	CSR            string
	MemberNumber   string // zeros, blanks and letters are significant
}

// A Beneficiary is identified by NIR, birth date and rank; names only break ties.
type Beneficiary struct {
	InsuredNIR string // 13 characters, of the insured who opens the right
	InsuredKey string // 2 digits
	NIR        string // own NIR where certified
	Key        string
	BirthDate  string // 8 digits AAAAMMJJ as on the card; may be lunar, so it is no Date
	BirthRank  int    // 1 by default; tells twins apart
	LastName   string
	FirstName  string
	BirthName  string
	Sex        string // M, F, I; CLC only
}

// An AMOAffiliation is the patient's fund of compulsory insurance.
type AMOAffiliation struct {
	Regime string // 2 digits
	Caisse string // 3 digits
	Centre string // 4 digits
}

// An IDBReply says what the AMC knows of the beneficiary's cover.
type IDBReply struct {
	Header            ReplyHeader
	Status            Status
	IdbID             string // quoted by SIM, CLC and DEL
	Debtor            *Debtor
	TechnicalContract string       // V2: one whatever the establishment
	Beneficiary       *Beneficiary // as the AMC knows him or her
	Covers            []Cover      // one per contract
	Counters          *Counters    // V2: on the first day asked
	NextAMC           string       // number of another payer known to the AMC
	Contacts          []Contact
	Consignes         []Consigne
}

// A Cover is one contract of the beneficiary.
type Cover struct {
	Contract     string
	MemberNumber string
	Kind         string   // INDIVIDUEL, COLLECTIF
	Level        string   // BASE, COMPLEMENTAIRE, SURCOMPLEMENTAIRE
	Rank         int      // 1 pays first
	Responsible  bool     // contrat responsable
	C2S          bool     // complémentaire santé solidaire
	TPACE        bool     // third-party payment allowed for ACE
	TPSejour     bool     // third-party payment allowed for stays
	Domains      []string // V2: domains open to third-party payment; none: those of the directory's answer
	Periods      []Period
}

// A Period is an unbroken time of cover; contiguous periods come merged.
type Period struct {
	From    Date
	To      Date // included; zero: no end known
	Renewal Date // last day on which the answer may be relied on
}

func (*IDBRequest) Service() Service          { return IDB }
func (r *IDBRequest) RequestHeader() *Header  { return &r.Header }
func (*IDBRequest) NewReply() Reply           { return new(IDBReply) }
func (*IDBReply) Service() Service            { return IDB }
func (r *IDBReply) ReplyHeader() *ReplyHeader { return &r.Header }
func (r *IDBReply) Outcome() *Status          { return &r.Status }
