package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// A Bill is what a stay or a visit leaves after the AMO.
type Bill struct {
	Lines   []Line
	Circuit string   // ROC; C2S or AME where one invoice goes to whoever manages both parts
	Remarks []string // French: what was decided without making a line

	unlined roc.Cents // AMO part of the tariff of a stay that no line bears
}

// A Nature says what part of the remaining charge a line is.
type Nature string

// The natures.
const (
	TM            Nature = "TM"            // ticket modérateur
	FJ            Nature = "FJ"            // forfait journalier
	FJExit        Nature = "FJ_SORTIE"     // forfait journalier of the exit day, added to the TM
	PAS           Nature = "PAS"           // flat participation on a costly act
	Act           Nature = "ACTE"          // act or consultation of a visit
	Fees          Nature = "HONORAIRES"    // of a practitioner, besides the tariff of the stay
	Supplement    Nature = "SUPPLEMENT"    // comfort and other prestations unknown to the AMO
	Emergency     Nature = "URGENCES"      // forfait patient urgences and its family
	Participation Nature = "PARTICIPATION" // 2 € of the patient, never asked of an AMC
	Majoration    Nature = "MAJORATION"    // added out of the coordinated pathway, never asked of an AMC
)

// A Line is one prestation and what it leaves after the AMO. Total = AMO + Left.
type Line struct {
	Code      string // PJ, FJ, PAS, MAJ, PF, FPU and its family, or the code of the prestation
	ActCode   string // CCAM
	From      roc.Date
	To        roc.Date // last day, included
	Quantity  int
	UnitPrice roc.Cents
	Total     roc.Cents
	Base      roc.Cents // reimbursement base of the AMO
	Rate      int       // AMO rate, percent
	AMO       roc.Cents
	Left      roc.Cents
	Nature    Nature
	Rule      string // TAR-TM, …
	Source    string // of the rule, in law

	RPPS    string // of fees, as the four below
	Sector  string
	OPTAM   string
	Payee   string
	Overrun roc.Cents // part of Left above the base

	motive motive
}

// PatientOnly reports whether no AMC may be asked for the line.
func (l Line) PatientOnly() bool { return l.Nature == Participation || l.Nature == Majoration }

// extra is the part of Left that the law leaves to nobody but the patient: comfort, and a price above the
// AMO's base.
func (l Line) extra() roc.Cents {
	if l.Nature == Supplement || l.Nature == Act || l.Nature == Fees {
		return l.Total - l.Base
	}
	return 0
}

// heldBack reports whether the line is a part that the AMO keeps from what it pays of an act, so that
// its amount comes besides what was billed.
func (l Line) heldBack() bool {
	return l.PatientOnly() || l.motive.why == becausePASVisit || l.motive.why == becausePASForfait
}

// Tariff returns the dated rate of the unit price; false where the price is not the tables'.
func (l Line) Tariff() (Rate, bool) {
	if l.motive.rate == nil {
		return Rate{}, false
	}
	return *l.motive.rate, true
}

// Left returns what the lines leave after the AMO.
func Left(lines []Line) roc.Cents {
	var sum roc.Cents
	for i := range lines {
		sum += lines[i].Left
	}
	return sum
}

// share fills the amounts of a line from its price, base and rate: the AMO part is rounded to the
// cent, once, and what is left is a subtraction, so that the parts always add up.
func (l *Line) share(base roc.Cents, rate int) {
	l.Total = l.UnitPrice * roc.Cents(l.Quantity)
	l.Base, l.Rate = base, rate
	l.AMO = base.Percent(rate)
	l.Left = l.Total - l.AMO
}

// sized returns a line of days at one rate, its amounts still to share.
func sized(code string, days daySpan, r *Rate) Line {
	return Line{Code: code, From: days.first, To: days.last, Quantity: days.days(), UnitPrice: r.Amount,
		motive: motive{rate: r}}
}
