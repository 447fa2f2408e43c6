package vocabulaire

import (
	"fmt"
	"time"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
	"github.com/roc-miroir/miroir/steps"
)

const (
	baseWorld   = "base"
	basePatient = "P01"
	baseAMC     = "Mutuelle Alpha"
)

// Data gives each case what it starts from: the base world, and a stay of the nominal patient.
func Data() steps.Data { return steps.Data{World: world, Context: startingContext} }

func world() (*admin.World, error) {
	text, err := scenarios.World(baseWorld)
	if err != nil {
		return nil, err
	}
	w := new(admin.World)
	if err := strictyaml.Decode("scenarios/mondes/"+baseWorld+".yaml", text, w); err != nil {
		return nil, err
	}
	return w, nil
}

func startingContext() (*pilote.CaseContext, error) {
	w, err := world()
	if err != nil {
		return nil, err
	}
	c := &pilote.CaseContext{
		Now: w.Clock.Start,
		Establishment: pilote.Establishment{
			FinessEJ: w.Establishments[0].FinessEJ, FinessEG: w.Establishments[0].FinessEG, Statut: "EPS",
			Mode: "EX_DG",
		},
		Venue: stay(w.Clock.Start, w.Clock.Start.AddDate(0, 0, 5), medicine),
	}
	return c, cover(w, c, basePatient, baseAMC)
}

// cover makes a persona the case's patient, holding the attestation of an insurer. Where no contract
// of the persona is with that insurer, the first one is taken to be.
func cover(w *admin.World, c *pilote.CaseContext, persona, amc string) error {
	b, err := beneficiary(w, persona)
	if err != nil {
		return err
	}
	a, err := insurer(w, amc)
	if err != nil {
		return err
	}
	p, err := scenarios.PersonaByID(persona)
	if err != nil {
		return err
	}
	contract := contractWith(b, a)
	if contract == nil {
		contract = &b.Covers[0]
		contract.AMC = a.Number
	}
	contract.CSR = a.CSR
	c.Patient = identity(b, p)
	c.AMO = pilote.AMO{Nature: p.AMO.Nature, ExoCode: p.AMO.ExoCode, FJPayer: p.AMO.FJPayer}
	c.Card = card(a, contract)
	return nil
}

func contractWith(b *admin.Beneficiary, a *admin.AMC) *admin.Cover {
	for i := range b.Covers {
		if b.Covers[i].AMC == a.Number {
			return &b.Covers[i]
		}
	}
	return nil
}

// identity is the persona as the hospital registers him or her.
func identity(b *admin.Beneficiary, p scenarios.Persona) pilote.Patient {
	patient := pilote.Patient{
		IPP: "IPP" + b.ID, NDA: "2500000" + b.ID[1:], LastName: b.LastName, FirstName: b.FirstName, Sex: p.Sex,
		BirthDate: b.BirthDate, BirthRank: max(1, b.BirthRank),
		InsuredNIR: b.InsuredNIR[:13], InsuredKey: b.InsuredNIR[13:],
	}
	if b.NIR != "" {
		patient.NIR, patient.Key = b.NIR[:13], b.NIR[13:]
	}
	return patient
}

func card(a *admin.AMC, contract *admin.Cover) pilote.Card {
	return pilote.Card{
		AMCNumber: a.Number, ConventionType: a.Convention, CSR: a.CSR, MemberNumber: contract.Member,
		ValidFrom: "2025-01-01", ValidTo: "2025-12-31",
	}
}

func beneficiary(w *admin.World, id string) (*admin.Beneficiary, error) {
	var known []string
	for i := range w.Beneficiaries {
		if w.Beneficiaries[i].ID == id {
			return &w.Beneficiaries[i], nil
		}
		known = append(known, w.Beneficiaries[i].ID)
	}
	return nil, unknown("patient", id, known)
}

func insurer(w *admin.World, name string) (*admin.AMC, error) {
	var known []string
	for i := range w.AMCs {
		if w.AMCs[i].Name == name {
			return &w.AMCs[i], nil
		}
		known = append(known, w.AMCs[i].Name)
	}
	return nil, unknown("AMC", name, known)
}

func unknown(what, name string, known []string) error {
	if near := strictyaml.Nearest(name, known); near != "" {
		return fmt.Errorf("le monde du cas ne connaît pas de %s %q ; vouliez-vous dire %q ?", what, name, near)
	}
	return fmt.Errorf("le monde du cas ne connaît pas de %s %q ; il connaît : %q", what, name, known)
}

// clock formats an instant as the driver protocol writes those of a venue.
func clock(t time.Time) string { return t.Format("2006-01-02T15:04") }
