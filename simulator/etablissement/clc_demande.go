package etablissement

import (
	"fmt"
	"slices"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// clcRequest writes the calculation of a period, or of the whole, for the insurer of a rank.
func (s *session) clcRequest(rank int, p roc.BillingPeriod) (*roc.CLCRequest, error) {
	ins := s.d.Insurers[rank-1]
	valued, err := s.valueOf(p)
	if err != nil {
		return nil, err
	}
	e := s.d.Context.Establishment
	lines := s.c.LinesSent(wireLines(s.parts(valued, rank, p.Index)))
	beneficiary := s.c.BeneficiarySent(s.d.Patient)
	beneficiary.Sex = s.d.Patient.Sex
	req := &roc.CLCRequest{
		Header:        s.header(ins),
		ClcRequestID:  s.newID("calcul"),
		IdbID:         ins.idbID(),
		Establishment: roc.Establishment{FinessEJ: e.FinessEJ, FinessEG: e.FinessEG, Statut: e.Statut, Mode: e.Mode},
		Patient:       roc.Patient{IPP: s.d.Patient.IPP, NDA: s.d.Patient.NDA, Beneficiary: beneficiary},
		AMO: s.c.AMOSent(roc.AMOSituation{
			Affiliation: roc.AMOAffiliation{Regime: s.d.AMO.Regime, Caisse: s.d.AMO.Caisse, Centre: s.d.AMO.Centre},
			Nature:      s.d.AMO.Nature, ExoCode: s.d.AMO.ExoCode, FJPayer: s.d.AMO.FJPayer,
			Pathway: s.d.Context.Venue.Pathway}),
		Venue:  s.c.VenueSent(s.venue(p)),
		Period: p,
		Lines:  lines,
		Totals: totals(lines),
	}
	previous := s.d.last(rank, p.Index)
	if previous != nil && previous.State == cancelled &&
		previous.Request.Header.Receiver.AMCNumber == req.Header.Receiver.AMCNumber {
		req.PreviousClcID = s.c.Replaced(previous)
	}
	return req, nil
}

func (s *session) venue(p roc.BillingPeriod) roc.Venue {
	v := s.d.Context.Venue
	exit, exitMode := v.PlannedExit, "DOMICILE"
	if s.d.Exit != nil {
		exit = s.d.Exit.At
	}
	if s.d.Exit != nil && slices.Contains(stayExits, s.d.Exit.Mode) {
		exitMode = s.d.Exit.Mode
	}
	if s.d.Exit == nil && !p.To.IsZero() && (exit == "" || dayOf(exit).Before(p.To)) {
		exit = p.To.String() + "T23:59" // nobody knows when the stay ends: not before the period does
	}
	if exit == "" {
		exit = v.Entry
	}
	entryMode, kind := "DOMICILE", v.Kind
	if s.d.emergency() {
		entryMode, kind = "URGENCES", "ACE" // to an AMC an emergency without admission is outpatient care
	}
	if v.ViaEmergency {
		entryMode = "URGENCES"
	}
	return roc.Venue{Entry: s.instant(v.Entry), Exit: s.instant(exit), EntryMode: entryMode, ExitMode: exitMode,
		Kind: wireKind(kind), Domain: v.Domain, DMT: v.DMT, Unit: v.Unit}
}

// wireKind is the type of a venue in the words of the norme, which has none for a crisis centre.
func wireKind(kind string) string {
	if kind == "CRISE" {
		return "HC"
	}
	return kind
}

// instant reads AAAA-MM-JJTHH:MM in the zone in which the GAP lives; its form was checked.
func (s *session) instant(text string) time.Time {
	t, err := time.ParseInLocation(instantForm, text, s.d.Now.Location())
	if err != nil {
		return time.Time{}
	}
	return t
}

const instantForm = "2006-01-02T15:04"

func wireLines(parts []part) []roc.Line {
	lines := make([]roc.Line, 0, len(parts))
	for i, p := range parts {
		lines = append(lines, roc.Line{
			Executor: executorOf(p), Payee: p.Payee, Overrun: overrunOfLine(p),
			ID: i + 1, Code: p.Code, ActCode: p.ActCode, From: p.From, To: p.To, Quantity: p.Quantity,
			UnitPrice: p.UnitPrice, Total: p.Total, Base: p.Base, Rate: p.Rate, AMO: p.AMO, Left: p.Left,
			OtherAMC: p.other, PAS: p.Nature == tarif.PAS,
		})
	}
	return lines
}

// overrunOfLine is the part of a line above the base of the AMO, where it has one: as the oracle gave it, or by
// subtraction.
func overrunOfLine(p part) roc.Cents {
	if p.Overrun == 0 && p.Base > 0 {
		return max(0, p.Total-p.Base)
	}
	return p.Overrun
}

func totals(lines []roc.Line) roc.Totals {
	var t roc.Totals
	for i := range lines {
		t.Billed += lines[i].Total
		t.AMO += lines[i].AMO
		t.Requested += lines[i].Requested()
	}
	return t
}

// amcOf is what an answer takes of a line.
func amcOf(r *roc.CLCReply, id int) roc.Cents {
	for _, l := range r.Lines {
		if l.ID == id {
			return l.AMC
		}
	}
	return 0
}

// checkLines compares the lines of the answer with those that were asked: none more, none less.
func checkLines(req *roc.CLCRequest, r *roc.CLCReply) []string {
	asked, seen := map[int]bool{}, map[int]bool{}
	for _, l := range req.Lines {
		asked[l.ID] = true
	}
	var faults []string
	for _, l := range r.Lines {
		switch {
		case !asked[l.ID]:
			faults = append(faults, fmt.Sprintf("ligne %d jamais demandée", l.ID))
		case seen[l.ID]:
			faults = append(faults, fmt.Sprintf("ligne %d répétée", l.ID))
		}
		seen[l.ID] = true
	}
	for _, l := range req.Lines {
		if !seen[l.ID] {
			faults = append(faults, fmt.Sprintf("ligne %d sans réponse", l.ID))
		}
	}
	return faults
}

// checkAmounts holds each line to what was asked for it.
func checkAmounts(req *roc.CLCRequest, r *roc.CLCReply) []string {
	var faults []string
	for _, answered := range r.Lines {
		for i := range req.Lines {
			sent := &req.Lines[i]
			switch {
			case sent.ID != answered.ID:
			case answered.AMC < 0 || answered.AMC > sent.Requested():
				faults = append(faults, fmt.Sprintf("ligne %d : %s pour %s demandés",
					sent.ID, answered.AMC.French(), sent.Requested().French()))
			case answered.AMC+answered.Patient != sent.Requested():
				faults = append(faults, fmt.Sprintf("ligne %d : les parts ne font pas le montant demandé", sent.ID))
			}
		}
	}
	return faults
}

// checkSums holds the totals of the answer to its lines, to the cent.
func checkSums(_ *roc.CLCRequest, r *roc.CLCReply) []string {
	var sum roc.TotalsReply
	for _, l := range r.Lines {
		sum.AMC += l.AMC
		sum.Patient += l.Patient
	}
	if r.Totals == nil || *r.Totals != sum {
		return []string{"le total n'est pas la somme des lignes"}
	}
	return nil
}

// engagementFacts shows a calculation.
func (s *session) engagementFacts(e *Engagement) pilote.Engagement {
	f := pilote.Engagement{ClcRequestID: e.Request.ClcRequestID, AMCRank: e.Rank, State: e.State,
		Period:       shownPeriod(e.Period),
		DebtorNumber: e.Debtor.Number,
		Lines:        []pilote.Share{}}
	if e.Reply == nil {
		return f
	}
	f.ClcID, f.GuaranteedUntil = e.Reply.ClcID, e.Reply.GuaranteedUntil.String()
	f.Lines = s.shares(e.Request.Lines, e.Reply.Lines)
	if e.Reply.Totals != nil {
		f.AMC, f.Patient = e.Reply.Totals.AMC.String(), e.Reply.Totals.Patient.String()
	}
	f.Billable = (e.State == engaged || e.State == partial) && !s.stale(e) &&
		!e.lapsed(s.d.today())
	return f
}
