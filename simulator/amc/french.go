package amc

import (
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The sentences of the trace that are said once a line are put together by hand: they stand on
// the path of every calculation.

func appendLine(dst []byte, l *roc.Line) []byte {
	dst = append(dst, "Ligne "...)
	dst = strconv.AppendInt(dst, int64(l.ID), 10)
	dst = append(dst, " ("...)
	dst = append(dst, l.Code...)
	return append(dst, ')')
}

// explain says what a contract takes of an offer, and each part that it leaves with its cause.
func (c *Case) explain(u *use, o *offer, t *taking) {
	text := make([]byte, 0, 256)
	text = appendLine(text, o.line)
	if o.kind == kindOverrun {
		text = append(text, ", dépassement"...)
	}
	text = append(text, ", contrat de rang "...)
	text = strconv.AppendInt(text, int64(u.right.Rank), 10)
	text = append(text, " ("...)
	text = append(text, u.right.Guarantee...)
	text = append(text, ") : "...)
	if !t.covered {
		text = append(text, "rien, "...)
		text = c.appendLimit(text, t, o, causes)
	} else {
		text = append(text, t.paid.French()...)
		text = append(text, " sur "...)
		text = append(text, o.left.French()...)
	}
	for i, lost := range t.lost {
		if lost > 0 {
			text = append(text, " ; "...)
			text = append(text, lost.French()...)
			text = append(text, beforeLimit[i]...)
			text = c.appendLimit(text, t, o, cause(i))
		}
	}
	c.sayOf(o.line, string(append(text, '.')), t.paid, 0)
}

// beforeLimit leads from an amount that a contract leaves to the limit that explains it.
var beforeLimit = [causes]string{
	noRights:      " hors des ",
	inWaiting:     " pendant la ",
	daysOfStay:    " au-delà de ",
	daysOfYear:    " au-delà de ",
	ceilingOfYear: " au-delà de ",
	ceilingOfStay: " au-delà de ",
	ceilingOfDay:  " au-delà de ",
	beyondRate:    " au-delà de ",
	houseLimit:    " au-delà de ",
}

// appendLimit names what limited a contract: the answer carries it, and so does the trace.
func (c *Case) appendLimit(text []byte, t *taking, o *offer, why cause) []byte {
	g := t.use.guarantee
	l := g.limits(o.kind)
	the, of := o.kind.what()
	switch why {
	case noRights:
		return append(append(text, "droits ouverts "...), spell(t.use.right.nearest(o.span))...)
	case inWaiting:
		return append(append(text, "carence jusqu'au "...), t.use.right.waitsUntil(o.first, g, l).French()...)
	case daysOfStay:
		return appendDays(text, l.StayDays, " par séjour")
	case daysOfYear:
		text = appendDays(text, l.YearDays, " par an")
		return appendBefore(text, strconv.Itoa(t.met.daysBefore), t.met.daysBefore, t.met.daysYear)
	case ceilingOfYear:
		text = append(append(text, roc.Cents(l.PerYear).French()...), " par an"...)
		return appendBefore(text, roc.Cents(t.met.centsBefore).French(), t.met.centsBefore, t.met.centsYear)
	case ceilingOfStay:
		return append(append(text, roc.Cents(l.PerStay).French()...), " par séjour"...)
	case ceilingOfDay:
		return append(append(text, roc.Cents(l.PerDay).French()...), " par jour"...)
	case beyondRate:
		text = strconv.AppendInt(text, int64(t.rate), 10)
		return append(append(text, " % "...), of...)
	case houseLimit:
		return append(text, c.Sharing.houseLimits(o)...)
	}
	return append(append(text, "la garantie ne couvre pas "...), the...)
}

func appendDays(text []byte, n Days, per string) []byte {
	text = strconv.AppendInt(text, int64(n), 10)
	if n == 1 {
		return append(append(text, " jour"...), per...)
	}
	return append(append(text, " jours"...), per...)
}

// appendBefore tells what a year had spent of a limit, where it had spent something.
func appendBefore(text []byte, spent string, n, year int) []byte {
	if n == 0 {
		return text
	}
	text = append(append(append(text, ", "...), spent...), " déjà pris en "...)
	return strconv.AppendInt(text, int64(year), 10)
}
