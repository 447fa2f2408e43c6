package regle

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr/vm"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Condition is a sentence of the language, compiled. It reads itself from text and writes itself
// back as it was written. It may be asked by several goroutines at a time.
type Condition struct {
	source  string
	program *vm.Program
	uses    []string // paths of the names that it looks at
}

// maxSource bounds a condition in bytes, and so the depth to which it can nest.
const maxSource = 1000

// UnmarshalText compiles a condition. The error says the column, what is wrong and what was wanted.
func (c *Condition) UnmarshalText(text []byte) error {
	if len(text) > maxSource {
		return fmt.Errorf("has %d bytes: want %d at most; write two rules", len(text), maxSource)
	}
	compiled, err := compile(string(text))
	if err != nil {
		return err
	}
	*c = *compiled
	return nil
}

// MarshalText gives the condition back as it was written.
func (c Condition) MarshalText() ([]byte, error) { return []byte(c.source), nil }

// String gives the condition as it was written.
func (c Condition) String() string { return c.source }

// Holds asks the condition. The error says in French, for the trace of an answer, why it could not be
// answered: an index past the lines, a remainder of a division by zero.
func (c *Condition) Holds(f *Facts) (bool, error) {
	result, err := vm.Run(c.program, f)
	if err != nil {
		return false, unanswered(c.source, err)
	}
	return result.(bool), nil
}

// Unknown lists the names that the condition looks at and that a service does not know.
func (c *Condition) Unknown(s roc.Service) []Name {
	var list []Name
	for _, path := range c.uses {
		if n := nameAt(path); !slices.Contains(n.Services, s) {
			list = append(list, *n)
		}
	}
	return list
}
