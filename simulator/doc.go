// Package simulator plays the payer's side of the dispositif ROC over HTTP: the directory and the
// AMCs of as many worlds as wanted, over SOAP and JSON, with their journal.
//
// Normal use:
//
//	sim, err := simulator.New(simulator.Options{Worlds: worlds})
//	http.Serve(listener, sim.Handler())     // the services
//	http.Serve(admin, sim.AdminHandler())   // the control API: never on the same network
//	sim.Close()
//
// One request goes through: listener and limit of size, binding (SOAP or JSON: read and checked by
// the norme), then one transaction of the store in which the payer decides, the answer is written
// and the exchange joins the journal. The answer leaves after that transaction is durable. The
// journal holds the very bytes that leave.
//
// Each version of the dispositif is an edition: its own paths, /v1 and /v2, its norme and its rulebook;
// the directory of /v2 also gives the addresses under /v1 of an AMC that has those. Every path also
// stands under /m/{world}, with an address for each operator under o/{operator}.
// Without /m/{world}, the world is the one named "defaut". A request that reaches no world or no
// path is kept in a journal of its own, so that a wrong address can be told from silence.
//
// Limits: one process for one database file; the normes are miroir's own.
package simulator
