package store

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The schema's versions, one file each, applied in the order of their names.
//
//go:embed schema/*.sql
var schema embed.FS

// applicationID marks a file as ours in its header: "MIRO".
const applicationID = 0x4d49524f

// migrate brings the file to the newest schema. Each step is one transaction, so that a crash
// leaves a whole version. A file of something else, or of a newer miroir, is refused untouched.
func migrate(c *conn) error {
	steps, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return err
	}
	version, err := identify(c)
	if err != nil {
		return err
	}
	if version > len(steps) {
		return refuse("Le fichier de données vient d'une version plus récente de miroir (schéma %d, connu jusqu'à %d).",
			version, len(steps))
	}
	for i, name := range steps[version:] {
		sql, err := schema.ReadFile(name)
		if err != nil {
			return err
		}
		script := fmt.Sprintf("BEGIN IMMEDIATE;\n%s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\nCOMMIT",
			sql, applicationID, version+i+1)
		if err := c.run(script); err != nil {
			return errors.Join(err, c.run("ROLLBACK"))
		}
	}
	return nil
}

// identify returns the version of the file's schema, 0 for a new file.
func identify(c *conn) (version int, err error) {
	var owner, tables int
	for sql, into := range map[string]*int{
		"PRAGMA application_id":              &owner,
		"PRAGMA user_version":                &version,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		row, err := c.find(sql)
		if err != nil {
			return 0, err
		}
		if err := scan(row, into); err != nil {
			return 0, err
		}
	}
	if tables > 0 && owner != applicationID {
		return 0, refuse("Le fichier de données n'est pas un fichier de miroir.")
	}
	return version, nil
}

func refuse(format string, args ...any) error {
	label := fmt.Sprintf(format, args...)
	cause := errors.New("wrong database file: " + label)
	return &roc.Error{Kind: roc.Unavailable, Code: "T02", Label: label, Cause: cause}
}
