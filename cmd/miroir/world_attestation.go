package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/simulator/attestation"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/population"
)

// An attestationSettings holds the flags of `miroir world attestation`.
type attestationSettings struct {
	pdf, png, read, profile string
	index                   int
	seed                    uint64
}

func newWorldAttestation() *cobra.Command {
	var s attestationSettings
	cmd := &cobra.Command{
		Use:   "attestation",
		Short: "Print the attestation of a synthetic person, or read one back",
		Long: `attestation prints, as PDF or as PNG, the attestation that a person made by miroir world generate shows,
with its DataMatrix. With --read it finds the DataMatrix in a PNG image and prints its items as JSON.

How real attestations code their DataMatrix is not public: this coding is miroir's own.`,
		Example: `  miroir world attestation --seed 42 --index 7 --pdf attestation.pdf --png attestation.png
  miroir world attestation --read attestation.png`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&s.pdf, "pdf", "", "PDF file to write")
	f.StringVar(&s.png, "png", "", "PNG file to write")
	f.IntVar(&s.index, "index", 1, "which person of the seed, from 1: 7 is B0000007")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the draws")
	f.StringVar(&s.profile, "profile", "", "YAML file of the proportions; the built-in one by default")
	f.StringVar(&s.read, "read", "", "PNG file to read instead")
	return cmd
}

func (s *attestationSettings) run(cmd *cobra.Command) error {
	printing := s.pdf != "" || s.png != ""
	var faults []error
	switch {
	case s.read != "" && printing:
		faults = append(faults, errors.New("--read goes without --pdf and --png"))
	case s.read == "" && !printing:
		faults = append(faults, errors.New("nothing to do: want --pdf, --png or --read"))
	}
	if s.index < 1 {
		faults = append(faults, fmt.Errorf("--index %d: want 1 or more", s.index))
	}
	if err := errors.Join(faults...); err != nil {
		return fail(exitUsage, err)
	}
	if s.read != "" {
		return readAttestation(cmd.OutOrStdout(), s.read)
	}
	return s.print()
}

func (s *attestationSettings) print() error {
	g, err := newGenerator(s.seed, s.profile)
	if err != nil {
		return fail(exitUsage, err)
	}
	p := g.Person(s.index - 1)
	if p.Card == nil {
		return fail(exitUsage, fmt.Errorf("%s has no insurer, and so no attestation: choose another --index", p.ID))
	}
	doc := attestationOf(&p)
	if twin, has := g.Twin(s.index - 1); has {
		doc.Beneficiaries = append(doc.Beneficiaries, rowOf(&twin))
		slices.SortFunc(doc.Beneficiaries, func(a, b attestation.Beneficiary) int { return a.BirthRank - b.BirthRank })
	}
	for _, f := range []struct {
		name  string
		write func(io.Writer, attestation.Codec) error
	}{{s.pdf, doc.PDF}, {s.png, doc.PNG}} {
		if f.name == "" {
			continue
		}
		err := writeTo(f.name, nil, func(w io.Writer) error { return f.write(w, attestation.Placeholder{}) })
		if err != nil {
			return err
		}
	}
	return nil
}

// attestationOf says what the insurer of a person prints.
func attestationOf(p *population.Person) *attestation.Document {
	k := p.Card
	doc := &attestation.Document{
		Card: pilote.Card{AMCNumber: k.Insurer.Number, ConventionType: k.Insurer.Convention, CSR: k.CSR,
			MemberNumber: k.Member, ValidFrom: k.ValidFrom.String(), ValidTo: k.ValidUntil.String()},
		Issuer: k.Insurer.Name, Contract: p.Covers[0].Contract, Guarantee: k.Guarantee.Label,
		Responsible: k.Guarantee.Responsible, Columns: k.Guarantee.Columns, InsuredNIR: p.InsuredNIR,
		Insured: p.LastName + " " + p.FirstName, Issued: k.ValidFrom,
		Beneficiaries: []attestation.Beneficiary{rowOf(p)},
	}
	if p.Insured != nil {
		doc.Insured = p.Insured.LastName + " " + p.Insured.FirstName
	}
	for _, c := range k.Insurer.Contacts {
		doc.Contacts = append(doc.Contacts, c.Name+", "+c.Phone, c.Hours)
	}
	return doc
}

func rowOf(p *population.Person) attestation.Beneficiary {
	return attestation.Beneficiary{Name: p.LastName + " " + p.FirstName, NIR: p.NIR, BirthDate: p.BirthDate,
		BirthRank: p.BirthRank}
}

// readAttestation prints the items of the DataMatrix that an image holds.
func readAttestation(w io.Writer, name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return fail(exitUsage, err)
	}
	card, err := attestation.Read(data, attestation.Placeholder{})
	var refused *pilote.DataMatrixError
	switch {
	case errors.As(err, &refused):
		return fail(exitUsage, fmt.Errorf("%s: %s", name, refused.Reason))
	case err != nil:
		return fail(exitUsage, fmt.Errorf("%s: %w", name, err))
	}
	return writeJSON(w, card)
}
