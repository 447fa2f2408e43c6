package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// A column of the table of lines. The widths add up to textWidth.
type column struct {
	title string
	width int
	cell  func(*tarif.ResultLine) string
}

func columns() []column {
	money := func(of func(*tarif.ResultLine) roc.Cents) func(*tarif.ResultLine) string {
		return func(l *tarif.ResultLine) string { return of(l).French() }
	}
	return []column{
		{"Dates", 24, func(l *tarif.ResultLine) string { return days(l.From, l.To) }},
		{"Qté", 4, func(l *tarif.ResultLine) string { return strconv.Itoa(l.Quantity) }},
		{"Prix", 12, money(func(l *tarif.ResultLine) roc.Cents { return l.UnitPrice })},
		{"Base", 12, func(l *tarif.ResultLine) string { return known(l, l.Base.French()) }},
		{"Taux", 7, func(l *tarif.ResultLine) string { return known(l, strconv.Itoa(l.Rate)+"\u00a0%") }},
		{"AMO", 12, func(l *tarif.ResultLine) string { return known(l, l.AMO.French()) }},
		{"Reste", 12, money(func(l *tarif.ResultLine) roc.Cents { return l.Left })},
	}
}

// known leaves out what says nothing: the AMO does not know the prestation.
func known(l *tarif.ResultLine, text string) string {
	if l.Base == 0 {
		return ""
	}
	return text
}

func days(from, to roc.Date) string {
	if from == to {
		return from.French()
	}
	return from.French() + "–" + to.French()
}

// prestation names a line: its code, and that of the act.
func prestation(l *tarif.ResultLine) string { return strings.TrimSpace(l.Code + " " + l.ActCode) }

// writeResult writes a stay or a visit: lines, totals, reasons, remarks.
func writeResult(w io.Writer, i int, r tarif.Result) {
	if i > 0 {
		fmt.Fprintln(w)
	}
	title := r.Label
	if title == "" {
		title = fmt.Sprintf("Entrée %d", i+1)
	}
	if r.Period != nil {
		title += " – " + r.Period.String()
	}
	for _, line := range wrap(title, textWidth) {
		fmt.Fprintln(w, line)
	}
	fmt.Fprintln(w, strings.Repeat("─", textWidth))
	if len(r.Lines) == 0 {
		fmt.Fprintln(w, "Aucune ligne : l'AMO ne laisse rien.")
	} else {
		writeTable(w, r.Lines)
	}
	fmt.Fprintln(w)
	writeTotals(w, r)
	writeReasons(w, r.Lines)
	if len(r.Remarks) > 0 {
		fmt.Fprintln(w, "\nRemarques")
		for _, remark := range r.Remarks {
			fmt.Fprintln(w, strings.Join(hang("  - ", remark, textWidth), "\n"))
		}
	}
}

const codeWidth = 17

func writeTable(w io.Writer, lines []tarif.ResultLine) {
	all := columns()
	head := left("Prestation", codeWidth)
	for i, c := range all {
		head += aligned(i, c.title, c.width)
	}
	fmt.Fprintln(w, head)
	for i := range lines {
		row := left(fmt.Sprintf("%d. %s", i+1, prestation(&lines[i])), codeWidth)
		for j, c := range all {
			row += aligned(j, c.cell(&lines[i]), c.width)
		}
		fmt.Fprintln(w, row)
	}
}

// aligned puts the first column, of dates, to the left and numbers to the right.
func aligned(i int, text string, width int) string {
	if i == 0 {
		return left(text, width)
	}
	return right(text, width)
}

// writeTotals shares what is billed. What only the patient pays was held back from the AMO part.
func writeTotals(w io.Writer, r tarif.Result) {
	t := r.Totals
	total := func(label string, amount roc.Cents) {
		fmt.Fprintln(w, left(label, textWidth-12)+right(amount.French(), 12))
	}
	total("Facturé sur ces lignes", t.Billed)
	amo := "Part de l'AMO"
	if slices.ContainsFunc(r.Lines, heldBack) {
		amo += " (ce que le patient seul doit en est retenu)"
	}
	total(amo, t.AMO)
	if r.Circuit == "ROC" {
		total("À demander à l'AMC", t.AMC)
	} else {
		total("À facturer au gestionnaire, avec la part de l'AMO ("+r.Circuit+")", t.Manager)
	}
	total("Part du patient seul, jamais demandée à une AMC", t.Patient)
}

// heldBack reports whether a line of the patient's was held back from the AMO part.
func heldBack(l tarif.ResultLine) bool {
	return l.Nature == tarif.Participation || l.Nature == tarif.Majoration
}

func writeReasons(w io.Writer, lines []tarif.ResultLine) {
	if len(lines) > 0 {
		fmt.Fprintln(w, "\nPourquoi")
	}
	for i := range lines {
		l := &lines[i]
		first := left(fmt.Sprintf("  %d. %s", i+1, l.Rule), 14)
		fmt.Fprintln(w, strings.Join(hang(first, l.Why, textWidth), "\n"))
		fmt.Fprintln(w, strings.Join(hang(left("", 14)+"règle : ", l.Source, textWidth), "\n"))
	}
}
