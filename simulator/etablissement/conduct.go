package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// Conduct holds the decisions of a GAP, one function each, in the order in which a dossier meets
// them. Whatever a rule of the dispositif imposes is here, so that an Ecart can bend it alone.
type Conduct struct {
	// Capture (capture.go).
	ReadDataMatrix func(text string) (pilote.Card, error)
	CaptureFailed  func(s *session, cause error)        // alert, and another way offered
	CheckCard      func(c pilote.Card) error            // local block before the card is kept
	CaptureMode    func(mode string) string             // as declared to the AMC
	CardSent       func(c pilote.Card) roc.Card         // as written on the wire
	CheckPatient   func(p pilote.Patient) error         // local block before any message
	CloseCover     func(ins *Insurer, lastDay roc.Date) // the patient left this AMC

	// Directory (annuaire.go).
	DirectoryUsable func(route Directory, today roc.Date) bool
	TakeDirectory   func(s *session, ins *Insurer, reply *roc.ANNReply)
	Route           func(s *session, ins *Insurer, svc roc.Service) (roc.Endpoint, error)
	Carries         func(version string, d *Dossier) bool // the version has a place for the dossier
	Preferred       func(spoken []string) []string        // versions to try, in order

	// Identification of rights (idb.go).
	BeneficiarySent func(p pilote.Patient) roc.Beneficiary
	ModeSent        func(mode string) string              // of funding, as declared to the AMC
	StaleRights     func(s *session, ins *Insurer) string // why they must be asked again; empty: they hold
	Differences     func(p pilote.Patient, known *roc.Beneficiary) []string
	TakeIdentity    func(d *Dossier, known *roc.Beneficiary) // what the AMC's file changes in ours: nothing
	DebtorOf        func(ins *Insurer, answered *roc.Debtor) roc.Debtor
	TakeConsignes   func(d *Dossier, svc roc.Service, list []roc.Consigne)
	TakeContacts    func(d *Dossier, list []roc.Contact)
	Missing         func(code string) []string // what the agent is asked for
	WarnOfEnd       func(s *session, ins *Insurer)
	Contracts       func(covers []roc.Cover) []pilote.Contract // as shown

	// Refusals (refus.go).
	NoticeOf      func(svc roc.Service, status roc.Status) pilote.Notice
	KeepsWorkList func(n pilote.Notice) bool
	AlertsShown   func(all []pilote.Notice) []pilote.Notice

	// Simulation (sim.go).
	MaySimulate    func(d *Dossier) error
	RightsForSIM   func(s *session, ins *Insurer) error
	EstimateOf     func(r *roc.SIMReply, shares []pilote.Share) pilote.Estimate
	EstimateFailed func(d *Dossier)
	LinesSimulated func(lines []roc.Line) []roc.Line // as written on the wire
	StaySimulated  func(stay roc.ExpectedStay) roc.ExpectedStay

	// Valuation (valeur.go).
	StayOf  func(d *Dossier) tarif.Stay
	VisitOf func(d *Dossier) tarif.Visit
	// PeriodBill values one period of a stay, in which the oracle's words say what is known of it.
	PeriodBill   func(s *session, stay tarif.Stay, p tarif.Period) (tarif.Bill, error)
	EarlierStays func(d *Dossier) []tarif.Earlier                  // that this one follows
	CountedByAMC func(d *Dossier) *roc.Counters                    // what the AMC counted of them, where it holds
	AskedByUs    func(l tarif.Line) bool                           // a practitioner does not bill the line himself
	Valued       func(d *Dossier, lines []tarif.Line) []tarif.Line // last look at the lines
	Covered      func(d *Dossier, ins *Insurer, day roc.Date) bool
	Remainder    func(left, otherAMC roc.Cents) (other roc.Cents) // part of a line that earlier AMCs took

	// Calculation (clc.go).
	CheckOverlap func(d *Dossier, p roc.BillingPeriod) error
	CheckGap     func(s *session, p roc.BillingPeriod) error
	Regularise   func(s *session)                  // after each action: engaged periods that no longer hold
	LinesSent    func(lines []roc.Line) []roc.Line // as written on the wire
	AMOSent      func(amo roc.AMOSituation) roc.AMOSituation
	VenueSent    func(v roc.Venue) roc.Venue
	Replaced     func(cancelled *Engagement) string // what a new calculation says of the one that it replaces
	WatchOPTAM   func(s *session, e *Engagement)
	MayCalculate func(d *Dossier, ins *Insurer) error
	WorthAsking  func(lines []roc.Line) bool
	CheckAmounts func(req *roc.CLCRequest, r *roc.CLCReply) []string
	CheckSums    func(req *roc.CLCRequest, r *roc.CLCReply) []string
	CheckLines   func(req *roc.CLCRequest, r *roc.CLCReply) []string
	ReplayID     func(s *session, e *Engagement) string
	RenewsRights func(code string) bool // the refusal means that rights must be asked again
	CancelsOther func(code string) bool // the refusal names an engagement to cancel first
	TakeRefusal  func(s *session, e *Engagement, st roc.Status)
	WarnOfLapse  func(s *session)
	Reason       func(l roc.LineReply) string

	// Cancellation (del.go).
	MayWithdraw      func(d *Dossier, e *Engagement) error // periods are cancelled from the last
	Withdraws        func(reason string) bool              // a calculation that no longer holds is cancelled first
	TakeCancellation func(s *session, e *Engagement, reply *roc.DELReply)

	// Patient (patient.go).
	PatientShare   func(left, engaged roc.Cents) roc.Cents
	BillsAfter     func(d *Dossier, group string) bool // the patient may be billed after a refusal of this family
	EstimateIsDebt func(d *Dossier) bool
	AddresseeOf    func(exitMode string) string // who is asked for the patient's part; no exit yet: empty
}

