package reports

import (
	"bytes"
	"strings"
	"testing"
)

// sampleBoth is a run of two versions: each case of V1 holds in V2 too, and one of V2 fails.
func sampleBoth() *Campaign {
	c := sampleGreen()
	c.Settings.Versions = []string{"v1", "v2"}
	for _, r := range c.Results {
		r.Version, r.Coordinate = "v2", r.Case+"@v2"
		r.Checks = append([]Check(nil), r.Checks...)
		r.Steps = append([]StepRun(nil), r.Steps...)
		c.Results, c.Selected = append(c.Results, r), append(c.Selected, r.Coordinate)
	}
	fail(&c.Results[len(c.Results)-1], OriginGAP, NonConforme, "La GAP annule la première période avant la seconde.")
	c.Detection = &Detection{Total: 2, Detected: 2}
	for _, version := range c.Settings.Versions {
		c.Detection.Deviations = append(c.Detection.Deviations, Deviation{ID: "rang-ignore", Version: version,
			Requirement: "EXG-IDB-0007", Summary: "envoie le rang 1", Detected: true, Exact: true})
	}
	return judged(c)
}

func TestARunOfTwoVersionsCountsEach(t *testing.T) {
	rows := byVersion(sampleBoth(), mustLabels(t, "fr"))
	if len(rows) != 2 || rows[0].Norme != "V1" || rows[0].Words() != "conforme 14" || rows[0].Total != 14 ||
		rows[1].Norme != "V2" || rows[1].Words() != "non conforme 1 · conforme 13" {
		t.Errorf("rows are %+v", rows)
	}
	if rows := byVersion(judged(sampleGreen()), mustLabels(t, "fr")); rows != nil {
		t.Errorf("a run of one version counts it apart: %+v", rows)
	}
}

func TestEachReportShowsTheVersions(t *testing.T) {
	fr := mustLabels(t, "fr")
	c := sampleBoth()
	var html, markdown, junit, console, data bytes.Buffer
	for _, err := range []error{
		writeHTML(&html, c, fr), writeResume(&markdown, c, fr), writeJUnit(&junit, c, fr), Summary(&console, c, "fr"),
		writeResultats(&data, c),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct{ text, want string }{
		"the page chooses a version": {html.String(), `<option value="V2">V2 (14)</option>`},
		"the page marks a case":      {html.String(), `data-version="V2"`},
		"the page marks a deviation": {html.String(), `<span class="niveau">V2</span>`},
		"the summary page":           {markdown.String(), "- V2\u00a0: non conforme 1 · conforme 13"},
		"the console":                {console.String(), "  V1\u00a0: conforme 14"},
		"continuous integration":     {junit.String(), `<property name="versions" value="V1 V2">`},
		"its cases":                  {junit.String(), "ROC-DEL-014@v2 "},
		"the results":                {data.String(), `"version": "v2"`},
	} {
		if !strings.Contains(test.text, test.want) {
			t.Errorf("%s: no %q", name, test.want)
		}
	}
}
