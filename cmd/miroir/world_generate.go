package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/population"
)

// What can be generated.
const (
	kindPersons = "beneficiaires"
	kindStays   = "sejours"
	kindWorld   = "monde"
)

var generated = []string{kindPersons, kindStays, kindWorld}

// A generateSettings holds the flags of `miroir world generate`.
type generateSettings struct {
	kind, format, profile, out string
	count                      int
	seed                       uint64
}

func newWorldGenerate() *cobra.Command {
	var s generateSettings
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Make synthetic people, their covers and their stays",
		Long: `generate writes as many fictive people as wanted, their covers, their attestations, and their stays and
visits. Their numbers have valid keys and belong to nobody. The same seed and profile give the same
records, whatever their number: the first ten of a million are the ten of --count 10.

  beneficiaires  identity, AMO situation, covers and attestation
  sejours        stays and visits of these people; each line of the NDJSON is a file for miroir tarif
  monde          a world for miroir serve --monde, with the people and the organisations of the profile

The profile says in which proportions; ` + "`miroir world profile`" + ` prints the one used by default.`,
		Example: `  miroir world generate --seed 42 --count 1000 --out personnes.ndjson
  miroir world generate --seed 42 --count 1000 --kind sejours --format csv
  miroir world generate --seed 42 --count 50 --kind monde --out monde.yaml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&s.kind, "kind", kindPersons, "what to make: "+strings.Join(generated, ", "))
	f.StringVar(&s.format, "format", population.NDJSON,
		"csv or ndjson; csv by default where --out ends in .csv; a world is always YAML")
	f.IntVar(&s.count, "count", 100, "how many records; how many people in a world")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the draws")
	f.StringVar(&s.profile, "profile", "", "YAML file of the proportions; the built-in one by default")
	f.StringVar(&s.out, "out", "", "file to write; standard output by default")
	return cmd
}

func newWorldProfile() *cobra.Command {
	return &cobra.Command{
		Use:   "profile",
		Short: "Print the profile that generate uses by default, to start one's own from",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, text, err := readProfile("")
			if err == nil {
				_, err = cmd.OutOrStdout().Write(text)
			}
			return err
		},
	}
}

func (s *generateSettings) check(cmd *cobra.Command) error {
	if !cmd.Flags().Changed("format") && strings.EqualFold(filepath.Ext(s.out), ".csv") {
		s.format = population.CSV
	}
	var faults []error
	refuse := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if !slices.Contains(generated, s.kind) {
		refuse("--kind %q: want %s", s.kind, strings.Join(generated, " or "))
	}
	if !slices.Contains(population.Formats(), s.format) {
		refuse("--format %q: want %s", s.format, strings.Join(population.Formats(), " or "))
	}
	if s.kind == kindWorld && cmd.Flags().Changed("format") {
		refuse("--format %s: a world is always YAML", s.format)
	}
	if s.count < 0 {
		refuse("--count %d: want 0 or more", s.count)
	}
	if s.kind == kindWorld && s.count > population.MaxWorld {
		refuse("--count %d: a world holds %d people at most", s.count, population.MaxWorld)
	}
	return errors.Join(faults...)
}

func (s *generateSettings) run(cmd *cobra.Command) error {
	wrong := s.check(cmd)
	g, err := newGenerator(s.seed, s.profile)
	if err := errors.Join(wrong, err); err != nil {
		return fail(exitUsage, err)
	}
	if s.kind == kindWorld {
		text, err := g.World(s.count)
		if err != nil {
			return err
		}
		return writeTo(s.out, cmd.OutOrStdout(), func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	}
	list := g.Persons()
	if s.kind == kindStays {
		list = g.Stays()
	}
	return writeTo(s.out, cmd.OutOrStdout(), func(w io.Writer) error {
		done, finish := progress(cmd.ErrOrStderr(), s.count)
		defer finish()
		err := list.Write(cmd.Context(), w, s.format, s.count, done)
		if errors.Is(err, context.Canceled) {
			return fail(exitInterrupted, errors.New("interrupted: the output is not whole"))
		}
		return err
	})
}

// newGenerator returns the generator of a seed, by a profile or by the built-in one.
func newGenerator(seed uint64, profile string) (*population.Generator, error) {
	name, text, err := readProfile(profile)
	if err != nil {
		return nil, err
	}
	parsed, err := population.ParseProfile(name, text)
	if err != nil {
		return nil, err
	}
	names, err := population.ParseNames(scenarios.Population())
	if err != nil {
		return nil, err
	}
	return population.New(seed, parsed, names), nil
}

// readProfile reads a profile, or the built-in one.
func readProfile(file string) (name string, text []byte, err error) {
	if file != "" {
		text, err = os.ReadFile(file)
		return file, text, err
	}
	text, err = fs.ReadFile(scenarios.Population(), "defaut.yaml")
	return "defaut.yaml", text, err
}

// writeTo has a file written, or standard output where there is no name.
func writeTo(name string, stdout io.Writer, write func(io.Writer) error) error {
	if name == "" {
		return write(stdout)
	}
	file, err := os.Create(name)
	if err != nil {
		return fail(exitUsage, err)
	}
	err = write(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// progress shows a bar on a terminal, and nothing elsewhere.
func progress(stderr io.Writer, count int) (done, finish func()) {
	file, isFile := stderr.(*os.File)
	if !isFile || !term.IsTerminal(int(file.Fd())) {
		return func() {}, func() {}
	}
	bar := progressbar.NewOptions(count, progressbar.OptionSetWriter(file), progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	return func() { _ = bar.Add(1) }, func() { _ = bar.Exit() }
}
