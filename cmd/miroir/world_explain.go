package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/simulator/admin"
)

func newWorldExplain() *cobra.Command {
	var address string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain WORLD EXCHANGE",
		Short: "Say which rule of the payer paid or refused each cent",
		Long: `explain reads a calculation or a simulation from the control API of a running simulator and prints, in
French, each line with the rules that shared it, then the rules of the whole request. EXCHANGE is
the number of the exchange (E-000012), that of an engagement, or the idDemandeCalcul of the GAP.

Each line is checked: what its rules pay must be what the answer gives, and what they pay and leave
must be what was asked. Exit code 3 where that fails though the world forced nothing.`,
		Example: `  miroir world explain defaut E-000004
  miroir world explain --json defaut ENG-99000001-7KQ2M4`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkBase("admin", address); err != nil {
				return fail(exitUsage, err)
			}
			client := &admin.Client{
				Base: strings.TrimSuffix(address, "/"), HTTP: &http.Client{Timeout: 30 * time.Second},
			}
			e, err := explanation(cmd.Context(), client, args[0], args[1])
			if err != nil {
				return err
			}
			if asJSON {
				err = writeJSON(cmd.OutOrStdout(), e)
			} else {
				writeExplanation(cmd.OutOrStdout(), args[0], e)
			}
			if err == nil && len(e.Faults) > 0 && !e.Forced {
				err = fail(exitBench, errors.New("the answer contradicts its rules"))
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&address, "admin", "http://127.0.0.1:8081", "address of the simulator's control API")
	f.BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// explanation finds an exchange by its own number or by that of its calculation, of which the first
// exchange is the one that was decided: the others were given the same answer again.
func explanation(ctx context.Context, c *admin.Client, world, name string) (admin.Explanation, error) {
	if strings.HasPrefix(name, "E-") {
		x, err := c.MaskedExchange(ctx, world, name)
		return admin.Explain(x), unreachable(err)
	}
	all, err := c.MaskedExchanges(ctx, world)
	if err != nil {
		return admin.Explanation{}, unreachable(err)
	}
	var found *admin.Explanation
	for _, x := range all {
		e := admin.Explain(x)
		if e.ClcRequestID != name && e.ClcID != name {
			continue
		}
		if found == nil || e.Detailed && !found.Detailed {
			found = &e
		}
	}
	if found == nil {
		return admin.Explanation{}, fail(exitUsage, fmt.Errorf(
			"world %q has no calculation %q: want E-000012, an engagement or an idDemandeCalcul", world, name))
	}
	return *found, nil
}

// unreachable tells a wrong question, which the API answers, from a simulator that does not.
func unreachable(err error) error {
	var p *admin.Problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, &p) && p.Status < http.StatusInternalServerError:
		return fail(exitUsage, err)
	}
	return fail(exitBench, fmt.Errorf("%w\nis miroir serve running there? --admin gives another address", err))
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
