package simulator_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// identified opens the rights of a stay and returns where to calculate.
func identified(b *bench, h *hospital, worldName string) (idbID, url string) {
	c := b.caller("json")
	ann := call[*roc.ANNReply](b, c, b.directory("json", worldName), h.ann(), roc.OK)
	idb := call[*roc.IDBReply](b, c, endpoint(b.tb, ann, roc.IDB), h.idb(), roc.OK)
	return idb.IdbID, endpoint(b.tb, ann, roc.CLC)
}

// together sends the requests at the same time and returns the replies in order.
func together(t *testing.T, b *bench, url string, requests []*roc.CLCRequest) []*roc.CLCReply {
	t.Helper()
	replies := make([]*roc.CLCReply, len(requests))
	var wg sync.WaitGroup
	for i, r := range requests {
		wg.Go(func() {
			reply, err := b.caller("json").Call(context.Background(), url, r)
			if err != nil {
				t.Error(err)
				return
			}
			replies[i] = reply.(*roc.CLCReply)
		})
	}
	wg.Wait()
	if t.Failed() {
		t.FailNow()
	}
	return replies
}

func TestOneDossierCalculatedByManyAtOnceIsEngagedOnce(t *testing.T) {
	b := start(t, simulator.Options{DB: filepath.Join(t.TempDir(), "miroir.db"), Worlds: []*amc.World{world(t, "un")}})
	h := newHospital(1)
	idbID, url := identified(b, h, "un")
	requests := make([]*roc.CLCRequest, 24)
	for i := range requests {
		requests[i] = h.clc(idbID, 3)
		requests[i].ClcRequestID = h.uuid(fmt.Sprint("attempt", i))
	}
	engaged := 0
	for _, r := range together(t, b, url, requests) {
		switch {
		case r.Status.Result == roc.Accepte:
			engaged++
		case r.Status.Code != "G02":
			t.Errorf("status %+v", r.Status)
		}
	}
	if engaged != 1 {
		t.Errorf("%d engagements for one dossier", engaged)
	}
}

func TestOneCalculationSentManyTimesAtOnceGetsOneAnswer(t *testing.T) {
	b := start(t, simulator.Options{DB: filepath.Join(t.TempDir(), "miroir.db"), Worlds: []*amc.World{world(t, "un")}})
	h := newHospital(1)
	idbID, url := identified(b, h, "un")
	requests := make([]*roc.CLCRequest, 24)
	for i := range requests {
		requests[i] = h.clc(idbID, 3)
	}
	replies := together(t, b, url, requests)
	for _, r := range replies {
		r.Header = replies[0].Header // message identifiers and instants are those of each sending
		if r.Status.Result != roc.Accepte || !reflect.DeepEqual(r, replies[0]) {
			t.Errorf("answered %+v, elsewhere %+v", r, replies[0])
		}
	}
	other := h.clc(idbID, 2)
	reply := call[*roc.CLCReply](b, b.caller("json"), url, other, roc.Refuse)
	if reply.Status.Code != "G07" {
		t.Errorf("the same identifier for another content answered %+v", reply.Status)
	}
}

