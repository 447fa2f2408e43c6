package amc

import (
	"strconv"
	"time"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// facts are what the conditions of the world's rules may look at: the request, and who it is about as
// the world knows them.
func facts(c *Case) *regle.Facts {
	h := c.Request.RequestHeader()
	f := &regle.Facts{
		Service:       string(c.Request.Service()),
		Today:         c.Today.Time(),
		Establishment: regle.Establishment{EJ: h.Sender.FinessEJ, EG: h.Sender.FinessEG},
	}
	if a := c.Insurer.AMC; a != nil {
		f.AMC = regle.AMC{Number: a.Number, Name: a.Name, Convention: a.Convention}
	} else if len(c.Insurer.Candidates) > 0 {
		f.AMC.Number = c.Insurer.Candidates[0].Number
	}
	switch {
	case c.IDB.Q != nil:
		c.factsOfIDB(f)
	case c.SIM.Q != nil:
		c.factsOfSIM(f)
	case c.CLC.Q != nil:
		c.factsOfCLC(f)
	case c.DEL.Q != nil:
		f.Cancellation.Reason = c.DEL.Q.Reason
	}
	if c.Person != nil {
		f.Beneficiary.ID = c.Person.ID
		f.Beneficiary.Age = ageOn(c.Person.BirthDate, f.Stay.Entry)
		f.Beneficiary.Guarantees = c.guaranteesHere()
	}
	return f
}

func (c *Case) factsOfIDB(f *regle.Facts) {
	q := c.IDB.Q
	f.AMO.Nature = q.Nature
	f.Stay = stayOf(q.From, q.To, q.Context, q.Domain)
}

func (c *Case) factsOfSIM(f *regle.Facts) {
	s := &c.SIM.Q.Stay
	f.AMO.Nature, f.AMO.Exo = s.Nature, s.ExoCode
	f.Stay = stayOf(s.Entry, s.Exit, roc.Sejour, s.Domain)
	f.Stay.Kind = s.Mode
	c.factsOfLines(f)
}

func (c *Case) factsOfCLC(f *regle.Facts) {
	q := c.CLC.Q
	v, a := &q.Venue, &q.AMO
	f.AMO = regle.AMO{Nature: a.Nature, Exo: a.ExoCode, FJPayer: a.FJPayer, Pathway: a.Pathway}
	f.Stay = stayOf(c.Sharing.From, c.Sharing.To, c.Sharing.Context, v.Domain)
	f.Stay.Kind, f.Stay.EntryMode, f.Stay.ExitMode = v.Kind, v.EntryMode, v.ExitMode
	c.factsOfLines(f)
}

func stayOf(from, to roc.Date, context roc.Context, domain string) regle.Stay {
	s := regle.Stay{Context: string(context), Domain: domain, Entry: from.Time(), Exit: to.Time()}
	if !from.IsZero() && !to.IsZero() {
		s.Nights = to.DaysSince(from)
	}
	return s
}

func (c *Case) factsOfLines(f *regle.Facts) {
	t := c.Sharing.Totals
	f.Totals = regle.Totals{Billed: int(t.Billed), AMO: int(t.AMO), Requested: int(t.Requested)}
	lines := make([]regle.Line, len(c.Sharing.Lines))
	for i := range c.Sharing.Lines {
		l := &c.Sharing.Lines[i]
		lines[i] = regle.Line{
			ID: l.ID, Code: l.Code, Act: l.ActCode, Family: string(c.World.kindOf(l)), Quantity: l.Quantity,
			Price: int(l.UnitPrice), Billed: int(l.Total), Base: int(l.Base), Rate: l.Rate, AMO: int(l.AMO),
			Left: int(l.Left), OtherAMC: int(l.OtherAMC), Requested: int(l.Requested()), Overrun: int(l.Overrun),
			From: l.From.Time(), To: l.To.Time(),
		}
		f.Lines = append(f.Lines, &lines[i])
	}
}

// guaranteesHere names the guarantees of the person's contracts at this insurer.
func (c *Case) guaranteesHere() []string {
	var list []string
	for i := range c.Person.Covers {
		if v := &c.Person.Covers[i]; c.Insurer.AMC != nil && v.under(c.Insurer.AMC) {
			list = append(list, v.Guarantee)
		}
	}
	return list
}

// ageOn counts the years from a birth date as cards bear it, whose month and day may be lunar.
func ageOn(birth string, day time.Time) int {
	born, err := strconv.Atoi(birth)
	if err != nil {
		return 0
	}
	return max(0, (day.Year()*10000+int(day.Month())*100+day.Day()-born)/10000)
}
