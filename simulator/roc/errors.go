package roc

import (
	"fmt"
	"strconv"
	"strings"
)

// A Step is one element of a Path. Index counts from 0; it is -1 where the element does not repeat.
type Step struct {
	Name  string
	Index int
}

// A Path says where in a message something is, in the names of the wire.
type Path []Step

// XPath writes the path as SOAP users read it: "/CalculDemande/ligne[3]/montant", counting from 1.
func (p Path) XPath() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteString("/" + s.Name)
		if s.Index >= 0 {
			b.WriteString("[" + strconv.Itoa(s.Index+1) + "]")
		}
	}
	return b.String()
}

// Pointer writes the path as JSON users read it (RFC 6901), without the message's own name:
// "/lignes/2/montant", counting from 0.
func (p Path) Pointer() string {
	var b strings.Builder
	for i, s := range p {
		if i == 0 {
			continue
		}
		b.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(s.Name))
		if s.Index >= 0 {
			b.WriteString("/" + strconv.Itoa(s.Index))
		}
	}
	return b.String()
}

// A FieldError says what is wrong at one place of a message. Label is a French sentence that says
// what was expected and never repeats a personal value.
type FieldError struct {
	Path  Path
	Code  string // stable: "ELEMENT_MANQUANT", "CLE_NIR", …
	Label string
}

func (e *FieldError) Error() string { return e.Path.XPath() + ": " + e.Code }

// Invalid is a message that was read but cannot be accepted as written. It holds every fault.
type Invalid struct{ Fields []*FieldError }

func (e *Invalid) Error() string {
	return fmt.Sprintf("invalid message: %d fault(s), first %v", len(e.Fields), e.Fields[0])
}

// Unwrap gives each fault to errors.As.
func (e *Invalid) Unwrap() []error {
	errs := make([]error, len(e.Fields))
	for i, f := range e.Fields {
		errs[i] = f
	}
	return errs
}

// Unreadable is a body that is no message at all: bad syntax, wrong envelope, too large, too deep.
type Unreadable struct {
	Offset int64  // byte at which reading stopped
	Code   string // "XML_MAL_FORME", "DTD_INTERDITE", "TROP_PROFOND", …
	Label  string // French sentence
}

func (e *Unreadable) Error() string {
	return fmt.Sprintf("unreadable message at byte %d: %s", e.Offset, e.Code)
}

// A Kind sorts the refusals to serve that are neither a business answer nor a bad message.
type Kind string

// The kinds of Error; each binding maps them to its protocol in one table.
const (
	NotFound    Kind = "introuvable"
	Conflict    Kind = "conflit"
	Forbidden   Kind = "interdit"
	Unavailable Kind = "indisponible"
	Internal    Kind = "interne"
)

// Error is a refusal to serve. Cause stays inside the process.
type Error struct {
	Kind  Kind
	Code  string // "MONDE_INCONNU", "S04", …
	Label string // French sentence
	Cause error
}

func (e *Error) Error() string {
	if e.Cause != nil {
		return string(e.Kind) + " " + e.Code + ": " + e.Cause.Error()
	}
	return string(e.Kind) + " " + e.Code
}

func (e *Error) Unwrap() error { return e.Cause }

// A Level tells how far a call got before it failed.
type Level string

// The levels of a CallError.
const (
	Transport Level = "transport" // no HTTP answer, or one that no service wrote
	Technical Level = "technique" // a SOAP Fault or a problem document
	BadAnswer Level = "illisible" // an answer that the norme refuses
)

// A CallError says why a client got no business answer.
type CallError struct {
	Level      Level
	HTTPStatus int // 0 where there was none
	Code       string
	Label      string
	Fields     []*FieldError // faults that the other side reported, or that we found in its answer
	Cause      error
}

func (e *CallError) Error() string {
	msg := fmt.Sprintf("call failed (%s, HTTP %d) %s %s", e.Level, e.HTTPStatus, e.Code, e.Label)
	if e.Cause != nil {
		msg += ": " + e.Cause.Error()
	}
	return strings.TrimSpace(msg)
}

func (e *CallError) Unwrap() error { return e.Cause }
