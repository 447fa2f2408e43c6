// Package store keeps worlds, engagements and journals in SQLite, in a file or in memory.
//
// Normal use: Open, CreateWorld, then one Update for each request. Update runs a closure in a
// transaction of its own; what it writes becomes durable together with what other callers write at
// the same moment (group commit), and Update returns only after that. A closure that fails, or
// panics, leaves nothing. Once Update has returned nil, what was written survives kill -9 and power loss.
//
// Two goroutines share the work. The writer runs the closures one after the other, each on top of
// what the ones before left, and gathers their writes in a group; the committer makes one group
// durable while the writer fills the next. In a file, looking up and reading go through connections
// of their own and never wait for a commit; in memory, where there is but one, they take turns.
//
// What a group adds to the journal of a world is stored as one compressed row, a segment.
//
// The keys of engagements are spread at random. They go to their table in sorted batches; the latest
// ones are found in memory, and a filter spares new keys the look-up.
//
// Errors: *roc.Error, not found for an unknown world, unavailable (T02) for whatever the database
// refuses, by the driver's code. What a closure returns comes back as it is.
//
// Limits: one process for one file. A world holds up to 2^32 exchanges.
package store
