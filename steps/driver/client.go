// Package driver is the bench's side of the driver protocol (package pilote): a client over HTTP
// that believes nothing it cannot read.
//
//	c := &driver.Client{Base: "http://127.0.0.1:9000", HTTP: client}
//	reply, err := c.Ask(ctx, pilote.Declencher, demand)
//
// The answer must be HTTP 200 (or 202 for en_cours), JSON without an unknown or repeated member,
// at most one mebibyte, with a status of the protocol and what the verb promises. Anything else is
// an *Error that says of which kind, because a slow driver, a dead one and one that lies are not
// the same finding. Nothing is retried.
package driver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// maxReply bounds an answer, in bytes.
const maxReply = 1 << 20

// A Kind says in which way a driver failed.
type Kind string

// The kinds.
const (
	Unreachable Kind = "injoignable" // no connection, or it broke
	TooSlow     Kind = "trop_lent"   // the deadline passed
	Broken      Kind = "protocole"   // it answered something that the protocol does not have
)

// An Error is a failure of the driver, not of the product behind it.
type Error struct {
	Verb   pilote.Verb
	Kind   Kind
	Detail string
}

func (e *Error) Error() string { return fmt.Sprintf("driver: %s: %s: %s", e.Verb, e.Kind, e.Detail) }

// A Client posts demands to the driver at Base.
type Client struct {
	Base string
	HTTP *http.Client
}

// Ask posts one demand and returns a reply that respects the protocol, or an *Error. The
// deadline of ctx is told to the driver.
func (c *Client) Ask(ctx context.Context, verb pilote.Verb, d pilote.Demand) (pilote.Reply, error) {
	d.Protocol, d.Language = pilote.Protocol, "fr"
	if deadline, ok := ctx.Deadline(); ok {
		d.Deadline = deadline
	}
	body, err := json.Marshal(d)
	if err != nil {
		return pilote.Reply{}, fmt.Errorf("driver: write demand: %w", err)
	}
	url := strings.TrimSuffix(c.Base, "/") + "/pilote/v1/" + string(verb)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return pilote.Reply{}, fmt.Errorf("driver: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	status, answer, err := c.post(req)
	if err != nil {
		return pilote.Reply{}, failure(verb, err)
	}
	reply, detail := read(verb, status, answer)
	if detail != "" {
		return pilote.Reply{}, &Error{Verb: verb, Kind: Broken, Detail: detail}
	}
	return reply, nil
}

func (c *Client) post(req *http.Request) (status int, body []byte, err error) {
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	return resp.StatusCode, body, err
}

// failure tells a driver that is slow from one that is not there.
func failure(verb pilote.Verb, err error) *Error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &Error{Verb: verb, Kind: TooSlow, Detail: "no answer before the deadline"}
	}
	return &Error{Verb: verb, Kind: Unreachable, Detail: err.Error()}
}

// read checks an answer against the protocol; detail says what is wrong, empty where nothing is.
func read(verb pilote.Verb, status int, body []byte) (reply pilote.Reply, detail string) {
	switch {
	case len(body) > maxReply:
		return reply, fmt.Sprintf("answer of more than %d bytes", maxReply)
	case status != http.StatusOK && status != http.StatusAccepted:
		return reply, fmt.Sprintf("HTTP %d: %s", status, excerpt(body))
	}
	if err := jsonv2.Unmarshal(body, &reply, jsonv2.RejectUnknownMembers(true)); err != nil {
		return reply, fmt.Sprintf("not an answer of the protocol: %v: %s", err, excerpt(body))
	}
	switch reply.Status {
	case pilote.Fait, pilote.EnCours, pilote.RefuseProduit, pilote.NonSupporte, pilote.Impossible:
	default:
		return reply, fmt.Sprintf("status %q is not one of the protocol", reply.Status)
	}
	switch {
	case reply.Status != pilote.Fait:
	case verb == pilote.Decrire && reply.Capabilities == nil:
		return reply, "answered without capacites"
	case verb == pilote.Collecter && reply.Facts == nil:
		return reply, "answered without faits"
	}
	return reply, ""
}

// excerpt is the start of a body, fit for one line.
func excerpt(body []byte) string {
	const enough = 120
	text := strings.Join(strings.Fields(strings.ToValidUTF8(string(body), "?")), " ")
	if runes := []rune(text); len(runes) > enough {
		text = string(runes[:enough]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
