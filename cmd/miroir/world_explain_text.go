package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The three amounts of a line stand in columns, so that those of its rules add up under the eye.
const amountWidth = 13

func writeExplanation(w io.Writer, world string, e admin.Explanation) {
	fmt.Fprintf(w, "Échange %s du monde « %s »\n", e.Exchange, world)
	for _, fact := range [][2]string{
		{"Service", e.Service}, {"Réponse", strings.TrimSpace(e.Result + " " + e.Code + " " + e.Label)},
		{"Demande de calcul", e.ClcRequestID}, {"Engagement", e.ClcID},
	} {
		if fact[1] != "" {
			fmt.Fprintln(w, strings.Join(hang(left("  "+fact[0], 22), fact[1], textWidth), "\n"))
		}
	}
	if e.Forced {
		fmt.Fprintln(w, "\nRÉPONSE FORCÉE par le monde : elle ne suit pas les règles ci-dessous.")
	}
	if len(e.Lines) > 0 {
		writeLines(w, e)
	}
	if len(e.Rules) > 0 {
		fmt.Fprintln(w, "\nRègles de la demande entière")
		for _, r := range e.Rules {
			writeRule(w, r, "", "")
		}
	}
}

func writeLines(w io.Writer, e admin.Explanation) {
	fmt.Fprintln(w)
	writeAmounts(w, []string{""}, "demandé", "AMC", "patient")
	for i := range e.Lines {
		l := &e.Lines[i]
		title := []string{fmt.Sprintf("Ligne %d : %s", l.ID, lineTitle(l))}
		if l.Answered {
			writeAmounts(w, title, l.Requested.French(), l.AMC.French(), l.Patient.French())
		} else {
			writeAmounts(w, title, l.Requested.French(), "sans réponse", "")
		}
		for _, r := range l.Rules {
			writeRule(w, r, french(r.Paid), french(r.Refused))
		}
	}
	fmt.Fprintln(w, strings.Repeat("─", textWidth))
	writeAmounts(w, []string{"Total"}, e.Totals.Requested.French(), e.Totals.AMC.French(), e.Totals.Patient.French())
	fmt.Fprintln(w)
	for _, line := range wrap(verdictOf(e), textWidth) {
		fmt.Fprintln(w, line)
	}
	for _, fault := range e.Faults {
		fmt.Fprintln(w, strings.Join(hang("  - ", fault, textWidth), "\n"))
	}
}

func lineTitle(l *admin.LineExplanation) string {
	switch {
	case !l.Asked:
		return "jamais demandée"
	case l.To.IsZero() || l.To == l.From:
		return l.Code + ", le " + l.From.French()
	}
	return l.Code + ", du " + l.From.French() + " au " + l.To.French()
}

// french leaves out what is nothing: a rule that only pays shows one amount.
func french(c roc.Cents) string {
	if c == 0 {
		return ""
	}
	return c.French()
}

func writeRule(w io.Writer, r admin.Rule, paid, refused string) {
	first := left("  "+r.ID, 11)
	lines := hang(first, r.Text, textWidth-3*amountWidth)
	if r.Line == 0 {
		lines = hang(first, r.Text, textWidth)
	}
	writeAmounts(w, lines, "", paid, refused)
	fmt.Fprintln(w, strings.Join(hang(left("", 11)+"source : ", r.Source, textWidth), "\n"))
}

// writeAmounts writes a text and, on its first line, the three amounts.
func writeAmounts(w io.Writer, text []string, amounts ...string) {
	first := left(text[0], textWidth-3*amountWidth)
	for _, a := range amounts {
		first += right(a, amountWidth)
	}
	text[0] = first
	for _, line := range text {
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// verdictOf says whether the rules explain the answer.
func verdictOf(e admin.Explanation) string {
	answered := 0
	for _, l := range e.Lines {
		if l.Answered {
			answered++
		}
	}
	switch {
	case len(e.Faults) > 0 && e.Forced:
		return "La réponse forcée contredit les règles :"
	case len(e.Faults) > 0:
		return "La réponse contredit les règles :"
	case answered == 0:
		return "La réponse ne partage aucune ligne : l'AMC ne s'engage sur rien."
	case !e.Detailed:
		return "Aucune règle de cet échange ne porte sur une ligne : la réponse a été rendue telle quelle. " +
			"L'identifiant de la demande de calcul mène à l'échange où elle a été décidée."
	}
	return "Vérifié : sur chaque ligne, les règles paient ce que dit la réponse, et tout ce qui est demandé " +
		"est payé ou laissé au patient."
}
