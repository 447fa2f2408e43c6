package simulator_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/soap"
)

// caller is a client of either binding.
type caller interface {
	Call(ctx context.Context, url string, req roc.Request) (roc.Reply, error)
}

// A bench is a simulator behind real sockets.
type bench struct {
	tb       testing.TB
	sim      *simulator.Simulator
	services *httptest.Server
	control  *httptest.Server
	admin    *admin.Client
	norme    *norme.Norme
}

func start(tb testing.TB, o simulator.Options) *bench {
	tb.Helper()
	sim, err := simulator.New(o)
	if err != nil {
		tb.Fatal(err)
	}
	n, err := norme.V1()
	if err != nil {
		tb.Fatal(err)
	}
	b := &bench{tb: tb, sim: sim, norme: n,
		services: httptest.NewServer(sim.Handler()), control: httptest.NewServer(sim.AdminHandler())}
	b.admin = &admin.Client{Base: b.control.URL, HTTP: b.control.Client()}
	tb.Cleanup(b.stop)
	return b
}

// stop is called again by the clean-up of a test that stopped its bench itself.
func (b *bench) stop() {
	b.services.Close()
	b.control.Close()
	if err := b.sim.Close(); err != nil {
		b.tb.Error(err)
	}
}

// caller returns a client: "soap11", "soap12" or "json".
func (b *bench) caller(binding string) caller {
	switch binding {
	case "json":
		return rest.Client{HTTP: b.services.Client(), Norme: b.norme}
	case "soap12":
		return soap.Client{HTTP: b.services.Client(), Norme: b.norme, Version: soap.V12}
	}
	return soap.Client{HTTP: b.services.Client(), Norme: b.norme, Version: soap.V11}
}

// directory is the address of the directory of a world for a binding.
func (b *bench) directory(binding, world string) string {
	if binding == "json" {
		return b.services.URL + "/m/" + world + "/v1/json/annuaire"
	}
	return b.services.URL + "/m/" + world + "/v1/annuaire"
}

