package simulator_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"go.uber.org/goleak"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var bindings = []string{"soap11", "soap12", "json"}

func TestAWholeStayIsServedInEachBindingAndEachStore(t *testing.T) {
	for store, db := range map[string]string{"memory": "", "file": filepath.Join(t.TempDir(), "miroir.db")} {
		for _, binding := range bindings {
			t.Run(store+" "+binding, func(t *testing.T) {
				b := start(t, simulator.Options{DB: db, Worlds: []*amc.World{world(t, binding)}})
				newHospital(1).chain(b, binding, binding)
				all, err := b.admin.Exchanges(context.Background(), binding, 0)
				if err != nil || len(all) != 5 {
					t.Fatalf("%d exchanges, error %v", len(all), err)
				}
				for i, want := range []string{"ANN", "IDB", "SIM", "CLC", "DEL"} {
					x := all[i]
					if x.Service != want || x.Binding != binding || x.HTTP != 200 ||
						x.Seq != int64(i+1) || len(x.Rules) == 0 ||
						!json.Valid(x.Request) || !json.Valid(x.Reply) {
						t.Errorf("exchange %d is %+v", i, x)
					}
				}
			})
		}
	}
}

func TestTheTraceOfOneExchangeIsReadable(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "un")}})
	newHospital(1).chain(b, "soap11", "un")
	var x admin.Exchange
	resp := get(t, b.control.URL+"/api/worlds/un/exchanges/E-000004")
	if err := json.NewDecoder(resp.Body).Decode(&x); err != nil || resp.StatusCode != 200 {
		t.Fatalf("HTTP %d, error %v", resp.StatusCode, err)
	}
	if x.Service != "CLC" || x.RawRequest == "" || x.RawReply == "" {
		t.Errorf("exchange %+v", x)
	}
	for _, r := range x.Rules {
		if r.ID == "" || r.Text == "" || r.Source == "" {
			t.Errorf("rule %+v", r)
		}
	}
	if !slices.ContainsFunc(x.Rules, func(r admin.Rule) bool { return r.ID == "CLC-R09" }) {
		t.Errorf("the sharing of the lines is not in the trace: %+v", x.Rules)
	}
}
