package simulator_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	clients = 32 // connections of the load generator
	rounds  = 5  // the two servers are loaded in turn, so that a busy moment hits both
)

// BenchmarkCLC sends calculations of ten lines, each for a dossier of its own, over keep-alive
// connections, to a durable simulator and to one in memory, and in turn to bare Gin that answers a
// static body of the same size. The metric x_gin is what the target speaks of: requests
// per second as a part of bare Gin's, median of the rounds, load generator included.
//
//	go test ./simulator -run '^$' -bench CLC -benchtime 20000x -count 3
func BenchmarkCLC(b *testing.B) {
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
	s := start(b, simulator.Options{DB: db, Worlds: []*amc.World{world(b, "charge")}})
	url, contentType, bodies := calculations(b, s, binding, b.N)
	answer, body := post(b, s.services.Client(), url, contentType, bodies[0]) // opens nothing that the load will ask again
	if answer != http.StatusOK {
		b.Fatalf("HTTP %d: %s", answer, body)
	}
	static := staticGin(b, len(body))
	var ours, ceiling, ratios []float64
	b.ResetTimer()
	for part := range slices.Chunk(bodies[1:], max(1, (len(bodies)-1)/rounds)) {
		ceiling = append(ceiling, load(b, static, contentType, part))
		ours = append(ours, load(b, url, contentType, part))
		ratios = append(ratios, ours[len(ours)-1]/ceiling[len(ceiling)-1])
	}
	b.StopTimer()
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(ours), "req/s")
	b.ReportMetric(median(ceiling), "gin_req/s")
	b.ReportMetric(median(ratios), "x_gin")
	b.ReportMetric(slices.Min(ratios), "x_gin_min")
	b.ReportMetric(slices.Max(ratios), "x_gin_max")
	b.ReportMetric(float64(len(bodies[0])), "B_request")
	b.ReportMetric(float64(len(body)), "B_reply")
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// calculations prepares n+1 requests in the form in which they travel.
func calculations(b *testing.B, s *bench, binding string, n int) (url, contentType string, bodies [][]byte) {
	var captured []byte
	recorder := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		captured, _ = io.ReadAll(r.Body)
		contentType = r.Header.Get("Content-Type")
	}))
	defer recorder.Close()
	c := s.caller(binding)
	h := newHospital(0)
	ann := call[*roc.ANNReply](s, c, s.directory(binding, "charge"), h.ann(), roc.OK)
	idb := call[*roc.IDBReply](s, c, endpoint(b, ann, roc.IDB), h.idb(), roc.OK)
	for i := range n + 1 {
		// The recorder answers nothing that a client could read: only what was sent matters.
		_, _ = c.Call(b.Context(), recorder.URL, newHospital(i+1).clc(idb.IdbID, 10))
		bodies = append(bodies, bytes.Clone(captured))
	}
	return endpoint(b, ann, roc.CLC), contentType, bodies
}

// staticGin serves a fixed body of the given size.
func staticGin(b *testing.B, size int) (url string) {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	body := bytes.Repeat([]byte("x"), size)
	e.POST("/", func(c *gin.Context) { c.Data(http.StatusOK, "text/xml; charset=utf-8", body) })
	server := httptest.NewServer(e)
	b.Cleanup(server.Close)
	return server.URL + "/"
}

// load sends every body once and returns the requests per second.
func load(b *testing.B, url, contentType string, bodies [][]byte) float64 {
	b.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	var next, failed atomic.Int64
	var wg sync.WaitGroup
	begin := time.Now()
	for range clients {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(bodies)); i = next.Add(1) - 1 {
				if status, _ := post(b, client, url, contentType, bodies[i]); status != http.StatusOK {
					failed.Add(1)
				}
			}
		})
	}
	wg.Wait()
	if n := failed.Load(); n > 0 {
		b.Errorf("%d requests of %d failed", n, len(bodies))
	}
	return float64(len(bodies)) / time.Since(begin).Seconds()
}

func post(b *testing.B, client *http.Client, url, contentType string, body []byte) (status int, answer []byte) {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		b.Error(err)
		return 0, nil
	}
	req.Header.Set("Content-Type", contentType)
	resp, err := client.Do(req)
	if err != nil {
		b.Error(err)
		return 0, nil
	}
	defer resp.Body.Close()
	if answer, err = io.ReadAll(resp.Body); err != nil {
		b.Error(fmt.Errorf("read answer: %w", err))
	}
	return resp.StatusCode, answer
}
