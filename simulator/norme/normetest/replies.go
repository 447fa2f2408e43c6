package normetest

import (
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Reply generates valid replies of a service.
func Reply(s roc.Service) *rapid.Generator[roc.Reply] {
	return rapid.Custom(func(t *rapid.T) roc.Reply {
		h, outcome := replyHeader(t), status(t)
		switch s {
		case roc.ANN:
			return annReply(t, h, outcome)
		case roc.IDB:
			return idbReply(t, h, outcome)
		case roc.SIM:
			return simReply(t, h, outcome)
		case roc.CLC:
			return clcReply(t, h, outcome)
		}
		return &roc.DELReply{Header: h, Status: outcome, ClcID: optional(reference()).Draw(t, "clc")}
	})
}

// Message generates valid requests or replies of a service.
func Message(s roc.Service, reply bool) *rapid.Generator[roc.Message] {
	return rapid.Custom(func(t *rapid.T) roc.Message {
		if reply {
			return Reply(s).Draw(t, "reply")
		}
		return Request(s).Draw(t, "request")
	})
}

func annReply(t *rapid.T, h roc.ReplyHeader, s roc.Status) roc.Reply {
	return &roc.ANNReply{
		Header: h,
		Status: s,
		AMC: maybe(rapid.Custom(func(t *rapid.T) roc.DirectoryAMC {
			return roc.DirectoryAMC{
				Number:       amc().Draw(t, "number"),
				Label:        free(40).Draw(t, "label"),
				DebtorNumber: optional(amc()).Draw(t, "debtor"),
			}
		})).Draw(t, "amc"),
		Operator: maybe(rapid.Custom(func(t *rapid.T) roc.Operator {
			return roc.Operator{ID: text(printable+"{1,20}").Draw(t, "id"), Label: free(40).Draw(t, "label")}
		})).Draw(t, "operator"),
		Endpoints: several(0, rapid.Custom(endpoint)).Draw(t, "endpoints"),
		Billing: maybe(rapid.Custom(func(t *rapid.T) roc.BillingAddress {
			return roc.BillingAddress{
				Address: text(printable+"{1,60}").Draw(t, "address"),
				Norms:   several(0, text(printable+"{1,30}")).Draw(t, "norms"),
			}
		})).Draw(t, "billing"),
		Domains: several(0, oneOf("MCOO", "SMR", "PSY", "HAD")).Draw(t, "domains"),
		Candidates: several(0, rapid.Custom(func(t *rapid.T) roc.Candidate {
			return roc.Candidate{CSR: text("[ -~]{0,10}").Draw(t, "csr"), Label: free(40).Draw(t, "label")}
		})).Draw(t, "candidates"),
		ValidFrom: optionalDate().Draw(t, "valid from"),
		ValidTo:   optionalDate().Draw(t, "valid to"),
	}
}

func endpoint(t *rapid.T) roc.Endpoint {
	return roc.Endpoint{
		Service:  oneOf(roc.IDB, roc.SIM, roc.CLC, roc.DEL).Draw(t, "service"),
		URL:      text("https://exemple\\.test/[!-~]{1,60}").Draw(t, "url"),
		Version:  oneOf("V1", "V2").Draw(t, "version"),
		OpenFrom: optionalDate().Draw(t, "open from"),
		OpenTo:   optionalDate().Draw(t, "open to"),
	}
}

func idbReply(t *rapid.T, h roc.ReplyHeader, s roc.Status) roc.Reply {
	return &roc.IDBReply{
		Header:      h,
		Status:      s,
		IdbID:       optional(reference()).Draw(t, "idb"),
		Debtor:      maybe(rapid.Custom(debtor)).Draw(t, "debtor"),
		Beneficiary: maybe(rapid.Custom(beneficiary)).Draw(t, "beneficiary"),
		Covers:      several(0, rapid.Custom(cover)).Draw(t, "covers"),
		NextAMC:     optional(amc()).Draw(t, "next"),
		Contacts:    several(0, rapid.Custom(contact)).Draw(t, "contacts"),
		Consignes:   several(0, rapid.Custom(consigne)).Draw(t, "consignes"),
	}
}

func cover(t *rapid.T) roc.Cover {
	return roc.Cover{
		Contract:     reference().Draw(t, "contract"),
		MemberNumber: optional(text("[ -~]{1,16}")).Draw(t, "member"),
		Kind:         oneOf("INDIVIDUEL", "COLLECTIF").Draw(t, "kind"),
		Level:        oneOf("BASE", "COMPLEMENTAIRE", "SURCOMPLEMENTAIRE").Draw(t, "level"),
		Rank:         rapid.IntRange(1, 9).Draw(t, "rank"),
		Responsible:  rapid.Bool().Draw(t, "responsible"),
		C2S:          rapid.Bool().Draw(t, "c2s"),
		TPACE:        rapid.Bool().Draw(t, "tp ace"),
		TPSejour:     rapid.Bool().Draw(t, "tp sejour"),
		Periods: several(1, rapid.Custom(func(t *rapid.T) roc.Period {
			return roc.Period{
				From: Date().Draw(t, "from"), To: optionalDate().Draw(t, "to"), Renewal: Date().Draw(t, "renewal"),
			}
		})).Draw(t, "periods"),
	}
}

func simReply(t *rapid.T, h roc.ReplyHeader, s roc.Status) roc.Reply {
	return &roc.SIMReply{
		Header:     h,
		Status:     s,
		SimID:      optional(reference()).Draw(t, "sim"),
		ValidUntil: optionalDate().Draw(t, "valid until"),
		Lines:      several(0, rapid.Custom(lineReply)).Draw(t, "lines"),
		Totals:     maybe(rapid.Custom(totalsReply)).Draw(t, "totals"),
		Consignes:  several(0, rapid.Custom(consigne)).Draw(t, "consignes"),
	}
}

func clcReply(t *rapid.T, h roc.ReplyHeader, s roc.Status) roc.Reply {
	return &roc.CLCReply{
		Header:          h,
		Status:          s,
		ClcID:           optional(reference()).Draw(t, "clc"),
		Lines:           several(0, rapid.Custom(lineReply)).Draw(t, "lines"),
		Totals:          maybe(rapid.Custom(totalsReply)).Draw(t, "totals"),
		GuaranteedUntil: optionalDate().Draw(t, "guaranteed until"),
		Debtor:          maybe(rapid.Custom(debtor)).Draw(t, "debtor"),
		BillingAddress:  optional(text(printable+"{1,60}")).Draw(t, "billing"),
		Consignes:       several(0, rapid.Custom(consigne)).Draw(t, "consignes"),
		Contacts:        several(0, rapid.Custom(contact)).Draw(t, "contacts"),
	}
}
