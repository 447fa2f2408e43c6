package binding

import (
	"errors"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The classes of refusal that roc.Error does not have: they come from reading.
const (
	Unreadable roc.Kind = "illisible"
	Invalid    roc.Kind = "invalide"
)

// CodeInvalid is the code of the catalogue for a message that was read and does not follow the norme.
const CodeInvalid = "T04"

// codeInternal is the only thing that a caller learns of an internal error, besides the reference.
const codeInternal = "T01"

// A Refusal is a refusal to serve, ready to be written in either dialect.
type Refusal struct {
	Class  roc.Kind // Unreadable, Invalid or a kind of roc.Error
	Code   string
	Label  string            // French sentence
	Faults []*roc.FieldError // the places that are wrong; an empty path is the whole message
	Entry  string            // identifier of the journal entry, empty where there is none
}

// RefusalOf says what a caller may know of err: anything but the three known types is internal.
func RefusalOf(err error, entry string) Refusal {
	var (
		unreadable *roc.Unreadable
		invalid    *roc.Invalid
		other      *roc.Error
	)
	switch {
	case errors.As(err, &other): // first: it may hide one of the others as its cause
		if speaks(other.Kind) {
			return Refusal{other.Kind, other.Code, other.Label, nil, entry}
		}
	case errors.As(err, &unreadable):
		label := unreadable.Label
		if unreadable.Offset > 0 {
			label += " (octet " + strconv.FormatInt(unreadable.Offset, 10) + ")"
		}
		whole := &roc.FieldError{Code: unreadable.Code, Label: label}
		return Refusal{Unreadable, unreadable.Code, unreadable.Label, []*roc.FieldError{whole}, entry}
	case errors.As(err, &invalid):
		return Refusal{Invalid, CodeInvalid, roc.LabelOf(CodeInvalid), invalid.Fields, entry}
	}
	return Refusal{roc.Internal, codeInternal, roc.LabelOf(codeInternal), nil, entry}
}

// speaks reports whether the code and label of an error of kind k are meant for the caller.
func speaks(k roc.Kind) bool {
	switch k {
	case roc.NotFound, roc.Conflict, roc.Forbidden, roc.Unavailable:
		return true
	}
	return false
}

// Unwritable returns the internal error of a reply that the norme refuses to write. Without it the
// caller would be blamed for faults that are ours.
func Unwritable(cause error) error {
	return &roc.Error{Kind: roc.Internal, Code: codeInternal, Label: roc.LabelOf(codeInternal), Cause: cause}
}
