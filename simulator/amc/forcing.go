package amc

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The incoherences by which a faulty AMC betrays itself in the answer to a CLC.
const (
	incoherenceAmount = "montant_superieur" // a line gets more than it asked
	incoherenceSum    = "somme_fausse"      // the totals are not the sum of the lines
	incoherenceLine   = "ligne_inconnue"    // a line that was never asked
)

var incoherences = []string{incoherenceAmount, incoherenceSum, incoherenceLine}

// force bends the answer as the world orders, after the rules and before anything is kept: what is
// remembered is what was answered. A replay is left alone.
func force(c *Case, tx Tx) error {
	if c.replayed {
		return nil
	}
	for i := range c.World.Forcings {
		f := &c.World.Forcings[i]
		if !f.aims(c) {
			continue
		}
		due, err := f.due(tx, "forcage "+strconv.Itoa(c.World.Withdrawn+i))
		if err != nil {
			return err
		}
		if due {
			f.apply(c)
		}
	}
	return nil
}

// aims reports whether the forcing is about this case.
func (f *Forcing) aims(c *Case) bool {
	switch {
	case f.Service != string(c.Request.Service()):
		return false
	case f.AMC != "" && (len(c.Insurer.Candidates) == 0 || c.Insurer.Candidates[0].Number != f.AMC):
		return false
	case f.Beneficiary != "" && (c.Person == nil || c.Person.ID != f.Beneficiary):
		return false
	}
	return f.Incoherence == "" || c.CLC.A.Totals != nil && c.CLC.A.ClcID != ""
}

// due reports whether the forcing applies once more, and counts it.
func (f *Forcing) due(tx Tx, key string) (bool, error) {
	if f.Times == 0 {
		return true, nil
	}
	n, err := tx.Count(key)
	if err != nil || n >= f.Times {
		return false, err
	}
	return true, tx.SetCount(key, n+1)
}

func (f *Forcing) apply(c *Case) {
	switch f.Incoherence {
	case incoherenceAmount:
		f.overpay(c)
	case incoherenceSum:
		c.CLC.A.Totals.AMC += forcedCents
		c.forced("Le total AMC dépasse la somme des lignes de " + forcedCents.French() + ".")
	case incoherenceLine:
		f.addLine(c)
	default:
		f.impose(c)
	}
}

// forcedCents is by how much an incoherence is wrong: a sum that nobody overlooks.
const forcedCents roc.Cents = 1000

func (c *Case) forced(text string) {
	c.trace = append(c.trace, Fired{Rule: "FORCAGE", Text: text, Source: "forçage du monde", Forced: true})
}

func (f *Forcing) overpay(c *Case) {
	a := c.CLC.A
	for i := range a.Lines {
		asked := c.Sharing.Lines[i].Requested()
		if asked <= 0 {
			continue
		}
		more := asked + forcedCents - a.Lines[i].AMC
		a.Lines[i].AMC += more
		a.Totals.AMC += more
		a.Totals.Patient -= a.Lines[i].Patient
		a.Lines[i].Patient = 0
		c.forced(fmt.Sprintf("Ligne %d : %s pour %s demandés.", a.Lines[i].ID, a.Lines[i].AMC.French(), asked.French()))
		return
	}
}

func (f *Forcing) addLine(c *Case) {
	a := c.CLC.A
	id := 1
	for slices.ContainsFunc(c.Sharing.Lines, func(l roc.Line) bool { return l.ID == id }) {
		id++
	}
	a.Lines = append(a.Lines, roc.LineReply{ID: id, AMC: forcedCents})
	a.Totals.AMC += forcedCents
	c.forced(fmt.Sprintf("La ligne %d, jamais demandée, est ajoutée.", id))
}

// impose replaces the answer by a refusal with the code ordered, whatever it is.
func (f *Forcing) impose(c *Case) {
	c.blank()
	status := roc.Status{Result: resultOf(c.Request.Service(), f.Code), Code: f.Code, Label: f.Label, Group: f.Group}
	or(&status.Label, c.label(f.Code))
	or(&status.Group, f.Code[:1])
	*c.status = status
	c.forced("Le code " + f.Code + " est imposé.")
}

// resultOf gives a forced code the outcome that goes with it where the service has one of its own.
func resultOf(s roc.Service, code string) roc.Result {
	switch {
	case s == roc.ANN && code == "A02":
		return roc.NonRaccorde
	case s == roc.ANN && code == "A03":
		return roc.Ambigu
	case s == roc.ANN, s == roc.DEL && code == "G03":
		return roc.Inconnu
	case s == roc.DEL && code == "G04":
		return roc.DejaAnnule
	case s == roc.DEL && code == "G06":
		return roc.TropTard
	}
	return roc.Refuse
}

// blank takes back what the rules had decided.
func (c *Case) blank() {
	engagements := c.saves.engagements[:0]
	for _, e := range c.saves.engagements {
		if e.State == Echu { // time passed, whatever is answered
			engagements = append(engagements, e)
		}
	}
	c.saves.engagements = engagements
	switch {
	case c.ANN.A != nil:
		*c.ANN.A = roc.ANNReply{AMC: c.ANN.A.AMC}
	case c.IDB.A != nil:
		*c.IDB.A = roc.IDBReply{IdbID: c.IDB.A.IdbID, Contacts: c.IDB.A.Contacts}
		c.saves.identification.Rights = nil
	case c.SIM.A != nil:
		*c.SIM.A = roc.SIMReply{}
	case c.CLC.A != nil:
		*c.CLC.A = roc.CLCReply{Contacts: c.CLC.A.Contacts}
	}
}
