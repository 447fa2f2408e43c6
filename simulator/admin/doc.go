// Package admin is the control API of a simulator, on a listener of its own: create and delete
// worlds, set their clocks, force answers, read what was exchanged; and price stays and visits, by the
// oracle of hospital billing. Explain says, of an exchange, which rule paid or refused each cent.
//
// Handler serves it, Client calls it, openapi.json describes it (GET /api/openapi.json). Paths and
// keys are French, as everywhere on miroir's wire; errors are application/problem+json with every
// fault of a bad world (line, field, what was expected).
//
// The package knows neither the store nor the simulator: it asks for what it needs through Worlds
// and Exchanges.
//
// Limits: no authentication, so that the listener must stay on a trusted network. Exchanges come
// masked by the norme's table; ?clair=oui unmasks them for callers on the loopback interface only.
package admin
