package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/suite"
)

func newLint() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE…]",
		Short: "Say what is wrong with feature files, and what to write instead",
		Long: "lint checks feature files, or the suite of this binary where none is named. " +
			"Exit code 2 where one has an error.",
		RunE: func(cmd *cobra.Command, names []string) error {
			loaded, err := suite.Load("")
			if err != nil {
				return fail(exitUsage, err)
			}
			findings := loaded.Findings
			if len(names) > 0 {
				files, err := readAll(names)
				if err != nil {
					return fail(exitUsage, err)
				}
				findings = gherkin.Lint(files, loaded.Registry, loaded.Known())
			}
			for _, f := range findings {
				fmt.Fprintln(cmd.OutOrStdout(), f)
			}
			if gherkin.Blocking(findings) {
				return fail(exitUsage, nil)
			}
			return nil
		},
	}
}

func readAll(names []string) ([]gherkin.File, error) {
	var files []gherkin.File
	var faults []error
	for _, name := range names {
		data, err := os.ReadFile(name)
		faults = append(faults, err)
		files = append(files, gherkin.File{Name: name, Data: data})
	}
	return files, errors.Join(faults...)
}

func newSteps() *cobra.Command {
	return &cobra.Command{
		Use:   "steps [WORD…]",
		Short: "Print the sentences that the bench understands, with examples",
		Long:  "steps prints the catalogue of sentences, in French; with words, only the sentences that hold them all.",
		RunE: func(cmd *cobra.Command, words []string) error {
			loaded, err := suite.Load("")
			if err != nil {
				return fail(exitUsage, err)
			}
			found := false
			for _, s := range loaded.Registry.Steps() {
				if !holds(s.Text+" "+s.Doc, words) {
					continue
				}
				found = true
				fmt.Fprintf(cmd.OutOrStdout(), "%-11s %s\n            %s\n            Exemple : %s\n\n",
					s.Family, s.Text, s.Doc, s.Example)
			}
			if !found {
				return fail(exitEmpty, fmt.Errorf("no sentence holds %q", words))
			}
			return nil
		},
	}
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
			return false
		}
	}
	return true
}
