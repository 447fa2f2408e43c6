package vocabulaire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

// displaySteps look at what the GAP shows of the answers that it got.
func displaySteps() []steps.Step {
	const mentions = "Cherche le texte dans le dossier : nom de l'AMC ou de l'opérateur, consigne ou contact de " +
		"l'AMC, libellé d'une alerte."
	return []steps.Step{
		obligation("mention-affichee", "mention-affichee", "la GAP [doit|devrait] afficher {mention} {texte}", mentions,
			`la GAP doit afficher l'AMC "Mutuelle Alpha"`, displays),
		obligation("circuit", "circuit", "la GAP doit orienter le dossier vers le circuit {code}",
			"Lit le circuit du dossier : ROC, PEC (antérieur), C2S, AUCUN.",
			`la GAP doit orienter le dossier vers le circuit "PEC"`,
			shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
				s.Verify(f.Circuit == a.Text(0), quoted(a.Text(0)), quoted(f.Circuit), dossier)
			})),
		obligation("csr-propose", "csr-propose",
			"la GAP doit proposer à l'agent le critère secondaire de routage {code}",
			"Cherche le critère parmi ceux que la GAP a proposés.",
			`la GAP doit proposer à l'agent le critère secondaire de routage "C02"`,
			func(_ context.Context, s *steps.Scene, a steps.Args) error {
				var offered []string
				for _, f := range shown(s) {
					for _, c := range f.Covers {
						offered = append(offered, c.Candidates...)
					}
				}
				s.Verify(slices.Contains(offered, a.Text(0)), quoted(a.Text(0)), fmt.Sprintf("%q", offered), dossier)
				return nil
			}),
	}
}

// displays looks for a text where the GAP shows such things.
func displays(ctx context.Context, s *steps.Scene, a steps.Args) error {
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		var seen []string
		switch a.Text(0) {
		case "l'AMC":
			seen = first(f, func(c pilote.CoverFacts) string { return c.AMCLabel })
		case "l'opérateur":
			seen = first(f, func(c pilote.CoverFacts) string { return c.OperatorLabel })
		case "la consigne":
			seen = f.Consignes
		case "le contact":
			seen = f.Contacts
		case "le libellé":
			for _, n := range noticesOf(shown(s)...) {
				seen = append(seen, n.Label)
			}
		}
		found := slices.ContainsFunc(seen, func(text string) bool {
			return text == a.Text(1) || a.Text(0) == "le contact" && strings.Contains(text, a.Text(1))
		})
		s.Verify(found, quoted(a.Text(1)), fmt.Sprintf("%q", seen), dossier)
	})(ctx, s, a)
}

// first is what the dossier shows of its first insurer.
func first(f *pilote.Facts, value func(pilote.CoverFacts) string) []string {
	if len(f.Covers) == 0 {
		return nil
	}
	return []string{value(f.Covers[0])}
}

// onCover compares what the dossier shows of its first insurer with the sentence's text.
func onCover(value func(pilote.CoverFacts) string) run {
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		got := ""
		if len(f.Covers) > 0 {
			got = value(f.Covers[0])
		}
		s.Verify(got == a.Text(0), quoted(a.Text(0)), quoted(got), dossier)
	})
}

func yesNo(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}
