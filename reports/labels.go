package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed templates/labels.json
var labelsData []byte

// labels are the words of the reports in one language. Titles of cases, texts of steps and reasons
// are data of the campaign and stay in French.
type labels struct {
	lang  string
	texts map[string]string
}

// labelsOf reads the labels of a language; none given means French.
func labelsOf(lang string) (*labels, error) {
	if lang == "" {
		lang = "fr"
	}
	var all map[string]map[string]string
	if err := json.Unmarshal(labelsData, &all); err != nil {
		return nil, fmt.Errorf("labels: %w", err)
	}
	texts, ok := all[lang]
	if !ok {
		return nil, fmt.Errorf("labels: no language %q, want fr or en", lang)
	}
	if lang == "fr" {
		for key, text := range texts {
			texts[key] = typeset(text)
		}
	}
	return &labels{lang: lang, texts: texts}, nil
}

// typeset puts the no-break spaces of French typography, so that no line starts with a colon or
// ends on an opening quote. French texts of the campaign go through it too where people read them.
func typeset(s string) string {
	return strings.NewReplacer(
		" :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!",
		"« ", "«\u00a0", " »", "\u00a0»", " €", "\u00a0€",
	).Replace(s)
}

// T returns the text of a key, its {0}, {1}, … replaced by args. A key without a text shows itself,
// which a test refuses.
func (l *labels) T(key string, args ...any) string {
	text, ok := l.texts[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	for i, a := range args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return text
}

// N returns the text of key for a number: key.one or key.other, the number being {0}. French
// counts zero as singular, English does not.
func (l *labels) N(key string, n int, args ...any) string {
	form := ".other"
	if n == 1 || n == 0 && l.lang == "fr" {
		form = ".one"
	}
	return l.T(key+form, append([]any{n}, args...)...)
}

// Or returns the text of key, or fallback where the catalogue has none: for words of the data.
func (l *labels) Or(key, fallback string) string {
	if text, ok := l.texts[key]; ok {
		return text
	}
	return fallback
}

// Verdict names a result: a conforme with reserves says so.
func (l *labels) Verdict(r *Result) string {
	if r.Verdict == Conforme && len(reservesOf(r)) > 0 {
		return l.T("verdict.conforme_reserves")
	}
	return l.Or("verdict."+string(r.Verdict), string(r.Verdict))
}

// Moment writes an instant with its zone.
func (l *labels) Moment(t time.Time) string { return t.Format(l.T("format.moment")) }

// Duration writes milliseconds as people read them.
func (l *labels) Duration(ms int64) string {
	if ms < 1000 {
		return strconv.FormatInt(ms, 10) + "\u00a0ms"
	}
	if s := (ms + 500) / 1000; s >= 60 {
		return fmt.Sprintf("%d\u00a0min %02d\u00a0s", s/60, s%60)
	}
	seconds := strconv.FormatFloat(float64(ms)/1000, 'f', 1, 64)
	return strings.Replace(seconds, ".", l.T("format.decimal"), 1) + "\u00a0s"
}

// reservesOf returns the checks of a result that missed a recommendation.
func reservesOf(r *Result) []Check {
	return slices.Collect(func(yield func(Check) bool) {
		for _, k := range r.Checks {
			if k.Outcome == Reserve && !yield(k) {
				return
			}
		}
	})
}
