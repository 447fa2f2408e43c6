package amc

import (
	"cmp"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A directory is what the directory knows of the insurer that a message names.
type directory struct {
	AMC        *AMC   // the one chosen; nil where the number is unknown or the choice open
	Candidates []*AMC // entries that share the number
	Operator   string // who answers for it today; empty where the AMC answers itself
	Since      roc.Date
}

// look finds an insurer by number, then by CSR, then by convention type. An only entry needs
// neither of the two: the zones of a card may be blank.
func (w *World) look(number, csr, convention string, day roc.Date) directory {
	d := directory{Candidates: w.index.insurers[number]}
	d.AMC = only(d.Candidates, func(*AMC) bool { return true })
	if d.AMC == nil {
		d.AMC = only(d.Candidates, func(a *AMC) bool { return a.CSR == csr && csr != "" })
	}
	if d.AMC == nil && csr == "" && convention != "" {
		d.AMC = only(d.Candidates, func(a *AMC) bool { return a.Convention == convention })
	}
	if d.AMC != nil {
		d.Operator, d.Since = d.AMC.operatorOn(day)
	}
	return d
}

func only(entries []*AMC, fits func(*AMC) bool) *AMC {
	var found *AMC
	for _, a := range entries {
		switch {
		case !fits(a):
		case found != nil:
			return nil
		default:
			found = a
		}
	}
	return found
}

// operatorOn returns who answers for the AMC on a day, and since when.
func (a *AMC) operatorOn(day roc.Date) (id string, since roc.Date) {
	for _, o := range a.Operators {
		if o.From.IsZero() || !o.From.After(day) {
			id, since = o.Operator, o.From
		}
	}
	return id, since
}

// answersAt reports whether the address called belongs to who answers for the AMC today. An
// address without operator serves every AMC.
func (d *directory) answersAt(operator string) bool { return operator == "" || operator == d.Operator }

func (a *AMC) offers(version string) bool { return slices.Contains(a.Versions, version) }

// opens reports whether a service is open in a version; without [Opening], all are.
func (a *AMC) opens(version string, s roc.Service) bool {
	open := a.Openings[version].Services
	return len(open) == 0 || slices.Contains(open, string(s))
}

// domainsIn lists the domains that the AMC serves in a version; without [Opening], all of its own.
func (a *AMC) domainsIn(version string) []string {
	if open := a.Openings[version].Domains; len(open) > 0 {
		return open
	}
	return a.Domains
}

// serves reports whether establishments of a mode of funding are served.
func (a *AMC) serves(mode string) bool { return slices.Contains(a.modes(), mode) }

func (a *AMC) modes() []string {
	if len(a.Modes) == 0 {
		return modeNames
	}
	return a.Modes
}

// contract names the technical contract, one whatever the establishment.
func (a *AMC) contract() string { return cmp.Or(a.TechnicalContract, "CT-"+a.Number) }

func (a *AMC) debtor() *roc.Debtor { return &roc.Debtor{Number: a.Debtor.Number, Name: a.Debtor.Name} }

func (a *AMC) contacts() []roc.Contact {
	var contacts []roc.Contact
	for _, c := range a.Contacts {
		contacts = append(contacts, roc.Contact(c))
	}
	return contacts
}

// consignes returns the instructions that the answers of a service carry.
func (a *AMC) consignes(s roc.Service) []roc.Consigne {
	var consignes []roc.Consigne
	for _, c := range a.Consignes {
		if slices.Contains(c.Services, string(s)) {
			consignes = append(consignes, roc.Consigne{Code: c.Code, Text: c.Text})
		}
	}
	return consignes
}
