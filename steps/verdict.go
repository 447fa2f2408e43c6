package steps

import (
	"github.com/roc-miroir/miroir/reports"
)

// A stop is why a case is not conforme. It is also the error by which a step gives up: the scene
// has noted it when it returns one, so a step need only pass it on.
type stop struct {
	verdict reports.Verdict
	origin  reports.Origin
	reason  string // French sentence
}

func (s *stop) Error() string { return s.reason }

// reasons are the stops of one case, in the order in which they were met.
type reasons []*stop

func (r *reasons) add(s *stop) *stop {
	for _, known := range *r {
		if *known == *s {
			return known
		}
	}
	*r = append(*r, s)
	return s
}

// worse lists verdicts from the one that wins over all others: a broken bench is no witness.
func worse() []reports.Verdict {
	return []reports.Verdict{
		reports.Erreur, reports.NonConforme, reports.NonConcluant, reports.ARevoir, reports.NonExecute,
	}
}

// judge returns the stop that decides, the first of the worst verdict, and the other reasons; nil
// where nothing stands against the case.
func (r reasons) judge() (decides *stop, others []string) {
	for _, verdict := range worse() {
		for _, s := range r {
			if decides == nil && s.verdict == verdict {
				decides = s
			}
		}
	}
	for _, s := range r {
		if s != decides {
			others = append(others, s.reason)
		}
	}
	return decides, others
}

// nextAction tells the reader what to do about a verdict.
func nextAction(s *stop) string {
	switch {
	case s == nil:
		return ""
	case s.verdict == reports.NonConforme:
		return "Corriger la GAP, ou contester l'exigence avec le message échangé comme preuve, puis rejouer le cas."
	}
	switch s.origin {
	case reports.OriginPilote:
		return "Vérifier le pilote de la GAP (processus, délais, verbes reconnus), puis rejouer le cas."
	case reports.OriginSimulateur:
		return "Vérifier que le simulateur fonctionne et qu'il est joignable, puis rejouer le cas."
	case reports.OriginSuite:
		return "Signaler le cas à ceux qui écrivent la suite : la GAP n'est pas en cause."
	case reports.OriginOperateur:
		return "Relancer la campagne jusqu'à son terme."
	}
	return "Signaler l'erreur aux mainteneurs de miroir : la GAP n'est pas en cause."
}
