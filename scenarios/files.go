package scenarios

import (
	"fmt"
	"io/fs"
)

// Files returns every embedded file by its path, for the digest that pins a run.
func Files() (map[string][]byte, error) {
	contents := map[string][]byte{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		contents["scenarios/"+name] = data
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("scenarios: %w", err)
	}
	return contents, nil
}
