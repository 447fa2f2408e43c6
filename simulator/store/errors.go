package store

import (
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// errClosed answers whoever comes after Close.
var errClosed = errors.New("store closed")

// errDamaged says that the file does not hold what was written to it.
var errDamaged = errors.New("store damaged")

// mapError turns what the driver says into an error of the house, by the driver's code. Every one
// is "unavailable" for callers (T02): nothing was stored and the same request may succeed later.
func mapError(err error) error {
	var known *roc.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &roc.Error{Kind: roc.Unavailable, Code: "T02", Label: label(err), Cause: err}
}

const damaged = "Service indisponible : le fichier de données est endommagé."

func label(err error) string {
	if errors.Is(err, errDamaged) {
		return damaged
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return roc.LabelOf("T02")
	}
	switch e.Code() & 0xff { // the low byte is the primary code
	case sqlite3.SQLITE_FULL:
		return "Service momentanément indisponible : l'espace de stockage est plein."
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return damaged
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY:
		return "Service indisponible : le fichier de données ne peut être ouvert en écriture."
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "Service momentanément indisponible : le fichier de données est utilisé par un autre programme."
	}
	return roc.LabelOf("T02")
}
