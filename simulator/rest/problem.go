package rest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/binding"
	"github.com/roc-miroir/miroir/simulator/journal"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The media types. JSON is UTF-8 by definition and its type has no charset parameter (RFC 8259).
const (
	mediaMessage = "application/json"
	mediaProblem = "application/problem+json"
)

// typePrefix begins the type of every problem; the code follows.
const typePrefix = "urn:miroir:probleme:"

// A problem is a problem document (RFC 9457) with the extension errors.
type problem struct {
	Type     string  `json:"type"`
	Title    string  `json:"title"` // French
	Status   int     `json:"status"`
	Instance string  `json:"instance,omitempty"` // the journal entry
	Errors   []place `json:"errors,omitempty"`
}

// A place is one thing wrong in a message.
type place struct {
	Pointer string `json:"pointer"` // RFC 6901; empty for the whole message
	Code    string `json:"code"`
	Detail  string `json:"detail"` // French
}

// statusOf is the table from class to HTTP status.
func statusOf(class roc.Kind) int {
	switch class {
	case binding.Unreadable:
		return http.StatusBadRequest
	case binding.Invalid:
		return http.StatusUnprocessableEntity
	case roc.Forbidden:
		return http.StatusForbidden
	case roc.NotFound:
		return http.StatusNotFound
	case roc.Conflict:
		return http.StatusConflict
	case roc.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func problemOf(r binding.Refusal) problem {
	p := problem{Type: typePrefix + r.Code, Title: r.Label, Status: statusOf(r.Class), Instance: r.Entry}
	for _, f := range r.Faults {
		p.Errors = append(p.Errors, place{f.Path.Pointer(), f.Code, f.Label})
	}
	return p
}

func (p problem) response() journal.Response {
	body, err := json.Marshal(p)
	if err != nil { // a problem is strings and one number
		panic("rest: " + err.Error())
	}
	return journal.Response{Status: p.Status, ContentType: mediaProblem, Body: body}
}

// callError is the problem as the side that was refused sees it. message is the name of the
// message that was refused, which pointers leave out.
func (p problem) callError(status int, message string) *roc.CallError {
	e := &roc.CallError{
		Level: roc.Technical, HTTPStatus: status,
		Code: strings.TrimPrefix(p.Type, typePrefix), Label: p.Title,
	}
	for _, f := range p.Errors {
		path := parsePointer(message, f.Pointer)
		e.Fields = append(e.Fields, &roc.FieldError{Path: path, Code: f.Code, Label: f.Detail})
	}
	return e
}

// parsePointer reads what Path.Pointer writes; a number after a name is its index.
func parsePointer(message, pointer string) roc.Path {
	if pointer == "" {
		return nil
	}
	path := roc.Path{{Name: message, Index: -1}}
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		last := &path[len(path)-1]
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && len(path) > 1 && last.Index < 0 {
			last.Index = i
			continue
		}
		path = append(path, roc.Step{Name: strings.NewReplacer("~1", "/", "~0", "~").Replace(token), Index: -1})
	}
	return path
}
