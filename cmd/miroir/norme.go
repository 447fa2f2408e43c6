package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/simulator/norme"
)

// newNorme gathers what is told of miroir's own message formats.
func newNorme() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "norme",
		Short: "Print the description of miroir's own message formats, or what differs between two",
		Long: "norme prints the XSD, the WSDL or the OpenAPI document of a norme (v1 where none is named), " +
			"or the differences between two. These formats are miroir's own, not the official ones.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.PersistentFlags().String("base-url", "http://127.0.0.1:8080", "address of the services in the description")
	cmd.AddCommand(
		describing("xsd", "the XML Schema", func(n *norme.Norme, _ string) ([]byte, error) { return n.XSD(), nil }),
		describing("wsdl", "the WSDL", func(n *norme.Norme, base string) ([]byte, error) {
			root := strings.TrimSuffix(base, "/") + "/" + strings.ToLower(n.Version())
			return n.WSDL(root+"/annuaire", root+"/amc"), nil
		}),
		describing("openapi", "the OpenAPI document", (*norme.Norme).OpenAPI),
		newNormeDiff(),
	)
	return cmd
}

// describing is the command that prints one kind of description of a norme.
func describing(name, what string, describe func(n *norme.Norme, base string) ([]byte, error)) *cobra.Command {
	return &cobra.Command{
		Use:       name + " [v1|v2]",
		Short:     "Print " + what + " of a norme",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: normeNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			base, err := cmd.Flags().GetString("base-url")
			if err != nil {
				return err
			}
			n, err := norme.Load(append(args, "v1")[0])
			if err != nil {
				return err
			}
			out, err := describe(n, base)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n", out)
			return err
		},
	}
}

func newNormeDiff() *cobra.Command {
	return &cobra.Command{
		Use:       "diff {v1|v2} {v1|v2}",
		Short:     "List what a norme changes from another, by named change, in French",
		Args:      cobra.ExactArgs(2),
		ValidArgs: normeNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := norme.Load(args[0])
			if err != nil {
				return err
			}
			b, err := norme.Load(args[1])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), norme.Diff(a, b))
			return err
		},
	}
}

// normeNames are the versions as the command line writes them.
func normeNames() []string {
	names := norme.Versions()
	for i := range names {
		names[i] = strings.ToLower(names[i])
	}
	return names
}
