package reports

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// The elements of junit.xml that continuous-integration servers agree on.
type (
	junitSuites struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string          `xml:"name,attr"`
		Timestamp  string          `xml:"timestamp,attr"`
		Time       string          `xml:"time,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		Classname string        `xml:"classname,attr"`
		Time      string        `xml:"time,attr"`
		File      string        `xml:"file,attr,omitempty"`
		Line      int           `xml:"line,attr,omitempty"`
		Failure   *junitProblem `xml:"failure"`
		Error     *junitProblem `xml:"error"`
		Skipped   *junitProblem `xml:"skipped"`
		SystemOut string        `xml:"system-out,omitempty"`
	}
	junitProblem struct {
		Type    string `xml:"type,attr,omitempty"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeJUnit writes one testcase a coordinate. An inconclusive case is an error, never skipped:
// every server shows skipped as green. A coordinate without a result and an integrity fault are
// errors too, so that the file cannot look better than the claim.
func writeJUnit(w io.Writer, c *Campaign, l *labels) error {
	suite := junitSuite{
		Name:       "miroir",
		Timestamp:  c.Started.Format("2006-01-02T15:04:05"),
		Time:       seconds(c.Ended.Sub(c.Started).Milliseconds()),
		Properties: junitProperties(c, l),
	}
	for i := range c.Results {
		suite.add(junitCaseOf(&c.Results[i], l))
	}
	for _, coordinate := range missing(c) {
		problem := &junitProblem{Type: "incomplet", Message: l.T("junit.sans_resultat")}
		suite.add(junitCase{Name: coordinate, Classname: "miroir", Time: "0.000", Error: problem})
	}
	for i, fault := range c.Integrity {
		problem := &junitProblem{Type: "integrite", Message: fault}
		suite.add(junitCase{Name: fmt.Sprintf("integrite-%d", i+1), Classname: "miroir", Time: "0.000", Error: problem})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(junitSuites{Suites: []junitSuite{suite}}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(t junitCase) {
	s.Cases = append(s.Cases, t)
	s.Tests++
	switch {
	case t.Failure != nil:
		s.Failures++
	case t.Error != nil:
		s.Errors++
	case t.Skipped != nil:
		s.Skipped++
	}
}

func junitCaseOf(r *Result, l *labels) junitCase {
	t := junitCase{
		Name: r.Coordinate + " " + r.Title, Classname: r.Service, Time: seconds(r.DurationMS),
		File: r.File, Line: r.Line, SystemOut: junitOutput(r, l),
	}
	problem := &junitProblem{Message: reasonOf(r), Text: junitDetail(r, l)}
	if problem.Message == "" {
		problem.Message = l.Verdict(r)
	}
	switch r.Verdict {
	case Conforme:
	case NonConforme:
		problem.Type = string(NonConforme)
		t.Failure = problem
	case SansObjet:
		t.Skipped = &junitProblem{Message: problem.Message}
	case Erreur:
		problem.Type = string(r.Origin)
		t.Error = problem
	default:
		problem.Type = "incomplet"
		t.Error = problem
	}
	return t
}

// junitDetail is the body of a problem: what a reader of the log needs before the HTML report.
func junitDetail(r *Result, l *labels) string {
	lines := []string{l.Verdict(r) + " · " + strings.Join(r.Requirements, ", ") + " · " + place(r)}
	for _, k := range r.Checks {
		if k.Outcome == Echouee || k.Outcome == NonEmise {
			lines = append(lines, checkLine(&k, l))
		}
	}
	lines = append(lines, r.Complements...)
	if next := nextAction(r, l); next != "" {
		lines = append(lines, l.T("cas.suite")+l.T("format.deux_points")+next)
	}
	return strings.Join(lines, "\n")
}

// junitOutput lists the reserves.
func junitOutput(r *Result, l *labels) string {
	var lines []string
	for _, k := range reservesOf(r) {
		lines = append(lines, checkLine(&k, l))
	}
	return strings.Join(lines, "\n")
}

// checkLine writes a check in one line.
func checkLine(k *Check, l *labels) string {
	s := l.Or("resultat."+string(k.Outcome), string(k.Outcome)) + l.T("format.deux_points") + k.Text + " [" + k.ID + "]"
	if k.Expected != "" {
		s += " · " + l.T("verification.attendu") + l.T("format.deux_points") + k.Expected
	}
	if k.Observed != "" {
		s += " · " + l.T("verification.observe") + l.T("format.deux_points") + k.Observed
	}
	return s
}

func junitProperties(c *Campaign, l *labels) []junitProperty {
	return []junitProperty{
		{"run", c.Run},
		{"conclusion", string(c.Footer.Claim)},
		{"phrase", claimSentence(c, l)},
		{"produit", productName(c)},
		{"versions", strings.ToUpper(strings.Join(c.Settings.Versions, " "))},
		{"suite", c.Suite.Version + " " + c.Suite.Digest},
		{"simulateur", c.Suite.Simulator},
		{"empreinte", c.Footer.Digest},
	}
}

func productName(c *Campaign) string {
	return strings.Join(strings.Fields(c.Product.Editor+" "+c.Product.Name+" "+c.Product.Version), " ")
}

func seconds(ms int64) string {
	return fmt.Sprintf("%.3f", (time.Duration(ms) * time.Millisecond).Seconds())
}
