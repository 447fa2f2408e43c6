package reports

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWriteReturnsThePathsOfWhatItWrote(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	paths, err := Write(dir, judged(sampleMixed()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range paths {
		if info, err := os.Stat(p); err != nil || info.Size() == 0 || info.Mode().Perm() != 0o644 {
			t.Errorf("%s: %v, %v", p, info, err)
		}
		names = append(names, filepath.Base(p))
	}
	if want := []string{"rapport.html", "resume.md", "junit.xml", "resultats.json"}; !slices.Equal(names, want) {
		t.Errorf("wrote %q, want %q", names, want)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(paths) {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
	file, err := os.Open(filepath.Join(dir, "resultats.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := Read(file); err != nil {
		t.Error(err)
	}
}

func TestTwoWritesOfACampaignAreEqual(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		if _, err := Write(dir, judged(sampleMixed()), Options{Lang: "en"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"rapport.html", "resume.md", "junit.xml", "resultats.json"} {
		x, errX := os.ReadFile(filepath.Join(a, name))
		y, errY := os.ReadFile(filepath.Join(b, name))
		if errX != nil || errY != nil || !slices.Equal(x, y) {
			t.Errorf("%s differs (%v, %v)", name, errX, errY)
		}
	}
}

func TestAFolderThatCannotBeMadeIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "occupe")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if paths, err := Write(file, judged(sampleGreen()), Options{}); err == nil || paths != nil {
		t.Errorf("wrote %q, error %v", paths, err)
	}
}
