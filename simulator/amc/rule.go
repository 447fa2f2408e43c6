package amc

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Rule is one sentence of the payer's rulebook.
type Rule struct {
	ID      string           // "IDB-R07": stable, quoted by journal and reports
	Require string           // requirement of the catalogue, empty where the rule is the payer's only
	Source  string           // document and clause
	Text    string           // French sentence; the trace shows it unless the rule says something more precise
	When    func(*Case) bool // nil: always
	Then    func(*Case)      // completes the answer, refuses, or denies service
}

// A Book is the rules of one service, in the order in which they apply. The first refusal ends it.
type Book []Rule

// A Profile is everything that a version fixes on the payer's side.
type Profile struct {
	Name  string // "V1": for routes, journal and reports
	Books map[roc.Service]Book
	// Load fetches what the books look at besides the facts of every version; nil: nothing.
	Load func(*Case, Tx) error
}

// A Change is one difference between the book of a version and that of the next.
type Change func(Book) (Book, error)

// After inserts rules after the one that bears id.
func After(id string, rules ...Rule) Change {
	return at(id, func(b Book, i int) Book { return slices.Insert(b, i+1, rules...) })
}

// Replace puts rule in the place of the one that bears id.
func Replace(id string, rule Rule) Change {
	return at(id, func(b Book, i int) Book { return slices.Replace(b, i, i+1, rule) })
}

// Drop takes out the rule that bears id.
func Drop(id string) Change {
	return at(id, func(b Book, i int) Book { return slices.Delete(b, i, i+1) })
}

func at(id string, edit func(b Book, i int) Book) Change {
	return func(b Book) (Book, error) {
		i := slices.IndexFunc(b, func(r Rule) bool { return r.ID == id })
		if i < 0 {
			return nil, fmt.Errorf("no rule %q in this book", id)
		}
		return edit(b, i), nil
	}
}

// With returns a copy of b with the changes made in order; b stays as it is. A change that names
// an absent rule, or that makes two rules bear the same ID, is an error.
func (b Book) With(changes ...Change) (Book, error) {
	next := slices.Clone(b)
	for _, change := range changes {
		var err error
		if next, err = change(next); err != nil {
			return nil, err
		}
	}
	seen := make(map[string]bool, len(next))
	for _, r := range next {
		if seen[r.ID] {
			return nil, fmt.Errorf("rule %q stands twice in this book", r.ID)
		}
		seen[r.ID] = true
	}
	return next, nil
}

// run applies the rules to c until one ends the case.
func (b Book) run(c *Case) {
	for i := range b {
		r := &b[i]
		if r.When != nil && !r.When(c) {
			continue
		}
		said := len(c.trace)
		c.rule = r
		r.Then(c)
		if len(c.trace) == said {
			c.say(r.Text)
		}
		if c.done {
			return
		}
	}
}
