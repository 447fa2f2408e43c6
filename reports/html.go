package reports

import (
	"embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed templates/*.html templates/*.css templates/*.js
var templates embed.FS

// writeHTML writes the report for people: one file, its style and script inside, nothing fetched.
func writeHTML(w io.Writer, c *Campaign, l *labels) error {
	css, err := templates.ReadFile("templates/rapport.css")
	if err != nil {
		return err
	}
	js, err := templates.ReadFile("templates/rapport.js")
	if err != nil {
		return err
	}
	t, err := template.New("rapport.html").Funcs(template.FuncMap{
		"dict":         dict,
		"etape":        stepKind,
		"fr":           typeset,
		"verification": outcomeKind,
	}).ParseFS(templates, "templates/*.html")
	if err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	p := newPage(c, l)
	p.CSS, p.JS = template.CSS(css), template.JS(js) //nolint:gosec // our own embedded files
	return t.Execute(w, p)
}

// dict lets a template hand two values to another.
func dict(pairs ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m
}

// stepKind and outcomeKind give the icon and colour of a step and of a check.
func stepKind(state string) string {
	switch state {
	case EtapeFaite:
		return string(Conforme)
	case EtapeEchouee:
		return string(NonConforme)
	}
	return string(NonExecute)
}

func outcomeKind(o Outcome) string {
	switch o {
	case Reussie:
		return string(Conforme)
	case Echouee:
		return string(NonConforme)
	case Reserve:
		return "conforme_reserves"
	case CheckSansObjet:
		return string(SansObjet)
	}
	return string(NonExecute)
}
