package amc

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"

	"github.com/google/uuid"
)

// digest hashes the world's seed, what the identifier is for, and the business key. Identifiers
// are never drawn or counted: the same world and the same requests give the same ones, in any
// order of arrival.
func (w *World) digest(kind string, parts ...string) [sha256.Size]byte {
	text := make([]byte, 0, 256)
	text = binary.BigEndian.AppendUint64(text, uint64(w.Seed))
	text = frame(text, kind)
	for _, p := range parts {
		text = frame(text, p)
	}
	return sha256.Sum256(text)
}

// frame appends a text with its length, so that two different lists never give the same bytes.
func frame(dst []byte, text string) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(text)))
	return append(dst, text...)
}

// number returns a printable identifier: the prefix and 16 characters (80 bits).
func (w *World) number(prefix string, parts ...string) string {
	sum := w.digest(prefix, parts...)
	return prefix + base32.StdEncoding.EncodeToString(sum[:10])
}

// messageID returns the UUID of a reply. Version 8 is the one for values that are computed.
func (w *World) messageID(parts ...string) string {
	sum := w.digest("message", parts...)
	id := uuid.UUID(sum[:16])
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
