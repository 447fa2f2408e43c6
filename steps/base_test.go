package steps

import (
	"reflect"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func TestEveryCaseStartsFromTheSameWorldAndChangesOnlyItsOwn(t *testing.T) {
	no, days := false, 0
	world := &admin.World{
		Name: "base", Clock: admin.ClockSettings{Mode: "figee", Start: time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)},
		AMCs: []admin.AMC{{Number: "99000001", Connected: &no, DirectoryDays: &days,
			Operators: []admin.Appointment{{Operator: "op", From: roc.NewDate(2025, 1, 1)}},
			Debtor:    &admin.Debtor{Name: "d"}}},
		Guarantees: map[string]admin.Guarantee{
			"G": {Responsible: true, Renewal: admin.Renewal{Mode: "jours", Days: 5}},
		},
		Beneficiaries: []admin.Beneficiary{{ID: "P01", Covers: []admin.Cover{{
			AMC: "99000001", Periods: []admin.Period{{From: roc.NewDate(2025, 1, 1)}},
			Renewal: &admin.Renewal{Mode: "jours"}}}}},
		Forcings: []admin.Forcing{{Service: "IDB", Times: 1}},
	}
	prepared := &pilote.CaseContext{Now: world.Clock.Start, Patient: pilote.Patient{NDA: "1"}}
	r := &Runner{}
	r.options.Data = Data{
		World:   func() (*admin.World, error) { return world, nil },
		Context: func() (*pilote.CaseContext, error) { return prepared, nil },
	}
	if err := r.readBase(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		w, c, err := r.copyBase()
		if err != nil || !reflect.DeepEqual(w, world) || !reflect.DeepEqual(c, prepared) {
			t.Fatalf("copied as %+v, %+v, %v", w, c, err)
		}
		w.AMCs[0].Name, *w.AMCs[0].Connected, w.Guarantees["G"], c.Patient.NDA = "autre", true, admin.Guarantee{}, "2"
	}
}
