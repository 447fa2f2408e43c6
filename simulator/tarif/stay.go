package tarif

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Stay is a hospital stay of which the AMO pays its part.
type Stay struct {
	Entry     roc.Date `yaml:"entree"`
	Exit      roc.Date `yaml:"sortie"`                 // of a stay EN_COURS: the last day known, its night included
	EntryHour string   `yaml:"heure_entree,omitempty"` // HH:MM; empty: not known
	ExitHour  string   `yaml:"heure_sortie,omitempty"`
	ExitMode  string   `yaml:"mode_sortie"`    // DOMICILE, TRANSFERT, MUTATION, DECES, EN_COURS
	Mode      string   `yaml:"mode,omitempty"` // how the establishment is paid: EX_DG or empty, EX_OQN
	Kind      string   `yaml:"type"`           // HC, AMBULATOIRE, HDJ, SEANCES, NUIT, CRISE, HAD
	Domain    string   `yaml:"domaine"`        // MCOO, SMR, PSY, HAD
	DMT       string   `yaml:"dmt,omitempty"`
	Tariff    string   `yaml:"code_tarif,omitempty"`
	// GHS is the tariff of the stay, of each day of care without a night, and the base of its ticket
	// modérateur; 0: the TNJP grid.
	GHS       roc.Cents `yaml:"ghs,omitempty"`
	Situation `yaml:",inline"`

	Chain      []Earlier    `yaml:"chaine,omitempty"`           // stays before this one, in any order
	DaysBefore int          `yaml:"jours_anterieurs,omitempty"` // instead: days of the stays that this one follows
	PASTaken   bool         `yaml:"pas_deja_payee,omitempty"`   // a directly linked stay has borne the participation
	Days       []roc.Date   `yaml:"seances,omitempty"`          // of HDJ, NUIT and SEANCES; empty: each day of the stay
	Leaves     []Leave      `yaml:"permissions,omitempty"`      // of SMR and PSY
	Acts       []Prestation `yaml:"actes,omitempty"`            // in the daily tariff, they matter by their threshold
	Fees       []Fee        `yaml:"honoraires,omitempty"`       // of practitioners, on top of an ex-OQN tariff
	Supplement []Prestation `yaml:"supplements,omitempty"`      // billed besides: room, bed of a companion, …
}

// An Earlier is a stay before another, in whatever hospital, legal entity or speciality.
type Earlier struct {
	Entry roc.Date `yaml:"entree"`
	Exit  roc.Date `yaml:"sortie"`
	PAS   bool     `yaml:"pas,omitempty"` // its costly act, by a participation or an exemption, covers the chain
	Away  int      `yaml:"jours_de_permission,omitempty"`
}

// A Prestation is something delivered, at its price.
type Prestation struct {
	Code      string    `yaml:"code"`
	ActCode   string    `yaml:"acte,omitempty"`
	From      roc.Date  `yaml:"du"`
	To        roc.Date  `yaml:"au,omitempty"` // zero: From
	Quantity  int       `yaml:"quantite"`
	UnitPrice roc.Cents `yaml:"prix_unitaire"`
	Base      roc.Cents `yaml:"base,omitempty"` // AMO base of one unit; 0: the AMO pays nothing
	Rate      int       `yaml:"taux,omitempty"` // AMO rate, percent; of a visit's act, 0: the rate of its code

	Specialty   string `yaml:"specialite,omitempty"`  // of the practitioner, for acts
	Coefficient int    `yaml:"coefficient,omitempty"` // NGAP; 0: none
	Invasive    bool   `yaml:"invasif,omitempty"`     // its base adds up with those of the invasive acts of its day
}

