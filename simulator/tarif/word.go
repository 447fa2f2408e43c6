package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// The words of a stay.
const (
	full       = "HC"
	ambulatory = "AMBULATOIRE"
	dayCare    = "HDJ"
	sessions   = "SEANCES"
	nightCare  = "NUIT"
	crisis     = "CRISE"
	atHome     = "HAD" // a kind, and the domain of the same name

	home       = "DOMICILE"
	transfer   = "TRANSFERT"
	mutation   = "MUTATION"
	death      = "DECES"
	inProgress = "EN_COURS"

	acute          = "MCOO"
	rehabilitation = "SMR"
	psychiatry     = "PSY"

	exDG  = "EX_DG"
	exOQN = "EX_OQN"
)

var (
	exitModes = []string{home, transfer, mutation, death, inProgress}
	modes     = []string{exDG, exOQN}
	domains   = []string{acute, rehabilitation, psychiatry, atHome}
)

// kindsOf returns the kinds of stay that a domain has.
func kindsOf(domain string) []string {
	switch domain {
	case rehabilitation:
		return kindsSMR
	case psychiatry:
		return kindsPSY
	case atHome:
		return kindsHAD
	}
	return kindsMCOO
}

var (
	kindsMCOO = []string{full, ambulatory, dayCare, sessions}
	kindsSMR  = []string{full, dayCare}
	kindsPSY  = []string{full, dayCare, nightCare, crisis, atHome, ambulatory, sessions}
	kindsHAD  = []string{atHome}
)

// stayTariff is the code of the tariff of a whole stay, where it has one.
func (s *Stay) stayTariff() string {
	switch s.Domain {
	case rehabilitation:
		return "GMT"
	case atHome:
		return "GHT"
	}
	return "GHS"
}

// continuous reports whether the days of the stay follow each other, so that the limit of thirty days
// counts them; otherwise each day of care stands alone.
func (s *Stay) continuous() bool { return s.Kind == full || s.Kind == crisis || s.Kind == atHome }

// sleeps reports whether the patient spends nights in the hospital, which owe forfaits journaliers.
func (s *Stay) sleeps() bool {
	return (s.Kind == full || s.Kind == crisis) && !s.lastNight().Before(s.Entry)
}

// lastNight returns the day of which the night is the last one; before the entry where there is none.
func (s *Stay) lastNight() roc.Date {
	if s.ExitMode == inProgress {
		return s.Exit
	}
	return s.Exit.AddDays(-1)
}