// Honest returns the decisions of a conforming GAP.
func Honest() Conduct {
	c := Conduct{
		ReadDataMatrix: pilote.DecodeDataMatrix,
		CaptureFailed:  offerKeying,
		CheckCard:      checkCard,
		CaptureMode:    func(mode string) string { return mode },
		CardSent:       cardSent,
		CheckPatient:   checkPatient,
		CloseCover:     func(ins *Insurer, lastDay roc.Date) { ins.ClosedAt = lastDay },

		DirectoryUsable: directoryUsable,
		TakeDirectory:   takeDirectory,
		Route:           route,
		Carries:         carries,
		Preferred:       func(spoken []string) []string { return spoken },

		BeneficiarySent: beneficiarySent,
		StaleRights:     staleRights,
		Differences:     differences,
		TakeIdentity:    func(*Dossier, *roc.Beneficiary) {},
		DebtorOf:        debtorOf,
		TakeConsignes:   takeConsignes,
		TakeContacts:    takeContacts,
		Missing:         missing,
		WarnOfEnd:       warnOfEnd,
		Contracts:       contracts,

		NoticeOf:      noticeOf,
		KeepsWorkList: func(pilote.Notice) bool { return true },
		AlertsShown:   asItIs[[]pilote.Notice],

		MaySimulate:    maySimulate,
		RightsForSIM:   func(s *session, ins *Insurer) error { return s.ensureRights(ins) },
		EstimateOf:     estimateOf,
		EstimateFailed: func(*Dossier) {},
		LinesSimulated: asItIs[[]roc.Line],
		StaySimulated:  asItIs[roc.ExpectedStay],
		ModeSent:       func(mode string) string { return mode },
	}
	c.settleHonestly()
	return c
}

// settleHonestly fills the decisions about money: from the valuation on.
func (c *Conduct) settleHonestly() {
	c.StayOf, c.VisitOf = stayOf, visitOf
	c.PeriodBill = func(s *session, stay tarif.Stay, p tarif.Period) (tarif.Bill, error) {
		return s.rates.Period(stay, p)
	}
	c.EarlierStays, c.CountedByAMC = earlierStays, countedByAMC
	c.AskedByUs = askedByUs
	c.Valued = func(_ *Dossier, lines []tarif.Line) []tarif.Line { return lines }
	c.Covered = covered
	c.Remainder = func(_, otherAMC roc.Cents) roc.Cents { return otherAMC }

	c.CheckOverlap, c.CheckGap, c.Regularise = checkOverlap, checkGap, proposeRegularisation
	c.LinesSent, c.AMOSent, c.VenueSent = asItIs, asItIs, asItIs
	c.Replaced = func(cancelled *Engagement) string { return cancelled.Reply.ClcID }
	c.WatchOPTAM = watchOPTAM
	c.MayCalculate = mayCalculate
	c.WorthAsking = func(lines []roc.Line) bool { return len(lines) > 0 }
	c.CheckAmounts, c.CheckSums, c.CheckLines = checkAmounts, checkSums, checkLines
	c.ReplayID = func(_ *session, e *Engagement) string { return e.Request.ClcRequestID }
	c.RenewsRights = func(code string) bool { return code == rightsExpired }
	c.CancelsOther = func(code string) bool { return code == alreadyEngaged }
	c.TakeRefusal = takeRefusal
	c.WarnOfLapse = warnOfLapse
	c.Reason = func(l roc.LineReply) string { return l.Reason }

	c.MayWithdraw = mayWithdraw
	c.Withdraws = func(string) bool { return true }
	c.TakeCancellation = takeCancellation

	c.PatientShare = func(left, engaged roc.Cents) roc.Cents { return left - engaged }
	c.BillsAfter = billsAfter
	c.EstimateIsDebt = func(*Dossier) bool { return false }
	c.AddresseeOf = addresseeOf
}

// asItIs sends what the dossier says.
func asItIs[T any](said T) T { return said }
