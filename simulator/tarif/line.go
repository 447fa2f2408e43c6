package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// A Nature says what part of the remaining charge a line is.
type Nature string

// The natures.
const (
	TM            Nature = "TM"            // ticket modérateur
	FJ            Nature = "FJ"            // forfait journalier
	FJExit        Nature = "FJ_SORTIE"     // forfait journalier of the exit day, added to the TM
	PAS           Nature = "PAS"           // flat participation on a costly act
	Act           Nature = "ACTE"          // act or consultation of a visit
	Supplement    Nature = "SUPPLEMENT"    // comfort and other prestations unknown to the AMO
	Emergency     Nature = "URGENCES"      // forfait patient urgences and its family
	Participation Nature = "PARTICIPATION" // 2 € of the patient, never asked of an AMC
	Majoration    Nature = "MAJORATION"    // added out of the coordinated pathway, never asked of an AMC
)

// A Line is one prestation and what it leaves after the AMO. Total = AMO + Left.
type Line struct {
	Code      string // PJ, FJ, PAS, or the code of the prestation
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
	Source    string
	Why       string // French
}

// PatientOnly reports whether no AMC may be asked for the line.
func (l Line) PatientOnly() bool { return l.Nature == Participation || l.Nature == Majoration }

// Left returns what the lines leave after the AMO.
func Left(lines []Line) roc.Cents {
	var sum roc.Cents
	for _, l := range lines {
		sum += l.Left
	}
	return sum
}

// share fills the amounts of a line from its price, base and rate: the AMO part is rounded to the
// cent, once, and what is left is a subtraction, so that the parts always add up.
func (l Line) share(base roc.Cents, rate int) Line {
	l.Total = l.UnitPrice * roc.Cents(l.Quantity)
	l.Base, l.Rate = base, rate
	l.AMO = base.Percent(rate)
	l.Left = l.Total - l.AMO
	return l
}
