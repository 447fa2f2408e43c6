package amc

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Asked is one request with everything that its decision depends on besides the Tx.
type Asked struct {
	Version  string // name of a Profile: "V1"
	World    *World // checked: see ParseWorld
	Now      time.Time
	Request  roc.Request
	Operator string // of the address called; empty where the address names none
	// URL gives the address of a service at an operator ("" for an AMC that answers itself).
	URL func(operator string, s roc.Service) string
	// URLIn is URL in another version, for the directory of a version that has one before it.
	URLIn func(version, operator string, s roc.Service) string
}

// Answered is the reply and why it is so.
type Answered struct {
	Reply roc.Reply
	Trace []Fired
}

// Fired is one line of the trace.
type Fired struct {
	Rule   string
	Text   string // French, with the values that mattered
	Source string
	Forced bool // imposed by the world, against the rules

	Line    int       // of the calculation or simulation; 0: the whole request
	Paid    roc.Cents // what the rule takes of the line
	Refused roc.Cents // what it leaves of it for good
}

// A Payer answers for every AMC of every world, by the rulebook of the version asked.
type Payer struct{ profiles map[string]Profile }

// NewPayer returns a payer that knows the given versions.
func NewPayer(profiles ...Profile) *Payer {
	p := &Payer{profiles: make(map[string]Profile, len(profiles))}
	for _, profile := range profiles {
		p.profiles[profile.Name] = profile
	}
	return p
}

// Answer decides inside the transaction. A business refusal is a reply like another; the error,
// of type *roc.Error, says that the request is not served at all, and comes with the trace too.
func (p *Payer) Answer(tx Tx, asked Asked) (Answered, error) {
	profile, err := p.profile(asked)
	if err != nil {
		return Answered{}, err
	}
	c := newCase(asked)
	if err := load(c, tx); err != nil {
		return Answered{}, internal(err)
	}
	if profile.Load != nil {
		if err := profile.Load(c, tx); err != nil {
			return Answered{}, internal(err)
		}
	}
	if err := consult(c, tx); err != nil {
		return Answered{}, internal(err)
	}
	profile.Books[asked.Request.Service()].run(c)
	if c.denied != nil {
		return Answered{Trace: c.trace}, c.denied
	}
	if err := obey(c, tx); err != nil {
		return Answered{}, internal(err)
	}
	if err := force(c, tx); err != nil {
		return Answered{}, internal(err)
	}
	if err := save(c, tx); err != nil {
		return Answered{}, internal(err)
	}
	return Answered{Reply: c.reply(), Trace: c.trace}, nil
}

func (p *Payer) profile(asked Asked) (Profile, error) {
	profile, ok := p.profiles[asked.Version]
	if !ok {
		return Profile{}, &roc.Error{Kind: roc.NotFound, Code: "T05", Label: roc.LabelOf("T05")}
	}
	if asked.World == nil || asked.World.index == nil {
		return Profile{}, internal(errUnchecked)
	}
	return profile, nil
}

func internal(cause error) error {
	return &roc.Error{Kind: roc.Internal, Code: "T01", Label: roc.LabelOf("T01"), Cause: cause}
}
