// Package pilote holds the words by which a bench drives a GAP: the messages of the driver
// protocol, version 1, which both ends share.
//
// The bench posts JSON to {base}/pilote/v1/{verb}. The driver does what it is asked to do in the
// GAP and says what it did; it never judges. Verbs:
//
//	decrire        who are you, what can you do
//	verifier       can the GAP reach the simulator
//	preparer       create the context of one case: clock, establishment, patient, venue, base URL
//	declencher     one business action (see the Action constants)
//	collecter      what does the GAP show now (Facts)
//	terminer       the case is over: nothing more will be sent
//	reinitialiser  forget the context
//
// Version 2 of the norme adds fields and actions, marked V2; a context without a version plays in V1
// and needs none of them.
//
// A context is named by (run, case, version, attempt). Keys on the wire are French.
package pilote
