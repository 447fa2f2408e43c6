package etablissement

import (
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/norme"
)

func TestEveryMessageHasItsPlaceInTheNormeThatItNames(t *testing.T) {
	for _, s := range scripts() {
		t.Run(s.requirement+" "+s.name, func(t *testing.T) {
			for _, m := range s.run(t, Honest()).sent {
				n, err := norme.Load(m.Request.RequestHeader().NormVersion)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := n.AppendJSON(nil, m.Request); err != nil {
					t.Errorf("%s: %v", m.Service, err)
				}
			}
		})
	}
}

func TestAGAPSpeaksAVersionAndThoseBefore(t *testing.T) {
	for version, want := range map[string]string{"v1": "V1", "v2": "V2 V1", "V2": "V2 V1"} {
		got, err := SpeaksUpTo(version)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %v, %v, want %s", version, got, err, want)
		}
	}
	if _, err := SpeaksUpTo("v3"); err == nil {
		t.Error("v3 is spoken")
	}
}

func TestACaseOfAVersionThatTheGAPDoesNotSpeakIsRefused(t *testing.T) {
	b := newBench(t, served(t, newPayer()), "http://amc.test")
	c := stay()
	c.Version = "V2"
	r := b.post(t, pilote.Preparer, func(d *pilote.Demand) { d.Context, d.Case = &c, "autre" })
	if r.Status != pilote.RefuseProduit || !strings.Contains(r.Message, "V1") {
		t.Errorf("got %+v", r)
	}
}
