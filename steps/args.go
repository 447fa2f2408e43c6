package steps

import (
	"fmt"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Args are the parameters of one sentence, converted, and its table. Parameters count from 0 in
// the order of the template. Asking for one that is not there, or as what it is not, is a defect
// of the step: it panics, and the case ends in error.
type Args struct {
	values []any
	table  [][]string
}

// Text returns a {texte} or a {code}.
func (a Args) Text(i int) string { return arg[string](a, i) }

// Amount returns a {montant}.
func (a Args) Amount(i int) roc.Cents { return arg[roc.Cents](a, i) }

// Date returns a {date}.
func (a Args) Date(i int) roc.Date { return arg[roc.Date](a, i) }

// Hour returns an {heure} as the time since midnight.
func (a Args) Hour(i int) time.Duration { return arg[time.Duration](a, i) }

// Int returns an {entier}.
func (a Args) Int(i int) int { return arg[int](a, i) }

// Service returns a {service}.
func (a Args) Service(i int) roc.Service { return arg[roc.Service](a, i) }

// Table returns the rows of the data table, header included.
func (a Args) Table() [][]string { return a.table }

// Len returns the number of parameters.
func (a Args) Len() int { return len(a.values) }

func arg[T any](a Args, i int) T {
	if i < 0 || i >= len(a.values) {
		panic(fmt.Sprintf("parameter %d asked of a step that has %d", i, len(a.values)))
	}
	v, ok := a.values[i].(T)
	if !ok {
		panic(fmt.Sprintf("parameter %d is a %T, asked as a %T", i, a.values[i], v))
	}
	return v
}
