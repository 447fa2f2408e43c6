package admin

import (
	"encoding/json"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The types of a world, so that a client of this API needs no other package.
type (
	World         = amc.World
	AMC           = amc.AMC
	Beneficiary   = amc.Beneficiary
	Cover         = amc.Cover
	Period        = amc.Period
	Guarantee     = amc.Guarantee
	Renewal       = amc.Renewal
	Forcing       = amc.Forcing
	Appointment   = amc.Appointment
	Debtor        = amc.Debtor
	Consigne      = amc.Consigne
	Contact       = amc.Contact
	Operator      = amc.Operator
	Establishment = amc.Establishment
	ClockSettings = amc.ClockSettings
)

// An Exchange is one journal entry as the API gives it.
type Exchange struct {
	ID         string          `json:"id"`
	Seq        int64           `json:"seq"`     // order of arrival in the world, from 1
	At         time.Time       `json:"a"`       // the world's clock
	Service    string          `json:"service"` // empty where the request could not be read
	Version    string          `json:"version"`
	Binding    string          `json:"liaison"` // soap11, soap12, json
	Path       string          `json:"chemin"`
	Operator   string          `json:"operateur,omitempty"` // of the address called
	HTTP       int             `json:"http"`
	Result     string          `json:"resultat,omitempty"` // outcome of the answer: OK, REFUSE, …
	Code       string          `json:"code,omitempty"`
	Request    json.RawMessage `json:"demande,omitempty"` // canonical JSON by the norme's names
	Reply      json.RawMessage `json:"reponse,omitempty"`
	RawRequest string          `json:"corps_demande,omitempty"` // as received; single-entry answers only
	RawReply   string          `json:"corps_reponse,omitempty"`
	Rules      []Rule          `json:"regles"` // what the payer decided and why
	Faults     []Fault         `json:"fautes,omitempty"`
}

// A Rule is one line of the trace.
type Rule struct {
	ID     string `json:"id"`     // IDB-R04
	Text   string `json:"texte"`  // French sentence, with the values that mattered
	Source string `json:"source"` // where the rule comes from
	Forced bool   `json:"force,omitempty"`

	Line    int       `json:"ligne,omitempty"` // of the calculation or simulation; 0: the whole request
	Paid    roc.Cents `json:"paye,omitzero"`   // what the rule takes of the line
	Refused roc.Cents `json:"refuse,omitzero"` // what it leaves of it for good
}

// A Fault is one thing wrong in a request.
type Fault struct {
	Path  string `json:"chemin"`
	Code  string `json:"code"`
	Label string `json:"libelle"`
}
