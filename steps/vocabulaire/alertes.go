package vocabulaire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func alertSteps() []steps.Step {
	anyNotice := func(pilote.Notice, steps.Args) bool { return true }
	return []steps.Step{
		obligation("alerte", "alerte", "la GAP doit alerter l'agent",
			"Cherche une alerte ou une entrée de la liste de travail dans ce que la GAP a montré.",
			"la GAP doit alerter l'agent", notices(anyNotice, func(steps.Args) string { return "une alerte" })),
		obligation("alerte-avant-sortie", "alerte-avant-sortie", "la GAP doit alerter l'agent avant la sortie",
			"Cherche une alerte sur les droits dans ce que la GAP a montré avant la sortie.",
			"la GAP doit alerter l'agent avant la sortie", alertedBeforeExit),
		obligation("alerte-code", "code-affiche", "la GAP doit alerter l'agent avec le code {code}",
			"Cherche le code, tel quel et avec un libellé, dans ce que la GAP a montré.",
			`la GAP doit alerter l'agent avec le code "B01"`,
			notices(func(n pilote.Notice, a steps.Args) bool { return n.Code == a.Text(0) && n.Label != "" }, code)),
		obligation("alerte-libelle", "libelle-affiche", "la GAP doit afficher le libellé {texte}",
			"Cherche le libellé, tel quel, dans ce que la GAP a montré.",
			`la GAP doit afficher le libellé "Motif propre à cette AMC."`,
			notices(func(n pilote.Notice, a steps.Args) bool { return n.Label == a.Text(0) }, code)),
		obligation("suite-donnee", "suite-donnee", "la GAP doit donner une suite au code {code}",
			"Cherche l'action que la GAP propose pour ce code.", `la GAP doit donner une suite au code "Z99"`,
			notices(func(n pilote.Notice, a steps.Args) bool { return n.Code == a.Text(0) && n.Action != "" }, code)),
		proposes("proposer-ressaisie", "la GAP doit proposer de ressaisir l'attestation", "RESAISIR_ATTESTATION"),
		proposes("proposer-identite", "la GAP doit proposer de corriger l'identité", "CORRIGER_IDENTITE"),
		obligation("identite-a-corriger", "identite-a-corriger",
			"la GAP doit signaler à l'agent une identité à corriger",
			"Veut qu'à l'un des gestes la GAP ait refusé d'agir, ou proposé de corriger l'identité.",
			"la GAP doit signaler à l'agent une identité à corriger", blocksIdentity),
		proposes("proposer-payeur", "la GAP doit proposer un autre payeur", "FACTURER_PATIENT", "DEMANDER_AUTRE_AMC"),
		obligation("liste-travail", "liste-travail", "la GAP doit inscrire le code {code} dans la liste de travail",
			"Cherche le code dans la liste de travail à la fin du cas.",
			`la GAP doit inscrire le code "P05" dans la liste de travail`,
			shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
				listedOnly := noticesOf(&pilote.Facts{WorkList: f.WorkList})
				found := false
				for _, n := range listedOnly {
					found = found || n.Code == a.Text(0)
				}
				s.Verify(found, code(a), listed(listedOnly), dossier)
			})),
	}
}

func code(a steps.Args) string { return quoted(a.Text(0)) }

func proposes(id, text string, actions ...string) steps.Step {
	return obligation(id, id, text, "Cherche l'action "+strings.Join(actions,
		" ou ")+" parmi celles que la GAP a proposées.", text,
		notices(func(n pilote.Notice, _ steps.Args) bool {
			return strings.Contains(strings.Join(actions, " "), n.Action) && n.Action != ""
		}, func(steps.Args) string { return strings.Join(actions, " ou ") }))
}

// blocksIdentity takes a refusal of the product for what it is: a message to the agent.
func blocksIdentity(_ context.Context, s *steps.Scene, _ steps.Args) error {
	messages, _ := s.Memo(refusalKey).([]string)
	all := noticesOf(shown(s)...)
	proposed := slices.ContainsFunc(all, func(n pilote.Notice) bool { return n.Action == "CORRIGER_IDENTITE" })
	s.Verify(proposed || len(messages) > 0, "un refus de la GAP, ou la proposition de corriger l'identité",
		fmt.Sprintf("%d refus ; %s", len(messages), listed(all)), dossier)
	return nil
}

func alertedBeforeExit(_ context.Context, s *steps.Scene, _ steps.Args) error {
	place, _ := s.Memo(exitKey).(int)
	all := noticesOf(shown(s)[:place]...)
	found := false
	for _, n := range all {
		found = found || n.Service == string(roc.IDB)
	}
	s.Verify(found, "une alerte sur les droits, avant la sortie", listed(all), dossier)
	return nil
}
