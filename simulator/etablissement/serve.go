package etablissement

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// Handler serves the driver protocol: POST /pilote/v1/{verb}.
func (g *GAP) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /pilote/v1/{verb}", g.serve)
	return mux
}

func (g *GAP) serve(w http.ResponseWriter, r *http.Request) {
	verb := pilote.Verb(r.PathValue("verb"))
	d, err := ReadDemand(r.Body)
	if err != nil {
		WriteReply(w, http.StatusBadRequest, pilote.Reply{Status: pilote.Impossible, Cause: err.Error()})
		return
	}
	if verb == pilote.Declencher && d.Action == "" {
		WriteReply(w, http.StatusBadRequest, pilote.Reply{Status: pilote.Impossible,
			Cause: "« declencher » demande une action."})
		return
	}
	reply, known := g.answer(r, verb, d)
	status := http.StatusOK
	if !known {
		status = http.StatusNotFound
	}
	g.log.Info("demand", "verb", string(verb), "case", d.Case, "action", string(d.Action), "status",
		string(reply.Status))
	WriteReply(w, status, reply)
}

// answer does what a verb asks.
func (g *GAP) answer(r *http.Request, verb pilote.Verb, d pilote.Demand) (reply pilote.Reply, known bool) {
	k := Key{d.Run, d.Case, d.Version, d.Attempt}
	switch verb {
	case pilote.Decrire:
		return pilote.Reply{Status: pilote.Fait, Capabilities: Describe(g.versions)}, true
	case pilote.Verifier:
		return pilote.Reply{Status: pilote.Fait, Findings: g.verify(r.Context(), k, d.Context)}, true
	case pilote.Preparer:
		return replyOf("", g.prepare(k, d.Context)), true
	case pilote.Declencher:
		return g.act(r, k, d), true
	case pilote.Collecter:
		return g.collect(r, k), true
	case pilote.Terminer:
		return replyOf("", g.with(k, func(place *slot) error {
			if place.d != nil {
				place.d.Over = true
			}
			return nil
		})), true
	case pilote.Reinitialiser:
		return replyOf("", g.with(k, func(place *slot) error {
			place.d = nil
			return g.vault.drop(k)
		})), true
	}
	return pilote.Reply{Status: pilote.NonSupporte, Cause: "verbe inconnu : " + string(verb)}, false
}

var (
	errNoContext = errors.New("contexte inconnu : « preparer » doit venir d'abord")
	errOver      = errors.New("le cas est terminé : plus rien n'est envoyé")
)

// act does one business action.
func (g *GAP) act(r *http.Request, k Key, d pilote.Demand) pilote.Reply {
	todo, known := actOf(d.Action)
	if !known {
		return pilote.Reply{Status: pilote.NonSupporte, Cause: unknownAction(d.Action)}
	}
	var p pilote.Parameters
	if d.Parameters != nil {
		p = *d.Parameters
	}
	var message string
	var failed error
	err := g.with(k, func(place *slot) error {
		switch {
		case place.d == nil:
			return errNoContext
		case place.d.Over:
			return errOver
		}
		s := g.session(r.Context(), place.d)
		message, failed = todo.do(s, p)
		s.c.Regularise(s)
		return nil
	})
	if err == nil && !errors.Is(failed, errNoAnswer) { // the agent has been told of a missing answer
		err = failed
	}
	return replyOf(message, err)
}

func (g *GAP) collect(r *http.Request, k Key) pilote.Reply {
	var facts *pilote.Facts
	err := g.with(k, func(place *slot) error {
		if place.d == nil {
			return errNoContext
		}
		facts = g.session(r.Context(), place.d).facts()
		return nil
	})
	reply := replyOf("", err)
	reply.Facts = facts
	return reply
}

// replyOf tells a refusal of the product, which is a result, from what could not be done.
func replyOf(message string, err error) pilote.Reply {
	var b *blocked
	switch {
	case err == nil:
		return pilote.Reply{Status: pilote.Fait, Message: message}
	case errors.As(err, &b):
		return pilote.Reply{Status: pilote.RefuseProduit, Message: strings.TrimSpace(message + " " + b.message)}
	}
	return pilote.Reply{Status: pilote.Impossible, Cause: err.Error()}
}

// Describe says what the GAP is and can do, in the versions of the norme that it speaks.
func Describe(versions []string) *pilote.Capabilities {
	c := &pilote.Capabilities{Protocol: pilote.Protocol, Editor: "miroir", Product: "GAP miroir", Version: "1.0",
		Clock: true, Parallelism: 16}
	for _, v := range slices.Backward(versions) {
		c.Versions = append(c.Versions, strings.ToLower(v))
	}
	for _, a := range acts() {
		c.Actions = append(c.Actions, a.action)
	}
	return c
}

func unknownAction(a pilote.Action) string {
	var known []string
	for _, one := range acts() {
		known = append(known, string(one.action))
	}
	return unknownName("action", string(a), known).Error()
}