// world returns a copy of the tests' world under another name.
func world(tb testing.TB, name string) *amc.World {
	tb.Helper()
	w, err := amc.ParseWorld("monde.yaml", worldText(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func worldText(tb testing.TB, name string) []byte {
	tb.Helper()
	text, err := os.ReadFile("testdata/monde.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	return bytes.Replace(text, []byte("monde: essai"), []byte("monde: "+name), 1)
}

// A hospital writes the requests of one patient's stay; n tells one dossier from another.
type hospital struct {
	n   int
	now time.Time
}

func newHospital(n int) *hospital {
	return &hospital{n: n, now: time.Date(2025, 6, 2, 8, 0, 0, 0, time.FixedZone("", 7200))}
}

func (h *hospital) uuid(what string) string {
	return uuid.NewSHA1(uuid.Nil, []byte(fmt.Sprint(h.n, what))).String()
}

func (h *hospital) header(what, amcNumber string) roc.Header {
	return roc.Header{
		MessageID: h.uuid("message " + what), ConversationID: h.uuid("conversation"), SentAt: h.now,
		NormVersion: "V1", Test: true,
		Sender: roc.Sender{FinessEJ: "999000011", FinessEG: "990000101",
			Software: roc.Software{Editor: "miroir", Product: "GAP d'essai", Version: "1"}},
		Receiver: roc.Receiver{AMCNumber: amcNumber},
	}
}

func (h *hospital) ann() *roc.ANNRequest {
	r := &roc.ANNRequest{Header: h.header("ann", ""), AMCNumber: "99000001", ConventionType: "XA", Context: roc.Sejour,
		ReferenceDate: roc.NewDate(2025, 6, 2)}
	r.Header.ConversationID = ""
	return r
}

func beneficiary() roc.Beneficiary {
	return roc.Beneficiary{InsuredNIR: "1850675123456", InsuredKey: "89", BirthDate: "19850615", BirthRank: 1,
		LastName: "MARTIN", FirstName: "CAMILLE"}
}

func (h *hospital) idb() *roc.IDBRequest {
	return &roc.IDBRequest{
		Header:      h.header("idb", "99000001"),
		Card:        roc.Card{AMCNumber: "99000001", ConventionType: "XA", MemberNumber: "A00012345"},
		Beneficiary: beneficiary(),
		AMO:         roc.AMOAffiliation{Regime: "01", Caisse: "751", Centre: "0000"},
		From:        roc.NewDate(2025, 6, 2), Domain: "MCOO", Context: roc.Sejour,
		CaptureMode: "DATAMATRIX", Nature: "10",
	}
}

// lines are n prestations of the stay: half are daily charges, half ordinary lines with a part left by the AMO.
func (h *hospital) lines(n int) ([]roc.Line, roc.Totals) {
	var totals roc.Totals
	lines := make([]roc.Line, n)
	for i := range lines {
		l := roc.Line{ID: i + 1, Code: "FJ", From: roc.NewDate(2025, 6, 2), To: roc.NewDate(2025, 6, 2), Quantity: 1,
			UnitPrice: 2000, Total: 2000, Left: 2000}
		if i%2 == 1 {
			l.Code, l.UnitPrice, l.Total, l.Base, l.Rate, l.AMO, l.Left = "CS", 3000, 3000, 3000, 80, 2400, 600
		}
		totals.Billed += l.Total
		totals.AMO += l.AMO
		totals.Requested += l.Left
		lines[i] = l
	}
	return lines, totals
}

func (h *hospital) sim(idbID string) *roc.SIMRequest {
	lines, totals := h.lines(2)
	return &roc.SIMRequest{
		Header: h.header("sim", "99000001"), IdbID: idbID, NDA: fmt.Sprint("N", h.n), Lines: lines, Totals: totals,
		Stay: roc.ExpectedStay{Entry: roc.NewDate(2025, 6, 2), Exit: roc.NewDate(2025, 6, 3),
			Domain: "MCOO", Mode: "HC", Nature: "10", ExoCode: "0"},
	}
}

func (h *hospital) clc(idbID string, n int) *roc.CLCRequest {
	lines, totals := h.lines(n)
	return &roc.CLCRequest{
		Header: h.header("clc", "99000001"), ClcRequestID: h.uuid("clc"), IdbID: idbID,
		Establishment: roc.Establishment{FinessEJ: "999000011", FinessEG: "990000101", Statut: "EPS", Mode: "EX_DG"},
		Patient:       roc.Patient{IPP: "IPP1", NDA: fmt.Sprint("N", h.n), Beneficiary: beneficiary()},
		AMO: roc.AMOSituation{
			Affiliation: roc.AMOAffiliation{Regime: "01", Caisse: "751", Centre: "0000"}, Nature: "10",
			ExoCode: "0", FJPayer: "A"},
		Venue: roc.Venue{Entry: h.now, Exit: h.now.Add(26 * time.Hour), EntryMode: "DOMICILE", ExitMode: "DOMICILE",
			Kind: "HC", Domain: "MCOO"},
		Lines: lines, Totals: totals,
	}
}

func (h *hospital) del(idbID, clcID string) *roc.DELRequest {
	return &roc.DELRequest{Header: h.header("del", "99000001"), ClcID: clcID, IdbID: idbID, Reason: "PRESTATIONS",
		Date: roc.NewDate(2025, 6, 2)}
}

// call calls and fails the test where there is no business answer of that outcome.
func call[R roc.Reply](b *bench, c caller, url string, req roc.Request, want roc.Result) R {
	b.tb.Helper()
	reply, err := c.Call(context.Background(), url, req)
	if err != nil {
		b.tb.Fatalf("%s at %s: %v", req.Service(), url, err)
	}
	if got := reply.Outcome(); got.Result != want {
		b.tb.Fatalf("%s answered %+v, want %s", req.Service(), *got, want)
	}
	return reply.(R)
}

// endpoint returns the address that the directory gave for a service.
func endpoint(tb testing.TB, r *roc.ANNReply, s roc.Service) string {
	tb.Helper()
	for _, e := range r.Endpoints {
		if e.Service == s {
			return e.URL
		}
	}
	tb.Fatalf("the directory gives no address for %s: %+v", s, r.Endpoints)
	return ""
}

// chain plays a stay from the directory to the cancellation.
func (h *hospital) chain(b *bench, binding, worldName string) {
	b.tb.Helper()
	c := b.caller(binding)
	ann := call[*roc.ANNReply](b, c, b.directory(binding, worldName), h.ann(), roc.OK)
	idb := call[*roc.IDBReply](b, c, endpoint(b.tb, ann, roc.IDB), h.idb(), roc.OK)
	call[*roc.SIMReply](b, c, endpoint(b.tb, ann, roc.SIM), h.sim(idb.IdbID), roc.OK)
	clc := call[*roc.CLCReply](b, c, endpoint(b.tb, ann, roc.CLC), h.clc(idb.IdbID, 10), roc.Accepte)
	call[*roc.DELReply](b, c, endpoint(b.tb, ann, roc.DEL), h.del(idb.IdbID, clc.ClcID), roc.OK)
}

// get reads a page of a listener.
func get(tb testing.TB, url string) *http.Response {
	tb.Helper()
	resp, err := http.Get(url)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { resp.Body.Close() })
	return resp
}
