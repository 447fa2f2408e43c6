// Package gherkin reads feature files written in French, before any engine sees them, and refuses
// what an engine would pass over in silence: a keyword without its accent that becomes a
// description, a plan without examples, a table that no step takes, a tag that selects nothing.
//
// Read takes the files, the vocabulary of steps and the catalogue, and returns the cases with the
// findings. A finding of severity Error means that nothing may run. The reading repairs what it
// can without changing the meaning (byte order mark, decomposed accents, typographic apostrophes,
// no-break spaces, the space before a keyword's colon) and keeps the numbers of the lines.
//
// Select chooses cases by tag expression, identifier, service, version or requirement; a
// selection that is empty is an error.
//
// Codes of the findings are stable. Not checked yet: style (MIR033 to MIR055) and the revision of
// the ledger (MIR024).
package gherkin
