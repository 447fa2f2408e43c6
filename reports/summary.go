package reports

import (
	"fmt"
	"io"
	"strings"
)

// summaryFindings is how many results to look at a terminal gets.
const summaryFindings = 5

// Summary writes the end of a run on a terminal: the claim, the counts, the first results to look
// at, the detection rate and where the reports are.
func Summary(w io.Writer, c *Campaign, lang string, paths ...string) error {
	l, err := labelsOf(lang)
	if err != nil {
		return err
	}
	if c, err = publishable(c); err != nil {
		return fmt.Errorf("summary: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n", claimSentence(c, l))
	for _, warning := range warnings(c, l) {
		fmt.Fprintf(&b, "! %s\n", oneLine(warning))
	}
	var parts []string
	for _, n := range counts(c, l) {
		if n.N > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", strings.ToLower(n.Label), n.N))
		}
	}
	fmt.Fprintf(&b, "%s\n", l.N("console.cas", len(c.Results), strings.Join(parts, " · ")))
	for _, row := range byVersion(c, l) {
		fmt.Fprintf(&b, "  %s%s%s\n", row.Norme, l.T("format.deux_points"), row.Words())
	}
	summaryFaults(&b, c, l)
	if c.Detection != nil {
		fmt.Fprintf(&b, "\n%s\n", detectionSentence(c.Detection, l))
		for _, d := range c.Detection.Deviations {
			if !d.Detected {
				fmt.Fprintf(&b, "  %s %s (%s)\n", l.T("detection.survivant"), oneLine(d.ID+" "+d.Norme()),
					oneLine(d.Requirement))
			}
		}
	}
	if len(paths) > 0 {
		fmt.Fprintf(&b, "\n%s\n", l.T("console.rapports"))
		for _, p := range paths {
			fmt.Fprintf(&b, "  %s\n", p)
		}
	}
	_, err = io.WriteString(w, b.String())
	return err
}

func summaryFaults(b *strings.Builder, c *Campaign, l *labels) {
	for i, fault := range c.Integrity {
		if i == summaryFindings {
			fmt.Fprintf(b, "\n  %s\n", l.N("resume.autres", len(c.Integrity)-i))
			break
		}
		fmt.Fprintf(b, "\n  %s%s%s\n", l.T("integrite.mot"), l.T("format.deux_points"), oneLine(fault))
	}
	list := findings(c)
	for i, r := range list {
		if i == summaryFindings {
			fmt.Fprintf(b, "\n  %s\n", l.N("resume.autres", len(list)-i))
			break
		}
		requirements := oneLine(strings.Join(r.Requirements, ", "))
		fmt.Fprintf(b, "\n  %s  %s  %s\n", l.Verdict(r), oneLine(r.Coordinate), requirements)
		for _, line := range []string{r.Title, place(r), reasonOf(r)} {
			if line = oneLine(line); line != "" {
				fmt.Fprintf(b, "    %s\n", line)
			}
		}
	}
}

// oneLine keeps a text on one line and takes out what would drive the terminal.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
