package reports

import (
	"fmt"
	"io"
	"strings"
)

// resumeFindings is how many results to look at resume.md lists.
const resumeFindings = 10

// writeResume writes the summary page of a continuous-integration job, in Markdown: the claim, the
// counts, the first results to look at.
func writeResume(w io.Writer, c *Campaign, l *labels) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", inline(claimSentence(c, l)))
	fmt.Fprintf(&b, "%s\n\n", inline(l.T("resume.quoi", productName(c), l.Moment(c.Started), c.Run)))
	for _, warning := range warnings(c, l) {
		fmt.Fprintf(&b, "> %s\n\n", inline(warning))
	}
	resumeCounts(&b, c, l)
	resumeList(&b, c, l)
	if d := c.Detection; d != nil {
		fmt.Fprintf(&b, "%s\n\n", inline(detectionSentence(d, l)))
	}
	fmt.Fprintf(&b, "%s\n", inline(l.T("resume.pied", c.Suite.Version, c.Suite.Simulator, c.Footer.Digest)))
	_, err := io.WriteString(w, b.String())
	return err
}

func resumeCounts(b *strings.Builder, c *Campaign, l *labels) {
	fmt.Fprintf(b, "| %s | %s |\n|---|---:|\n", l.T("resume.verdict"), l.T("resume.nombre"))
	for _, n := range counts(c, l) {
		fmt.Fprintf(b, "| %s | %d |\n", n.Label, n.N)
	}
	b.WriteString("\n")
	rows := byVersion(c, l)
	for _, row := range rows {
		fmt.Fprintf(b, "- %s%s%s\n", row.Norme, l.T("format.deux_points"), row.Words())
	}
	if len(rows) > 0 {
		b.WriteString("\n")
	}
}

func resumeList(b *strings.Builder, c *Campaign, l *labels) {
	for _, fault := range c.Integrity {
		fmt.Fprintf(b, "- **%s** %s\n", l.T("integrite.mot"), inline(fault))
	}
	list := findings(c)
	for i, r := range list {
		if i == resumeFindings {
			fmt.Fprintf(b, "- %s\n", l.N("resume.autres", len(list)-i))
			break
		}
		fmt.Fprintf(b, "- **%s** %s %s  \n", l.Verdict(r), code(r.Coordinate), inline(r.Title))
		if reason := reasonOf(r); reason != "" {
			fmt.Fprintf(b, "  %s  \n", inline(reason))
		}
		fmt.Fprintf(b, "  %s · %s\n", inline(strings.Join(r.Requirements, ", ")), code(place(r)))
	}
	if len(list)+len(c.Integrity) > 0 {
		b.WriteString("\n")
	}
}

// inline keeps a text on one line and its Markdown signs literal.
func inline(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "|", `\|`, "<", "&lt;", "[", `\[`, "#", `\#`,
	).Replace(s)
}

// code shows an identifier as it is.
func code(s string) string { return "`" + strings.ReplaceAll(oneLine(s), "`", "'") + "`" }
