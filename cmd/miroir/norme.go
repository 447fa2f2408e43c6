package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/simulator/norme"
)

func newNorme() *cobra.Command {
	var base string
	cmd := &cobra.Command{
		Use:   "norme {xsd|wsdl|openapi}",
		Short: "Print the description of miroir's own message format",
		Long: "norme prints the XSD, the WSDL or the OpenAPI document of the norme V1. " +
			"This format is miroir's own, not the official one.",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"xsd", "wsdl", "openapi"},
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := norme.V1()
			if err != nil {
				return err
			}
			var out []byte
			switch args[0] {
			case "xsd":
				out = n.XSD()
			case "wsdl":
				root := strings.TrimSuffix(base, "/")
				out = n.WSDL(root+"/v1/annuaire", root+"/v1/amc")
			case "openapi":
				if out, err = n.OpenAPI(base); err != nil {
					return err
				}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n", out)
			return err
		},
	}
	cmd.Flags().StringVar(&base, "base-url", "http://127.0.0.1:8080", "address of the services in the description")
	return cmd
}
