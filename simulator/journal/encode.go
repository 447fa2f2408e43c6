package journal

import (
	"encoding/binary"
	"errors"
	"slices"
)

// errRecord says that stored bytes are not what AppendTrace or AppendFaults wrote.
var errRecord = errors.New("journal: damaged trace or list of faults")

// AppendTrace writes rules in the compact form in which they are stored and hashed.
func AppendTrace(dst []byte, rules []Rule) []byte {
	size := binary.MaxVarintLen64
	for _, r := range rules {
		size += len(r.ID) + len(r.Text) + len(r.Source) + 3*binary.MaxVarintLen32 + 1
	}
	dst = slices.Grow(dst, size)
	dst = binary.AppendUvarint(dst, uint64(len(rules)))
	for _, r := range rules {
		dst = appendText(dst, r.ID)
		dst = appendText(dst, r.Text)
		dst = appendText(dst, r.Source)
		forced := byte(0)
		if r.Forced {
			forced = 1
		}
		dst = append(dst, forced)
	}
	return dst
}

// AppendFaults writes faults likewise.
func AppendFaults(dst []byte, faults []Fault) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(faults)))
	for _, f := range faults {
		dst = appendText(dst, f.Path)
		dst = appendText(dst, f.Code)
		dst = appendText(dst, f.Label)
	}
	return dst
}

// ReadTrace reads what AppendTrace wrote.
func ReadTrace(src []byte) ([]Rule, error) {
	d := decoder{src: src}
	rules := make([]Rule, d.count())
	for i := range rules {
		rules[i] = Rule{ID: d.text(), Text: d.text(), Source: d.text(), Forced: d.byte() == 1}
	}
	return rules, d.end()
}

// ReadFaults reads what AppendFaults wrote.
func ReadFaults(src []byte) ([]Fault, error) {
	d := decoder{src: src}
	faults := make([]Fault, d.count())
	for i := range faults {
		faults[i] = Fault{Path: d.text(), Code: d.text(), Label: d.text()}
	}
	return faults, d.end()
}

// A decoder reads the compact form and remembers the first fault.
type decoder struct {
	src    []byte
	failed bool
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.src)
	if size <= 0 || n > uint64(len(d.src)-size) {
		d.src, d.failed = nil, true
		return 0
	}
	d.src = d.src[size:]
	return n
}

// count reads a number of items, of which each takes at least one byte.
func (d *decoder) count() int { return int(d.uvarint()) }

func (d *decoder) text() string {
	n := d.uvarint()
	s := string(d.src[:n])
	d.src = d.src[n:]
	return s
}

func (d *decoder) byte() byte {
	if len(d.src) == 0 {
		d.failed = true
		return 0
	}
	b := d.src[0]
	d.src = d.src[1:]
	return b
}

func (d *decoder) end() error {
	if d.failed || len(d.src) > 0 {
		return errRecord
	}
	return nil
}
