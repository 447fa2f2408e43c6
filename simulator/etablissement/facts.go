package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// facts shows the dossier as an agent sees it.
func (s *session) facts() *pilote.Facts {
	d := s.d
	f := &pilote.Facts{
		NDA: d.Patient.NDA, Circuit: d.Circuit, CircuitWhy: d.CircuitWhy, Identity: d.Patient, Capture: d.Capture,
		Covers:    make([]pilote.CoverFacts, 0, len(d.Insurers)),
		Alerts:    s.c.AlertsShown(slices.Clone(d.Alerts)),
		WorkList:  slices.Clone(d.WorkList),
		Consignes: slices.Clone(d.Consignes), Contacts: slices.Clone(d.Contacts),
		Estimates:   slices.Clone(d.Estimates),
		PatientPart: s.patientPart(),
		Audit:       slices.Clone(d.Audit),
	}
	f.Invoices, f.Counters = s.invoices(), s.countersFacts()
	for i, ins := range d.Insurers {
		f.Covers = append(f.Covers, s.coverFacts(i+1, ins))
	}
	for _, e := range d.Engagements {
		f.Engagements = append(f.Engagements, s.engagementFacts(e))
	}
	return f
}

func (s *session) coverFacts(rank int, ins *Insurer) pilote.CoverFacts {
	f := pilote.CoverFacts{
		Rank: rank, AMCNumber: ins.Card.AMCNumber,
		DirectoryState: ins.DirectoryState, Candidates: slices.Clone(ins.Candidates),
		State: ins.State, DebtorNumber: ins.Debtor.Number, DebtorName: ins.Debtor.Name, IdbID: ins.idbID(),
		Differences: slices.Clone(ins.Differences), Confirmed: ins.Confirmed, ClosedAt: ins.ClosedAt.String(),
		AskedFor: slices.Clone(ins.AskedFor),
	}
	if n := len(ins.Routes); n > 0 && ins.Routes[n-1].CardKey == cardKey(ins.Card) {
		f.AMCLabel, f.OperatorLabel = ins.Routes[n-1].AMCLabel, ins.Routes[n-1].OperatorLabel
	}
	if ins.Rights != nil {
		f.Contracts = s.c.Contracts(ins.Rights.Covers)
		if ins.State == stateOpen && ins.Rights.expired(s.d.today()) {
			f.State = stateExpired
		}
	}
	return f
}

// newDossier is the dossier of a case before anything is done in it.
func newDossier(k Key, c pilote.CaseContext) *Dossier {
	return &Dossier{Key: k, Context: c, Now: c.Now, Patient: c.Patient, AMO: c.AMO, Circuit: circuitROC}
}

// check refuses a context in which nothing could be played.
func check(c pilote.CaseContext) error {
	switch {
	case c.Now.IsZero():
		return block("Le contexte ne donne pas l'instant « maintenant ».")
	case c.BaseURL == "":
		return block("Le contexte ne donne pas « base_url ».")
	case !slices.Contains([]string{string(roc.ACE), string(roc.Sejour)}, c.Venue.Context):
		return block("Le contexte de la venue est « %s » : ACE ou SEJOUR attendu.", c.Venue.Context)
	}
	if _, err := ghsOf(c.Venue); err != nil {
		return block("« venue.ghs » vaut « %s » : un montant comme « 700.00 » est attendu.", c.Venue.GHS)
	}
	for _, b := range c.Venue.Before {
		entry, err1 := roc.ParseDate(b.Entry)
		exit, err2 := roc.ParseDate(b.Exit)
		if err1 != nil || err2 != nil || exit.Before(entry) {
			return block("Un séjour antérieur va du AAAA-MM-JJ au AAAA-MM-JJ : « %s » et « %s » lus.", b.Entry, b.Exit)
		}
	}
	for _, at := range []struct{ name, text string }{{"entree", c.Venue.Entry},
		{"sortie_prevue", c.Venue.PlannedExit}} {
		if at.name == "sortie_prevue" && at.text == "" {
			continue
		}
		if !isInstant(at.text) {
			return block("« venue.%s » vaut « %s » : AAAA-MM-JJTHH:MM attendu.", at.name, at.text)
		}
	}
	return nil
}
