package journal

import "encoding/binary"

// A decoder reads a record and remembers whether it is damaged.
type decoder struct {
	src    []byte
	failed bool
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.src)
	if size <= 0 {
		d.src, d.failed = nil, true
		return 0
	}
	d.src = d.src[size:]
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.src)
	if size <= 0 {
		d.src, d.failed = nil, true
		return 0
	}
	d.src = d.src[size:]
	return n
}

// count reads a number of bytes or of items, of which each takes at least one byte.
func (d *decoder) count() int {
	n := d.uvarint()
	if n > uint64(len(d.src)) {
		d.src, d.failed = nil, true
		return 0
	}
	return int(n)
}

// bytes returns the next n bytes, or none where there are fewer.
func (d *decoder) bytes(n int) []byte {
	if n > len(d.src) {
		d.src, d.failed = nil, true
		return nil
	}
	b := d.src[:n]
	d.src = d.src[n:]
	return b
}

func (d *decoder) text() string { return string(d.bytes(d.count())) }

func (d *decoder) byte() byte {
	if b := d.bytes(1); b != nil {
		return b[0]
	}
	return 0
}
