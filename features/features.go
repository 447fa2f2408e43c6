// Package features holds the cases: scenarios in French, one folder per service, embedded so that
// the binary carries its suite.
//
// One scenario is one case, named by its tags (@cas, @exig, @svc, the versions, @profil, @niveau and
// the kind of situation). Amounts are written by hand from the worked examples of the domain notes:
// no figure comes from the code under test.
package features

import "embed"

// FS holds annuaire/*.feature, idb/*.feature, sim/*.feature, clc/*.feature and del/*.feature.
//
//go:embed annuaire/*.feature idb/*.feature sim/*.feature clc/*.feature del/*.feature
var FS embed.FS
