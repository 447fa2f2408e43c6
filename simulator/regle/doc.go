// Package regle reads the rules that an establishment or an editor writes in a world's file: a
// condition over the request, in a small typed language, and what to do where it holds. LANGAGE.md
// teaches the language to analysts; [Names] is the table of what a condition may look at.
//
// Normal use: the world's file is decoded into [Rule] values, whose [Condition] compiles as it is
// read, so that a fault comes with its file, line, column and the nearest valid name. The payer fills
// [Facts] once for a request and asks [Condition.Holds]. What an effect does is the payer's affair
// (package amc).
//
// The language is a part of that of github.com/expr-lang/expr: comparisons, "&&", "||", "!", whole
// numbers, texts, dates, and a few functions over the lines. An amount is a whole number of cents,
// written euros(40) or euros("1 166,56"); a date is written date("2025-06-02"). Both are computed when the
// condition is read, not when it is asked. What the language leaves out, it leaves out on purpose:
//   - fractions (floats, "/"): money is counted in whole cents;
//   - a function over the lines inside another one, ranges, variables: a condition costs one walk
//     of the lines at most per function that it names;
//   - the time of the machine, chance, anything that reads or writes: same request, same answer;
//   - NIR, names and birth dates: a condition and its errors are shown in reports.
//
// How to add a name: one field of [Facts] with its three tags, its row in LANGAGE.md, and its value
// where the payer fills them.
package regle