func TestARestartFindsWorldsEngagementsAndJournalBack(t *testing.T) {
	db := filepath.Join(t.TempDir(), "miroir.db")
	b := start(t, simulator.Options{DB: db, Worlds: []*amc.World{world(t, "un")}})
	h := newHospital(1)
	idbID, _ := identified(b, h, "un")
	url := b.services.URL + "/m/un/o/OPA/v1/json/clc"
	first := call[*roc.CLCReply](b, b.caller("json"), url, h.clc(idbID, 3), roc.Accepte)
	if err := b.admin.SetClock(context.Background(), "un", h.now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	b.stop()

	b = start(t, simulator.Options{DB: db, Worlds: []*amc.World{world(t, "un")}})
	url = b.services.URL + "/m/un/o/OPA/v1/json/clc"
	again := call[*roc.CLCReply](b, b.caller("json"), url, h.clc(idbID, 3), roc.Accepte)
	if again.ClcID != first.ClcID {
		t.Errorf("replayed as %s, was %s", again.ClcID, first.ClcID)
	}
	all, err := b.admin.Exchanges(context.Background(), "un", 0)
	if err != nil || len(all) != 4 || !all[3].At.Equal(h.now.Add(time.Hour)) {
		t.Errorf("journal %+v, error %v", all, err)
	}
}

// play plays the same requests on a new simulator and returns the journal.
func play(t *testing.T, o simulator.Options) []admin.Exchange {
	t.Helper()
	o.Worlds = []*amc.World{world(t, "un")}
	b := start(t, o)
	c := b.caller("soap11")
	h := newHospital(1)
	idb := call[*roc.IDBReply](b, c, b.services.URL+"/m/un/o/OPA/v1/amc", h.idb(), roc.OK)
	url := b.services.URL + "/m/un/o/OPA/v1/amc"
	clc := call[*roc.CLCReply](b, c, url, h.clc(idb.IdbID, 10), roc.Accepte)
	call[*roc.DELReply](b, c, url, h.del(idb.IdbID, clc.ClcID), roc.OK)
	send(t, "POST", url, soap11, "unreadable")
	all, err := b.admin.Exchanges(context.Background(), "un", 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		var raw admin.Exchange
		decode(t, get(t, fmt.Sprintf("%s/api/worlds/un/exchanges/%s?clair=oui", b.control.URL, all[i].ID)), &raw)
		all[i] = raw
	}
	b.stop()
	return all
}

func TestTwoRunsGiveByteEqualJournals(t *testing.T) {
	first := play(t, simulator.Options{})
	second := play(t, simulator.Options{DB: filepath.Join(t.TempDir(), "miroir.db")})
	if len(first) != 4 || !reflect.DeepEqual(first, second) {
		t.Errorf("first run %+v\nsecond run %+v", first, second)
	}
}

func TestAThousandWorldsLiveSideBySideInLittleMemory(t *testing.T) {
	const count = 1000
	b := start(t, simulator.Options{})
	text := worldText(t, "essai")
	before := heap()
	for i := range count {
		w, err := amc.ParseWorld("monde.yaml", text)
		if err != nil {
			t.Fatal(err)
		}
		w.Name = fmt.Sprint("monde-", i)
		if err := b.admin.CreateWorld(context.Background(), *w); err != nil {
			t.Fatal(err)
		}
	}
	h := newHospital(1)
	for _, i := range []int{0, 1, 500, 999, 0} {
		url := fmt.Sprintf("%s/m/monde-%d/o/OPA/v1/json/idb", b.services.URL, i)
		call[*roc.IDBReply](b, b.caller("json"), url, h.idb(), roc.OK)
	}
	for i, want := range map[int]int{0: 2, 1: 1, 2: 0} {
		all, err := b.admin.Exchanges(context.Background(), fmt.Sprint("monde-", i), 0)
		if err != nil || len(all) != want {
			t.Errorf("world %d holds %d exchanges, want %d, error %v", i, len(all), want, err)
		}
	}
	if grown := heap() - before; grown > 40<<20 {
		t.Errorf("%d worlds take %d MiB", count, grown>>20)
	}
}

// heap is the memory in use after a collection.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestAStoreThatRefusesIsSaidToTheCallerInItsDialect(t *testing.T) {
	b := start(t, simulator.Options{Worlds: []*amc.World{world(t, "un")}})
	h := newHospital(1)
	idbID, url := identified(b, h, "un")
	if err := b.sim.CloseStore(); err != nil {
		t.Fatal(err)
	}
	inSOAP := b.services.URL + "/m/un/o/OPA/v1/amc"
	for binding, want := range map[string]struct {
		url    string
		status int
	}{"json": {url, 503}, "soap11": {inSOAP, 500}, "soap12": {inSOAP, 500}} {
		_, err := b.caller(binding).Call(context.Background(), want.url, h.clc(idbID, 3))
		var refused *roc.CallError
		if !errors.As(err, &refused) || refused.HTTPStatus != want.status || refused.Code != "T02" {
			t.Errorf("%s: error %v", binding, err)
		}
	}
	if resp := get(t, b.services.URL+"/readyz"); resp.StatusCode != 503 {
		t.Errorf("readyz answers HTTP %d", resp.StatusCode)
	}
}
