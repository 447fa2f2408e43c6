package norme_test

import (
	"os"
	"testing"
)

// missing skips a test that needs a tool of others, or fails it where MIROIR_EXIGE_OUTILS says that
// every tool must be there, as in continuous integration.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("MIROIR_EXIGE_OUTILS") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}
