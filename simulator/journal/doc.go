// Package journal holds what a world remembers of each exchange: the bytes that came in, the bytes
// that left, what was decided and why.
//
// A journal is append-only. Its entries are numbered from 1 in each world (E-000001, E-000002, …)
// and chained: each carries the SHA-256 of itself and of the entry before, so that a missing or
// altered one shows (Verify). Nothing in an entry depends on the machine: the same world, seed and
// inputs give byte-equal journals.
//
// The package also holds the two small types that the bindings and the pipeline share: Response,
// what leaves by HTTP, and Responder, which writes it in the dialect of the request.
//
// Limits: an entry holds bodies unmasked. Whoever shows them outside the process masks them first
// (package norme); package admin does.
package journal
