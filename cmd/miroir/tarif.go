package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// tarifExample prices what the help shows; a test runs it.
const tarifExample = `  miroir tarif sejour.yaml
  miroir tarif --json - < sejour.yaml

where sejour.yaml holds, for example:

  libelle: Cinq nuits en médecine, chambre particulière
  sejour:
    entree: 2025-06-02
    sortie: 2025-06-07
    mode_sortie: DOMICILE     # TRANSFERT, MUTATION, DECES, EN_COURS
    type: HC                  # AMBULATOIRE, HDJ, SEANCES, NUIT, CRISE, HAD
    domaine: MCOO             # SMR, PSY, HAD
    dmt: "216"                # with code_tarif, a price of the grid; or ghs: 700.00
    code_tarif: "11"
    nature: "10"
    exo: "0"
    supplements:
      - {code: CHP, du: 2025-06-02, au: 2025-06-06, quantite: 5, prix_unitaire: 60.00}`

func newTarif() *cobra.Command {
	var folder, pas2026 string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "tarif FILE…",
		Short: "Say what a stay or a visit leaves after the AMO, and why",
		Long: `tarif prices the stays and visits of YAML or JSON files ("-" is the standard input), one or a list in
each, at the rates of the dates of care. It prints, in French, each line with its parts, its rule,
its dated rate and their sources, then what is billed, what the AMO pays, what an AMC may be asked
and what only the patient pays.

POST /api/tarif on the control port of miroir serve takes the same input and gives the same JSON;
GET /api/openapi.json describes every field.`,
		Example: tarifExample,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			rates, err := readRates(folder, pas2026)
			if err != nil {
				return fail(exitUsage, err)
			}
			p, err := priceFiles(rates, cmd.InOrStdin(), files)
			if err != nil {
				return fail(exitUsage, err)
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), p)
			}
			for i, r := range p.Results {
				writeResult(cmd.OutOrStdout(), i, r)
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "print JSON")
	f.StringVar(&folder, "tarifs", "", "folder of your own dated tables; those of this binary by default")
	f.StringVar(&pas2026, "pas-2026", "",
		"day, AAAA-MM-JJ, from which the participation on costly acts is the amount of 2026: the sources disagree")
	return cmd
}

// readRates reads the dated tables and settles what they leave open.
func readRates(folder, pas2026 string) (*tarif.Table, error) {
	tables := scenarios.Tarifs()
	if folder != "" {
		tables = os.DirFS(folder)
	}
	rates, err := tarif.Load(tables)
	if err != nil && folder != "" {
		err = fmt.Errorf("--tarifs %s:\n%w", folder, err)
	}
	var settings tarif.Settings
	if pas2026 != "" {
		var bad error
		if settings.PAS2026, bad = roc.ParseDate(pas2026); bad != nil {
			err = errors.Join(err, fmt.Errorf("--pas-2026 %q: %w", pas2026, bad))
		}
	}
	if err != nil {
		return nil, err
	}
	if rates, err = rates.With(settings); err != nil {
		return nil, fmt.Errorf("--pas-2026 %s: %w", pas2026, err)
	}
	return rates, nil
}

// priceFiles prices every file, or tells the faults of all.
func priceFiles(rates *tarif.Table, stdin io.Reader, files []string) (admin.Pricing, error) {
	all := admin.Pricing{Results: []tarif.Result{}}
	var faults []error
	for _, name := range files {
		data, name, err := readInput(stdin, name)
		if err == nil {
			var p admin.Pricing
			p, err = admin.Price(rates, name, data)
			all.Results = append(all.Results, p.Results...)
		}
		faults = append(faults, err)
	}
	return all, errors.Join(faults...)
}

// readInput reads a file, or the standard input where it is named "-".
func readInput(stdin io.Reader, name string) (data []byte, known string, err error) {
	if name == "-" {
		data, err = io.ReadAll(stdin)
		return data, "stdin", err
	}
	data, err = os.ReadFile(name)
	return data, name, err
}
