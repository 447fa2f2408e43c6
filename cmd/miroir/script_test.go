package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptCommands are the words that our scripts add to those of testscript.
func scriptCommands() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"simulator": simulatorCommand, "post": postCommand, "ordinary": ordinaryCommand,
		"same": sameCommand,
	}
}

// simulatorCommand runs `miroir serve` with the flags given until the script ends, and sets SERVICES
// and ADMIN to its addresses. Usage: simulator [FLAG…], files by their names in the script.
func simulatorCommand(ts *testscript.TestScript, _ bool, flags []string) {
	for i, f := range flags {
		if !strings.HasPrefix(f, "-") {
			flags[i] = ts.MkAbs(f)
		}
	}
	args := append([]string{"serve", "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"}, flags...)
	p, err := start(context.Background(), os.Stderr, args...)
	ts.Check(err)
	ts.Defer(func() { ts.Check(p.stop()) })
	ts.Setenv("SERVICES", p.Listen)
	ts.Setenv("ADMIN", p.Admin)
}

// postCommand sends a file, which must be accepted unless negated, and keeps the answer:
// [!] post URL FILE ANSWER.
func postCommand(ts *testscript.TestScript, negated bool, args []string) {
	resp, err := http.Post(args[0], "application/json", strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), answer, 0o644))
	if refused := resp.StatusCode >= http.StatusBadRequest; refused != negated {
		ts.Fatalf("%s answered HTTP %d: %s", args[0], resp.StatusCode, answer)
	}
}

// ordinaryCommand replaces no-break spaces, which an editor does not show: ordinary FILE.
func ordinaryCommand(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(ts.ReadFile(args[0]))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// sameCommand wants two files to hold the same JSON, however laid out: same FILE FILE.
func sameCommand(ts *testscript.TestScript, _ bool, args []string) {
	var values [2]any
	for i := range values {
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[i])), &values[i]))
	}
	if !reflect.DeepEqual(values[0], values[1]) {
		ts.Fatalf("%s and %s differ", args[0], args[1])
	}
}
