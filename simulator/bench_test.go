package simulator_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// rounds is how often the two servers are loaded in turn, so that a busy moment hits both.
const rounds = 5

// BenchmarkCLC sends calculations of ten lines, each for a dossier of its own, over keep-alive
// connections, to a durable simulator and to one in memory, and in turn to bare Gin that answers a
// static body of the same size. The metric x_gin is requests per second as a part of bare Gin's:
// median of the rounds, load generator included on the same cores.
//
//	go test ./simulator -run '^$' -bench CLC -benchtime 1x -count 3
func BenchmarkCLC(b *testing.B) {
	if _, err := exec.LookPath("wrk"); err != nil {
		b.Skip("the load generator wrk is not installed")
	}
	debug.SetGCPercent(400) // as miroir serve does; bare Gin, in the same process, gains too
	runtime.GOMAXPROCS(runtime.NumCPU() + 2)
	for _, binding := range []string{"soap11", "json"} {
		for _, kind := range []string{"file", "memory"} {
			b.Run(binding+"/"+kind, func(b *testing.B) {
				db := ""
				if kind == "file" {
					db = filepath.Join(b.TempDir(), "miroir.db")
				}
				benchmarkCLC(b, binding, db)
			})
		}
	}
}

func benchmarkCLC(b *testing.B, binding, db string) {
	b.Helper()
	s := start(b, simulator.Options{DB: db, Worlds: []*amc.World{world(b, "charge")}})
	calculation := model(b, s, binding)
	status, body := post(b, s.services.Client(), calculation)
	if status != http.StatusOK {
		b.Fatalf("HTTP %d: %s", status, body)
	}
	ceiling := stencil{staticGin(b, len(body)), calculation.contentType, calculation.body}
	var ours, gins, ratios []float64
	b.ResetTimer()
	for round := range b.N * rounds {
		gins = append(gins, load(b, ceiling, 0))
		ours = append(ours, load(b, calculation, (round+1)*10_000_000))
		ratios = append(ratios, ours[len(ours)-1]/gins[len(gins)-1])
	}
	b.StopTimer()
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(ours), "req/s")
	b.ReportMetric(median(gins), "gin_req/s")
	b.ReportMetric(median(ratios), "x_gin")
	b.ReportMetric(slices.Min(ratios), "x_gin_min")
	b.ReportMetric(slices.Max(ratios), "x_gin_max")
	b.ReportMetric(float64(len(calculation.body)), "B_request")
	b.ReportMetric(float64(len(body)), "B_reply")
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// model prepares one calculation in the form in which it travels, with holes for what is unique.
func model(b *testing.B, s *bench, binding string) stencil {
	b.Helper()
	var m stencil
	recorder := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		m.body, _ = io.ReadAll(r.Body)
		m.contentType = r.Header.Get("Content-Type")
	}))
	defer recorder.Close()
	c, h := s.caller(binding), newHospital(0)
	ann := call[*roc.ANNReply](s, c, s.directory(binding, "charge"), h.ann(), roc.OK)
	idb := call[*roc.IDBReply](s, c, endpoint(b, ann, roc.IDB), h.idb(), roc.OK)
	clc := h.clc(idb.IdbID, 10)
	clc.Header.MessageID = "00000000-0000-4000-8000-" + hole
	clc.ClcRequestID = "00000000-0000-4000-9000-" + hole
	clc.Patient.NDA = "N" + hole
	for i := range clc.Lines {
		clc.Lines[i].Executor = &roc.Executor{Finess: "990000101", Specialty: "01"}
		clc.Lines[i].PayerHint = "99000001"
	}
	// The recorder answers nothing that a client could read: only what was sent matters.
	_, _ = c.Call(b.Context(), recorder.URL, clc)
	m.url = endpoint(b, ann, roc.CLC)
	return m
}

// staticGin serves a fixed body of the given size.
func staticGin(b *testing.B, size int) (url string) {
	b.Helper()
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	body := bytes.Repeat([]byte("x"), size)
	e.POST("/", func(c *gin.Context) { c.Data(http.StatusOK, "text/xml; charset=utf-8", body) })
	server := httptest.NewServer(e)
	b.Cleanup(server.Close)
	return server.URL + "/"
}

func post(b *testing.B, client *http.Client, s stencil) (status int, answer []byte) {
	b.Helper()
	resp, err := client.Post(s.url, s.contentType, bytes.NewReader(s.body))
	if err != nil {
		b.Fatal(err)
	}
	defer resp.Body.Close()
	if answer, err = io.ReadAll(resp.Body); err != nil {
		b.Fatal(err)
	}
	return resp.StatusCode, answer
}
