package simulator_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
)

func TestEveryWorldOfTheScenariosComesBackFromTheStoreAsItWasRead(t *testing.T) {
	names := scenarios.Worlds()
	if len(names) == 0 {
		t.Fatal("no world to try")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			text, err := scenarios.World(name)
			if err != nil {
				t.Fatal(err)
			}
			w, err := amc.ParseWorld(name+".yaml", text)
			if err != nil {
				t.Fatal(err)
			}
			db := filepath.Join(t.TempDir(), "miroir.db")
			start(t, simulator.Options{DB: db, Worlds: []*amc.World{w}}).stop()
			b := start(t, simulator.Options{DB: db})
			stored, err := b.sim.WorldNamed(context.Background(), w.Name)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(stored, w) {
				t.Errorf("stored %+v\nread %+v", stored, w)
			}
		})
	}
}
