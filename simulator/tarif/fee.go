package tarif

import (
	"errors"
	"slices"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Fee is what a practitioner bills on top of the tariff of an ex-OQN establishment: Base is what the
// AMO knows of it, and the unit price above the base is an overrun, which it leaves entirely. Its act
// counts for the threshold of the participation as those of Stay.Acts: it is given in one of them only.
type Fee struct {
	Prestation `yaml:",inline"` // rate 0: that of the stay
	RPPS       string           `yaml:"rpps,omitempty"`
	Sector     string           `yaml:"secteur,omitempty"`      // 1, 2, NC
	OPTAM      string           `yaml:"optam,omitempty"`        // AUCUN, OPTAM, OPTAM_CO, on the day of the act
	Payee      string           `yaml:"beneficiaire,omitempty"` // ETABLISSEMENT, PRATICIEN
	Overrun    roc.Cents        `yaml:"depassement,omitempty"`  // of the line; 0: the price above the base
}

// overrun is what the price of a fee adds to its base.
func (f *Fee) overrun() roc.Cents { return (f.UnitPrice - f.Base) * roc.Cents(f.Quantity) }

// fee adds the line of a fee: of its base the AMO pays its rate, or everything where the stay leaves no
// ticket modérateur on that day; of its overrun, nothing.
func (b *stayBill) fee(f *Fee) {
	rate, m := b.feeRate(f)
	l := f.line(Fees, "TAR-HON", sourceFee, m)
	l.share(f.Base*roc.Cents(f.Quantity), rate)
	l.RPPS, l.Sector, l.OPTAM, l.Payee, l.Overrun = f.RPPS, f.Sector, f.OPTAM, f.Payee, f.overrun()
	b.lines = append(b.lines, l)
}

// feeRate returns the AMO rate of the base of a fee, and why.
func (b *stayBill) feeRate(f *Fee) (int, motive) {
	e := b.c.on(f.From)
	switch {
	case f.Base == 0:
		return 0, motive{why: becauseFeeFree}
	case b.noTicket():
		return fullRate, motive{why: becauseFeeCostly}
	case e.noTM != nil:
		return fullRate, motive{why: becauseFeeExempt, row: e.noTM}
	case b.s.continuous() && b.before+b.s.presence(f.From) > tmDays:
		return fullRate, motive{why: becauseFeeTail}
	}
	rate := f.Rate
	if rate == 0 {
		rate = b.t.stayRate
	}
	return max(rate, e.rate), motive{why: becauseFee}
}

// acts are those that may reach the threshold: what the tariff includes, and what is billed on top.
func (s *Stay) acts() []Prestation {
	if len(s.Fees) == 0 {
		return s.Acts
	}
	all := slices.Clone(s.Acts)
	for i := range s.Fees {
		all = append(all, s.Fees[i].Prestation)
	}
	return all
}

// becauseFee says what the AMO pays of a fee, and what it leaves.
func (l *Line) becauseFee() string {
	m := &l.motive
	text := "Honoraires du praticien"
	if l.RPPS != "" {
		text += " " + l.RPPS
	}
	switch m.why {
	case becauseFeeFree:
		return text + " sans base AMO : la totalité du prix reste."
	case becauseFeeCostly:
		text += " : base prise en charge à 100 % par l'AMO, la participation sur acte coûteux remplace le ticket " +
			"modérateur"
	case becauseFeeExempt:
		text += " : base prise en charge à 100 % par l'AMO (" + m.row.Label + ")"
	case becauseFeeTail:
		text += " : base prise en charge à 100 % par l'AMO au-delà du trentième jour"
	default:
		text += " : ticket modérateur, la base de " + l.Base.French() + " moins la part AMO de " +
			strconv.Itoa(l.Rate) + " %"
	}
	if l.Overrun == 0 {
		return text + " ; pas de dépassement."
	}
	return text + " ; dépassement de " + l.Overrun.French() + " laissé en entier."
}

var (
	sectors = []string{"", "1", "2", "NC"}
	optams  = []string{"", "AUCUN", "OPTAM", "OPTAM_CO"}
	payees  = []string{"", "ETABLISSEMENT", "PRATICIEN"}
)

// checkFees returns the faults of fees.
func (s *Stay) checkFees() error {
	if len(s.Fees) == 0 {
		return nil
	}
	if s.Mode != exOQN {
		return errors.New("honoraires : seulement dans un établissement ex-OQN (mode: EX_OQN) ; le tarif d'un " +
			"établissement ex-DG les comprend")
	}
	if len(s.Fees) > maxActs {
		return errorf("%d honoraires : %d au plus", len(s.Fees), maxActs)
	}
	var faults []error
	for i := range s.Fees {
		if err := s.Fees[i].check(s.inside); err != nil {
			faults = append(faults, errorf("honoraires %d (%s) : %w", i+1, s.Fees[i].Code, err))
		}
	}
	return errors.Join(faults...)
}

func (f *Fee) check(inside func(roc.Date) bool) error {
	if err := f.Prestation.check(inside); err != nil {
		return err
	}
	for _, w := range []struct {
		name, value string
		known       []string
	}{{"secteur", f.Sector, sectors}, {"optam", f.OPTAM, optams}, {"beneficiaire", f.Payee, payees}} {
		if !slices.Contains(w.known, w.value) {
			return errorf("%s %q inconnu%s", w.name, w.value, hint(w.value, w.known[1:]))
		}
	}
	if f.Overrun != 0 && f.Overrun != f.overrun() {
		return errorf("dépassement de %s, alors que le prix dépasse la base de %s", f.Overrun.French(),
			f.overrun().French())
	}
	return nil
}
