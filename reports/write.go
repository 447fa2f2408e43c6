package reports

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Options choose how the artefacts are written.
type Options struct {
	Lang string // "fr" (default) or "en": labels only, cases and steps stay in French
}

// Write writes every artefact of a judged campaign in dir, which it makes where needed, and returns
// their paths, the journal's included where the run kept one. Each file appears whole or not at all.
func Write(dir string, c *Campaign, o Options) ([]string, error) {
	words, err := labelsOf(o.Lang)
	if err != nil {
		return nil, err
	}
	clean, err := publishable(c)
	if err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	var paths []string
	for _, a := range artefacts(words) {
		path := filepath.Join(dir, a.name)
		if err := writeFile(path, func(w io.Writer) error { return a.write(w, clean) }); err != nil {
			return nil, fmt.Errorf("reports: %s: %w", a.name, err)
		}
		paths = append(paths, path)
	}
	journal := filepath.Join(dir, JournalFile)
	if _, err := os.Stat(journal); err == nil {
		paths = append(paths, journal)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reports: %w", err)
	}
	return paths, nil
}

// An artefact is one file of the set, the one for people first.
type artefact struct {
	name  string
	write func(io.Writer, *Campaign) error
}

func artefacts(words *labels) []artefact {
	return []artefact{
		{"rapport.html", func(w io.Writer, c *Campaign) error { return writeHTML(w, c, words) }},
		{"resume.md", func(w io.Writer, c *Campaign) error { return writeResume(w, c, words) }},
		{"junit.xml", func(w io.Writer, c *Campaign) error { return writeJUnit(w, c, words) }},
		{"resultats.json", writeResultats},
	}
}

// writeFile writes beside path, then renames, so that a reader never sees half a file.
func writeFile(path string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }() // once renamed there is nothing left to remove
	buffered := bufio.NewWriter(file)
	for _, step := range []func() error{
		func() error { return write(buffered) },
		buffered.Flush,
		func() error { return file.Chmod(0o644) },
		file.Close,
	} {
		if err := step(); err != nil {
			return errors.Join(err, ignoreClosed(file.Close()))
		}
	}
	return os.Rename(file.Name(), path)
}

func ignoreClosed(err error) error {
	if errors.Is(err, fs.ErrClosed) {
		return nil
	}
	return err
}
