package tarif

import (
	"fmt"
	"slices"
)

// What a row does to a component of the remaining charge.
type share string

const (
	due     share = "du"
	exempt  share = "exonere"
	regime  share = "regime"       // the regime, or the local one, pays it: nothing is left
	manager share = "gestionnaire" // left, for whoever manages C2S or AME
)

// off reports whether the component leaves nothing.
func (s share) off() bool { return s == exempt || s == regime }

// What a row does to the forfait patient urgences.
const (
	emergencyFull    = "plein"
	emergencyReduced = "reduit"
	emergencyRegime  = "regime"
	emergencyLocal   = "local"
	emergencyManager = "gestionnaire"
)

const (
	circuitROC = "ROC"
	circuitC2S = "C2S"
	circuitAME = "AME"

	payerInsured = "A"

	fullRate = 100
)

// A row of the matrix of exonerations: a situation and what it takes off.
type row struct {
	Name        string   `yaml:"nom"`
	Label       string   `yaml:"libelle"`           // completes « ticket modérateur non dû : … »
	Nature      string   `yaml:"nature,omitempty"`  // under which the AMO declares it
	Exo         []string `yaml:"exo,omitempty"`     // likewise; the first row with a code is what it implies
	MaxAge      int      `yaml:"age_max,omitempty"` // days: last day of age on which the row holds
	StayRate    int      `yaml:"taux_sejour,omitempty"`
	ActRate     int      `yaml:"taux_acte,omitempty"` // AMO rate of acts outside a stay; otherwise 100
	TM          share    `yaml:"tm"`
	PAS         share    `yaml:"pas"`
	FJ          share    `yaml:"fj"`
	Emergency   string   `yaml:"urgences"`
	PF          share    `yaml:"participation"`
	Majoration  share    `yaml:"majoration"`
	Circuit     string   `yaml:"circuit,omitempty"` // C2S, AME
	Threshold   bool     `yaml:"seuil,omitempty"`   // it supposes a costly act, which takes the ticket modérateur off
	Source      string   `yaml:"source"`
	Uncertainty string   `yaml:"incertitude,omitempty"`

	remarkTM, remarkFJ, remarkPAS string // what it took off, in French
}

func (r *row) declaredUnder(exo string) bool { return slices.Contains(r.Exo, exo) }

func (r *row) actRate() int {
	if r.ActRate > 0 {
		return r.ActRate
	}
	return fullRate
}

type situationsFile struct {
	StayRate int         `yaml:"taux_sejour"` // AMO rate of a stay in common law, percent
	Rows     []row       `yaml:"situations"`
	Natures  []codeLabel `yaml:"natures"`
	Exos     []codeLabel `yaml:"exonerations"`
	Payers   []struct {
		Code  string `yaml:"code"`
		Label string `yaml:"libelle"`
		FJ    share  `yaml:"fj"`
	} `yaml:"payeurs_fj"`
}

type codeLabel struct {
	Code  string `yaml:"code"`
	Label string `yaml:"libelle"`
}

func (t *Table) readSituations(r *reader, data []byte) {
	var f situationsFile
	if !r.decode(data, &f) {
		return
	}
	r.percent("taux_sejour", f.StayRate)
	t.stayRate = f.StayRate
	t.rows, t.natures, t.exos, t.payers = map[string]*row{}, map[string]*row{}, map[string]*row{}, map[string]*row{}
	for _, c := range f.Natures {
		t.natures[c.Code] = nil
	}
	for _, c := range f.Exos {
		t.exos[c.Code] = nil
	}
	for i, p := range f.Payers {
		r.word(fmt.Sprintf("payeurs_fj[%d].fj", i), string(p.FJ), shares)
		payer := &row{Name: p.Code, Label: p.Label, FJ: p.FJ}
		payer.describe()
		t.payers[p.Code] = payer
	}
	for i := range f.Rows {
		one := &f.Rows[i]
		field := fmt.Sprintf("situations[%d]", i)
		r.row(field, one)
		if t.rows[one.Name] != nil {
			r.fail(field+".nom", "%s est donnée deux fois", one.Name)
		}
		one.describe()
		t.rows[one.Name] = one
		if one.Nature != "" {
			r.imply(field+".nature", t.natures, one.Nature, one)
		}
		for _, code := range one.Exo {
			r.imply(field+".exo", t.exos, code, one)
		}
	}
}

var shares = []string{string(due), string(exempt), string(regime), string(manager)}

// row checks the words of a row.
func (r *reader) row(field string, one *row) {
	for _, s := range []struct {
		name  string
		value share
	}{{"tm", one.TM}, {"pas", one.PAS}, {"fj", one.FJ}, {"participation", one.PF}, {"majoration", one.Majoration}} {
		r.word(field+"."+s.name, string(s.value), shares)
	}
	r.word(field+".urgences", one.Emergency,
		[]string{emergencyFull, emergencyReduced, emergencyRegime, emergencyLocal, emergencyManager})
	if one.Circuit != "" {
		r.word(field+".circuit", one.Circuit, []string{circuitC2S, circuitAME})
	}
	r.percent(field+".taux_sejour", one.StayRate)
	r.percent(field+".taux_acte", one.ActRate)
	if one.MaxAge < 0 {
		r.fail(field+".age_max", "négatif")
	}
}

// imply makes the first row declared under a code what the code implies.
func (r *reader) imply(field string, codes map[string]*row, code string, one *row) {
	first, known := codes[code]
	if !known {
		r.fail(field, "code %q inconnu%s", code, hint(code, names(codes)))
	}
	if first == nil {
		codes[code] = one
	}
}

func (r *reader) percent(field string, rate int) {
	if rate < 0 || rate > fullRate {
		r.fail(field, "%d %% n'est pas un taux", rate)
	}
}
