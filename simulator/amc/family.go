package amc

import (
	"errors"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Guarantee is what a contract takes, by family of prestation. A family left out is not covered.
type Guarantee struct {
	Responsible bool     `yaml:"responsable"`
	TM          *Family  `yaml:"tm,omitempty"`
	FJ          *Family  `yaml:"fj,omitempty"`
	PAS         *Family  `yaml:"pas,omitempty"`
	FPU         *Family  `yaml:"fpu,omitempty"`
	Room        *Family  `yaml:"chambre,omitempty"`
	Companion   *Family  `yaml:"accompagnant,omitempty"`
	Overrun     *Overrun `yaml:"depassement,omitempty"`
	WaitingDays int      `yaml:"carence_jours,omitempty"` // of the whole contract
	Renewal     Renewal  `yaml:"renouvellement"`
}

// A Family is what a guarantee takes of one family of prestations.
type Family struct {
	Rate   int `yaml:"taux"` // percent of what the AMO leaves
	Limits `yaml:",inline"`
}

// An Overrun is what a guarantee takes of the overruns of practitioners, in percent of the
// reimbursement base, base included: 100 takes nothing.
type Overrun struct {
	OPTAM  int `yaml:"optam"`
	Other  int `yaml:"hors_optam"`
	Limits `yaml:",inline"`
}

// Limits bound what a guarantee takes of a family; one left out does not bind.
type Limits struct {
	PerDay      Ceiling `yaml:"par_jour,omitempty" json:",omitempty"`
	PerStay     Ceiling `yaml:"par_sejour,omitempty" json:",omitempty"` // of one calculation
	PerYear     Ceiling `yaml:"par_an,omitempty" json:",omitempty"`     // civil year of the day of care
	StayDays    Days    `yaml:"jours_par_sejour,omitempty" json:",omitempty"`
	YearDays    Days    `yaml:"jours_par_an,omitempty" json:",omitempty"`
	WaitingDays Days    `yaml:"carence_jours,omitempty" json:",omitempty"` // from the start of the rights
}

// yearly reports whether what was taken earlier in the year matters.
func (l *Limits) yearly() bool { return l.PerYear > 0 || l.YearDays > 0 }

// A Ceiling is an amount above zero: a family that is not covered is left out, and so is a ceiling
// that does not bind.
type Ceiling roc.Cents

var errCeiling = errors.New("not a ceiling: want an amount above 0.00, or leave it out where nothing is limited")

// MarshalText writes the amount.
func (c Ceiling) MarshalText() ([]byte, error) { return roc.Cents(c).MarshalText() }

// UnmarshalText reads the amount.
func (c *Ceiling) UnmarshalText(text []byte) error {
	amount, err := roc.ParseCents(string(text))
	if err != nil {
		return err
	}
	if amount <= 0 {
		return errCeiling
	}
	*c = Ceiling(amount)
	return nil
}

// Days is a number of days above zero.
type Days int

var errDays = errors.New("not a number of days: want 1 to 3660, or leave it out where nothing is limited")

// MarshalText writes the number.
func (d Days) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(d), 10), nil }

// UnmarshalText reads the number.
func (d *Days) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 || n > 3660 {
		return errDays
	}
	*d = Days(n)
	return nil
}

// A Kind is a family of prestations: which part of a guarantee they call on.
type Kind string

// The kinds.
const (
	KindTM        Kind = "tm"           // ticket modérateur, overrun included
	KindFJ        Kind = "fj"           // forfait journalier
	KindPAS       Kind = "pas"          // flat participation on costly acts
	KindFPU       Kind = "fpu"          // forfait patient urgences
	KindRoom      Kind = "chambre"      // private room
	KindCompanion Kind = "accompagnant" // bed and meals of a companion
	KindExcluded  Kind = "exclu"        // never paid by an AMC
	KindPatient   Kind = "assure"       // left to the insured by the law: participation of 2 €, franchises, majoration

	kindOverrun Kind = "depassement" // the part of a line of KindTM that a practitioner adds
	kindUnknown Kind = "inconnu"     // of a line whose code is in no table
	kindFlagged Kind = "fautif"      // of a line said to be the participation, whose code cannot be
)

// kindNames are the kinds that codes of prestation have.
var kindNames = []string{"tm", "fj", "pas", "fpu", "chambre", "accompagnant", "exclu", "assure"}

// coverable are the kinds that a guarantee takes at a rate, in the order of a world's file.
var coverable = []Kind{KindTM, KindFJ, KindPAS, KindFPU, KindRoom, KindCompanion}

// family returns what the guarantee takes of a kind at a rate, nil where it takes nothing.
func (g *Guarantee) family(k Kind) *Family {
	switch k {
	case KindTM:
		return g.TM
	case KindFJ:
		return g.FJ
	case KindPAS:
		return g.PAS
	case KindFPU:
		return g.FPU
	case KindRoom:
		return g.Room
	case KindCompanion:
		return g.Companion
	}
	return nil
}

// limits returns what bounds a kind, overruns included; nil where the guarantee takes nothing of it.
func (g *Guarantee) limits(k Kind) *Limits {
	if k == kindOverrun {
		if g.Overrun == nil {
			return nil
		}
		return &g.Overrun.Limits
	}
	if f := g.family(k); f != nil {
		return &f.Limits
	}
	return nil
}

// what names a kind in a sentence, after "couvre" and after "50 %".
func (k Kind) what() (the, of string) {
	switch k {
	case KindTM:
		return "le ticket modérateur", "du ticket modérateur"
	case KindFJ:
		return "le forfait journalier", "du forfait journalier"
	case KindPAS:
		return "la participation forfaitaire", "de la participation forfaitaire"
	case KindFPU:
		return "le forfait patient urgences", "du forfait patient urgences"
	case KindRoom:
		return "la chambre particulière", "de la chambre particulière"
	case KindCompanion:
		return "l'accompagnant", "des frais de l'accompagnant"
	}
	return "les dépassements", "de la base, base comprise"
}
