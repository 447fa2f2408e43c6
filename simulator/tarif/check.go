package tarif

import (
	"errors"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Bounds of what can be true: they keep a typing error from passing, and sums from overflowing.
const (
	maxNights    = 3660
	maxDays      = 400 // of day care: each is a line
	maxQuantity  = 9999
	maxCoeff     = 9999
	maxActs      = 500
	maxUnitPrice = maxAmount
)

func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }

// check returns every fault of a stay, joined.
func (s *Stay) check() error {
	if s.Entry.IsZero() || s.Exit.IsZero() {
		return errors.New("séjour sans date d'entrée ou de sortie")
	}
	return errors.Join(s.checkWords(), s.checkDays(), s.checkLeaves(), s.checkChain(),
		checkHour("heure_entree", s.EntryHour), checkHour("heure_sortie", s.ExitHour),
		checkPrestations(s.Acts, s.inside), s.checkFees(), checkPrestations(s.Supplement, s.inside))
}

func (s *Stay) checkWords() error {
	var faults []error
	if kinds := kindsOf(s.Domain); !slices.Contains(kinds, s.Kind) {
		faults = append(faults, errorf("type de séjour %q inconnu en %s%s", s.Kind, s.Domain, hint(s.Kind, kinds)))
	}
	if !slices.Contains(exitModes, s.ExitMode) {
		faults = append(faults, errorf("mode de sortie %q inconnu%s", s.ExitMode, hint(s.ExitMode, exitModes)))
	}
	if !slices.Contains(domains, s.Domain) {
		faults = append(faults, errorf("domaine %q inconnu%s", s.Domain, hint(s.Domain, domains)))
	}
	if s.Mode != "" && !slices.Contains(modes, s.Mode) {
		faults = append(faults, errorf("mode de financement %q inconnu%s", s.Mode, hint(s.Mode, modes)))
	}
	if s.GHS < 0 || s.GHS > maxUnitPrice {
		faults = append(faults, errorf("tarif de %s hors limites", s.stayTariff()))
	}
	if s.Mode == exOQN && s.GHS == 0 && (s.Domain == acute || s.Domain == rehabilitation) {
		faults = append(faults, errorf("établissement ex-OQN : la base du ticket modérateur est le %s, donnez ghs",
			s.stayTariff()))
	}
	return errors.Join(faults...)
}

// checkDays checks the dates and, where they are known, the hours.
func (s *Stay) checkDays() error {
	nights := s.Exit.DaysSince(s.Entry)
	switch {
	case nights < 0:
		return errorf("la sortie du %s précède l'entrée du %s", s.Exit.French(), s.Entry.French())
	case nights == 0 && s.EntryHour != "" && s.ExitHour != "" && s.ExitHour < s.EntryHour:
		return errorf("la sortie de %s précède l'entrée de %s, le même jour", s.ExitHour, s.EntryHour)
	case nights > maxNights:
		return errorf("%d nuits : vérifiez les dates", nights)
	case s.Kind == ambulatory && nights > 0:
		return errorf("un séjour ambulatoire ne passe pas minuit : entrée le %s, sortie le %s",
			s.Entry.French(), s.Exit.French())
	case s.continuous() && len(s.Days) > 0, s.Kind == ambulatory && len(s.Days) > 0:
		return errors.New("seuls HDJ, NUIT et SEANCES ont des dates de séance")
	case !s.continuous() && len(s.Days) == 0 && nights >= maxDays, len(s.Days) > maxDays:
		return errorf("plus de %d jours de soins : vérifiez les dates", maxDays)
	}
	for i, d := range s.Days {
		if !s.inside(d) || slices.Contains(s.Days[:i], d) {
			return errorf("séance du %s hors du séjour, ou donnée deux fois", d.French())
		}
	}
	return nil
}

func (s *Stay) inside(d roc.Date) bool { return !d.Before(s.Entry) && !d.After(s.Exit) }

func (s *Stay) checkChain() error {
	if s.DaysBefore < 0 || s.DaysBefore > maxNights {
		return errorf("%d jours antérieurs : hors limites", s.DaysBefore)
	}
	if s.DaysBefore > 0 && len(s.Chain) > 0 {
		return errors.New("chaine et jours_anterieurs disent la même chose : donnez l'un ou l'autre")
	}
	for _, e := range s.Chain {
		if e.Entry.IsZero() || e.Exit.Before(e.Entry) {
			return errorf("séjour antérieur du %s au %s : les dates ne se suivent pas", e.Entry.French(),
				e.Exit.French())
		}
		if e.Away < 0 || e.Away > max(0, e.Exit.DaysSince(e.Entry)-1) {
			return errorf("séjour antérieur du %s au %s : %d jours de permission", e.Entry.French(),
				e.Exit.French(), e.Away)
		}
	}
	return nil
}

// checkHour accepts HH:MM, or nothing.
func checkHour(name, h string) error {
	if h == "" {
		return nil
	}
	digit := func(i int, top byte) bool { return h[i] >= '0' && h[i] <= top }
	if len(h) != 5 || h[2] != ':' || !digit(0, '2') || !digit(1, '9') || h[0] == '2' && h[1] > '3' || !digit(3, '5') ||
		!digit(4, '9') {
		return errorf("%s : %q n'est pas une heure, attendu HH:MM", name, h)
	}
	return nil
}

// checkPrestations returns the faults of prestations, of which each day must satisfy inside.
func checkPrestations(all []Prestation, inside func(roc.Date) bool) error {
	if len(all) > maxActs {
		return errorf("%d prestations : %d au plus", len(all), maxActs)
	}
	var faults []error
	for i := range all {
		err := all[i].check(inside)
		if slices.Contains(forfaitCodes, all[i].Code) {
			err = errors.New("un forfait patient urgences ne se donne pas : la règle choisit celui du passage")
		}
		if err != nil {
			faults = append(faults, errorf("prestation %d (%s) : %w", i+1, all[i].Code, err))
		}
	}
	return errors.Join(faults...)
}

func (p *Prestation) check(inside func(roc.Date) bool) error {
	switch {
	case p.Code == "":
		return errors.New("sans code")
	case p.From.IsZero():
		return errors.New("sans date")
	case !p.To.IsZero() && p.To.Before(p.From):
		return errorf("la fin du %s précède le début du %s", p.To.French(), p.From.French())
	case !inside(p.From) || !p.To.IsZero() && !inside(p.To):
		return errorf("du %s, hors du séjour", p.From.French())
	case p.Quantity < 1 || p.Quantity > maxQuantity:
		return errorf("quantité %d, attendu de 1 à %d", p.Quantity, maxQuantity)
	case p.UnitPrice < 0 || p.UnitPrice > maxUnitPrice || p.Base < 0 || p.Rate < 0 || p.Rate > fullRate:
		return errors.New("prix, base ou taux hors limites")
	case p.Base > p.UnitPrice:
		return errorf("base %s supérieure au prix %s", p.Base.French(), p.UnitPrice.French())
	case p.Coefficient < 0 || p.Coefficient > maxCoeff:
		return errors.New("coefficient hors limites")
	}
	return nil
}
