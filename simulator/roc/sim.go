package roc

// A SIMRequest asks for an estimate of what the patient will have to pay. Stays only.
type SIMRequest struct {
	Header Header
	IdbID  string
	NDA    string
	Stay   ExpectedStay
	Lines  []Line
	Totals Totals
}

// An ExpectedStay is the stay as planned on the day of the simulation.
type ExpectedStay struct {
	Entry     Date
	Exit      Date
	Domain    string
	Mode      string // HC, AMBULATOIRE, HDJ; V2: NUIT, HAD
	DMT       string // medico-tariff discipline code
	Unit      string
	Nature    string // nature d'assurance
	ExoCode   string // exoneration of the ticket modérateur
	CostlyAct bool   // an act at or above the threshold is planned
}

// A SIMReply is an estimate: it commits nobody.
type SIMReply struct {
	Header     ReplyHeader
	Status     Status
	SimID      string
	ValidUntil Date
	Lines      []LineReply
	Totals     *TotalsReply
	Consignes  []Consigne
}

func (*SIMRequest) Service() Service          { return SIM }
func (r *SIMRequest) RequestHeader() *Header  { return &r.Header }
func (*SIMRequest) NewReply() Reply           { return new(SIMReply) }
func (*SIMReply) Service() Service            { return SIM }
func (r *SIMReply) ReplyHeader() *ReplyHeader { return &r.Header }
func (r *SIMReply) Outcome() *Status          { return &r.Status }
