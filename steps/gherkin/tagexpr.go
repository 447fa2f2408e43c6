package gherkin

import (
	"fmt"
	"slices"
	"strings"
)

// A TagExpression chooses cases by their tags: the official grammar, with and, or, not and
// parentheses. "not" binds closest, then "and".
type TagExpression struct {
	source string
	match  func(tags []string) bool
	tags   []string
}

// ParseTags reads a tag expression. Errors are French sentences.
func ParseTags(source string) (*TagExpression, error) {
	p := &tagParser{tokens: tokens(source)}
	match, err := p.either()
	if err == nil && p.next != len(p.tokens) {
		err = fmt.Errorf("« %s » est de trop", p.tokens[p.next])
	}
	if err != nil {
		return nil, fmt.Errorf("l'expression d'étiquettes « %s » ne se lit pas : %w ; "+
			"exemple : @v1 and not (@svc:del or @limite)", source, err)
	}
	return &TagExpression{source: source, match: match, tags: p.tags}, nil
}

// Match reports whether a set of tags answers the expression.
func (e *TagExpression) Match(tags []string) bool { return e.match(tags) }

// Tags lists the tags that the expression names.
func (e *TagExpression) Tags() []string { return e.tags }

func tokens(source string) []string {
	return strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(source))
}

type tagParser struct {
	tokens []string
	next   int
	tags   []string
}

type predicate = func(tags []string) bool

func (p *tagParser) accept(word string) bool {
	if p.next < len(p.tokens) && p.tokens[p.next] == word {
		p.next++
		return true
	}
	return false
}

func (p *tagParser) either() (predicate, error) {
	left, err := p.both()
	for err == nil && p.accept("or") {
		var right predicate
		a := left
		right, err = p.both()
		left = func(tags []string) bool { return a(tags) || right(tags) }
	}
	return left, err
}

func (p *tagParser) both() (predicate, error) {
	left, err := p.one()
	for err == nil && p.accept("and") {
		var right predicate
		a := left
		right, err = p.one()
		left = func(tags []string) bool { return a(tags) && right(tags) }
	}
	return left, err
}

func (p *tagParser) one() (predicate, error) {
	switch {
	case p.accept("not"):
		operand, err := p.one()
		return func(tags []string) bool { return !operand(tags) }, err
	case p.accept("("):
		inner, err := p.either()
		if err == nil && !p.accept(")") {
			err = fmt.Errorf("une parenthèse n'est pas fermée")
		}
		return inner, err
	case p.next == len(p.tokens):
		return nil, fmt.Errorf("il manque une étiquette à la fin")
	}
	tag := p.tokens[p.next]
	if !strings.HasPrefix(tag, "@") || len(tag) == 1 || strings.ContainsAny(tag, ",&|~!") {
		return nil, fmt.Errorf("« %s » n'est pas une étiquette", tag)
	}
	p.next++
	p.tags = append(p.tags, tag)
	return func(tags []string) bool { return slices.Contains(tags, tag) }, nil
}
