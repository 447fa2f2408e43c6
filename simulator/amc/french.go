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

// explain says what a contract takes of a line.
func (c *Case) explain(l *roc.Line, u *use, paid, asked roc.Cents, t taking) {
	text := make([]byte, 0, 192)
	text = appendLine(text, l)
	text = append(text, ", contrat de rang "...)
	text = strconv.AppendInt(text, int64(u.right.Rank), 10)
	text = append(text, " ("...)
	text = append(text, u.right.Guarantee...)
	text = append(text, ") : "...)
	text = append(text, paid.French()...)
	text = append(text, " sur "...)
	text = append(text, asked.French()...)
	if paid < asked {
		text = append(text, " ; "...)
		text = append(text, c.label(t.reason)...)
		if t.limit != "" {
			text = append(text, " ("...)
			text = append(text, t.limit...)
			text = append(text, ')')
		}
	}
	c.say(string(text))
}

func perDay(ceiling roc.Cents, days int) string {
	if days == 0 {
		return ceiling.French() + " par jour"
	}
	return ceiling.French() + " par jour, " + upTo(days)
}

func upTo(days int) string { return strconv.Itoa(days) + " jours au plus" }

func percentOf(percent int, what string) string { return strconv.Itoa(percent) + " % " + what }
