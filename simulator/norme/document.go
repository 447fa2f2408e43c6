package norme

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// A document is a norme as its file writes it: whole, or as changes of the norme that it extends.
type document struct {
	Version   string              `yaml:"version"`
	Namespace string              `yaml:"espace"`
	Official  bool                `yaml:"officiel"`
	Extends   string              `yaml:"etend,omitempty"` // version of a norme of this package
	Doc       string              `yaml:"description"`
	Types     map[string]typeDef  `yaml:"types,omitempty"`
	Groups    map[string]groupDef `yaml:"groupes,omitempty"`
	Services  []serviceDef        `yaml:"services,omitempty"`
	Changes   []changeDef         `yaml:"changements,omitempty"`
}

// An origin is the place of a definition that a norme takes from the one it extends, or from one of its
// changes; empty where the definition stands in the file at its ordinary place.
type origin string

func (o origin) or(place string) string {
	if o != "" {
		return string(o)
	}
	return place
}

type typeDef struct {
	Base   string   `yaml:"base"`
	Chars  string   `yaml:"caracteres,omitempty"` // "0-9A-Z": ASCII characters and ranges; none: any text
	Length span     `yaml:"longueur,omitempty"`   // in characters
	Bounds span     `yaml:"bornes,omitempty"`     // of a whole number
	Values []string `yaml:"valeurs,omitempty"`
	KeyOf  string   `yaml:"cle_de,omitempty"` // sibling that a NIR key controls
	Mask   string   `yaml:"masque,omitempty"`
	Source string   `yaml:"source"`
	Doc    string   `yaml:"doc"`
	at     origin
}

type groupDef struct {
	Doc    string     `yaml:"doc"`
	Fields []fieldDef `yaml:"champs"`
	at     origin
}

type fieldDef struct {
	Name   string `yaml:"nom"`
	JSON   string `yaml:"json,omitempty"` // name of the array, where the field repeats
	Type   string `yaml:"type,omitempty"`
	Group  string `yaml:"groupe,omitempty"`
	Occurs span   `yaml:"occurrence"`
	Go     string `yaml:"va"`
	Mask   string `yaml:"masque,omitempty"` // instead of the type's
	Source string `yaml:"source"`
	Doc    string `yaml:"doc"`
	at     origin
}

type serviceDef struct {
	Code      string     `yaml:"code"`
	Operation string     `yaml:"operation"`
	Doc       string     `yaml:"doc"`
	Request   messageDef `yaml:"demande"`
	Reply     messageDef `yaml:"reponse"`
}

type messageDef struct {
	Fields []fieldDef `yaml:"champs"`
}

// unbounded is the upper end of "1..n".
const unbounded = math.MaxInt32

// A span is "3", "0..1" or "1..n".
type span struct{ min, max int }

var errSpan = errors.New("want a number, or two with two points between (0..1, 1..n)")

// String writes the span as a norme does.
func (s span) String() string {
	switch {
	case s.max == unbounded:
		return strconv.Itoa(s.min) + "..n"
	case s.min == s.max:
		return strconv.Itoa(s.min)
	}
	return strconv.Itoa(s.min) + ".." + strconv.Itoa(s.max)
}

// UnmarshalText reads a span.
func (s *span) UnmarshalText(text []byte) error {
	low, high, two := strings.Cut(string(text), "..")
	if !two {
		high = low
	}
	lowest, err := strconv.ParseUint(low, 10, 30)
	if err != nil {
		return errSpan
	}
	highest := uint64(unbounded)
	if high != "n" {
		if highest, err = strconv.ParseUint(high, 10, 30); err != nil || highest < lowest {
			return errSpan
		}
	}
	s.min, s.max = int(lowest), int(highest)
	return nil
}
