// Package amc is the payer's side of the dispositif ROC: the directory, the rights, the
// guarantees, the engagements, and the rulebook that decides every answer.
//
// Normal use: read a world once with [ParseWorld], make a [Payer] once with [NewPayer], then call
// [Payer.Answer] inside a store transaction for each request. The answer comes with its trace: the
// rules that fired, in French, with the values that mattered. The trace holds neither NIR nor name.
//
// How to add a rule: write one [Rule] literal in the table of its service (ann.go, idb.go, sim.go,
// clc.go, del.go, or garantie.go for what SIM and CLC share), at the place that the text gives it;
// give it the next free ID of its table, a source, and a test case that fires it. A later version
// never edits a table: it derives its own with [Book.With].
//
// Limits: rules read no clock and do no I/O; all facts are in the [Case]. Limits in days are
// counted inside one calculation, not over the year. The payer knows no tariff: it never judges
// the price of an act.
//
// Source of the rules: the public descriptions of ROC; where they are silent, miroir's own choices.
// Each rule names its section of the dossier and the tag of the evidence (I: inference).
//
// Words: beneficiaire (not patient) is the person covered; assure opens the right; debiteur is who
// pays; engagement is a positive CLC answer; couverture is one contract of one beneficiary;
// forcage is an answer imposed by the world.
package amc
