package population

import (
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A personLine is a person as written: the words of worlds and of the driver protocol.
type personLine struct {
	ID         string       `json:"id"`
	InsuredNIR string       `json:"nir_assure"`
	NIR        string       `json:"nir,omitzero"`
	BirthDate  string       `json:"naissance"`
	BirthRank  int          `json:"rang"`
	Sex        string       `json:"sexe"`
	LastName   string       `json:"nom"`
	FirstName  string       `json:"prenom"`
	Insured    *insuredLine `json:"assure,omitzero"`
	AMO        amoLine      `json:"amo"`
	Covers     []coverLine  `json:"couvertures"`
	Card       *cardLine    `json:"attestation,omitzero"`
}

type insuredLine struct {
	LastName  string `json:"nom"`
	FirstName string `json:"prenom"`
}

type amoLine struct {
	Nature     string   `json:"nature"`
	ExoCode    string   `json:"exo"`
	FJPayer    string   `json:"payeur_fj"`
	Situations []string `json:"situations,omitempty"`
}

type coverLine struct {
	AMC        string       `json:"amc"`
	Convention string       `json:"convention,omitzero"`
	CSR        string       `json:"csr,omitzero"`
	Contract   string       `json:"contrat"`
	Member     string       `json:"adherent,omitzero"`
	Rank       int          `json:"rang"`
	Guarantee  string       `json:"garantie"`
	C2S        bool         `json:"c2s,omitzero"`
	Periods    []periodLine `json:"periodes"`
	Renewal    *renewalLine `json:"renouvellement,omitzero"`
}

type periodLine struct {
	From roc.Date `json:"du"`
	To   roc.Date `json:"au,omitzero"`
}

type renewalLine struct {
	Mode string `json:"mode"`
	Days int    `json:"jours,omitzero"`
}

type cardLine struct {
	AMC        string   `json:"amc"`
	Convention string   `json:"convention"`
	CSR        string   `json:"csr"`
	Member     string   `json:"adherent"`
	From       roc.Date `json:"valide_du"`
	To         roc.Date `json:"valide_au"`
}

func newPersonLine(p Person) personLine {
	l := personLine{ID: p.ID, InsuredNIR: p.InsuredNIR, NIR: p.NIR, BirthDate: p.BirthDate, BirthRank: p.BirthRank,
		Sex: p.Sex, LastName: p.LastName, FirstName: p.FirstName, AMO: amoLine(p.AMO), Covers: []coverLine{}}
	if p.Insured != nil {
		l.Insured = &insuredLine{p.Insured.LastName, p.Insured.FirstName}
	}
	for i, v := range p.Covers {
		l.Covers = append(l.Covers, newCoverLine(v, p.Insurers[i].Convention))
	}
	if k := p.Card; k != nil {
		l.Card = &cardLine{k.Insurer.Number, k.Insurer.Convention, k.CSR, k.Member, k.ValidFrom, k.ValidUntil}
	}
	return l
}

func newCoverLine(v amc.Cover, convention string) coverLine {
	l := coverLine{AMC: v.AMC, Convention: convention, CSR: v.CSR, Contract: v.Contract, Member: v.Member, Rank: v.Rank,
		Guarantee: v.Guarantee, C2S: v.C2S}
	for _, p := range v.Periods {
		l.Periods = append(l.Periods, periodLine(p))
	}
	if v.Renewal != nil {
		l.Renewal = &renewalLine{v.Renewal.Mode, v.Renewal.Days}
	}
	return l
}

var personHeader = []string{"id", "nir_assure", "nir", "naissance", "rang", "sexe", "nom", "prenom", "assure_nom",
	"assure_prenom", "nature", "exo", "payeur_fj", "situations", "amc", "convention", "csr", "adherent", "contrat",
	"rang_contrat", "garantie", "c2s", "periodes"}

// personRows gives one row for each cover, and one without a cover to those who have none.
func personRows(l personLine) [][]string {
	insured := insuredLine{l.LastName, l.FirstName}
	if l.Insured != nil {
		insured = *l.Insured
	}
	start := []string{l.ID, l.InsuredNIR, l.NIR, l.BirthDate, strconv.Itoa(l.BirthRank), l.Sex, l.LastName, l.FirstName,
		insured.LastName, insured.FirstName, l.AMO.Nature, l.AMO.ExoCode, l.AMO.FJPayer,
		strings.Join(l.AMO.Situations, " ")}
	if len(l.Covers) == 0 {
		return [][]string{append(start, make([]string, len(personHeader)-len(start))...)}
	}
	var rows [][]string
	for _, v := range l.Covers {
		var periods []string
		for _, p := range v.Periods {
			periods = append(periods, p.From.String()+"/"+p.To.String())
		}
		rows = append(rows, append(start[:len(start):len(start)], v.AMC, v.Convention, v.CSR, v.Member, v.Contract,
			strconv.Itoa(v.Rank), v.Guarantee, strconv.FormatBool(v.C2S), strings.Join(periods, " ")))
	}
	return rows
}
