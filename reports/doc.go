// Package reports holds what a conformance run found and writes it for the people and machines
// that read it.
//
// The model has three layers that never mix: a Check says what one assertion showed, a Result
// says what is known of the GAP for one case, a Campaign says what may be claimed of the run. The
// bench fills the results; this package judges the campaign, and every artefact is rendered from
// the Campaign value alone:
//
//	journal.ndjson   one event a line, flushed as it happens, so that a killed run leaves evidence
//	resultats.json   the campaign, with a footer by which a reader proves it complete
//	rapport.html     one file for people, French or English, no network
//	junit.xml        for continuous integration
//	resume.md        for the job's summary page
//
// It knows neither the engine that ran the cases nor the simulator.
package reports
