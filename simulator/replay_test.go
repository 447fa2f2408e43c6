package simulator_test

import (
	"context"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// An answer bent on purpose is bent again when it is given again: neither tells against the payer.
func TestAForcedAnswerGivenAgainIsVisibleAsSuch(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "alpha")}})
	once := admin.Forcing{Service: "CLC", Incoherence: "somme_fausse", Times: 1}
	if err := b.admin.Force(context.Background(), "alpha", once); err != nil {
		t.Fatal(err)
	}
	url, c, h := b.services.URL+"/m/alpha/o/OPA/v1/json/", b.caller("json"), newHospital(1)
	id := call[*roc.IDBReply](b, c, url+"idb", h.idb(), roc.OK).IdbID
	q := h.clc(id, 2)
	first := call[*roc.CLCReply](b, c, url+"clc", q, roc.Accepte)
	again := *q
	again.Header.MessageID, again.Header.RetryOf = h.uuid("again"), q.Header.MessageID
	second := call[*roc.CLCReply](b, c, url+"clc", &again, roc.Accepte)
	if *first.Totals != *second.Totals {
		t.Errorf("answered %+v, then %+v", first.Totals, second.Totals)
	}
	all, err := b.admin.Exchanges(context.Background(), "alpha", 0)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, x := range all {
		if e := admin.Explain(x); x.Service == "CLC" && len(e.Faults) > 0 && strings.Contains(e.Faults[0], "total") {
			told++
			if !e.Forced {
				t.Errorf("%s contradicts itself (%q) and is not told to be forced", x.ID, e.Faults)
			}
		}
	}
	if told != 2 {
		t.Errorf("%d answers contradict themselves, want 2", told)
	}
}
