package amc

import (
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// keys under which the records of a calculation are kept.
type keys struct {
	request     string
	live        string
	amc         string // number
	fingerprint string
}

// newCase opens the case of a request: everything that needs no look-up.
func newCase(asked Asked) *Case {
	c := &Case{Asked: asked, Today: roc.DateOf(asked.Now)}
	reply := asked.Request.NewReply()
	c.status = reply.Outcome()
	c.trace = make([]Fired, 0, 24)
	switch q := asked.Request.(type) {
	case *roc.ANNRequest:
		c.ANN = Pair[roc.ANNRequest, roc.ANNReply]{q, reply.(*roc.ANNReply)}
	case *roc.IDBRequest:
		c.IDB = Pair[roc.IDBRequest, roc.IDBReply]{q, reply.(*roc.IDBReply)}
	case *roc.SIMRequest:
		c.SIM = Pair[roc.SIMRequest, roc.SIMReply]{q, reply.(*roc.SIMReply)}
		c.Sharing = newSharing(q.Lines, &q.Totals, q.Stay.Entry, q.Stay.Exit, roc.Sejour)
		c.Sharing.Venue, c.Sharing.Nature = venue{q.Stay.Entry, q.Stay.Exit}, q.Stay.Nature
	case *roc.CLCRequest:
		c.CLC = Pair[roc.CLCRequest, roc.CLCReply]{q, reply.(*roc.CLCReply)}
		from, to := billedDates(q)
		c.Sharing = newSharing(q.Lines, &q.Totals, from, to, contextOf(&q.Venue))
		c.Sharing.Venue = venueOf(q, asked.Now.Location())
		c.Sharing.Nature, c.Sharing.FJPayer = q.AMO.Nature, q.AMO.FJPayer
	case *roc.DELRequest:
		c.DEL = Pair[roc.DELRequest, roc.DELReply]{q, reply.(*roc.DELReply)}
	}
	return c
}

// load fetches the facts that the rules will look at: the only place that reads the store before
// the decision. A nominal CLC costs two look-ups.
func load(c *Case, tx Tx) error {
	h := c.Request.RequestHeader()
	c.Establishment = c.World.index.establishments[h.Sender.FinessEG]
	switch c.Request.Service() {
	case roc.ANN:
		q := c.ANN.Q
		c.Insurer = c.World.look(q.AMCNumber, q.CSR, q.ConventionType, c.Today)
	case roc.IDB:
		loadIDB(c)
	case roc.SIM:
		return loadSIM(c, tx)
	case roc.CLC:
		return loadCLC(c, tx)
	case roc.DEL:
		return loadDEL(c, tx)
	}
	return nil
}

func loadIDB(c *Case) {
	q := c.IDB.Q
	c.Insurer = c.World.look(q.Card.AMCNumber, q.Card.CSR, q.Card.ConventionType, c.Today)
	if c.Insurer.AMC == nil {
		return
	}
	c.Match = c.World.find(c.Insurer.AMC, &q.Beneficiary, q.Card.MemberNumber)
	if c.Person = c.Match.Person; c.Person != nil {
		c.Rights = c.World.contracts(c.Person, c.Insurer.AMC, q.From, lastDay(q), c.Today)
	}
}

// loadIdentification fetches what an idbId designates. An identification of another establishment
// is none at all.
func loadIdentification(c *Case, tx Tx, id string) error {
	found, err := tx.Identification(id)
	if err != nil {
		return err
	}
	h := c.Request.RequestHeader()
	if found == nil || found.FinessEG != h.Sender.FinessEG {
		c.Insurer = c.World.look(h.Receiver.AMCNumber, "", "", c.Today)
		return nil
	}
	c.Identification = found
	c.Insurer = c.World.look(found.AMC, found.CSR, "", c.Today)
	c.Person = c.World.index.persons[found.Person]
	return nil
}

func loadSIM(c *Case, tx Tx) error {
	if err := loadIdentification(c, tx, c.SIM.Q.IdbID); err != nil {
		return err
	}
	return loadTallies(c, tx)
}

func loadCLC(c *Case, tx Tx) (err error) {
	q := c.CLC.Q
	if err = loadIdentification(c, tx, q.IdbID); err != nil {
		return err
	}
	number := q.Header.Receiver.AMCNumber
	if c.Identification != nil {
		number = c.Identification.AMC
	}
	eg := q.Header.Sender.FinessEG
	c.keys = keys{
		request:     eg + " " + q.ClcRequestID,
		amc:         number,
		live:        c.liveKey(number, q.Period.Index),
		fingerprint: fingerprint(q),
	}
	if c.Same, c.Live, err = tx.Engagements(c.keys.request, c.keys.live); err != nil {
		return err
	}
	if q.PreviousClcID != "" {
		if c.Previous, err = tx.Engagement(q.PreviousClcID); err != nil {
			return err
		}
	}
	if c.Same != nil { // answered already: nothing will be shared
		return nil
	}
	return loadTallies(c, tx)
}

func loadDEL(c *Case, tx Tx) (err error) {
	q := c.DEL.Q
	if c.Target, err = tx.Engagement(q.ClcID); err != nil {
		return err
	}
	number, csr := q.Header.Receiver.AMCNumber, ""
	if c.Target != nil && c.Target.FinessEG == q.Header.Sender.FinessEG {
		number, csr = c.Target.AMC, c.Target.CSR
		c.Person = c.World.index.persons[c.Target.Person]
	}
	c.Insurer = c.World.look(number, csr, "", c.Today)
	return nil
}

// lastDay is the last date that an IDB asks about.
func lastDay(q *roc.IDBRequest) roc.Date {
	if q.To.IsZero() {
		return q.From
	}
	return q.To
}

// billedDates are the days that a calculation is about: those of its period, or the whole venue.
func billedDates(q *roc.CLCRequest) (from, to roc.Date) {
	if q.Period.Index > 0 {
		return q.Period.From, q.Period.To
	}
	return roc.DateOf(q.Venue.Entry), exitDate(&q.Venue)
}

// liveKey names what an engagement holds: the stay of a dossier, or a period of it, whatever day is said
// to be that of the entry; or a visit of a dossier, by its day in the world's zone.
func (c *Case) liveKey(amc string, period int) string {
	q := c.CLC.Q
	dossier := q.Header.Sender.FinessEG + " " + q.Patient.NDA + " " + amc
	switch {
	case c.Sharing.Context == roc.ACE:
		return dossier + " " + dayIn(q.Venue.Entry, c.Now.Location()).String()
	case period == 0:
		return dossier
	}
	return dossier + ofPeriod(period)
}

func ofPeriod(index int) string { return " période " + strconv.Itoa(index) }

func exitDate(v *roc.Venue) roc.Date {
	if v.Exit.IsZero() {
		return roc.DateOf(v.Entry)
	}
	return roc.DateOf(v.Exit)
}

func contextOf(v *roc.Venue) roc.Context {
	if v.Kind == string(roc.ACE) {
		return roc.ACE
	}
	return roc.Sejour
}
