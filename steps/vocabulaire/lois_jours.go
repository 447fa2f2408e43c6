package vocabulaire

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// daysOf are the first and the last day of a line.
func daysOf(line message) (from, to string) {
	from = line.text("du")
	return from, cmp.Or(line.text("au"), from)
}

// venueOf are the first and the last day of the venue that a request speaks of; empty where it does not say.
func venueOf(req message) (entry, exit string) {
	day := func(instant string) string { return instant[:min(len(instant), len("2006-01-02"))] }
	return day(cmp.Or(req.text("venue.entree"), req.text("sejour.entree"))),
		day(cmp.Or(req.text("venue.sortie"), req.text("sejour.sortie")))
}

// daysOfVenue: care is given between entry and exit, both included.
func daysOfVenue(req, line message) (expected, observed string, err error) {
	entry, exit := venueOf(req)
	from, to := daysOf(line)
	if from >= entry && from <= to && (exit == "" || to <= exit) {
		return "", "", nil
	}
	return "des jours de la venue, " + between(entry, cmp.Or(exit, to)), "des jours " + between(from, to), nil
}

// daysOfLine: what counts days counts no more of them than there are.
func daysOfLine(_, line message) (expected, observed string, err error) {
	daily := []nature{fj, room, "lit d'accompagnant", "télévision"}
	if !slices.Contains(daily, natureOf(line)) && !slices.Contains(ofStay, line.text("code")) {
		return "", "", nil
	}
	first, last := daysOf(line)
	from, err1 := roc.ParseDate(first)
	to, err2 := roc.ParseDate(last)
	quantity, err3 := strconv.Atoi(line.text("quantite"))
	days := to.DaysSince(from) + 1
	if err = firstError(err1, err2, err3); err != nil || quantity <= days {
		return "", "", err
	}
	return fmt.Sprintf("au plus %d jour(s) %s", days, between(first, last)), fmt.Sprintf("%d jours", quantity), nil
}

// freeDays: a day owes one forfait journalier at most, and none where its ticket modérateur is asked. The
// forfait of the exit day is thus dated of that day.
func freeDays(req, line message) (expected, observed string, err error) {
	if natureOf(line) != fj {
		return "", "", nil
	}
	from, to := daysOf(line)
	for _, also := range req.list("lignes") {
		first, last := daysOf(also)
		same := also.text("numero") == line.text("numero")
		daily := natureOf(also) == fj || slices.Contains(ofStay, also.text("code"))
		if !same && daily && from <= last && first <= to {
			return fmt.Sprintf("un forfait journalier hors des jours de la ligne %s (%s), %s",
					also.text("numero"), also.text("code"), between(first, last)),
				"un forfait journalier " + between(from, to), nil
		}
	}
	return "", "", nil
}

// between says two days as people read them.
func between(first, last string) string {
	from, err1 := roc.ParseDate(first)
	to, err2 := roc.ParseDate(last)
	if firstError(err1, err2) != nil {
		return fmt.Sprintf("du %s au %s", quoted(first), quoted(last))
	}
	return fmt.Sprintf("du %s au %s", from.French(), to.French())
}
