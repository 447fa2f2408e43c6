package normetest

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// ExampleCLC returns the calculation of a stay of five nights, with as many lines as asked.
func ExampleCLC(lines int) *roc.CLCRequest {
	paris := time.FixedZone("", 2*3600)
	r := &roc.CLCRequest{
		Header: roc.Header{
			MessageID:      "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
			ConversationID: "250012345-99000001",
			SentAt:         time.Date(2025, 6, 7, 10, 30, 0, 0, paris),
			Sender: roc.Sender{
				FinessEJ: "999000011", FinessEG: "990000101",
				Software: roc.Software{Editor: "Éditeur", Product: "GAP", Version: "1.0"},
			},
			Receiver:    roc.Receiver{AMCNumber: "99000001", OperatorID: "OPA"},
			NormVersion: "V1",
			Test:        true,
		},
		ClcRequestID:  "0b7c6a2e-4c3f-4f0e-9a55-2f3d1c9b8a70",
		IdbID:         "IDB-99000001-7K3QX2",
		Establishment: roc.Establishment{FinessEJ: "999000011", FinessEG: "990000101", Statut: "EPS", Mode: "EX_DG"},
		Patient: roc.Patient{
			IPP: "800123456", NDA: "250012345",
			Beneficiary: roc.Beneficiary{
				InsuredNIR: "1850675123456", InsuredKey: "89", BirthDate: "19850615", BirthRank: 1,
				LastName: "EXEMPLE", FirstName: "Camille", Sex: "M",
			},
		},
		AMO: roc.AMOSituation{
			Affiliation: roc.AMOAffiliation{Regime: "01", Caisse: "751", Centre: "0000"},
			Nature:      "10", ExoCode: "0", FJPayer: "A",
		},
		Venue: roc.Venue{
			Entry: time.Date(2025, 6, 2, 9, 0, 0, 0, paris), Exit: time.Date(2025, 6, 7, 11, 0, 0, 0, paris),
			EntryMode: "DOMICILE", ExitMode: "DOMICILE", Kind: "HC", Domain: "MCOO", DMT: "216", Unit: "CHIR-A",
		},
	}
	for i := range lines {
		r.Lines = append(r.Lines, exampleLine(i))
	}
	r.Totals = roc.Totals{
		Billed: 583280 * roc.Cents(lines), AMO: 466624 * roc.Cents(lines), Requested: 116656 * roc.Cents(lines),
	}
	return r
}

func exampleLine(i int) roc.Line {
	return roc.Line{
		ID: i + 1, Code: "PJ", From: roc.NewDate(2025, 6, 2), To: roc.NewDate(2025, 6, 7), Quantity: 5,
		Coefficient: "1",
		UnitPrice:   116656, Total: 583280, Base: 583280, Rate: 80, AMO: 466624, Left: 116656,
		Executor: &roc.Executor{Finess: "990000101"}, PayerHint: "99000001",
	}
}
