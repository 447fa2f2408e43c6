// Package tarif is the oracle of hospital billing: what a stay or a visit leaves after the
// compulsory insurance (AMO), line by line, at the rates of the date of care.
//
//	table, err := tarif.Load(scenarios.Tarifs())
//	bill, err := table.Stay(tarif.Stay{Entry: …, Exit: …, Kind: "HC", DMT: "216", Tariff: "11", …})
//
// Every line says by which rule it is there, from which source, and why, in French. What an AMC
// takes of a line is not decided here, and the package never will know: the suite compares the GAP
// with the law, and the GAP meets the payers.
//
// Rules, by the identifiers that lines carry:
//
//	TAR-TM    ticket modérateur on the daily tariff (TNJP), 30 days at most
//	TAR-FJ    forfait journalier, each day of presence
//	TAR-FJS   forfait journalier of the exit day, added to the ticket modérateur
//	TAR-MAX   where the forfaits journaliers exceed the ticket modérateur they replace it
//	TAR-PAS   flat participation on a costly act, instead of the ticket modérateur
//	TAR-ACE   act or consultation: what remains once the AMO part is subtracted
//	TAR-PF    participation of 2 € per consultation, always the patient's
//	TAR-SUP   supplement that the AMO does not know
//
// Amounts and dates are data (scenarios/tarifs), never constants; the file says what is uncertain.
//
// Limits: stays of ex-DG establishments in MCO and PSY, not of SMR (therapeutic leave) nor HAD (sequences);
// emergency forfaits are priced (Rate) but not chosen; the perimeter of the comparison
// TM / FJ for a stay over 30 days, which the sources leave open, is its first 30 days.
//
// Sources: code de la sécurité sociale as told by the public documents cited on each rule.
package tarif
