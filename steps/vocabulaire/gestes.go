package vocabulaire

import (
	"context"
	"fmt"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// Keys under which a case remembers what the GAP showed after each gesture, and at which gesture
// something happened.
const (
	shownKey   = "affichages"
	refusalKey = "refus"
	nowKey     = "maintenant"
	exitKey    = "sortie"
	readKey    = "lecture"
	debitKey   = "accord"

	stimulusKey = "stimulus"

	exitRefusedKey = "sortie-refusee"
)

// act makes the agent do one thing, then keeps what the GAP shows: an alert may be gone later.
func act(ctx context.Context, s *steps.Scene, a pilote.Action, p pilote.Parameters) error {
	if err := s.Do(ctx, a, &p); err != nil {
		return err
	}
	if r := s.LastReply(); r.Status == pilote.RefuseProduit {
		messages, _ := s.Memo(refusalKey).([]string)
		s.Remember(refusalKey, append(messages, r.Message))
	}
	heed(s, p)
	if err := inspect(ctx, s); err != nil {
		return err
	}
	return watch(ctx, s)
}

// watch keeps what the GAP shows now.
func watch(ctx context.Context, s *steps.Scene) error {
	facts, err := s.Facts(ctx)
	if err == nil && facts != nil {
		s.Remember(shownKey, append(shown(s), facts))
	}
	return err
}

// shown returns what the GAP showed after each gesture, oldest first.
func shown(s *steps.Scene) []*pilote.Facts {
	list, _ := s.Memo(shownKey).([]*pilote.Facts)
	return list
}

// watching keeps what the GAP shows before what follows.
func watching(then run) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		if err := watch(ctx, s); err != nil {
			return err
		}
		return then(ctx, s, a)
	}
}

// marking remembers, before what follows, how much the GAP had shown.
func marking(key string, then run) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		s.Remember(key, len(shown(s)))
		return then(ctx, s, a)
	}
}

// advance brings time to t, unless it is already later.
func advance(ctx context.Context, s *steps.Scene, t time.Time) error {
	now, ok := s.Memo(nowKey).(time.Time)
	if !ok {
		now = s.Context().Now
	}
	if !t.After(now) {
		return nil
	}
	s.Remember(nowKey, t)
	if err := s.Advance(ctx, t); err != nil {
		return err
	}
	return inspect(ctx, s)
}

// doing is the gesture that needs nothing but its name.
func doing(a pilote.Action) run {
	return func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
		return act(ctx, s, a, pilote.Parameters{})
	}
}

// stimulus is the one thing that happens in a case; what the GAP had shown before it is marked.
func stimulus(id, text, doc string, r run) steps.Step {
	r = marking(stimulusKey, r)
	return steps.Step{ID: id, Family: steps.Stimulus, Text: text, Doc: doc, Example: text, Run: r}
}

func stimulusSteps() []steps.Step {
	number := stimulus("annuler-numero", "l'agent annule l'engagement {texte}",
		"L'agent demande l'annulation d'un engagement dont il donne le numéro.",
		func(ctx context.Context, s *steps.Scene, a steps.Args) error {
			return act(ctx, s, pilote.Annuler, pilote.Parameters{ClcID: a.Text(0)})
		})
	number.Example = `l'agent annule l'engagement "ENG-99000001-INCONNU"`
	day := stimulus("jour-venu", "la GAP arrive au {date}",
		"Les jours passent jusqu'à celui-là, pour la GAP comme pour les AMC ; l'agent ne fait rien.",
		func(ctx context.Context, s *steps.Scene, a steps.Args) error {
			if err := advance(ctx, s, onDay(s, a.Date(0), admission)); err != nil {
				return err
			}
			return watch(ctx, s)
		})
	day.Example = "la GAP arrive au 05/07/2025"
	return []steps.Step{
		day,
		stimulus("consulter-annuaire", "l'agent consulte l'annuaire",
			"L'agent demande à la GAP où joindre l'AMC.", doing(pilote.ConsulterAnnuaire)),
		stimulus("identifier", "l'agent identifie les droits du patient",
			"L'agent demande à la GAP d'identifier les droits du patient.", doing(pilote.IdentifierDroits)),
		stimulus("confirmer-identite", "l'agent confirme l'identité du patient",
			"L'agent accepte les différences d'identité que la GAP lui montre.", doing(pilote.ConfirmerIdentite)),
		stimulus("simuler", "l'agent simule le séjour",
			"L'agent demande une estimation du reste à charge.", doing(pilote.Simuler)),
		stimulus("calculer", "l'agent calcule la part AMC",
			"L'agent demande à la GAP le calcul de la part AMC.", doing(pilote.Calculer)),
		stimulus("calculer-seconde", "l'agent calcule la part de la seconde AMC",
			"L'agent demande à la GAP le calcul de ce que prend la seconde AMC.",
			func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
				return act(ctx, s, pilote.Calculer, pilote.Parameters{AMCRank: 2})
			}),
		stimulus("accepter-debit", "l'agent accepte le débit du patient",
			"L'agent confirme à la GAP que le patient paie.", marking(debitKey, doing(pilote.ValiderDebitPatient))),
		stimulus("annuler", "l'agent annule l'engagement",
			"L'agent demande à la GAP d'annuler l'engagement en cours.", doing(pilote.Annuler)),
		stimulus("annuler-de-nouveau", "l'agent annule de nouveau l'engagement",
			"L'agent redemande l'annulation du premier engagement obtenu, par son numéro.", cancelAgain),
		number,
	}
}

func cancelAgain(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	list, err := of(ctx, s, roc.CLC)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		s.Note("Aucun calcul n'a été vu : l'annulation est redemandée sans numéro d'engagement.")
		return act(ctx, s, pilote.Annuler, pilote.Parameters{})
	}
	return act(ctx, s, pilote.Annuler, pilote.Parameters{ClcID: reply(list[0]).text("idCLC")})
}

// cardOf is the attestation that the patient holds from an insurer.
func cardOf(s *steps.Scene, name string) (*pilote.Card, error) {
	a, err := insurer(s.World(), name)
	if err != nil {
		return nil, err
	}
	p, err := patient(s)
	if err != nil {
		return nil, err
	}
	contract := contractWith(p, a)
	if contract == nil {
		return nil, fmt.Errorf("le patient %s n'a pas de contrat de l'AMC %q", p.ID, name)
	}
	c := card(a, contract)
	return &c, nil
}
