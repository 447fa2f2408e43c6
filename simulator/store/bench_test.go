package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/store"
)

// BenchmarkUpdate stores engagements and exchanges of the size of a calculation of ten lines, for
// 32 callers at once. cpu_us/op is what the target depends on: on a shared machine it moves less
// than the time that passes.
func BenchmarkUpdate(b *testing.B) {
	for _, kind := range []string{"file", "memory"} {
		b.Run(kind, func(b *testing.B) {
			path := ""
			if kind == "file" {
				path = filepath.Join(b.TempDir(), "miroir.db")
			}
			s := open(b, path)
			create(b, s, "un")
			b.ReportAllocs()
			begin := cpuTime(b)
			updateFrom32(b, s)
			b.ReportMetric(float64((cpuTime(b)-begin).Microseconds())/float64(b.N), "cpu_us/op")
		})
	}
}

func updateFrom32(b *testing.B, s *store.Store) {
	b.Helper()
	request := append(bytes.Repeat([]byte("request "), 500), noise(1, 1000)...)
	reply := append(bytes.Repeat([]byte("reply   "), 200), noise(2, 200)...)
	trace := make([]journal.Rule, 14)
	for i := range trace {
		trace[i] = journal.Rule{ID: "CLC-R01", Text: strings.Repeat("une règle ", 9), Source: "dossier 2.6, D2 [I]"}
	}
	lines := make([]roc.LineReply, 10)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 32 {
		wg.Go(func() {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				key := fmt.Sprintf("%016x", uint64(i)*0x9e3779b97f4a7c15) // spread like a UUID
				err := s.Update(context.Background(), "un", func(tx *store.Tx) error {
					same, live, err := tx.Engagements("990000101/"+key+key, "live/"+key)
					if same != nil || live != nil {
						b.Error("found before it was saved")
					}
					e := entry("")
					e.At, e.Request, e.Reply, e.Trace = time.Unix(i, 0), request, reply, trace
					tx.Append(e)
					return errors.Join(err, tx.SaveEngagement(&amc.Engagement{
						RequestKey: "990000101/" + key + key, LiveKey: "live/" + key, ClcID: "E" + key,
						Reply: roc.CLCReply{Lines: lines},
					}))
				})
				if err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// cpuTime is what the process has used so far, by itself and in the kernel.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
