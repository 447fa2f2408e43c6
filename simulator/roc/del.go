package roc

// A DELRequest withdraws one calculation so that no commitment stands.
type DELRequest struct {
	Header Header
	ClcID  string
	IdbID  string
	Reason string // IDENTITE, PRESTATIONS, DEBITEUR, AMO, PATIENT_PAYEUR, AUTRE; V2: REGULARISATION
	Date   Date
}

// A DELReply is OK, DejaAnnule, Inconnu, TropTard or Refuse.
type DELReply struct {
	Header ReplyHeader
	Status Status
	ClcID  string
	Period BillingPeriod // V2: that of the engagement withdrawn
}

func (*DELRequest) Service() Service          { return DEL }
func (r *DELRequest) RequestHeader() *Header  { return &r.Header }
func (*DELRequest) NewReply() Reply           { return new(DELReply) }
func (*DELReply) Service() Service            { return DEL }
func (r *DELReply) ReplyHeader() *ReplyHeader { return &r.Header }
func (r *DELReply) Outcome() *Status          { return &r.Status }
