package tarif

import (
	"errors"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	sourceTM  = "CSS R160-5, R174-2 (2) ; documentation SNDS, reste à charge après AMO"
	sourceFJ  = "CSS L174-4, R174-5 ; documentation SNDS, reste à charge après AMO"
	sourcePAS = "CSS R160-16 ; documentation SNDS, reste à charge après AMO"
	sourceSup = "CSS R162-27 ; convenance, hors AMO"

	// tmDays is the number of days after which a stay leaves no more ticket modérateur.
	tmDays = 30
)

// A Stay is a hospital stay of which the AMO pays its part.
type Stay struct {
	Entry    roc.Date
	Exit     roc.Date
	ExitMode string // DOMICILE, TRANSFERT, MUTATION, DECES
	Kind     string // HC, AMBULATOIRE, HDJ, SEANCES
	Domain   string // MCOO, PSY
	DMT      string
	Tariff   string    // code tarif
	GHS      roc.Cents // base of the ticket modérateur for the whole stay; 0: the TNJP grid
	Situation
	DaysBefore int          // days of the stays that this one follows without a day at home
	PASTaken   bool         // a linked stay has already borne the participation
	Acts       []Prestation // CCAM acts: inside the daily tariff, they matter by their threshold
	Supplement []Prestation // billed besides: room, bed of a companion, …
}

// A Prestation is something delivered, at its price.
type Prestation struct {
	Code      string
	ActCode   string
	From      roc.Date
	To        roc.Date // zero: From
	Quantity  int
	UnitPrice roc.Cents
	Base      roc.Cents // AMO base of one unit; 0: the AMO pays nothing
	Rate      int       // AMO rate, percent

	Specialty   string // of the practitioner, for acts
	Coefficient int    // NGAP; 0: none
	Invasive    bool   // its base adds up with that of the other invasive acts of its day
}

// Stay returns what a stay leaves after the AMO, in the order TM or FJ, PAS, supplements.
func (t *Table) Stay(s Stay) (Bill, error) {
	if err := s.check(); err != nil {
		return Bill{}, err
	}
	exo := ExonerationOf(s.Nature, s.ExoCode, s.FJPayer)
	pas, err := t.costlyAct(s, exo)
	if err != nil {
		return Bill{}, err
	}
	if pas != nil && !exo.NoTM {
		exo.NoTM = true
	}
	lines, err := t.charge(s, exo)
	if err != nil {
		return Bill{}, err
	}
	if pas != nil && !s.PASTaken {
		lines = append(lines, *pas)
	}
	for _, p := range s.Supplement {
		lines = append(lines, supplement(p))
	}
	return Bill{Lines: lines, Circuit: "ROC"}, nil
}

func (s Stay) check() error {
	switch {
	case s.Entry.IsZero() || s.Exit.IsZero():
		return errors.New("séjour sans date d'entrée ou de sortie")
	case s.Exit.Before(s.Entry):
		return fmt.Errorf("la sortie du %s précède l'entrée du %s", s.Exit.French(), s.Entry.French())
	case s.DaysBefore < 0:
		return errors.New("nombre de jours antérieurs négatif")
	case !slices.Contains([]string{"HC", "AMBULATOIRE", "HDJ", "SEANCES"}, s.Kind):
		return fmt.Errorf("type de séjour %q inconnu : HC, AMBULATOIRE, HDJ ou SEANCES", s.Kind)
	case !slices.Contains([]string{"DOMICILE", "TRANSFERT", "MUTATION", "DECES"}, s.ExitMode):
		return fmt.Errorf("mode de sortie %q inconnu : DOMICILE, TRANSFERT, MUTATION ou DECES", s.ExitMode)
	}
	return checkPrestations(append(slices.Clone(s.Acts), s.Supplement...))
}

func checkPrestations(all []Prestation) error {
	for _, p := range all {
		switch {
		case p.From.IsZero():
			return fmt.Errorf("prestation %s sans date", p.Code)
		case p.Quantity < 1:
			return fmt.Errorf("prestation %s : quantité %d, attendu au moins 1", p.Code, p.Quantity)
		case p.UnitPrice < 0 || p.Base < 0 || p.Rate < 0 || p.Rate > 100:
			return fmt.Errorf("prestation %s : prix, base ou taux hors limites", p.Code)
		case p.Base > p.UnitPrice:
			return fmt.Errorf("prestation %s : base supérieure au prix", p.Code)
		}
	}
	return nil
}

// costlyAct returns the participation that the first act above the threshold gives rise to; nil
// where there is none. The line replaces the ticket modérateur.
func (t *Table) costlyAct(s Stay, exo Exoneration) (*Line, error) {
	if exo.NoPAS {
		return nil, nil
	}
	return t.pas(s.Acts)
}

func supplement(p Prestation) Line {
	l := p.line(Supplement, "TAR-SUP", sourceSup).share(0, 0)
	if p.Base > 0 {
		l = l.share(p.Base*roc.Cents(p.Quantity), p.Rate)
	}
	l.Why = "supplément facturé en plus du séjour"
	return l
}

func (p Prestation) line(n Nature, rule, source string) Line {
	to := p.To
	if to.IsZero() {
		to = p.From
	}
	return Line{Code: p.Code, ActCode: p.ActCode, From: p.From, To: to, Quantity: p.Quantity,
		UnitPrice: p.UnitPrice, Nature: n, Rule: rule, Source: source}
}
