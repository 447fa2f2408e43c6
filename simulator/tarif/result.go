package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// A Result is a bill as people and programs read it; its JSON keys are in French.
type Result struct {
	Label   string       `json:"libelle"`
	Period  *Period      `json:"periode,omitempty"` // where the stay is billed by periods
	Lines   []ResultLine `json:"lignes"`
	Totals  Totals       `json:"totaux"`
	Circuit string       `json:"circuit"` // ROC, C2S, AME
	Remarks []string     `json:"remarques"`
}

// A ResultLine is a line of a bill, its reasons told.
type ResultLine struct {
	Code      string        `json:"code"`
	ActCode   string        `json:"acte,omitempty"`
	From      roc.Date      `json:"du"`
	To        roc.Date      `json:"au"`
	Quantity  int           `json:"quantite"`
	UnitPrice roc.Cents     `json:"prix_unitaire"`
	Total     roc.Cents     `json:"facture"`
	Base      roc.Cents     `json:"base"`
	Rate      int           `json:"taux"`
	AMO       roc.Cents     `json:"amo"`
	Left      roc.Cents     `json:"reste"`
	Nature    Nature        `json:"nature"`
	Rule      string        `json:"regle"`
	Tariff    *ResultTariff `json:"tarif,omitempty"` // where the price is the tables'
	Source    string        `json:"source"`
	Why       string        `json:"motif"`

	RPPS    string    `json:"rpps,omitempty"` // of fees, as the four below
	Sector  string    `json:"secteur,omitempty"`
	OPTAM   string    `json:"optam,omitempty"`
	Payee   string    `json:"beneficiaire,omitempty"`
	Overrun roc.Cents `json:"depassement,omitempty"`
}

// A ResultTariff is the dated rate of a line.
type ResultTariff struct {
	Amount      roc.Cents `json:"montant"`
	Since       roc.Date  `json:"depuis"`
	Source      string    `json:"source"`
	Uncertainty string    `json:"incertitude,omitempty"`
}

// Totals share what the lines bill: Billed = AMO + AMC + Manager + Patient. What is held back from the
// AMO part of an act is taken off it, and bills nothing more. The manager of C2S or AME takes what the
// law leaves (TM, FJ, PAS, forfait of an emergency), never comfort nor a price above the AMO's base:
// those are the patient's. Of a tariff of the whole stay (GHS, GMT, GHT) the AMO part is that of the
// statutory formulas. Of a stay priced by the grid it is that of its lines: where forfaits, a participation
// or an exemption replace the ticket modérateur, the AMO pays a GHS that nobody told, and a remark says so.
type Totals struct {
	Billed  roc.Cents `json:"facture"`
	AMO     roc.Cents `json:"amo"`
	AMC     roc.Cents `json:"a_demander_amc"`
	Manager roc.Cents `json:"gestionnaire"` // C2S or AME, which then stands for the AMC
	Patient roc.Cents `json:"patient_seul"`
}

// Report puts a bill in the form that people and programs read.
func Report(e Entry, bill Bill) Result {
	r := Result{Label: e.Label, Circuit: bill.Circuit, Remarks: bill.Remarks, Lines: make([]ResultLine,
		len(bill.Lines))}
	if r.Remarks == nil {
		r.Remarks = []string{}
	}
	for i, l := range bill.Lines {
		r.Lines[i] = ResultLine{Code: l.Code, ActCode: l.ActCode, From: l.From, To: l.To, Quantity: l.Quantity,
			UnitPrice: l.UnitPrice, Total: l.Total, Base: l.Base, Rate: l.Rate, AMO: l.AMO, Left: l.Left,
			Nature: l.Nature, Rule: l.Rule, Source: l.Source, Why: l.Why(),
			RPPS: l.RPPS, Sector: l.Sector, OPTAM: l.OPTAM, Payee: l.Payee, Overrun: l.Overrun}
		if rate, ok := l.Tariff(); ok {
			r.Lines[i].Tariff = &ResultTariff{rate.Amount, rate.From, rate.Source, rate.Uncertainty}
		}
	}
	r.Totals = bill.Totals()
	return r
}

// Totals shares what the lines bill.
func (b Bill) Totals() Totals {
	var t Totals
	t.AMO, t.Billed = b.unlined, b.unlined
	for _, l := range b.Lines {
		whose, extra := &t.AMC, roc.Cents(0)
		switch {
		case l.Nature == Participation, l.Nature == Majoration && b.Circuit != circuitC2S:
			whose = &t.Patient
		case b.Circuit != circuitROC:
			whose, extra = &t.Manager, l.extra()
		}
		*whose += l.Left - extra
		t.Patient += extra
		t.AMO += l.AMO
		t.Billed += l.Total
		if l.heldBack() {
			t.AMO -= l.Total
			t.Billed -= l.Total
		}
	}
	return t
}
