package reports

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestArtefactsAreAsReviewed(t *testing.T) {
	fr, en := mustLabels(t, "fr"), mustLabels(t, "en")
	for name, write := range map[string]func(io.Writer) error{
		"mixte.html":    func(w io.Writer) error { return writeHTML(w, judged(sampleMixed()), fr) },
		"mixte.en.html": func(w io.Writer) error { return writeHTML(w, judged(sampleMixed()), en) },
		"vert.md":       func(w io.Writer) error { return writeResume(w, judged(sampleGreen()), fr) },
		"mixte.md":      func(w io.Writer) error { return writeResume(w, judged(sampleMixed()), fr) },
		"mixte.en.md":   func(w io.Writer) error { return writeResume(w, judged(sampleMixed()), en) },
		"mixte.xml":     func(w io.Writer) error { return writeJUnit(w, judged(sampleMixed()), fr) },
		"mixte.txt": func(w io.Writer) error {
			return Summary(w, judged(sampleMixed()), "fr", "out/rapport.html", "out/resultats.json")
		},
		"vert.txt": func(w io.Writer) error { return Summary(w, judged(sampleGreen()), "fr") },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s changed: look at it, then run go test -update\n%s",
					path, firstDifference(got.String(), string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got: %s\nwant: %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

func mustLabels(t testing.TB, lang string) *labels {
	t.Helper()
	l, err := labelsOf(lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
