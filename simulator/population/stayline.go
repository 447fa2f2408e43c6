package population

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// A stayLine is a stay or a visit in the form that package tarif reads. Whom it is about and where it
// took place are in the label, in this order: stay, person, FINESS, RPPS, kind.
type stayLine struct {
	Label string     `json:"libelle"`
	Stay  *stayPart  `json:"sejour,omitzero"`
	Visit *visitPart `json:"visite,omitzero"`

	of Stay
}

type stayPart struct {
	Entry    roc.Date `json:"entree"`
	Exit     roc.Date `json:"sortie"`
	ExitMode string   `json:"mode_sortie"`
	Kind     string   `json:"type"`
	Domain   string   `json:"domaine"`
	DMT      string   `json:"dmt,omitzero"`
	Tariff   string   `json:"code_tarif,omitzero"`
	situationPart
	DaysBefore int              `json:"jours_anterieurs,omitzero"`
	Acts       []prestationLine `json:"actes,omitempty"`
	Supplement []prestationLine `json:"supplements,omitempty"`
}

type visitPart struct {
	Kind    string   `json:"type"`
	Date    roc.Date `json:"date"`
	Pathway string   `json:"parcours,omitzero"`
	Outcome string   `json:"issue,omitzero"`
	situationPart
	Acts []prestationLine `json:"actes,omitempty"`
}

type situationPart struct {
	Nature  string   `json:"nature"`
	ExoCode string   `json:"exo"`
	FJPayer string   `json:"payeur_fj"`
	Names   []string `json:"situations,omitempty"`
	Birth   roc.Date `json:"naissance"`
}

type prestationLine struct {
	Code      string   `json:"code"`
	ActCode   string   `json:"acte,omitzero"`
	From      roc.Date `json:"du"`
	To        roc.Date `json:"au,omitzero"`
	Quantity  int      `json:"quantite"`
	UnitPrice amount   `json:"prix_unitaire"`
	Base      amount   `json:"base,omitzero"`
	Rate      int      `json:"taux,omitzero"`
	Specialty string   `json:"specialite,omitzero"`
	Invasive  bool     `json:"invasif,omitzero"`
}

// An amount is written as a number with two decimals, as people do.
type amount roc.Cents

func (a amount) MarshalJSON() ([]byte, error) { return roc.Cents(a).Append(nil), nil }

func newStayLine(s Stay) stayLine {
	l := stayLine{of: s, Label: fmt.Sprintf("%s %s %s %s %s", s.ID, s.Person, s.FinessEG, s.Practitioner, s.Name)}
	if v := s.Visit; v != nil {
		l.Visit = &visitPart{Kind: v.Kind, Date: v.Date, Pathway: v.Pathway, Outcome: v.Outcome,
			situationPart: newSituation(&v.Situation), Acts: prestations(v.Acts)}
		return l
	}
	t := s.Stay
	l.Stay = &stayPart{Entry: t.Entry, Exit: t.Exit, ExitMode: t.ExitMode, Kind: t.Kind, Domain: t.Domain, DMT: t.DMT,
		Tariff: t.Tariff, situationPart: newSituation(&t.Situation), DaysBefore: t.DaysBefore,
		Acts: prestations(t.Acts), Supplement: prestations(t.Supplement)}
	return l
}

func newSituation(s *tarif.Situation) situationPart {
	return situationPart{s.Nature, s.ExoCode, s.FJPayer, s.Names, s.Birth}
}

func prestations(all []tarif.Prestation) []prestationLine {
	var list []prestationLine
	for _, p := range all {
		list = append(list, prestationLine{p.Code, p.ActCode, p.From, p.To, p.Quantity, amount(p.UnitPrice),
			amount(p.Base), p.Rate, p.Specialty, p.Invasive})
	}
	return list
}

var stayHeader = []string{"id", "beneficiaire", "finess_eg", "rpps", "nom", "type", "entree", "sortie", "mode_sortie",
	"domaine", "dmt", "code_tarif", "parcours", "issue", "nature", "exo", "payeur_fj", "situations", "jours_anterieurs",
	"prestations"}

// stayRow gives the row of a stay or of a visit, of which entry and exit are one day.
func stayRow(l stayLine) []string {
	row := []string{l.of.ID, l.of.Person, l.of.FinessEG, l.of.Practitioner, l.of.Name}
	if v := l.Visit; v != nil {
		day := v.Date.String()
		return append(row, v.Kind, day, day, "", "", "", "", v.Pathway, v.Outcome, v.Nature, v.ExoCode, v.FJPayer,
			strings.Join(v.Names, " "), "", delivered(v.Acts))
	}
	s := l.Stay
	return append(row, s.Kind, s.Entry.String(), s.Exit.String(), s.ExitMode, s.Domain, s.DMT, s.Tariff, "", "",
		s.Nature, s.ExoCode, s.FJPayer, strings.Join(s.Names, " "), strconv.Itoa(s.DaysBefore),
		delivered(append(s.Acts[:len(s.Acts):len(s.Acts)], s.Supplement...)))
}

// delivered writes prestations in one cell: "CHP 3 × 65.00 + ADC HHFA011 1 × 205.00".
func delivered(list []prestationLine) string {
	var texts []string
	for _, p := range list {
		name := strings.TrimSpace(p.Code + " " + p.ActCode)
		texts = append(texts, fmt.Sprintf("%s %d × %s", name, p.Quantity, roc.Cents(p.UnitPrice)))
	}
	return strings.Join(texts, " + ")
}
