package amc

import (
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A match is what an AMC finds of a beneficiary in its files, step by step. Each list is a part
// of the one before.
type match struct {
	ByNumber []*Beneficiary // the NIR, or else member number and birth date, leads to them
	ByNIR    []*Beneficiary // and no NIR of theirs contradicts the message
	ByBirth  []*Beneficiary // and birth date and rank are theirs
	Person   *Beneficiary   // the one of them; nil where none or several are left
}

// find looks for the beneficiary among the persons that an insurer covers.
func (w *World) find(a *AMC, b *roc.Beneficiary, member string) match {
	var m match
	for _, nir := range []string{b.InsuredNIR, b.NIR} {
		for _, p := range w.index.byNIR[nir] {
			if nir != "" && p.coveredBy(a) && !slices.Contains(m.ByNumber, p) {
				m.ByNumber = append(m.ByNumber, p)
			}
		}
	}
	if len(m.ByNumber) == 0 && member != "" {
		m.ByNumber = keep(w.index.byMember[member], func(p *Beneficiary) bool {
			return p.coveredBy(a) && p.BirthDate == b.BirthDate
		})
	}
	m.ByNIR = keep(m.ByNumber, func(p *Beneficiary) bool { return p.sameNIR(b) })
	m.ByBirth = keep(m.ByNIR, func(p *Beneficiary) bool { return p.sameBirth(b) })
	m.Person = m.one(a, b, member)
	return m
}

// one settles on a person: the only one left, or the only one whom the member number, or else the
// names, designate.
func (m *match) one(a *AMC, b *roc.Beneficiary, member string) *Beneficiary {
	left := m.ByBirth
	if len(left) > 1 {
		left = keep(m.ByBirth, func(p *Beneficiary) bool { return p.hasMember(a, member) })
	}
	if len(left) != 1 {
		left = keep(m.ByBirth, func(p *Beneficiary) bool { return p.sameName(b) })
	}
	if len(left) != 1 {
		return nil
	}
	return left[0]
}

func keep(persons []*Beneficiary, fits func(*Beneficiary) bool) []*Beneficiary {
	var kept []*Beneficiary
	for _, p := range persons {
		if fits(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

func (p *Beneficiary) coveredBy(a *AMC) bool {
	return slices.ContainsFunc(p.Covers, func(v Cover) bool { return v.under(a) })
}

// under reports whether the insurer manages the cover.
func (v *Cover) under(a *AMC) bool { return v.AMC == a.Number && (v.CSR == "" || v.CSR == a.CSR) }

func (p *Beneficiary) hasMember(a *AMC, member string) bool {
	return member != "" && slices.ContainsFunc(p.Covers, func(v Cover) bool { return v.under(a) && v.Member == member })
}

// sameNIR reports whether no NIR of the message contradicts those known; at least one must agree.
func (p *Beneficiary) sameNIR(b *roc.Beneficiary) bool {
	insured, own := body(p.InsuredNIR), body(p.NIR)
	contradicts := b.InsuredNIR != "" && b.InsuredNIR != insured || b.NIR != "" && own != "" && b.NIR != own
	return !contradicts && (b.InsuredNIR == insured || b.NIR != "" && b.NIR == own)
}

func (p *Beneficiary) sameBirth(b *roc.Beneficiary) bool {
	return p.BirthDate == b.BirthDate && p.BirthRank == max(1, b.BirthRank)
}

func (p *Beneficiary) sameName(b *roc.Beneficiary) bool {
	return b.FirstName != "" && strings.EqualFold(p.LastName, b.LastName) && strings.EqualFold(p.FirstName, b.FirstName)
}
