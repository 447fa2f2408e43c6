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
// V2 is V1 and the changes of v2.go; what they look at besides is the [Case]'s Chain, which
// [Profile.Load] fetches. An engagement bills a stay at once or one period of it: the living periods of a
// stay follow one another from its first day. One that overlaps another is refused (G09), and so is
// one that leaves a gap (G10): no source says who would pay the days between, and the GAP that calculates
// them later is told at once. The last period is cancelled first; a world may let an AMC cascade. Limits
// by stay go on from one period to the next. The counters of IDB and CLC are those of the nights engaged
// in V2 at one AMC for one person, in whatever establishment, back to the first night that nobody holds.
// The AMC shares an overrun by its own view of the practitioner's adhesion to the OPTAM on the day of the
// act, and says where the establishment's differs (R05).
//
// A dossier of a stay has one living engagement at an AMC, or one by period, whatever day is said to be
// that of the entry; a dossier of visits has one by day, in the world's zone.
//
// A line that contradicts itself or the situation of the patient is refused, and the others are shared
// (GAR-R19, GAR-R28 to GAR-R31). These rules are narrow on purpose. Dates are held to the venue, as
// written and in the world's zone; a stay that goes on has no last day. Base is that of the whole line;
// amounts may be off by what rounding each unit adds up to. A line without base or rate says nothing of
// the AMO; an AMO part below base times rate counts only where the line asks more than they leave; in
// nature 13 it may be above. Natures 30 and 41 owe no ticket modérateur and no forfait
// journalier, and owe overruns; the FJ payers R and L concern the forfait journalier only, and estimates
// do not say them. What a line bills above its base is an overrun, said or not.
//
// Limits: rules read no clock and do no I/O; all facts are in the [Case]. A limit by stay counts
// inside one calculation, and in V2 inside the periods of one stay. A limit by year counts what the
// living engagements of one contract hold of the civil year of the day of care; an engagement past its
// guarantee date holds its part until a request comes upon it. A line without detail is spread evenly
// over its days. The payer knows no tariff: it never judges the price of an act. It never refuses
// because another AMC should pay first (D06): no source says when; a world may order it.
//
// Source of the rules: the public descriptions of ROC; where they are silent, miroir's own choices.
// Each rule names its section of the dossier and the tag of the evidence (I: inference).
//
// Words: beneficiaire (not patient) is the person covered; assure opens the right; debiteur is who
// pays; engagement is a positive CLC answer; couverture is one contract of one beneficiary;
// forcage is an answer imposed by the world; regle is a rule that the world adds to the book (package
// regle).
package amc
