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
	return []steps.Step{
		obligation("alerte", "alerte", "la GAP doit alerter l'agent",
			"Cherche une alerte ou une entrée de la liste de travail que la GAP ne montrait pas avant l'action : du "+
				"service dont parle le cas, avec un libellé et une action.",
			"la GAP doit alerter l'agent", alerted),
		obligation("alerte-avant-sortie", "alerte-avant-sortie", "la GAP doit alerter l'agent avant la sortie",
			"Cherche une alerte sur les droits dans ce que la GAP a montré avant la sortie.",
			"la GAP doit alerter l'agent avant la sortie", alertedBeforeExit),
		obligation("alerte-echeance", "alerte-echeance",
			"la GAP devrait alerter l'agent avant l'échéance de l'engagement",
			"Cherche une alerte sur le calcul, que la GAP ne montrait pas avant ce jour.",
			"la GAP devrait alerter l'agent avant l'échéance de l'engagement", alertedBeforeLapse),
		obligation("alerte-code", "code-affiche", "la GAP [doit|devrait] alerter l'agent avec le code {code}",
			"Cherche le code, tel quel et avec un libellé, dans ce que la GAP a montré.",
			`la GAP doit alerter l'agent avec le code "B01"`,
			notices(func(n pilote.Notice, a steps.Args) bool { return n.Code == a.Text(0) && n.Label != "" }, code)),
		obligation("suite-donnee", "suite-donnee", "la GAP doit donner une suite au code {code}",
			"Cherche l'action que la GAP propose pour ce code.", `la GAP doit donner une suite au code "Z99"`,
			notices(func(n pilote.Notice, a steps.Args) bool { return n.Code == a.Text(0) && n.Action != "" }, code)),
		obligation("proposer", "suite-proposee", "la GAP [doit|devrait] proposer {suite}",
			"Cherche parmi les actions que la GAP a proposées : ressaisir l'attestation, corriger l'identité, un "+
				"autre payeur, patient ou AMC, régulariser une période, choisir le statut OPTAM d'un praticien.",
			"la GAP doit proposer de ressaisir l'attestation",
			notices(func(n pilote.Notice, a steps.Args) bool { return slices.Contains(proposals[a.Text(0)], n.Action) },
				func(a steps.Args) string { return strings.Join(proposals[a.Text(0)], " ou ") })),
		obligation("identite-a-corriger", "identite-a-corriger",
			"la GAP doit signaler à l'agent une identité à corriger",
			"Veut qu'à l'un des gestes la GAP ait refusé d'agir, ou proposé de corriger l'identité.",
			"la GAP doit signaler à l'agent une identité à corriger", blocksIdentity),
		obligation("sortie-refusee", "sortie-refusee", "la GAP devrait refuser la sortie saisie par l'agent",
			"Regarde si la GAP a refusé la sortie quand l'agent l'a enregistrée.",
			"la GAP devrait refuser la sortie saisie par l'agent",
			func(_ context.Context, s *steps.Scene, _ steps.Args) error {
				refused, _ := s.Memo(exitRefusedKey).(bool)
				s.Verify(refused, "un refus de la GAP", yesNo(refused, "un refus", "la sortie enregistrée"),
					"réponse du pilote")
				return nil
			}),
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

// alerted wants a notice that the stimulus raised, not one that was there before it: of a service on
// which the GAP may act, with words for the agent and something to do.
func alerted(_ context.Context, s *steps.Scene, _ steps.Args) error {
	fresh := freshNotices(s)
	services := []string{strings.ToUpper(s.Case().Service)}
	if s.Memo(readKey) != nil {
		services = append(services, "SAISIE")
	}
	found := slices.ContainsFunc(fresh, func(n pilote.Notice) bool {
		return slices.Contains(services, n.Service) && n.Label != "" && n.Action != "" && n.Action != "INFORMER"
	})
	s.Verify(found, "une alerte nouvelle ("+strings.Join(services, ", ")+"), avec un libellé et une action",
		"depuis l'action : "+listed(fresh), dossier)
	return nil
}

// freshNotices are those that the GAP shows since the reading of the attestation, or else since the
// stimulus, and did not show before it.
func freshNotices(s *steps.Scene) []pilote.Notice {
	all := shown(s)
	place, read := s.Memo(readKey).(int)
	if !read {
		place, _ = s.Memo(stimulusKey).(int)
	}
	place = min(place, len(all))
	before := noticesOf(all[:place]...)
	known := func(n pilote.Notice) bool { return slices.Contains(before, n) }
	return slices.DeleteFunc(noticesOf(all[place:]...), known)
}

// alertedBeforeLapse wants the last gesture to have raised an alert about the calculation while the
// engagement could still be billed.
func alertedBeforeLapse(ctx context.Context, s *steps.Scene, a steps.Args) error {
	all := shown(s)
	if len(all) < 2 {
		s.Unseen("un dossier montré avant et après ce jour")
		return nil
	}
	before, after := noticesOf(all[:len(all)-1]...), noticesOf(all[len(all)-1])
	raised := slices.ContainsFunc(after, func(n pilote.Notice) bool {
		return n.Service == string(roc.CLC) && n.Label != "" && !slices.Contains(before, n)
	})
	return onEngagement(lastOf, func(s *steps.Scene, e pilote.Engagement, _ steps.Args) {
		s.Verify(raised, "une alerte nouvelle sur le calcul, garanti jusqu'au "+e.GuaranteedUntil, listed(after),
			dossier)
	})(ctx, s, a)
}

func code(a steps.Args) string { return quoted(a.Text(0)) }

// proposals are the actions that a notice may propose, by the words of the sentence.
var proposals = map[string][]string{
	"de ressaisir l'attestation": {"RESAISIR_ATTESTATION"},
	"de corriger l'identité":     {"CORRIGER_IDENTITE"},
	"un autre payeur":            {"FACTURER_PATIENT", "DEMANDER_AUTRE_AMC"},
	"de régulariser une période": {"REGULARISER"},
	"de choisir un statut OPTAM": {"CHOISIR_OPTAM"},
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
		found = found || n.Service == string(roc.IDB) && n.Label != ""
	}
	s.Verify(found, "une alerte sur les droits, avant la sortie", listed(all), dossier)
	return nil
}
