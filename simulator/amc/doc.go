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
// How to add a guarantee family: a field of [Guarantee], a [Kind] with its words (family.go) and its
// codes (tables.yaml); then a rule in takingRules (garantie.go) that shares the lines of that kind,
// and the cases of that rule. Rate, ceilings, numbers of days, waiting period, counters by year and
// sentences come with [Family]: no family has arithmetic of its own.
//
// How each cent is explained: every rule that shares a line says in its [Fired] how much it takes of
// it (Paid) and how much it leaves for good (Refused), with the limit and what the year had already
// spent of it. For each line of a simulation or an engagement, the sum of Paid is what the AMC takes,
// and the sum of Refused is what it leaves of what was asked.
//
// Limits: rules read no clock and do no I/O; all facts are in the [Case]. A limit by stay counts
// inside one calculation. A limit by year counts what the living engagements of one contract hold
// of the civil year of the day of care; an engagement past its guarantee date holds its part until a
// request comes upon it. A line without detail is spread evenly over its days. The payer knows no
// tariff: it never judges the price of an act. It never refuses because another AMC should pay first
// (D06): no source says when; a world may order it.
//
// Source of the rules: the public descriptions of ROC; where they are silent, miroir's own choices.
// Each rule names its section of the dossier and the tag of the evidence (I: inference).
//
// Words: beneficiaire (not patient) is the person covered; assure opens the right; debiteur is who
// pays; engagement is a positive CLC answer; couverture is one contract of one beneficiary;
// forcage is an answer imposed by the world; regle is a rule that the world adds to the book (package
// regle).
package amc
