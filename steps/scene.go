package steps

import (
	"context"
	"fmt"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A Scene is one case being played: its world, its GAP context, what was seen, what was judged.
// Steps are written against it. World and context may be changed until the first stimulus; then
// the world is created, the GAP prepared, and both are settled.
//
// An error that a method returns has been noted with its verdict and origin: a step passes it on.
type Scene struct {
	options *Options
	played  gherkin.Case
	name    string // of the world

	world   *admin.World
	context *pilote.CaseContext
	settled [2]string // world and context as they were at the first stimulus

	started   bool
	claimed   bool // the driver said of a stimulus that it was done, or refused by the product
	reply     pilote.Reply
	facts     *pilote.Facts
	exchanges []admin.Exchange
	last      int64 // exchange of the journal that was read last
	fresh     bool  // exchanges were read since the running step began
	mark      int   // exchanges that preceded the latest stimulus

	running int // index of the check of the running obligation, -1 outside one
	family  gherkin.Family
	judged  int // exchanges seen when the first obligation was reached, -1 before
	checks  checkbook
	reasons reasons
	notes   []string
	memo    map[string]any

	orphaned bool     // something awaited was not seen
	orphans  []string // what arrived elsewhere meanwhile
}

// World returns the case's world. It starts as a copy of the base world.
func (s *Scene) World() *admin.World { return s.world }

// SetWorld replaces the case's world; the engine gives it its name and its clock.
func (s *Scene) SetWorld(w *admin.World) {
	if s.started {
		s.suiteFault("une étape a remplacé le monde après le premier stimulus")
		return
	}
	s.world = w
}

// Context returns what the driver will be told when it prepares the case. It starts from the
// base persona. Its instant is also the instant at which the world's clock will stand.
func (s *Scene) Context() *pilote.CaseContext { return s.context }

// LastReply returns the driver's answer to the latest stimulus.
func (s *Scene) LastReply() pilote.Reply { return s.reply }

// Case returns the case being played.
func (s *Scene) Case() gherkin.Case { return s.played }

// Memo returns what an earlier step remembered under key, or nil.
func (s *Scene) Memo(key string) any { return s.memo[key] }

// Remember keeps a value for the later steps of the case.
func (s *Scene) Remember(key string, value any) { s.memo[key] = value }

// Note adds a remark to the result; it does not judge.
func (s *Scene) Note(text string) { s.notes = append(s.notes, text) }

// Verify records the outcome of the check that the running obligation announces. Called several
// times it merges: all must hold, the first failure is kept.
func (s *Scene) Verify(ok bool, expected, observed, evidence string) {
	if s.running < 0 {
		s.suiteFault("une étape qui n'est pas un Alors a émis une vérification")
		return
	}
	s.checks.emit(s.running, ok, expected, observed, evidence)
}

// Unseen records that what the running obligation had to look at did not happen: its check
// fails, and the result lists the requests that reached no world, a wrong URL being the most
// frequent cause.
func (s *Scene) Unseen(reason string) {
	if !s.claimed {
		s.suiteFault("un Alors attend quelque chose alors qu'aucune action n'a été demandée à la GAP")
		return
	}
	s.orphaned = true
	observed := "rien de tel n'a été vu"
	if s.reply.Status == pilote.RefuseProduit {
		observed = fmt.Sprintf("la GAP a refusé l'action : « %s »", s.reply.Message)
	}
	s.Verify(false, reason, observed, "journal des échanges du cas")
}

// stop notes why the case cannot be conforme and returns it as an error.
func (s *Scene) stop(v reports.Verdict, o reports.Origin, format string, args ...any) error {
	return s.reasons.add(&stop{v, o, fmt.Sprintf(format, args...)})
}

// blame notes it without stopping the step.
func (s *Scene) blame(v reports.Verdict, o reports.Origin, format string, args ...any) {
	_ = s.stop(v, o, format, args...)
}

func (s *Scene) suiteFault(format string, args ...any) {
	s.blame(reports.Erreur, reports.OriginSuite, format, args...)
}

// Last returns the latest exchange of a service ("CLC"), if there was one.
func (s *Scene) Last(ctx context.Context, svc string) (admin.Exchange, bool, error) {
	all, err := s.Exchanges(ctx)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Service == svc {
			return all[i], true, err
		}
	}
	return admin.Exchange{}, false, err
}
