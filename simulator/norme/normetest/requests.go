package normetest

import (
	"time"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Request generates valid requests of a service.
func Request(s roc.Service) *rapid.Generator[roc.Request] {
	return rapid.Custom(func(t *rapid.T) roc.Request {
		h := header(t, s)
		switch s {
		case roc.ANN:
			return annRequest(t, h)
		case roc.IDB:
			return idbRequest(t, h)
		case roc.SIM:
			return simRequest(t, h)
		case roc.CLC:
			return clcRequest(t, h)
		}
		return delRequest(t, h)
	})
}

func annRequest(t *rapid.T, h roc.Header) roc.Request {
	return &roc.ANNRequest{
		Header:         h,
		AMCNumber:      amc().Draw(t, "amc"),
		ConventionType: text(upper+"{0,2}").Draw(t, "convention"),
		CSR:            text("[ -~]{0,10}").Draw(t, "csr"),
		Context:        oneOf(roc.ACE, roc.Sejour).Draw(t, "context"),
		ReferenceDate:  Date().Draw(t, "reference date"),
	}
}

func idbRequest(t *rapid.T, h roc.Header) roc.Request {
	return &roc.IDBRequest{
		Header: h,
		Card: roc.Card{
			AMCNumber:      amc().Draw(t, "amc"),
			ConventionType: text(upper+"{0,2}").Draw(t, "convention"),
			CSR:            text("[ -~]{0,10}").Draw(t, "csr"),
			MemberNumber:   optional(text("[ -~]{1,16}")).Draw(t, "member"),
		},
		Beneficiary: beneficiary(t),
		AMO:         affiliation(t),
		From:        Date().Draw(t, "from"),
		To:          optionalDate().Draw(t, "to"),
		Domain:      oneOf("MCOO", "SMR", "PSY", "HAD").Draw(t, "domain"),
		Context:     oneOf(roc.ACE, roc.Sejour).Draw(t, "context"),
		CaptureMode: oneOf("", "DATAMATRIX", "SAISIE", "IMPORT").Draw(t, "capture"),
		Nature:      oneOf("", "10", "13", "30", "41", "90").Draw(t, "nature"),
	}
}

func simRequest(t *rapid.T, h roc.Header) roc.Request {
	return &roc.SIMRequest{
		Header: h,
		IdbID:  reference().Draw(t, "idb"),
		NDA:    nda().Draw(t, "nda"),
		Stay: roc.ExpectedStay{
			Entry:     Date().Draw(t, "entry"),
			Exit:      optionalDate().Draw(t, "exit"),
			Domain:    "MCOO",
			Mode:      oneOf("HC", "AMBULATOIRE", "HDJ").Draw(t, "mode"),
			DMT:       optional(text(upper+"{3}")).Draw(t, "dmt"),
			Unit:      optional(nda()).Draw(t, "unit"),
			Nature:    oneOf("", "10", "41").Draw(t, "nature"),
			ExoCode:   optional(text(upper+"{1,2}")).Draw(t, "exo"),
			CostlyAct: rapid.Bool().Draw(t, "costly"),
		},
		Lines:  several(1, rapid.Custom(line)).Draw(t, "lines"),
		Totals: totals(t),
	}
}

func clcRequest(t *rapid.T, h roc.Header) roc.Request {
	b := beneficiary(t)
	b.Sex = oneOf("", "M", "F", "I").Draw(t, "sex")
	return &roc.CLCRequest{
		Header:        h,
		ClcRequestID:  UUID().Draw(t, "request"),
		IdbID:         reference().Draw(t, "idb"),
		PreviousClcID: optional(reference()).Draw(t, "previous"),
		Establishment: roc.Establishment{
			FinessEJ: FINESS().Draw(t, "ej"),
			FinessEG: FINESS().Draw(t, "eg"),
			Statut:   oneOf("", "EPS", "PNL", "EPL").Draw(t, "statut"),
			Mode:     oneOf("", "EX_DG", "EX_OQN").Draw(t, "mode"),
			Category: optional(text(upper+"{1,4}")).Draw(t, "category"),
			Contact:  maybe(rapid.Custom(contact)).Draw(t, "contact"),
		},
		Patient: roc.Patient{IPP: optional(nda()).Draw(t, "ipp"), NDA: nda().Draw(t, "nda"), Beneficiary: b},
		AMO: roc.AMOSituation{
			Affiliation: affiliation(t),
			Nature:      oneOf("10", "13", "30", "41", "90").Draw(t, "nature"),
			ExoCode:     text(upper+"{1,2}").Draw(t, "exo"),
			FJPayer:     oneOf("", "A", "R", "L", "X").Draw(t, "fj"),
			RiskDate:    optionalDate().Draw(t, "risk"),
			Pathway:     optional(text(upper+"{1,5}")).Draw(t, "pathway"),
		},
		Venue:  venue(t),
		Lines:  several(1, rapid.Custom(line)).Draw(t, "lines"),
		Totals: totals(t),
	}
}

func venue(t *rapid.T) roc.Venue {
	return roc.Venue{
		Entry:     Instant().Draw(t, "entry"),
		Exit:      rapid.OneOf(rapid.Just(time.Time{}), Instant()).Draw(t, "exit"),
		EntryMode: oneOf("", "DOMICILE", "TRANSFERT", "MUTATION", "URGENCES").Draw(t, "entry mode"),
		ExitMode:  oneOf("", "DOMICILE", "TRANSFERT", "MUTATION", "DECES").Draw(t, "exit mode"),
		Kind:      oneOf("ACE", "HC", "AMBULATOIRE", "HDJ", "SEANCES").Draw(t, "kind"),
		Domain:    "MCOO",
		DMT:       optional(text(upper+"{3}")).Draw(t, "dmt"),
		Unit:      optional(nda()).Draw(t, "unit"),
	}
}

func delRequest(t *rapid.T, h roc.Header) roc.Request {
	reasons := oneOf("IDENTITE", "PRESTATIONS", "DEBITEUR", "AMO", "PATIENT_PAYEUR", "AUTRE")
	return &roc.DELRequest{
		Header: h,
		ClcID:  reference().Draw(t, "clc"),
		IdbID:  reference().Draw(t, "idb"),
		Reason: reasons.Draw(t, "reason"),
		Date:   Date().Draw(t, "date"),
	}
}
