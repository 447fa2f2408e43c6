package amc

// A Tx is what the payer needs to remember, inside one transaction of the store. A record that is
// not there is a nil pointer and no error. Records handed out or taken in are never changed later
// by either side.
type Tx interface {
	// Identification returns the answer to an IDB by its idbId.
	Identification(id string) (*Identification, error)
	// SaveIdentification keeps the answer to an IDB beside the journal.
	SaveIdentification(*Identification) error

	// Engagements returns in one look-up the record of a calculation already answered
	// (Engagement.RequestKey) and the live one of a dossier (Engagement.LiveKey). They may be the
	// same record.
	Engagements(requestKey, liveKey string) (same, live *Engagement, err error)
	// Engagement returns the record that carries an engagement number.
	Engagement(clcID string) (*Engagement, error)
	// SaveEngagement inserts the record, or replaces the one that has its RequestKey. The store
	// indexes RequestKey (unique), ClcID and LiveKey (unique where not empty).
	SaveEngagement(*Engagement) error

	// Count returns a counter, 0 where it was never set.
	Count(key string) (int, error)
	// SetCount changes a counter.
	SetCount(key string, n int) error
}
