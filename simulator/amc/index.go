package amc

import "slices"

// An index finds the entries of a world without walking it.
type index struct {
	establishments map[string]*Establishment // by FINESS EG
	operators      map[string]*Operator
	insurers       map[string][]*AMC         // by number, in the order of the file
	persons        map[string]*Beneficiary   // by persona
	byNIR          map[string][]*Beneficiary // by the 13 characters of the insured's or of the own NIR
	byMember       map[string][]*Beneficiary // by member number
	guarantees     map[string]*Guarantee     // built-in and own
	optam          map[string]bool           // by RPPS
	adhesions      map[string][]Adhesion     // by RPPS
	accounts       map[string]*Account       // by FINESS EG
	nights         map[string]bool           // codes of prestation that pay nights
	kinds          map[string]Kind           // by prestation code
	labels         map[string]string         // French sentence by code of the catalogue
}

func newIndex(w *World, t *tables) *index {
	x := &index{
		establishments: make(map[string]*Establishment, len(w.Establishments)),
		operators:      make(map[string]*Operator, len(w.Operators)),
		insurers:       make(map[string][]*AMC, len(w.AMCs)),
		persons:        make(map[string]*Beneficiary, len(w.Beneficiaries)),
		byNIR:          make(map[string][]*Beneficiary, 2*len(w.Beneficiaries)),
		byMember:       make(map[string][]*Beneficiary, len(w.Beneficiaries)),
		guarantees:     make(map[string]*Guarantee, len(t.Profiles)+len(w.Guarantees)),
		optam:          make(map[string]bool, len(w.OPTAM)),
		adhesions:      make(map[string][]Adhesion, len(w.Adhesions)),
		accounts:       make(map[string]*Account, len(w.Accounts)),
		nights:         t.nights,
		kinds:          t.kinds,
		labels:         t.labels,
	}
	for i := range w.Establishments {
		x.establishments[w.Establishments[i].FinessEG] = &w.Establishments[i]
	}
	for i := range w.Operators {
		x.operators[w.Operators[i].ID] = &w.Operators[i]
	}
	for i := range w.AMCs {
		x.insurers[w.AMCs[i].Number] = append(x.insurers[w.AMCs[i].Number], &w.AMCs[i])
	}
	for _, table := range []map[string]Guarantee{t.Profiles, w.Guarantees} {
		for name, g := range table {
			x.guarantees[name] = &g
		}
	}
	for i := range w.Beneficiaries {
		x.person(&w.Beneficiaries[i])
	}
	for _, rpps := range w.OPTAM {
		x.optam[rpps] = true
	}
	for _, a := range w.Adhesions {
		x.adhesions[a.RPPS] = append(x.adhesions[a.RPPS], a)
	}
	for i := range w.Accounts {
		x.accounts[w.Accounts[i].FinessEG] = &w.Accounts[i]
	}
	return x
}

func (x *index) person(b *Beneficiary) {
	x.persons[b.ID] = b
	for _, nir := range slices.Compact([]string{body(b.InsuredNIR), body(b.NIR)}) {
		if nir != "" {
			x.byNIR[nir] = append(x.byNIR[nir], b)
		}
	}
	for i := range b.Covers {
		if m := b.Covers[i].Member; m != "" && !slices.Contains(x.byMember[m], b) {
			x.byMember[m] = append(x.byMember[m], b)
		}
	}
}

// body returns the 13 characters of a NIR written with its key.
func body(nir string) string {
	if len(nir) < 13 {
		return nir
	}
	return nir[:13]
}
