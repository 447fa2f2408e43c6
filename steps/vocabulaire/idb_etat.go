package vocabulaire

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

func idbStateSteps() []steps.Step {
	return []steps.Step{
		obligation("droits-affiches", "droits-ouverts", "la GAP doit afficher des droits ouverts",
			"Lit l'état de la première couverture que montre le dossier.", "la GAP doit afficher des droits ouverts",
			shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
				got := ""
				if len(f.Covers) > 0 {
					got = f.Covers[0].State
				}
				s.Verify(got == "OUVERT", quoted("OUVERT"), quoted(got), dossier)
			})),
		obligation("debiteur-retenu", "debiteur-retenu", "la GAP doit retenir le débiteur {code}",
			"Lit le numéro de débiteur de la première couverture.", `la GAP doit retenir le débiteur "99000093"`,
			onCover(func(c pilote.CoverFacts) string { return c.DebtorNumber })),
		obligation("periode-retenue", "periode-retenue", "la GAP doit retenir des droits du {date} au {date}",
			"Cherche la période parmi celles des contrats que montre le dossier.",
			"la GAP doit retenir des droits du 01/01/2025 au 31/12/2025",
			onPeriods(func(p pilote.Period, a steps.Args) bool {
				return p.From == a.Date(0).String() && p.To == a.Date(1).String()
			})),
		obligation("renouvellement-retenu", "renouvellement-retenu",
			"la GAP doit retenir le {date} comme date de renouvellement",
			"Cherche la date de renouvellement parmi celles des contrats que montre le dossier.",
			"la GAP doit retenir le 07/06/2025 comme date de renouvellement",
			onPeriods(func(p pilote.Period, a steps.Args) bool { return p.Renewal == a.Date(0).String() })),
		obligation("contrat-retenu", "contrat-retenu", "la GAP doit retenir le contrat {texte} au rang {entier}",
			"Cherche le contrat et son rang parmi ceux que montre le dossier.",
			`la GAP doit retenir le contrat "C-P01-1" au rang 1`,
			shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
				var seen []string
				for _, c := range contracts(f) {
					seen = append(seen, fmt.Sprintf("%s au rang %d", c.Number, c.Rank))
				}
				want := fmt.Sprintf("%s au rang %d", a.Text(0), a.Int(1))
				s.Verify(slices.Contains(seen, want), want, fmt.Sprintf("%q", seen), dossier)
			})),
		obligation("difference-affichee", "difference-affichee", "la GAP doit afficher une différence d'identité",
			"Cherche une différence d'identité dans ce que la GAP a montré.",
			"la GAP doit afficher une différence d'identité",
			func(_ context.Context, s *steps.Scene, _ steps.Args) error {
				n := differences(shown(s))
				s.Verify(n > 0, "au moins une différence", fmt.Sprintf("%d différence(s)", n), dossier)
				return nil
			}),
		obligation("difference-absente", "difference-absente", "la GAP ne doit pas afficher de différence d'identité",
			"Vérifie que la GAP, droits identifiés, ne montre aucune différence d'identité.",
			"la GAP ne doit pas afficher de différence d'identité",
			func(_ context.Context, s *steps.Scene, _ steps.Args) error {
				if !slices.ContainsFunc(shown(s), func(f *pilote.Facts) bool { return len(contracts(f)) > 0 }) {
					s.Unseen("un dossier dont les droits sont identifiés, sans différence d'identité")
					return nil
				}
				n := differences(shown(s))
				s.Verify(n == 0, "aucune différence", fmt.Sprintf("%d différence(s)", n), dossier)
				return nil
			}),
		obligation("identite-confirmee", "identite-confirmee", "la GAP doit retenir la confirmation de l'identité",
			"Regarde si le dossier garde l'accord de l'agent.", "la GAP doit retenir la confirmation de l'identité",
			shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
				ok := len(f.Covers) > 0 && f.Covers[0].Confirmed
				s.Verify(ok, "identité confirmée", yesNo(ok, "confirmée", "non confirmée"), dossier)
			})),
		obligation("nom-conserve", "nom-conserve", "la GAP doit conserver le nom {texte}",
			"Lit le nom du patient dans le dossier de l'hôpital.", `la GAP doit conserver le nom "MARTIN"`,
			shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
				got := f.Identity.LastName
				s.Verify(got == a.Text(0), "la valeur attendue", private(got, a.Text(0)), dossier)
			})),
		obligation("adherent-demande", "adherent-demande", "la GAP doit demander à l'agent le numéro d'adhérent",
			"Cherche la question dans ce que la GAP a montré.", "la GAP doit demander à l'agent le numéro d'adhérent",
			func(_ context.Context, s *steps.Scene, _ steps.Args) error {
				ok := slices.ContainsFunc(shown(s), func(f *pilote.Facts) bool {
					return slices.ContainsFunc(f.Covers,
						func(c pilote.CoverFacts) bool { return slices.Contains(c.AskedFor, "adherent") })
				})
				s.Verify(ok, "le numéro d'adhérent demandé", yesNo(ok, "demandé", "jamais demandé"), dossier)
				return nil
			}),
		obligation("couverture-close", "couverture-close", "la GAP doit clore la couverture de l'AMC {texte} au {date}",
			"Lit le dernier jour de la couverture que montre le dossier pour cette AMC.",
			`la GAP doit clore la couverture de l'AMC "Mutuelle Alpha" au 04/06/2025`, closedCover),
	}
}

func contracts(f *pilote.Facts) []pilote.Contract {
	var all []pilote.Contract
	for _, c := range f.Covers {
		all = append(all, c.Contracts...)
	}
	return all
}

func differences(shown []*pilote.Facts) int {
	n := 0
	for _, f := range shown {
		for _, c := range f.Covers {
			n = max(n, len(c.Differences))
		}
	}
	return n
}

// onPeriods wants one of the periods of cover that the dossier shows to fit.
func onPeriods(fits func(pilote.Period, steps.Args) bool) run {
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		ok, seen := false, []string{}
		for _, c := range contracts(f) {
			for _, p := range c.Periods {
				ok = ok || fits(p, a)
				seen = append(seen, fmt.Sprintf("du %s au %s, renouvellement %s", p.From, p.To, p.Renewal))
			}
		}
		want := a.Date(0).String()
		if a.Len() > 1 {
			want = fmt.Sprintf("du %s au %s", want, a.Date(1))
		}
		s.Verify(ok, want, fmt.Sprintf("%q", seen), dossier)
	})
}

func closedCover(ctx context.Context, s *steps.Scene, a steps.Args) error {
	x, err := insurer(s.World(), a.Text(0))
	if err != nil {
		return err
	}
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		got := ""
		for _, c := range f.Covers {
			if c.AMCNumber == x.Number {
				got = c.ClosedAt
			}
		}
		s.Verify(got == a.Date(1).String(), quoted(a.Date(1).String()), quoted(got), dossier)
	})(ctx, s, a)
}
