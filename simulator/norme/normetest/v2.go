package normetest

import (
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// MessageV2 generates valid messages of the norme V2: those of V1 and, in them, what V2 adds.
func MessageV2(s roc.Service, reply bool) *rapid.Generator[roc.Message] {
	return rapid.Custom(func(t *rapid.T) roc.Message {
		m := Message(s, reply).Draw(t, "message of V1")
		switch m := m.(type) {
		case *roc.IDBRequest:
			m.Mode = oneOf("", "EX_DG", "EX_OQN").Draw(t, "mode")
		case *roc.SIMRequest:
			m.Stay.Domain = oneOf("MCOO", "SMR", "PSY", "HAD").Draw(t, "domain")
			m.Stay.Mode = oneOf("HC", "AMBULATOIRE", "HDJ", "NUIT", "HAD").Draw(t, "stay")
			fees(t, m.Lines)
		case *roc.CLCRequest:
			m.Establishment.Mode = oneOf("EX_DG", "EX_OQN").Draw(t, "mode")
			m.Venue.Domain = oneOf("MCOO", "SMR", "PSY", "HAD").Draw(t, "domain")
			m.Venue.Kind = oneOf("ACE", "HC", "AMBULATOIRE", "HDJ", "SEANCES", "NUIT", "HAD").Draw(t, "stay")
			m.Period = period(t)
			fees(t, m.Lines)
		case *roc.DELRequest:
			m.Reason = oneOf("IDENTITE", "REGULARISATION").Draw(t, "reason")
		default:
			answerV2(t, m)
		}
		return m
	})
}

func answerV2(t *rapid.T, m roc.Message) {
	switch m := m.(type) {
	case *roc.ANNReply:
		m.TechnicalContract = optional(reference()).Draw(t, "technical contract")
		m.Modes = several(0, oneOf("EX_DG", "EX_OQN")).Draw(t, "modes")
	case *roc.IDBReply:
		m.TechnicalContract = optional(reference()).Draw(t, "technical contract")
		for i := range m.Covers {
			m.Covers[i].Domains = several(0, oneOf("MCOO", "SMR", "PSY", "HAD")).Draw(t, "domains")
		}
		m.Counters = maybe(rapid.Custom(counters)).Draw(t, "counters")
	case *roc.SIMReply:
		statuses(t, m.Lines)
	case *roc.CLCReply:
		m.Period = period(t)
		statuses(t, m.Lines)
		m.Counters = maybe(rapid.Custom(counters)).Draw(t, "counters")
	case *roc.DELReply:
		m.Period = period(t)
	}
}

// period draws nothing one time in two.
func period(t *rapid.T) roc.BillingPeriod {
	if !rapid.Bool().Draw(t, "by periods") {
		return roc.BillingPeriod{}
	}
	return roc.BillingPeriod{
		Index: rapid.IntRange(1, 999).Draw(t, "index"),
		From:  Date().Draw(t, "period from"),
		To:    Date().Draw(t, "period to"),
		Final: rapid.Bool().Draw(t, "final"),
	}
}

func fees(t *rapid.T, lines []roc.Line) {
	for i := range lines {
		lines[i].Payee = oneOf("", "ETABLISSEMENT", "PRATICIEN").Draw(t, "payee")
		if e := lines[i].Executor; e != nil {
			e.Sector = oneOf("", "1", "2", "NC").Draw(t, "sector")
			e.OPTAM = optam().Draw(t, "optam")
		}
	}
}

func statuses(t *rapid.T, lines []roc.LineReply) {
	for i := range lines {
		lines[i].OPTAM = optam().Draw(t, "optam")
	}
}

func optam() *rapid.Generator[string] { return oneOf("", "AUCUN", "OPTAM", "OPTAM_CO") }

func counters(t *rapid.T) roc.Counters {
	return roc.Counters{
		Days:    rapid.IntRange(0, 9999).Draw(t, "days"),
		Through: optionalDate().Draw(t, "through"),
		PAS:     rapid.Bool().Draw(t, "PAS taken"),
	}
}
