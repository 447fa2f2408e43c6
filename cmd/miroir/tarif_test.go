package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTheExampleOfTheHelpIsPriced(t *testing.T) {
	_, example, ok := strings.Cut(tarifExample, "for example:\n\n")
	if !ok {
		t.Fatal("the help holds no example")
	}
	var out, logs bytes.Buffer
	if code := run(context.Background(), []string{"tarif", "-"}, strings.NewReader(example), &out, &logs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &logs)
	}
	if !strings.Contains(out.String(), "1\u202f486,56\u00a0€") {
		t.Errorf("said\n%s", &out)
	}
	for line := range strings.Lines(out.String()) {
		if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > textWidth {
			t.Errorf("wider than %d columns: %s", textWidth, line)
		}
	}
}
