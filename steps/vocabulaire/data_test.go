package vocabulaire

import (
	"strings"
	"testing"
)

func TestEveryCaseStartsFromItsOwnCopy(t *testing.T) {
	one, err := Data().World()
	if err != nil {
		t.Fatal(err)
	}
	one.AMCs[0].Name = "changée"
	two, err := Data().World()
	if err != nil || two.AMCs[0].Name == "changée" {
		t.Errorf("a change leaked into the next case (%v)", err)
	}
}

func TestTheStartingContextIsTheNominalStay(t *testing.T) {
	c, err := Data().Context()
	if err != nil {
		t.Fatal(err)
	}
	if c.Card.AMCNumber != "99000001" || c.Patient.NDA != "250000001" || c.Patient.InsuredKey != "89" {
		t.Errorf("card %+v, dossier %s", c.Card, c.Patient.NDA)
	}
	if c.Venue.Entry != "2025-06-02T09:00" || c.Venue.PlannedExit != "2025-06-07T17:00" || c.Venue.DMT != "216" {
		t.Errorf("venue %+v", c.Venue)
	}
}

func TestAPatientMayBeCoveredByAnyInsurer(t *testing.T) {
	w, err := world()
	if err != nil {
		t.Fatal(err)
	}
	c, err := startingContext()
	if err != nil {
		t.Fatal(err)
	}
	if err := cover(w, c, "P01", "Assureur Bêta Sud"); err != nil {
		t.Fatal(err)
	}
	b, err := beneficiary(w, "P01")
	if err != nil || b.Covers[0].AMC != "0099000002" || b.Covers[0].CSR != "C02" {
		t.Errorf("the contract is with %+v (%v)", b.Covers[0], err)
	}
	if c.Card.CSR != "C02" || c.Card.MemberNumber != "A00012345" {
		t.Errorf("the card is %+v", c.Card)
	}
}

func TestAnUnknownNameIsRefusedWithTheNearest(t *testing.T) {
	w, err := world()
	if err != nil {
		t.Fatal(err)
	}
	c, err := startingContext()
	if err != nil {
		t.Fatal(err)
	}
	for _, names := range [][2]string{{"P01", "Mutuelle Alfa"}, {"P0l", "Mutuelle Alpha"}} {
		if err := cover(w, c, names[0], names[1]); err == nil || !strings.Contains(err.Error(), "vouliez-vous dire") {
			t.Errorf("%q: error is %v", names, err)
		}
	}
}
