package steps

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Parameter is a type of value that a template may hold between braces.
type Parameter struct {
	Name     string // as written between the braces
	Pattern  string // regular expression with exactly one group
	Accepted string // French: the forms that are understood
	Sample   string
	Words    []string                       // of a closed list: every value that it takes
	Convert  func(text string) (any, error) // errors are French sentences

	whole *regexp.Regexp // Pattern, anchored
}

// Parameters lists the types of value.
func Parameters() []Parameter {
	list := []Parameter{
		{Name: "texte", Pattern: `"([^"]*)"`, Sample: `"Mutuelle A"`, Convert: convertText,
			Accepted: `un texte entre guillemets droits, "Mutuelle A"`},
		{Name: "code", Pattern: `"([A-Z0-9_]{1,30})"`, Sample: `"B01"`, Convert: convertText,
			Accepted: `un code entre guillemets droits, en majuscules, "B01"`},
		{Name: "montant", Pattern: `(-?(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d{2})? ?€)`,
			Sample: `1 166,56 €`, Convert: convertAmount, Accepted: `un montant en euros, 1 166,56 €`},
		{Name: "date", Pattern: `(\d{2}/\d{2}/\d{4})`, Sample: `02/06/2025`, Convert: convertDate,
			Accepted: `une date JJ/MM/AAAA, 02/06/2025`},
		{Name: "heure", Pattern: `(\d{1,2} ?[h:] ?(?:\d{2})?)`, Sample: `8 h 30`, Convert: convertHour,
			Accepted: `une heure, 8 h 30 ou 08:30`},
		{Name: "entier", Pattern: `(\d{1,9})`, Sample: `12`, Convert: convertInt,
			Accepted: `un nombre entier en chiffres, 12`},
	}
	list = append(list, closedLists()...)
	for i := range list {
		list[i].whole = regexp.MustCompile("^" + list[i].Pattern + "$")
	}
	return list
}

// Read converts a text that must be, whole, of the parameter's form. Errors are French sentences.
func (p Parameter) Read(text string) (any, error) {
	groups := p.whole.FindStringSubmatch(text)
	if groups == nil {
		return nil, fmt.Errorf("« %s » n'est pas du type {%s} ; attendu : %s", text, p.Name, p.Accepted)
	}
	value, err := p.Convert(groups[1])
	if err != nil {
		return nil, fmt.Errorf("%w ; attendu : %s", err, p.Accepted)
	}
	return value, nil
}

func convertText(text string) (any, error) { return text, nil }

func convertAmount(text string) (any, error) {
	wire := strings.NewReplacer(" ", "", "€", "", ",", ".").Replace(text)
	c, err := roc.ParseCents(wire)
	if err != nil {
		return nil, fmt.Errorf("« %s » n'est pas un montant que miroir sait compter", text)
	}
	return c, nil
}

func convertDate(text string) (any, error) {
	d, err := roc.ParseDate(text[6:] + "-" + text[3:5] + "-" + text[:2])
	if err != nil {
		return nil, fmt.Errorf("« %s » n'est pas un jour du calendrier", text)
	}
	return d, nil
}

func convertHour(text string) (any, error) {
	compact := strings.ReplaceAll(text, " ", "")
	cut := strings.IndexAny(compact, "h:")
	hour, _ := strconv.Atoi(compact[:cut])
	minute := 0
	if rest := compact[cut+1:]; rest != "" {
		minute, _ = strconv.Atoi(rest)
	} else if compact[cut] == ':' {
		return nil, fmt.Errorf("« %s » n'est pas une heure : il manque les minutes", text)
	}
	if hour > 23 || minute > 59 {
		return nil, fmt.Errorf("« %s » n'est pas une heure de la journée", text)
	}
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute, nil
}

func convertInt(text string) (any, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, fmt.Errorf("« %s » n'est pas un nombre entier", text)
	}
	return n, nil
}
