package main

import "github.com/spf13/cobra"

// newWorld gathers what is done with worlds and with what happened in them.
func newWorld() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "world",
		Short: "Fill worlds with synthetic people, and look into what happened in them",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newWorldGenerate(), newWorldProfile(), newWorldAttestation(), newWorldExplain())
	return cmd
}
