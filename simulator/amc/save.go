package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// saves are the records that the decision changes, in the order in which they are written.
type saves struct {
	identification *Identification
	engagements    []saving
}

// A saving is an engagement to be written, and what it gives back to the counters because it ends.
type saving struct {
	*Engagement
	ended *Engagement // the same while it still held something; nil where it is new
}

// end closes an engagement and gives back what it had drawn.
func (c *Case) end(e *Engagement, state State) {
	if len(e.Draws) > 0 {
		c.sayf("L'engagement %s rend ce qu'il tenait des limites de l'année.", e.ClcID)
	}
	c.giveBack(e.Draws)
	c.saves.engagements = append(c.saves.engagements, saving{e.closed(state), e})
}

// save writes the records. A SIM writes none; an IDB its identification only.
func save(c *Case, tx Tx) error {
	if c.saves.identification != nil {
		if err := tx.SaveIdentification(c.saves.identification); err != nil {
			return err
		}
	}
	remember(c)
	for _, e := range c.saves.engagements {
		if err := e.save(tx); err != nil {
			return err
		}
	}
	return nil
}

// save writes the engagement and moves the counters by what it draws and gives back.
func (e *saving) save(tx Tx) error {
	if err := tx.SaveEngagement(e.Engagement); err != nil {
		return err
	}
	if e.ended != nil {
		if err := e.ended.move(tx, -1); err != nil {
			return err
		}
	}
	return e.move(tx, 1)
}

// move adds to the counters what the engagement holds of them, or with -1 gives it back.
func (e *Engagement) move(tx Tx, sign int) error {
	for _, held := range [][]Draw{e.Draws, e.Nights} {
		for _, d := range held {
			if err := move(tx, d.Counter, sign*d.N); err != nil {
				return err
			}
		}
	}
	return nil
}

func move(tx Tx, counter string, by int) error {
	n, err := tx.Count(counter)
	if err != nil {
		return err
	}
	return tx.SetCount(counter, n+by)
}

// remember adds the calculation itself to the records: the engagement as it was answered, or the
// refusal, so that a replay gets the same answer. A refusal that judges nothing (technical,
// security, directory) is forgotten: the same calculation sent again must be able to succeed.
func remember(c *Case) {
	if c.CLC.A == nil || c.replayed {
		return
	}
	q, a := c.CLC.Q, c.CLC.A
	switch roc.Group(a.Status.Group) {
	case roc.GroupTechnical, roc.GroupSecurity, roc.GroupDirectory:
		return
	}
	e := &Engagement{
		RequestKey:  c.keys.request,
		FinessEG:    q.Header.Sender.FinessEG,
		NDA:         q.Patient.NDA,
		IdbID:       q.IdbID,
		State:       Rejete,
		AnsweredAt:  c.Now,
		Fingerprint: c.keys.fingerprint,
		Reply:       *a,
		Forced:      slices.ContainsFunc(c.trace, func(f Fired) bool { return f.Forced }),
	}
	if c.Insurer.AMC != nil {
		e.AMC, e.CSR = c.Insurer.AMC.Number, c.Insurer.AMC.CSR
	}
	if c.Person != nil {
		e.Person = c.Person.ID
	}
	if a.Status.Result != roc.Refuse {
		e.State, e.LiveKey, e.ClcID = Engage, c.keys.live, a.ClcID
		e.GuaranteedUntil, e.Total = a.GuaranteedUntil, a.Totals.AMC
		e.Draws = c.draws()
		c.Chain.keep(e)
	}
	c.saves.engagements = append(c.saves.engagements, saving{Engagement: e})
}

// reply closes the answer with its header. The header alone tells two sendings of one answer apart.
func (c *Case) reply() roc.Reply {
	h := c.Request.RequestHeader()
	var a roc.Reply
	switch {
	case c.ANN.A != nil:
		a = c.ANN.A
	case c.IDB.A != nil:
		a = c.IDB.A
	case c.SIM.A != nil:
		a = c.SIM.A
	case c.CLC.A != nil:
		a = c.CLC.A
	default:
		a = c.DEL.A
	}
	*a.ReplyHeader() = roc.ReplyHeader{
		MessageID:      c.World.messageID(string(a.Service()), h.Sender.FinessEG, h.MessageID),
		InReplyTo:      h.MessageID,
		ConversationID: h.ConversationID,
		SentAt:         c.Now,
		NormVersion:    c.Version,
	}
	return a
}
