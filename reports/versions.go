package reports

import (
	"fmt"
	"slices"
	"strings"
)

// Norme names the version of the norme of a deviation as people write it: V1.
func (d Deviation) Norme() string { return strings.ToUpper(d.Version) }

// A versionRow counts the results of one version of the norme.
type versionRow struct {
	Norme  string // V1
	Total  int
	Counts []count // of the verdicts that happened, worst first
}

// byVersion counts the results of each version; nil where a run has only one, for which the whole says it all.
func byVersion(c *Campaign, l *labels) []versionRow {
	var rows []versionRow
	for _, version := range normes(c) {
		part := &Campaign{Footer: Footer{Verdicts: map[Verdict]int{}}}
		for _, coordinate := range c.Selected {
			if versionOf(coordinate) == version {
				part.Selected = append(part.Selected, coordinate)
			}
		}
		for _, r := range c.Results {
			if r.Version == version {
				part.Results = append(part.Results, r)
				part.Footer.Verdicts[r.Verdict]++
			}
		}
		row := versionRow{Norme: strings.ToUpper(version), Total: len(part.Selected)}
		for _, n := range counts(part, l) {
			if n.N > 0 {
				row.Counts = append(row.Counts, n)
			}
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

// Words writes a row's counts: "conforme 94, non conforme 1".
func (r versionRow) Words() string {
	words := make([]string, len(r.Counts))
	for i, n := range r.Counts {
		words[i] = fmt.Sprintf("%s %d", strings.ToLower(n.Label), n.N)
	}
	return strings.Join(words, " · ")
}

// normes lists the versions of the selection, in order.
func normes(c *Campaign) []string {
	var list []string
	for _, coordinate := range c.Selected {
		if v := versionOf(coordinate); v != "" && !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	slices.Sort(list)
	return list
}

// versionOf reads the version in a coordinate: ROC-IDB-007@v1/rang-2.
func versionOf(coordinate string) string {
	_, after, _ := strings.Cut(coordinate, "@")
	version, _, _ := strings.Cut(after, "/")
	return version
}
