package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/reports"
)

// The checks of V1 were written down before V2 existed: V2 is V1 plus named changes, so V1 gives the
// same results, check by check and in the same order, for ever. A change of V1 itself rewrites the file
// with -update, and its difference is read line by line.
func TestV1GivesTheSameResultsCheckByCheck(t *testing.T) {
	const golden = "testdata/v1.golden"
	got := resultsOf(t, "--version", "v1")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	known, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := firstDifference(string(known), got); diff != "" {
		t.Error(diff)
	}
}

// The V1 results of a run of both versions are those of a run of V1 alone.
func TestARunOfBothVersionsHoldsThatOfV1(t *testing.T) {
	known, err := os.ReadFile("testdata/v1.golden")
	if err != nil {
		t.Fatal(err)
	}
	var v1 strings.Builder
	keep := false
	for line := range strings.Lines(resultsOf(t, "--version", "all")) {
		if !strings.HasPrefix(line, " ") {
			keep = strings.Contains(line, "@v1")
		}
		if keep {
			v1.WriteString(line)
		}
	}
	if diff := firstDifference(string(known), v1.String()); diff != "" {
		t.Error(diff)
	}
}

// resultsOf runs the suite, as a user would, and lists its cases, each with its checks.
func resultsOf(t *testing.T, flags ...string) string {
	t.Helper()
	t.Setenv(asMiroir, "1")
	var said bytes.Buffer
	dir := t.TempDir()
	args := append([]string{"run", "--out", dir}, flags...)
	code := run(context.Background(), args, strings.NewReader(""), &said, &said)
	data, err := os.ReadFile(filepath.Join(dir, "resultats.json"))
	if err != nil {
		t.Fatalf("exit code %d, %v; said\n%s", code, err, said.String())
	}
	var c reports.Campaign
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, r := range c.Results {
		fmt.Fprintf(&list, "%s %s : %s\n", r.Coordinate, r.Verdict, r.Title)
		for _, k := range r.Checks {
			fmt.Fprintf(&list, "  %s %s : %s\n", k.Outcome, k.ID, k.Text)
		}
	}
	return list.String()
}

// firstDifference says where two texts part, by line; it is empty where they are the same.
func firstDifference(want, got string) string {
	wanted, found := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wanted), len(found)) {
		var w, g string
		if i < len(wanted) {
			w = wanted[i]
		}
		if i < len(found) {
			g = found[i]
		}
		if w != g {
			return fmt.Sprintf("line %d: %q, want %q", i+1, g, w)
		}
	}
	return ""
}
