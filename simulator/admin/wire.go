package admin

import "time"

const problemType = "application/problem+json"

// A Clock is the body of /api/worlds/{w}/clock.
type Clock struct {
	Now time.Time `json:"maintenant"`
}

// An ExchangePage is a part of a journal, oldest entry first.
type ExchangePage struct {
	Exchanges []Exchange `json:"echanges"`
	More      bool       `json:"suite"` // entries follow: ask again with apres = the last seq
}
