package simulator_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// startBoth starts a simulator whose first AMC serves both versions, with a client of V2.
func startBoth(t *testing.T, name string) (v1, v2 *bench) {
	t.Helper()
	text := bytes.Replace(worldText(t, name), []byte("    convention: XA\n"),
		[]byte("    convention: XA\n    versions: [V1, V2]\n    domaines: [MCOO, SMR]\n"), 1)
	w, err := amc.ParseWorld("monde.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	b := start(t, simulator.Options{Worlds: []*amc.World{w}})
	other := *b
	if other.norme, err = norme.V2(); err != nil {
		t.Fatal(err)
	}
	return b, &other
}

func directoryV2(b *bench, binding, world string) string {
	return strings.Replace(b.directory(binding, world), "/v1/", "/v2/", 1)
}

func (h *hospital) period(idbID string, index int, from, to int) *roc.CLCRequest {
	q := h.clc(idbID, 2)
	q.Header.NormVersion = "V2"
	q.Header.MessageID = h.uuid("message " + q.ClcRequestID + string(rune('0'+index)))
	q.ClcRequestID = h.uuid("clc" + string(rune('0'+index)))
	q.Period = roc.BillingPeriod{Index: index, From: roc.NewDate(2025, 6, from), To: roc.NewDate(2025, 6, to)}
	q.Venue.Exit, q.Venue.ExitMode = time.Time{}, ""
	return q
}

func TestAnInterimChainIsServedInEachBindingOfV2(t *testing.T) {
	for _, binding := range bindings {
		t.Run(binding, func(t *testing.T) {
			_, b := startBoth(t, binding)
			h, c := newHospital(1), b.caller(binding)
			ann := call[*roc.ANNReply](b, c, directoryV2(b, binding, binding), h.ann(), roc.OK)
			if len(ann.Endpoints) != 8 || !strings.Contains(endpoint(t, ann, roc.IDB), "/v2/") ||
				ann.TechnicalContract == "" || len(ann.Modes) != 2 {
				t.Fatalf("directory %+v", ann)
			}
			idb := call[*roc.IDBReply](b, c, endpoint(t, ann, roc.IDB), h.idb(), roc.OK)
			clc := endpoint(t, ann, roc.CLC)
			one := call[*roc.CLCReply](b, c, clc, h.period(idb.IdbID, 1, 2, 4), roc.Accepte)
			two := call[*roc.CLCReply](b, c, clc, h.period(idb.IdbID, 2, 5, 8), roc.Accepte)
			gap := call[*roc.CLCReply](b, c, clc, h.period(idb.IdbID, 4, 9, 12), roc.Refuse)
			if idb.Counters == nil || one.Counters == nil || two.Period.Index != 2 || gap.Status.Code != "G10" {
				t.Errorf("answers %+v, %+v, %+v, %+v", idb, one, two, gap)
			}
			del := call[*roc.DELReply](b, c, endpoint(t, ann, roc.DEL), h.del(idb.IdbID, one.ClcID), roc.Refuse)
			if del.Status.Code != "G08" || del.Period.Index != 1 {
				t.Errorf("cancellation %+v", del)
			}
			all, err := b.admin.Exchanges(context.Background(), binding, 0)
			if err != nil || len(all) != 6 {
				t.Fatalf("%d exchanges, error %v", len(all), err)
			}
			for _, x := range all {
				if x.Version != "V2" || !json.Valid(x.Request) || !json.Valid(x.Reply) ||
					x.Service == "CLC" && !bytes.Contains(x.Reply, []byte("periodeFacturation")) {
					t.Errorf("exchange %+v: %s", x, x.Reply)
				}
			}
		})
	}
}

func TestACallerOfV2FallsBackToTheAddressesOfV1(t *testing.T) {
	for _, binding := range bindings {
		t.Run(binding, func(t *testing.T) {
			old, b := startBoth(t, binding)
			h := newHospital(1)
			q := h.ann()
			q.AMCNumber = "99000003"
			ann := call[*roc.ANNReply](b, b.caller(binding), directoryV2(b, binding, binding), q, roc.OK)
			if len(ann.Endpoints) != 4 || ann.Endpoints[0].Version != "V1" ||
				strings.Contains(ann.Endpoints[0].URL, "/v2/") {
				t.Fatalf("directory %+v", ann)
			}
			h.chain(old, binding, binding)
			ann = call[*roc.ANNReply](old, old.caller(binding), old.directory(binding, binding), h.ann(), roc.OK)
			if len(ann.Endpoints) != 4 || ann.TechnicalContract != "" {
				t.Errorf("the directory of V1 has moved: %+v", ann)
			}
			call[*roc.DELReply](old, old.caller(binding), ann.Endpoints[3].URL, h.del("IDB-X", "ENG-X"), roc.Inconnu)
		})
	}
}

func TestV2IsDescribedBesideV1(t *testing.T) {
	b := start(t, simulator.Options{})
	for path, want := range map[string]string{
		"/v2/amc?wsdl":                "/v2/amc\"",
		"/m/un/o/OPA/v2/amc?wsdl":     "/m/un/o/OPA/v2/amc\"",
		"/m/un/v2/annuaire?xsd":       "urn:miroir:roc:v2",
		"/m/un/v2/json/openapi.json":  "modeFinancement",
		"/o/OPA/v2/json/openapi.json": "/v2/json/clc",
		"/v1/json/openapi.json":       "/v1/json/clc",
	} {
		resp := get(t, b.services.URL+path)
		if body := read(t, resp); resp.StatusCode != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: HTTP %d, want %q in %.3000s", path, resp.StatusCode, want, body)
		}
	}
}
