// Package store keeps worlds, engagements and journals in SQLite, in a file or in memory.
//
// Normal use: Open, PutWorld, then one Update for each request. Update runs a closure in a
// transaction of its own; what it writes becomes durable together with what other callers write at
// the same moment (group commit), and Update returns only after that. A closure that fails, or
// panics, leaves nothing. Once Update has returned nil, what was written survives kill -9 and power loss.
//
// One goroutine writes. In a file, reads go through connections of their own and never wait for
// it; in memory, where SQLite knows no such thing, they take their turn between two groups.
//
// Errors: *roc.Error, not found for an unknown world, unavailable (T02) for whatever the database
// refuses, by the driver's code. What a closure returns comes back as it is.
//
// Limits: one process for one file. A world holds up to 2^32 exchanges.
package store
