package norme

import (
	"fmt"
	"strings"
)

// String lists the differences for people, in French.
func (d Differences) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "De la norme %s à la norme %s\n", d.From, d.To)
	if len(d.Heading)+len(d.Changes) == 0 {
		b.WriteString("\nAucune différence.\n")
	}
	if len(d.Heading) > 0 {
		b.WriteString("\n" + strings.Join(d.Heading, "\n") + "\n")
	}
	for _, c := range d.Changes {
		if c.Name == "" {
			b.WriteString("\nHors de tout changement nommé\n")
		} else {
			fmt.Fprintf(&b, "\n%s [%s]\n%s\n", c.Name, c.Source, strings.TrimSpace(c.Why))
		}
		for _, line := range c.Lines {
			b.WriteString("- " + line + "\n")
		}
	}
	return b.String()
}

// heading tells what differs in the normes as wholes.
func heading(a, b *document) []string {
	var lines []string
	if a.Namespace != b.Namespace {
		lines = append(lines, turned("Espace de noms", a.Namespace, b.Namespace)+".")
	}
	if a.Official != b.Official {
		lines = append(lines, turned("Format officiel", yesNo(a.Official), yesNo(b.Official))+".")
	}
	for _, s := range a.Services {
		for _, t := range b.Services {
			switch {
			case s.Code != t.Code:
			case s.Operation != t.Operation:
				lines = append(lines, s.Code+" : "+turned("opération", s.Operation, t.Operation)+".")
			case s.Doc != t.Doc:
				lines = append(lines, s.Code+" : "+turned("description", s.Doc, t.Doc)+".")
			}
		}
	}
	return lines
}

func yesNo(b bool) string {
	if b {
		return "oui"
	}
	return "non"
}

// whereUsed lists the messages in which a group stands, directly or inside another.
func (n *Norme) whereUsed(name string) string {
	var places []string
	var holds func(g *group) bool
	holds = func(g *group) bool {
		for i := range g.fields {
			if inner := g.fields[i].group; inner != nil && (inner.name == name || holds(inner)) {
				return true
			}
		}
		return false
	}
	for _, m := range n.messages {
		if holds(m.group) {
			side := "demande"
			if m.reply {
				side = "réponse"
			}
			places = append(places, string(m.service)+" "+side)
		}
	}
	return strings.Join(places, ", ")
}
