package normetest

import (
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func header(t *rapid.T, s roc.Service) roc.Header {
	h := roc.Header{
		MessageID:      UUID().Draw(t, "message"),
		ConversationID: optional(reference()).Draw(t, "conversation"),
		SentAt:         Instant().Draw(t, "sent"),
		Sender: roc.Sender{
			FinessEJ: FINESS().Draw(t, "ej"),
			FinessEG: FINESS().Draw(t, "eg"),
			Software: roc.Software{
				Editor:     free(30).Draw(t, "editor"),
				Product:    free(30).Draw(t, "product"),
				Version:    text(printable+"{1,10}").Draw(t, "version"),
				Conformity: optional(reference()).Draw(t, "conformity"),
			},
		},
		NormVersion: oneOf("V1", "V2").Draw(t, "norme"),
		Test:        rapid.Bool().Draw(t, "test"),
		RetryOf:     optional(UUID()).Draw(t, "retry"),
	}
	if s != roc.ANN || rapid.Bool().Draw(t, "addressed") {
		h.Receiver = roc.Receiver{
			AMCNumber:  amc().Draw(t, "receiver"),
			OperatorID: optional(text(printable+"{1,20}")).Draw(t, "operator"),
		}
	}
	return h
}

func replyHeader(t *rapid.T) roc.ReplyHeader {
	return roc.ReplyHeader{
		MessageID:      UUID().Draw(t, "message"),
		InReplyTo:      UUID().Draw(t, "in reply to"),
		ConversationID: optional(reference()).Draw(t, "conversation"),
		SentAt:         Instant().Draw(t, "sent"),
		DurationMS:     rapid.IntRange(0, 60000).Draw(t, "duration"),
		NormVersion:    "V1",
	}
}

func status(t *rapid.T) roc.Status {
	results := oneOf(roc.OK, roc.Refuse, roc.Inconnu, roc.NonRaccorde, roc.Ambigu, roc.Accepte, roc.Partiel,
		roc.DejaAnnule, roc.TropTard)
	return roc.Status{
		Result: results.Draw(t, "result"),
		Code:   optional(text(printable+"{1,20}")).Draw(t, "code"),
		Label:  optional(free(100)).Draw(t, "label"),
		Group:  optional(text("[A-Z]")).Draw(t, "group"),
	}
}

func beneficiary(t *rapid.T) roc.Beneficiary {
	insured, own := NIR().Draw(t, "insured"), NIR().Draw(t, "own")
	return roc.Beneficiary{
		InsuredNIR: insured[0], InsuredKey: insured[1], NIR: own[0], Key: own[1],
		BirthDate: text("(19|20)[0-9]{6}").Draw(t, "birth"),
		BirthRank: rapid.IntRange(1, 9).Draw(t, "rank"),
		LastName:  optional(free(30)).Draw(t, "last name"),
		FirstName: optional(free(30)).Draw(t, "first name"),
		BirthName: optional(free(30)).Draw(t, "birth name"),
	}
}

func affiliation(t *rapid.T) roc.AMOAffiliation {
	if !rapid.Bool().Draw(t, "affiliated") {
		return roc.AMOAffiliation{}
	}
	return roc.AMOAffiliation{
		Regime: text("[0-9]{2}").Draw(t, "regime"),
		Caisse: optional(text("[0-9]{3}")).Draw(t, "caisse"),
		Centre: optional(text("[0-9]{4}")).Draw(t, "centre"),
	}
}

func contact(t *rapid.T) roc.Contact {
	return roc.Contact{
		Name:  optional(free(40)).Draw(t, "name"),
		Phone: optional(text("0[0-9 ]{9,15}")).Draw(t, "phone"),
		Email: optional(text("[a-z]{1,10}@exemple\\.test")).Draw(t, "email"),
		Hours: free(40).Draw(t, "hours"),
	}
}

func consigne(t *rapid.T) roc.Consigne {
	return roc.Consigne{
		Code: optional(text("[A-Z][0-9]{2}")).Draw(t, "code"),
		Text: free(200).Draw(t, "text"),
	}
}

func debtor(t *rapid.T) roc.Debtor {
	return roc.Debtor{Number: amc().Draw(t, "number"), Name: free(40).Draw(t, "name")}
}

func line(t *rapid.T) roc.Line {
	amount := func(name string) roc.Cents { return Amount().Draw(t, name) }
	return roc.Line{
		ID:          rapid.IntRange(1, 99999).Draw(t, "id"),
		Code:        text("[0-9A-Z_]{1,10}").Draw(t, "code"),
		ActCode:     optional(text("[A-Z]{4}[0-9]{3}")).Draw(t, "act"),
		From:        Date().Draw(t, "from"),
		To:          optionalDate().Draw(t, "to"),
		Quantity:    rapid.IntRange(1, 9999).Draw(t, "quantity"),
		Coefficient: optional(text("[0-9]{1,5}(\\.[0-9]{1,4})?")).Draw(t, "coefficient"),
		UnitPrice:   amount("unit price"), Total: amount("total"), Base: amount("base"),
		Rate: rapid.IntRange(0, 100).Draw(t, "rate"),
		AMO:  amount("AMO"), Left: amount("left"), OtherAMC: amount("other AMC"),
		PAS:         rapid.Bool().Draw(t, "PAS"),
		Exoneration: optional(text(upper+"{1,2}")).Draw(t, "exoneration"),
		Executor:    maybe(rapid.Custom(executor)).Draw(t, "executor"),
		Overrun:     amount("overrun"),
		PayerHint:   optional(amc()).Draw(t, "payer"),
	}
}

func executor(t *rapid.T) roc.Executor {
	return roc.Executor{
		Finess:    optional(FINESS()).Draw(t, "finess"),
		RPPS:      RPPS().Draw(t, "rpps"),
		Specialty: optional(text(upper+"{1,4}")).Draw(t, "specialty"),
	}
}

func totals(t *rapid.T) roc.Totals {
	return roc.Totals{
		Billed:      Amount().Draw(t, "billed"),
		AMO:         Amount().Draw(t, "AMO"),
		Requested:   Amount().Draw(t, "requested"),
		PatientPaid: Amount().Draw(t, "paid"),
	}
}

func lineReply(t *rapid.T) roc.LineReply {
	return roc.LineReply{
		ID:          rapid.IntRange(1, 99999).Draw(t, "id"),
		AMC:         Amount().Draw(t, "AMC"),
		Patient:     Amount().Draw(t, "patient"),
		Reason:      optional(text("[A-Z][0-9]{2}")).Draw(t, "reason"),
		ReasonLabel: optional(free(60)).Draw(t, "reason label"),
		LimitUsed:   optional(free(60)).Draw(t, "limit"),
	}
}

func totalsReply(t *rapid.T) roc.TotalsReply {
	return roc.TotalsReply{AMC: Amount().Draw(t, "AMC"), Patient: Amount().Draw(t, "patient")}
}
