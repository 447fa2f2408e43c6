package etablissement

import (
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func withDataMatrix(c *pilote.CaseContext, _ *payer) {
	c.Card.CSR = "0042"
	text, err := pilote.EncodeDataMatrix(c.Card)
	if err != nil {
		panic(err)
	}
	c.Card.DataMatrix = text
}

func annuaireScripts() []script {
	return []script{
		{"EXG-ANN-0001", "a DataMatrix gives the five items and one call of the directory", withDataMatrix,
			do(pilote.LireDataMatrix, pilote.ConsulterAnnuaire, pilote.IdentifierDroits), func(t *testing.T,
				o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "mode", o.facts.Capture.Mode, "DATAMATRIX")
				ann := o.sent[0].Request.(*roc.ANNRequest)
				equal(t, "card", ann.AMCNumber+"/"+ann.ConventionType+"/"+ann.CSR, "99000001/XA/0042")
				equal(t, "directory address", o.sent[0].URL, "http://amc.test/m/cas/v1/annuaire")
				equal(t, "AMC address", o.sent[1].URL, "http://amc.test/OPA")
				equal(t, "label", o.facts.Covers[0].AMCLabel+"/"+o.facts.Covers[0].OperatorLabel,
					"Mutuelle Alpha/Opérateur OPA")
			}},
		{"EXG-ANN-0002", "a keyed attestation differs by its capture mode only", nil,
			do(pilote.SaisirAttestation, pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "mode", o.idb(t, 1).CaptureMode, "SAISIE")
			}},
		{"EXG-ANN-0003", "blank convention and CSR are sent blank", func(c *pilote.CaseContext, _ *payer) {
			c.Card.ConventionType, c.Card.CSR = "", ""
		}, do(pilote.SaisirAttestation, pilote.IdentifierDroits), func(t *testing.T, o outcome) {
			ann := o.sent[0].Request.(*roc.ANNRequest)
			equal(t, "card", ann.ConventionType+ann.CSR+o.idb(t, 1).Card.ConventionType, "")
		}},
		{"EXG-ANN-0004", "leading zeros travel and show", func(c *pilote.CaseContext, _ *payer) {
			c.Card.AMCNumber, c.Card.MemberNumber = "0099000002", "0001 A0"
		}, do(pilote.SaisirAttestation, pilote.IdentifierDroits), func(t *testing.T, o outcome) {
			equal(t, "sent", o.idb(t, 1).Card.AMCNumber+"/"+o.idb(t, 1).Card.MemberNumber, "0099000002/0001 A0")
			equal(t, "shown", o.facts.Capture.Card.AMCNumber+"/"+o.facts.Capture.Card.MemberNumber,
				"0099000002/0001 A0")
		}},
		{"EXG-ANN-0005", "a truncated DataMatrix is told, keying offered, nothing kept",
			func(c *pilote.CaseContext, _ *payer) {
				withDataMatrix(c, nil)
				c.Card.DataMatrix = c.Card.DataMatrix[:len(c.Card.DataMatrix)-12]
			}, do(pilote.LireDataMatrix), func(t *testing.T, o outcome) {
				o.alerted(t, "DATAMATRIX_ILLISIBLE")
				equal(t, "capture", o.facts.Capture, pilote.Capture{Offered: "SAISIE"})
				equal(t, "calls", o.services(), "")
			}},
		{"EXG-ANN-0006", "a printed text that differs is a question", func(c *pilote.CaseContext, _ *payer) {
			withDataMatrix(c, nil)
			c.Card.MemberNumber = "AUTRE"
		}, do(pilote.LireDataMatrix, pilote.LireDataMatrix), func(t *testing.T, o outcome) {
			o.alerted(t, "DATAMATRIX_DIFFERENT")
			equal(t, "kept", o.facts.Capture.Card.MemberNumber, "00A12345")
			equal(t, "traced", len(o.facts.Audit) > 0, true)
		}},
		{"EXG-ANN-0007", "an unknown AMC is told and not called", func(_ *pilote.CaseContext, p *payer) {
			p.ann = func(*roc.ANNRequest) *roc.ANNReply {
				return &roc.ANNReply{Status: roc.Status{Result: roc.Inconnu}}
			}
		}, do(pilote.IdentifierDroits), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN")
			equal(t, "action", o.alerted(t, "A01").Action, "RESAISIR_ATTESTATION")
			equal(t, "status", o.last().Status, pilote.RefuseProduit)
			equal(t, "state", o.facts.Covers[0].DirectoryState, "INCONNU")
		}},
		{"EXG-ANN-0008", "an AMC outside ROC goes to the legacy circuit", func(_ *pilote.CaseContext, p *payer) {
			p.ann = func(*roc.ANNRequest) *roc.ANNReply {
				return &roc.ANNReply{Status: roc.Status{Result: roc.NonRaccorde, Code: "A02", Label: "Non raccordée.",
					Group: "A"}}
			}
		}, toCalculation(), func(t *testing.T, o outcome) {
			equal(t, "calls", o.services(), "ANN")
			equal(t, "circuit", o.facts.Circuit, "PEC")
			o.alerted(t, "A02")
			equal(t, "billable", o.facts.PatientPart.Billable, false)
		}},
		{"EXG-ANN-0009", "an ambiguous AMC is a question, whose answer is asked again",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(r *roc.ANNRequest) *roc.ANNReply {
					if r.CSR == "" {
						return &roc.ANNReply{Status: roc.Status{Result: roc.Ambigu, Code: "A03", Group: "A"},
							Candidates: []roc.Candidate{{CSR: "75"}, {CSR: "76"}}}
					}
					return directoryAnswer("OPA", "2026-12-31")
				}
			}, append(then(do(pilote.ConsulterAnnuaire), pilote.ChoisirCSR,
				pilote.Parameters{Card: &pilote.Card{CSR: "76"}}),
				do(pilote.IdentifierDroits)...), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN ANN IDB")
				equal(t, "CSR", o.sent[1].Request.(*roc.ANNRequest).CSR+"/"+o.idb(t, 1).Card.CSR, "76/76")
			}},
		{"EXG-ANN-0010", "a valid answer is not asked twice", nil,
			do(pilote.ConsulterAnnuaire, pilote.ConsulterAnnuaire, pilote.IdentifierDroits), func(t *testing.T,
				o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
			}},
		{"EXG-ANN-0011", "an answer past its term is refreshed before the calculation",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(*roc.ANNRequest) *roc.ANNReply {
					if p.count(roc.ANN) > 1 {
						return directoryAnswer("OPA", "2026-12-31")
					}
					return directoryAnswer("OPA", "2025-06-04")
				}
			}, later(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB ANN CLC")
			}},
		{"EXG-ANN-0012", "the calculation goes to the operator of the day, once the rights are asked of it",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(*roc.ANNRequest) *roc.ANNReply {
					if p.count(roc.ANN) > 1 {
						return directoryAnswer("OPB", "2026-12-31")
					}
					return directoryAnswer("OPA", "2025-06-04")
				}
			}, later(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB ANN IDB CLC")
				equal(t, "address", o.sent[4].URL, "http://amc.test/OPB")
				equal(t, "receiver", o.clc(t, 1).Header.Receiver.OperatorID, "OPB")
			}},
		{"EXG-ANN-0012", "an address that does not serve the AMC any more is looked up again",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(*roc.ANNRequest) *roc.ANNReply {
					if p.count(roc.ANN) > 1 {
						return directoryAnswer("OPB", "2026-12-31")
					}
					return directoryAnswer("OPA", "2026-12-31")
				}
				take := p.clc
				p.clc = func(r *roc.CLCRequest) *roc.CLCReply {
					if r.Header.Receiver.OperatorID == "OPA" {
						return &roc.CLCReply{Status: refusal("A04")}
					}
					return take(r)
				}
			}, toCalculation(), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB CLC ANN IDB CLC")
				equal(t, "new identifier", o.clc(t, 1).ClcRequestID == o.clc(t, 2).ClcRequestID, false)
				equal(t, "engagements", o.engagements(), "REFUSE ENGAGE")
			}},
		{"EXG-ANN-0013", "a directory that is down does not block a known address",
			func(_ *pilote.CaseContext, p *payer) {
				p.ann = func(*roc.ANNRequest) *roc.ANNReply { return directoryAnswer("OPA", "2025-06-04") }
				p.lose = func(req roc.Request, n int) error {
					if req.Service() == roc.ANN && n > 1 {
						return lost()
					}
					return nil
				}
			}, later(), func(t *testing.T, o outcome) {
				o.alerted(t, "DELAI_DEPASSE")
				equal(t, "engagements", o.engagements(), "ENGAGE")
			}},
		{"EXG-ANN-0016", "an attestation past its date is a warning, the call is made",
			func(c *pilote.CaseContext, _ *payer) {
				c.Card.ValidTo = "2025-01-31"
			}, do(pilote.SaisirAttestation, pilote.IdentifierDroits), func(t *testing.T, o outcome) {
				equal(t, "calls", o.services(), "ANN IDB")
				equal(t, "expired", o.facts.Capture.Expired, true)
			}},
	}
}

// later calculates on the day of the exit, five days after the identification.
func later() []step {
	clock := pilote.Parameters{Now: time.Date(2025, 6, 7, 11, 0, 0, 0, time.FixedZone("", 7200))}
	return append(then(then(do(pilote.IdentifierDroits), pilote.AvancerHorloge, clock), pilote.SaisirSortie,
		exit("DOMICILE")),
		do(pilote.Calculer)...)
}
