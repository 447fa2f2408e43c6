package simulator_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// The load generator is wrk, a process of its own with one thread: on two cores, a generator in
// Go inside the tested process would share its scheduler and its collector.
const (
	clients = 32 // keep-alive connections
	burst   = 2 * time.Second
)

// A stencil is a request body in which each sending writes its own number, so that every
// calculation is that of a dossier of its own. The holes are UUID tails and dossier numbers.
type stencil struct {
	url, contentType string
	body             []byte // holes: %d, twelve digits wide
}

// hole is what the stencil's model request holds where the number goes.
const hole = "000000000000"

// script is the wrk script that sends the stencil; offset keeps two bursts apart.
func (s stencil) script(offset int) []byte {
	pieces := bytes.Split(s.body, []byte(hole))
	var lua bytes.Buffer
	fmt.Fprintf(&lua, "local n = %d\nlocal p = {\n", offset)
	for _, piece := range pieces {
		fmt.Fprintf(&lua, "[==[\n%s]==],\n", piece)
	}
	fmt.Fprintf(&lua, "}\nwrk.method = 'POST'\nwrk.headers['Content-Type'] = %q\n", s.contentType)
	lua.WriteString("function request()\n n = n + 1\n" +
		" return wrk.format(nil, nil, nil, table.concat(p, string.format('%012d', n)))\nend\n")
	return lua.Bytes()
}

var (
	rate    = regexp.MustCompile(`Requests/sec: +([0-9.]+)`)
	trouble = regexp.MustCompile(`Non-2xx or 3xx responses: .*|Socket errors: .*`)
)

// load sends the stencil for one burst and returns the requests per second. Any answer but a
// success fails the benchmark.
func load(b *testing.B, s stencil, offset int) float64 {
	b.Helper()
	script := filepath.Join(b.TempDir(), "charge.lua")
	if err := os.WriteFile(script, s.script(offset), 0o600); err != nil {
		b.Fatal(err)
	}
	wrk := exec.Command("wrk", "-t1", "-c"+strconv.Itoa(clients), "-d"+burst.String(), "-s", script, s.url)
	out, err := wrk.Output()
	if err != nil {
		b.Fatalf("wrk: %v\n%s", err, out)
	}
	if bad := trouble.Find(out); bad != nil {
		b.Errorf("%s", bad)
	}
	found := rate.FindSubmatch(out)
	if found == nil {
		b.Fatalf("wrk said\n%s", out)
	}
	perSecond, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	return perSecond
}
