package admin

import (
	"encoding/json"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// An Explanation says which rule of the payer paid or refused each cent of a calculation or a
// simulation: command, report and console show the same one. Of another service it holds the rules
// alone.
type Explanation struct {
	Exchange     string            `json:"echange"`
	Service      string            `json:"service"`
	Result       string            `json:"resultat,omitempty"`
	Code         string            `json:"code,omitempty"`
	Label        string            `json:"libelle,omitempty"`
	ClcRequestID string            `json:"idDemandeCalcul,omitempty"`
	ClcID        string            `json:"idCLC,omitempty"`
	Forced       bool              `json:"force"`     // the world imposed the answer, or a part of it
	Detailed     bool              `json:"detaillee"` // a rule speaks of a line: an answer given again has none
	Lines        []LineExplanation `json:"lignes"`    // those asked, then those answered without being asked
	Totals       Parts             `json:"totaux"`
	Rules        []Rule            `json:"regles"`         // those of the whole request
	Faults       []string          `json:"contradictions"` // French: where rules and answer disagree
}

// A LineExplanation is one line, and the rules that shared it in the order in which they did.
type LineExplanation struct {
	ID       int      `json:"numero"`
	Code     string   `json:"code,omitempty"`
	ActCode  string   `json:"acte,omitempty"`
	From     roc.Date `json:"du,omitzero"`
	To       roc.Date `json:"au,omitzero"`
	Asked    bool     `json:"demandee"`
	Answered bool     `json:"repondue"`
	Parts
	Reason string `json:"motif,omitempty"`
	Rules  []Rule `json:"regles"`
}

// Parts share what was billed: AMO, other AMC, AMC and patient. Requested is what the AMC was asked.
type Parts struct {
	Billed    roc.Cents `json:"facture"`
	AMO       roc.Cents `json:"montantAMO"`
	OtherAMC  roc.Cents `json:"autreAMC"`
	Requested roc.Cents `json:"montantDemande"`
	AMC       roc.Cents `json:"montantAMC"`
	Patient   roc.Cents `json:"montantPatient"`
}

// Shared returns what the rules of a line say that they took of it and left of it for good.
func (l *LineExplanation) Shared() (paid, refused roc.Cents) {
	for _, r := range l.Rules {
		paid += r.Paid
		refused += r.Refused
	}
	return paid, refused
}

// The parts of the messages that an explanation needs, by the norme's names, which are the same in
// a calculation and in a simulation.
type (
	askedMessage struct {
		ClcRequestID string      `json:"idDemandeCalcul"`
		Lines        []askedLine `json:"lignes"`
		Totals       struct {
			Billed    roc.Cents `json:"facture"`
			AMO       roc.Cents `json:"montantAMO"`
			Requested roc.Cents `json:"demande"`
		} `json:"totaux"`
	}
	askedLine struct {
		ID       int       `json:"numero"`
		Code     string    `json:"code"`
		ActCode  string    `json:"acte"`
		From     roc.Date  `json:"du"`
		To       roc.Date  `json:"au"`
		Total    roc.Cents `json:"total"`
		AMO      roc.Cents `json:"montantAMO"`
		Left     roc.Cents `json:"reste"`
		OtherAMC roc.Cents `json:"autreAMC"`
	}
	answeredMessage struct {
		Status struct {
			Label string `json:"libelle"`
		} `json:"statut"`
		ClcID  string         `json:"idCLC"`
		Lines  []answeredLine `json:"lignes"`
		Totals *struct {
			AMC     roc.Cents `json:"montantAMC"`
			Patient roc.Cents `json:"montantPatient"`
		} `json:"totaux"`
	}
	answeredLine struct {
		ID      int       `json:"numero"`
		AMC     roc.Cents `json:"montantAMC"`
		Patient roc.Cents `json:"montantPatient"`
		Reason  string    `json:"motif"`
	}
)

// Explain groups the trace of an exchange by line and checks it against the answer. What the
// messages do not hold, or hold wrongly, stays empty: a refused request may be anything.
func Explain(x Exchange) Explanation {
	e := Explanation{
		Exchange: x.ID, Service: x.Service, Result: x.Result, Code: x.Code,
		Lines: []LineExplanation{}, Rules: []Rule{}, Faults: []string{},
	}
	var asked askedMessage
	var answered answeredMessage
	read(x.Request, &asked)
	read(x.Reply, &answered)
	e.Label, e.ClcRequestID, e.ClcID = answered.Status.Label, asked.ClcRequestID, answered.ClcID
	e.ask(&asked)
	e.answer(&answered)
	for _, r := range x.Rules {
		e.Forced = e.Forced || r.Forced
		l := e.line(r.Line)
		if l == nil {
			e.Rules = append(e.Rules, r)
			continue
		}
		e.Detailed = true
		l.Rules = append(l.Rules, r)
	}
	if len(answered.Lines) > 0 {
		e.check(answered.Totals != nil)
	}
	return e
}

// read decodes what it can.
func read(doc json.RawMessage, into any) {
	if len(doc) > 0 {
		_ = json.Unmarshal(doc, into) // Whatever could not be read is shown as absent.
	}
}

func (e *Explanation) ask(m *askedMessage) {
	e.Totals = Parts{Billed: m.Totals.Billed, AMO: m.Totals.AMO, Requested: m.Totals.Requested}
	for _, l := range m.Lines {
		e.Totals.OtherAMC += l.OtherAMC
		e.Lines = append(e.Lines, LineExplanation{
			ID: l.ID, Code: l.Code, ActCode: l.ActCode, From: l.From, To: l.To, Asked: true,
			Parts: Parts{Billed: l.Total, AMO: l.AMO, OtherAMC: l.OtherAMC, Requested: l.Left - l.OtherAMC},
			Rules: []Rule{},
		})
	}
}

func (e *Explanation) answer(m *answeredMessage) {
	if m.Totals != nil {
		e.Totals.AMC, e.Totals.Patient = m.Totals.AMC, m.Totals.Patient
	}
	for _, a := range m.Lines {
		l := e.line(a.ID)
		if l == nil {
			e.Lines = append(e.Lines, LineExplanation{ID: a.ID, Rules: []Rule{}})
			l = &e.Lines[len(e.Lines)-1]
		}
		l.Answered, l.AMC, l.Patient, l.Reason = true, a.AMC, a.Patient, a.Reason
	}
}

// line returns the line of a number; nil where the explanation has none.
func (e *Explanation) line(id int) *LineExplanation {
	for i := range e.Lines {
		if e.Lines[i].ID == id {
			return &e.Lines[i]
		}
	}
	return nil
}
