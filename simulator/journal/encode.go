package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// errRecord says that stored bytes are not a record that Seal wrote.
var errRecord = errors.New("journal: damaged record")

// Seal numbers the entry seq, links it after prev, appends its record to dst and computes its hash:
// the SHA-256 of the record. The record holds every field but Hash, each text after its length, so
// that no two entries write the same bytes.
func (e *Entry) Seal(dst []byte, seq int64, prev Hash) []byte {
	e.Seq, e.Prev = seq, prev
	start := len(dst)
	dst = e.appendRecord(dst)
	e.Hash = sha256.Sum256(dst[start:])
	return dst
}

func (e *Entry) appendRecord(b []byte) []byte {
	b = append(b, e.Prev[:]...)
	b = binary.AppendUvarint(b, uint64(e.Seq))
	b = binary.AppendUvarint(b, uint64(e.Status))
	for _, s := range [...]string{
		e.At.UTC().Format(time.RFC3339Nano), e.World, string(e.Service), e.Version, e.Binding, e.Path,
		e.Operator, e.Result, e.Code, e.Keys.NDA, e.Keys.ClcRequestID, e.Keys.IdbID, e.Keys.ClcID,
	} {
		b = appendText(b, s)
	}
	b = appendText(appendText(b, e.Request), e.Reply)
	b = binary.AppendUvarint(b, uint64(len(e.Trace)))
	for _, r := range e.Trace {
		b = appendText(appendText(appendText(b, r.ID), r.Text), r.Source)
		forced := byte(0)
		if r.Forced {
			forced = 1
		}
		b = append(b, forced)
		for _, n := range [...]int64{int64(r.Line), int64(r.Paid), int64(r.Refused)} {
			b = binary.AppendVarint(b, n)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(e.Faults)))
	for _, f := range e.Faults {
		b = appendText(appendText(appendText(b, f.Path), f.Code), f.Label)
	}
	return b
}

func appendText[T string | []byte](dst []byte, s T) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// ReadRecord reads the record that Seal wrote. Its hash is that under which it was kept: Verify tells
// whether the two agree.
func ReadRecord(record []byte, kept Hash) (*Entry, error) {
	d := decoder{src: record}
	e := &Entry{Hash: kept}
	copy(e.Prev[:], d.bytes(len(e.Prev)))
	e.Seq, e.Status = int64(d.uvarint()), int(d.uvarint())
	at := d.text()
	e.World, e.Service, e.Version, e.Binding, e.Path = d.text(), roc.Service(d.text()), d.text(), d.text(), d.text()
	e.Operator, e.Result, e.Code = d.text(), d.text(), d.text()
	e.Keys = Keys{NDA: d.text(), ClcRequestID: d.text(), IdbID: d.text(), ClcID: d.text()}
	e.Request, e.Reply = []byte(d.text()), []byte(d.text())
	e.Trace = make([]Rule, d.count())
	for i := range e.Trace {
		e.Trace[i] = Rule{
			ID: d.text(), Text: d.text(), Source: d.text(), Forced: d.byte() == 1,
			Line: int(d.varint()), Paid: roc.Cents(d.varint()), Refused: roc.Cents(d.varint()),
		}
	}
	e.Faults = make([]Fault, d.count())
	for i := range e.Faults {
		e.Faults[i] = Fault{Path: d.text(), Code: d.text(), Label: d.text()}
	}
	var err error
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil || d.failed || len(d.src) > 0 {
		return nil, errRecord
	}
	return e, nil
}