// Stay returns what a stay leaves after the AMO: TM or FJ, PAS, fees, supplements.
func (t *Table) Stay(s Stay) (Bill, error) {
	if err := s.check(); err != nil {
		return Bill{}, err
	}
	c, err := t.circumstances(&s.Situation)
	if err != nil {
		return Bill{}, err
	}
	days, linked, err := s.before()
	if err != nil {
		return Bill{}, err
	}
	if err := c.oneCircuit(daySpan{s.Entry, s.Exit}); err != nil {
		return Bill{}, err
	}
	b := &stayBill{t: t, s: &s, c: &c, before: days, linked: linked,
		lines: make([]Line, 0, 4+len(s.Fees)+len(s.Supplement))}
	if err := b.costlyAct(); err != nil {
		return Bill{}, err
	}
	if err := b.charge(); err != nil {
		return Bill{}, err
	}
	if err := b.participation(); err != nil {
		return Bill{}, err
	}
	unlined := b.unlined()
	for i := range s.Fees {
		b.fee(&s.Fees[i])
	}
	for i := range s.Supplement {
		b.lines = append(b.lines, supplement(&s.Supplement[i]))
	}
	circuit, remarks := circuitOf(c.on(s.Entry))
	return Bill{Lines: b.lines, Circuit: circuit, Remarks: append(b.remarks, remarks...), unlined: unlined}, nil
}

// A stayBill is the bill of a stay in the making.
type stayBill struct {
	t       *Table
	s       *Stay
	c       *circumstances
	before  int       // days of the chain already counted
	linked  bool      // a directly linked stay has borne the participation
	costly  reached   // the act that replaces the ticket modérateur; none where its act is nil
	pasRow  *row      // what keeps the participation from being generated
	fj      series    // forfaits journaliers of the domain
	tm      roc.Cents // ticket modérateur, and the forfaits that it was compared with
	against roc.Cents
	lines   []Line
	days    int // of care without a night
	remarks []string
}

// noTicket reports whether a participation stands for the ticket modérateur of the whole stay.
func (b *stayBill) noTicket() bool { return b.linked || b.costly.act != nil }

// before returns the days of the chain that reach this stay without a night at home, and whether
// one of its stays bore the participation.
func (s *Stay) before() (days int, linked bool, err error) {
	if len(s.Chain) == 0 {
		return s.DaysBefore, s.PASTaken, nil
	}
	chain := slices.SortedStableFunc(slices.Values(s.Chain), func(a, b Earlier) int {
		if n := b.Entry.DaysSince(a.Entry); n != 0 {
			return n
		}
		return b.Exit.DaysSince(a.Exit)
	})
	first, linked, away := s.Entry, s.PASTaken, 0
	for _, e := range chain { // the latest first
		switch {
		case e.Exit.After(first):
			return 0, false, errorf("le séjour antérieur du %s au %s chevauche celui qui le suit",
				e.Entry.French(), e.Exit.French())
		case e.Exit.Before(first):
			return s.Entry.DaysSince(first) - away, linked, nil
		}
		first, linked, away = e.Entry, linked || e.PAS, away+e.Away
	}
	return s.Entry.DaysSince(first) - away, linked, nil
}

func supplement(p *Prestation) Line {
	l := p.line(Supplement, "TAR-SUP", sourceSup, motive{why: becauseSupplement})
	l.share(p.Base*roc.Cents(p.Quantity), p.Rate)
	return l
}

func (p *Prestation) line(n Nature, rule, source string, m motive) Line {
	to := p.To
	if to.IsZero() {
		to = p.From
	}
	return Line{Code: p.Code, ActCode: p.ActCode, From: p.From, To: to, Quantity: p.Quantity,
		UnitPrice: p.UnitPrice, Nature: n, Rule: rule, Source: source, motive: m}
}

// circuitOf says who receives the bill, and why where it is not the AMC.
func circuitOf(e effect) (circuit string, remarks []string) {
	if e.circuit == "" {
		return circuitROC, nil
	}
	return e.circuit, []string{"Circuit " + e.circuit + " : " + e.circuitRow.Label + " ; aucune demande à une AMC."}
}
