package amc

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// fingerprint condenses the business content of a calculation: everything but what changes from
// one sending of the same calculation to the next (message identifiers, instant, software and
// route). Written by hand because it stands on the path of every CLC; a test changes each field of
// the request in turn to prove that none is left out.
func fingerprint(q *roc.CLCRequest) string {
	f := make(content, 0, 1536)
	f.text(q.Header.Sender.FinessEJ, q.Header.Sender.FinessEG, q.Header.Receiver.AMCNumber)
	f.text(q.ClcRequestID, q.IdbID, q.PreviousClcID)
	f.establishment(&q.Establishment)
	f.text(q.Patient.IPP, q.Patient.NDA)
	f.beneficiary(&q.Patient.Beneficiary)
	f.text(q.AMO.Affiliation.Regime, q.AMO.Affiliation.Caisse, q.AMO.Affiliation.Centre)
	f.text(q.AMO.Nature, q.AMO.ExoCode, q.AMO.FJPayer, q.AMO.Pathway)
	f.date(q.AMO.RiskDate)
	f.venue(&q.Venue)
	f.period(&q.Period)
	f.int(len(q.Lines))
	for i := range q.Lines {
		f.line(&q.Lines[i])
	}
	f.cents(q.Totals.Billed, q.Totals.AMO, q.Totals.Requested, q.Totals.PatientPaid)
	sum := sha256.Sum256(f)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// A content is the bytes to be condensed.
type content []byte

func (f *content) text(values ...string) {
	for _, v := range values {
		*f = frame(*f, v)
	}
}

func (f *content) int(n int) { *f = binary.AppendVarint(*f, int64(n)) }

func (f *content) cents(values ...roc.Cents) {
	for _, v := range values {
		*f = binary.AppendVarint(*f, int64(v))
	}
}

func (f *content) date(d roc.Date) { f.int(d.DaysSince(roc.Date{})) }

// instant forgets the zone in which it is written: 08:00+02:00 and 06:00Z are one content.
func (f *content) instant(t time.Time) {
	*f = binary.AppendVarint(*f, t.Unix())
	f.int(t.Nanosecond())
}

func (f *content) flag(set bool) {
	if set {
		*f = append(*f, 1)
		return
	}
	*f = append(*f, 0)
}

func (f *content) establishment(e *roc.Establishment) {
	f.text(e.FinessEJ, e.FinessEG, e.Statut, e.Mode, e.Category)
	f.flag(e.Contact != nil)
	if e.Contact != nil {
		f.text(e.Contact.Name, e.Contact.Phone, e.Contact.Email, e.Contact.Hours)
	}
}

func (f *content) beneficiary(b *roc.Beneficiary) {
	f.text(b.InsuredNIR, b.InsuredKey, b.NIR, b.Key, b.BirthDate, b.LastName, b.FirstName, b.BirthName, b.Sex)
	f.int(b.BirthRank)
}

func (f *content) venue(v *roc.Venue) {
	f.instant(v.Entry)
	f.instant(v.Exit)
	f.text(v.EntryMode, v.ExitMode, v.Kind, v.Domain, v.DMT, v.Unit)
}

func (f *content) period(p *roc.BillingPeriod) {
	f.int(p.Index)
	f.date(p.From)
	f.date(p.To)
	f.flag(p.Final)
}

func (f *content) line(l *roc.Line) {
	f.int(l.ID)
	f.text(l.Code, l.ActCode, l.Coefficient, l.Exoneration, l.Payee, l.PayerHint)
	f.date(l.From)
	f.date(l.To)
	f.int(l.Quantity)
	f.int(l.Rate)
	f.cents(l.UnitPrice, l.Total, l.Base, l.AMO, l.Left, l.OtherAMC, l.Overrun)
	f.flag(l.PAS)
	f.flag(l.Executor != nil)
	if l.Executor != nil {
		f.text(l.Executor.Finess, l.Executor.RPPS, l.Executor.Specialty, l.Executor.Sector, l.Executor.OPTAM)
	}
}
