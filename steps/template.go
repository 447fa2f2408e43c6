package steps

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A template is a compiled step text.
type template struct {
	strict     *regexp.Regexp // anchored, one group per parameter
	loose      *regexp.Regexp // the same with anything in the place of the parameters
	parameters []Parameter
	sample     string // a sentence that the template accepts
}

// compile reads a template: literal text, {parameter}, (optional), [choice|choice].
func compile(text string, known []Parameter) (*template, error) {
	t := &template{}
	var strict, loose, sample strings.Builder
	both := func(pattern string) { strict.WriteString(pattern); loose.WriteString(pattern) }
	for rest := text; rest != ""; {
		kind, body, after, err := cutToken(rest)
		if err != nil {
			return nil, err
		}
		switch kind {
		case 0:
			both(regexp.QuoteMeta(body))
			sample.WriteString(body)
		case '(':
			both("(?:" + regexp.QuoteMeta(body) + ")?")
		case '[':
			var spaced bool
			after, spaced = strings.CutPrefix(after, " ")
			pattern, first := choice(body, spaced)
			both(pattern)
			sample.WriteString(first)
		case '{':
			p, err := parameter(body, known)
			if err != nil {
				return nil, err
			}
			t.parameters = append(t.parameters, p)
			strict.WriteString(p.Pattern)
			loose.WriteString(`(\S.*?|)`)
			sample.WriteString(p.Sample)
		}
		rest = after
	}
	t.sample = sample.String()
	var err1, err2 error
	t.strict, err1 = regexp.Compile("^" + strict.String() + "$")
	t.loose, err2 = regexp.Compile("^" + loose.String() + "$")
	return t, errors.Join(err1, err2)
}

// cutToken takes the next token: kind 0 is literal text, otherwise the opening sign.
func cutToken(s string) (kind byte, body, after string, err error) {
	closing := map[byte]byte{'(': ')', '[': ']', '{': '}'}
	end, special := closing[s[0]]
	if !special {
		i := strings.IndexAny(s, "([{)]}")
		switch {
		case i < 0:
			return 0, s, "", nil
		case i == 0:
			return 0, "", "", fmt.Errorf("%q closes nothing", s[0])
		}
		return 0, s[:i], s[i:], nil
	}
	i := strings.IndexByte(s, end)
	if i < 0 {
		return 0, "", "", fmt.Errorf("%q is never closed", s[0])
	}
	body = s[1:i]
	if body == "" || strings.ContainsAny(body, "([{") {
		return 0, "", "", fmt.Errorf("%q is empty or nested", s[:i+1])
	}
	return s[0], body, s[i+1:], nil
}

// choice turns "le|la|l'" into a pattern. Where a space follows the bracket in the template, it
// belongs to the forms that do not end in an apostrophe.
func choice(body string, spaced bool) (pattern, first string) {
	forms := strings.Split(body, "|")
	for i, form := range forms {
		if spaced && !strings.HasSuffix(form, "'") {
			forms[i] += " "
		}
	}
	first = forms[0]
	for i, form := range forms {
		forms[i] = regexp.QuoteMeta(form)
	}
	return "(?:" + strings.Join(forms, "|") + ")", first
}

func parameter(name string, known []Parameter) (Parameter, error) {
	var names []string
	for _, p := range known {
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	hint := strictyaml.Nearest(name, names)
	if hint == "" {
		hint = strings.Join(names, ", ")
	}
	return Parameter{}, fmt.Errorf("parameter {%s} is unknown; did you mean %s", name, hint)
}
