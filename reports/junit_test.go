package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
)

// hostile is everything that breaks a careless writer.
const hostile = "a\x00b\x1b[31m\ufffe\xff ]]> <script>alert(1)</script> & " +
	"\"quote\" 'apostrophe' --> `code` | *x* _y_\r\n fin"

func junit(t *testing.T, c *Campaign) junitSuite {
	t.Helper()
	var b bytes.Buffer
	if err := writeJUnit(&b, c, mustLabels(t, "fr")); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b.Bytes())
	var got junitSuites
	if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	return got.Suites[0]
}

func wellFormed(t *testing.T, data []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
}

func TestEachVerdictHasItsPlaceInJUnit(t *testing.T) {
	suite := junit(t, judged(sampleMixed()))
	got := map[string]string{}
	for _, k := range suite.Cases {
		coordinate, _, _ := strings.Cut(k.Name, " ")
		switch {
		case k.Failure != nil:
			got[coordinate] = "failure " + k.Failure.Type
		case k.Error != nil:
			got[coordinate] = "error " + k.Error.Type
		case k.Skipped != nil:
			got[coordinate] = "skipped " + k.Skipped.Message
		default:
			got[coordinate] = "passed " + k.SystemOut
		}
	}
	for coordinate, want := range map[string]string{
		"ROC-ANN-001@v1": "passed ",
		"ROC-IDB-005@v1": "passed Réserve",
		"ROC-CLC-012@v1": "failure non_conforme",
		"ROC-SIM-010@v1": "error pilote",
		"ROC-IDB-007@v1": "error incomplet",
		"ROC-DEL-014@v1": "error incomplet",
		"ROC-SIM-009@v1": "error incomplet",
		"ROC-IDB-008@v1": "skipped La fiche de l'éditeur",
	} {
		if !strings.HasPrefix(got[coordinate], want) {
			t.Errorf("%s is %q, want %q…", coordinate, got[coordinate], want)
		}
	}
	if suite.Tests != 14 || suite.Failures != 2 || suite.Errors != 4 || suite.Skipped != 1 {
		t.Errorf("tests %d, failures %d, errors %d, skipped %d",
			suite.Tests, suite.Failures, suite.Errors, suite.Skipped)
	}
	if suite.Cases[0].Classname != "ANN" || suite.Cases[0].File != "features/ann.feature" {
		t.Errorf("first case is %+v", suite.Cases[0])
	}
}

func TestJUnitNeverLooksBetterThanTheClaim(t *testing.T) {
	c := sampleGreen()
	c.Results = c.Results[1:]
	c.Results[0].Checks = nil
	suite := junit(t, judged(c))
	if suite.Errors != 2 || suite.Tests != 15 {
		t.Errorf("%d errors in %d tests, want one for the absent result and one for the contradiction",
			suite.Errors, suite.Tests)
	}
}

func TestArtefactsStandAnyText(t *testing.T) {
	c := sampleMixed()
	for i := range c.Results {
		r := &c.Results[i]
		r.Title, r.Reason, r.NextAction, r.File = hostile, hostile, hostile, hostile
		r.Complements, r.Orphans = []string{hostile}, []string{hostile}
		for k := range r.Checks {
			r.Checks[k].Text, r.Checks[k].Observed = hostile, hostile
		}
		for k := range r.Exchanges {
			r.Exchanges[k].Request, r.Exchanges[k].Reply = hostile, "<"+hostile
			r.Exchanges[k].Trace = []string{hostile}
		}
	}
	c.Run = hostile
	c, err := publishable(judged(c))
	if err != nil {
		t.Fatal(err)
	}
	junit(t, c)
	var page, resume, terminal bytes.Buffer
	l := mustLabels(t, "fr")
	if err := errors.Join(writeHTML(&page, c, l), writeResume(&resume, c, l), Summary(&terminal, c, "fr")); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page.String(), "<script>alert") {
		t.Error("a text of the campaign became a script of the page")
	}
	text := regexp.MustCompile("`[^`]*`").ReplaceAllString(strings.ReplaceAll(resume.String(), "\\`", ""), "")
	if strings.Contains(text, "<script>") || strings.Contains(text, "| *x*") {
		t.Error("a text of the campaign became Markdown")
	}
	if strings.ContainsAny(terminal.String(), "\x1b\x00") {
		t.Error("a text of the campaign drives the terminal")
	}
	if _, err := Read(strings.NewReader(resultats(t, c))); err != nil {
		t.Errorf("the file written is refused: %v", err)
	}
}
