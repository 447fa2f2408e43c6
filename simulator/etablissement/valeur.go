package etablissement

import (
	"errors"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// bill asks the oracle what the stay or the visit leaves after the AMO, at the rates of the days of care.
func (s *session) bill() (tarif.Bill, error) {
	var bill tarif.Bill
	var err error
	if s.d.Context.Venue.Context == string(roc.ACE) {
		bill, err = s.rates.Visit(s.c.VisitOf(s.d))
	} else {
		bill, err = s.rates.Stay(s.stay())
	}
	if err != nil {
		return bill, block("Valorisation impossible : %s.", err)
	}
	return bill, nil
}

// stay describes to the oracle the stay and what it follows.
func (s *session) stay() tarif.Stay { return s.c.follow(s.d, s.c.StayOf(s.d)) }

// value returns the lines of the whole bill as the GAP takes them.
func (s *session) value() ([]tarif.Line, error) { return s.valueOf(roc.BillingPeriod{}) }

// stayOf describes the stay to the oracle: real exit, or the planned one as if the patient went home.
func stayOf(d *Dossier) tarif.Stay {
	v := d.Context.Venue
	s := tarif.Stay{Entry: dayOf(v.Entry), Exit: d.exitDay(), ExitMode: "DOMICILE", Kind: v.Kind, Domain: v.Domain,
		DMT: v.DMT, Tariff: v.Tariff, Situation: situationOf(d)}
	s.GHS, _ = ghsOf(v) // its form was checked when the context came in
	s.Mode = d.Context.Establishment.Mode
	if d.Exit != nil {
		s.ExitMode = d.Exit.Mode
	}
	for _, l := range d.Leaves {
		from, err1 := roc.ParseDate(l.From)
		to, err2 := roc.ParseDate(l.To)
		if err1 == nil && err2 == nil {
			s.Leaves = append(s.Leaves, tarif.Leave{From: from, To: to})
		}
	}
	for _, keyed := range d.Prestations {
		p, err := prestation(keyed)
		switch {
		case err != nil: // its form was checked when it came in
		case d.isFee(keyed):
			s.Fees = append(s.Fees, fee(keyed, p))
		case p.ActCode != "" || p.Coefficient > 0:
			s.Acts = append(s.Acts, p)
		default:
			s.Supplement = append(s.Supplement, p)
		}
	}
	return s
}

// ghsOf reads the amount of the stay on which the ticket modérateur is taken; 0 where there is none.
func ghsOf(v pilote.Venue) (roc.Cents, error) {
	if v.GHS == "" {
		return 0, nil
	}
	return roc.ParseCents(v.GHS)
}

// visitOf describes the visit to the oracle.
func visitOf(d *Dossier) tarif.Visit {
	v := d.Context.Venue
	return tarif.Visit{Kind: v.Kind, Date: dayOf(v.Entry), Pathway: v.Pathway, Outcome: outcomeOf(d),
		Situation: situationOf(d), Acts: prestations(d.Prestations)}
}

// outcomeOf is how an emergency visit ended, in the oracle's words; other visits have none.
func outcomeOf(d *Dossier) string {
	switch {
	case !d.emergency():
		return ""
	case d.Exit == nil || d.Exit.Mode == "DOMICILE":
		return "RETOUR"
	case d.Exit.Mode == "HOSPITALISATION":
		return "HOSPITALISE"
	case d.Exit.Mode == "REORIENTATION":
		return "REORIENTE"
	}
	return d.Exit.Mode
}

// situationOf tells the oracle all that the AMO says of the patient.
func situationOf(d *Dossier) tarif.Situation {
	return tarif.Situation{Nature: d.AMO.Nature, ExoCode: d.AMO.ExoCode, FJPayer: d.AMO.FJPayer,
		Names: d.AMO.Situations, Birth: birthOf(d.Patient)}
}

// birthOf is the day of birth, zero where the card bears no day of the calendar.
func birthOf(p pilote.Patient) roc.Date {
	if len(p.BirthDate) != 8 {
		return roc.Date{}
	}
	day, err := roc.ParseDate(strings.Join([]string{p.BirthDate[:4], p.BirthDate[4:6], p.BirthDate[6:]}, "-"))
	if err != nil {
		return roc.Date{}
	}
	return day
}

// prestations are the same for the oracle; their form was checked when they came in.
func prestations(all []pilote.Prestation) []tarif.Prestation {
	list := make([]tarif.Prestation, 0, len(all))
	for _, p := range all {
		one, err := prestation(p)
		if err == nil {
			list = append(list, one)
		}
	}
	return list
}

// prestation reads a prestation as the agent keyed it.
func prestation(p pilote.Prestation) (tarif.Prestation, error) {
	from, err1 := roc.ParseDate(p.From)
	to, err2 := from, error(nil)
	if p.To != "" {
		to, err2 = roc.ParseDate(p.To)
	}
	price, err3 := roc.ParseCents(p.UnitPrice)
	base, err4 := roc.Cents(0), error(nil)
	if p.Base != "" {
		base, err4 = roc.ParseCents(p.Base)
	}
	one := tarif.Prestation{Code: p.Code, ActCode: p.ActCode, From: from, To: to, Quantity: p.Quantity,
		UnitPrice: price, Base: base, Rate: p.Rate, Specialty: p.Specialty, Coefficient: p.Coefficient,
		Invasive: p.Invasive}
	return one, errors.Join(err1, err2, err3, err4)
}
