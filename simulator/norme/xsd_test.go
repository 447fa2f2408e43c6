package norme_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// beyondXSD lists the faults that XML Schema 1.0 cannot express: a message whose faults are all among
// them is valid for the schema.
var beyondXSD = map[string]string{
	"CLE_NIR":    "control key of a NIR, held by a sibling element",
	"CLE_FINESS": "Luhn key",
	"CLE_RPPS":   "Luhn key",
}

// A mutation changes a message's text in a way that may make it invalid.
type mutation struct {
	name  string
	apply func(t *rapid.T, body string) string
}

// mutations are drawn at random and applied where they fit; what they give is judged by both sides.
var mutations = []mutation{
	{"nothing", func(_ *rapid.T, body string) string { return body }},
	{"an element taken out", func(t *rapid.T, body string) string {
		start, end := anElement(t, body)
		return body[:start] + body[end:]
	}},
	{"an element twice", func(t *rapid.T, body string) string {
		start, end := anElement(t, body)
		return body[:end] + body[start:end] + body[end:]
	}},
	{"an element elsewhere", func(t *rapid.T, body string) string {
		start, end := anElement(t, body)
		rest := body[:start] + body[end:]
		at, _ := anElement(t, rest)
		return rest[:at] + body[start:end] + rest[at:]
	}},
	{"an unknown element", func(t *rapid.T, body string) string {
		at, _ := anElement(t, body)
		return body[:at] + "<inconnu>x</inconnu>" + body[at:]
	}},
	{"a stray text", func(t *rapid.T, body string) string {
		at, _ := anElement(t, body)
		return body[:at] + rapid.SampledFrom([]string{"x", " ", "<!-- c -->", "\n\t"}).Draw(t, "stray") + body[at:]
	}},
	{"an attribute", func(t *rapid.T, body string) string {
		at, _ := anElement(t, body)
		end := at + strings.IndexByte(body[at:], '>')
		attrs := []string{` x="1"`, ` xml:lang="fr"`, ` xmlns:y="urn:y"`, ` xmlns=""`, ` xmlns="urn:autre"`}
		return body[:end] + rapid.SampledFrom(attrs).Draw(t, "attribute") + body[end:]
	}},
	{"another value", func(t *rapid.T, body string) string {
		start, end := anElement(t, body)
		open := start + strings.IndexByte(body[start:], '>') + 1
		shut := start + strings.LastIndex(body[start:end], "</")
		return body[:open] + rapid.SampledFrom(oddValues).Draw(t, "value") + body[shut:]
	}},
	{"a value with one character more", func(t *rapid.T, body string) string {
		_, end := anElement(t, body)
		at := strings.LastIndex(body[:end], "</")
		return body[:at] + rapid.SampledFrom([]string{" ", "0", "A", "é", "\u00a0", "-", "]", "&#9;",
			"&lt;"}).Draw(t, "more") + body[at:]
	}},
}

// oddValues are texts that the bases meet with different eyes.
var oddValues = []string{
	"", " ", "  ", "0", "00", "1", "-1", "+1", "01", " 1 ", "1.5", "1e2", "99999999999", "12.50", "12.5", "12",
	"-0.00", ".50",
	"1234567890.00", "0.1234", "0.12345", "true", "TRUE", " false ", "false", "2025-02-28", "2025-02-30", "2024-02-29",
	"0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2025-06-02Z", " 2025-06-02 ", "2025-06-02T24:00:00Z",
	"2025-06-02T10:30:00Z", "2025-06-02T10:30:00", "2025-06-02T10:30:00.5+02:00", "2025-06-02T10:30:00.+02:00",
	"2025-06-02T10:30:60Z", "2025-06-02T10:30:00+14:00", "2025-06-02T10:30:00+14:30", "2025-06-02T10:30:00-00:00",
	"2025-06-02T10:30:00.123456789Z", "2025-06-02T10:30:00.1234567891Z", "0000-06-02T10:30:00Z",
	"1850675123456", "185062A004123", "1851375123456", "0850675123456", "185062a004123", "99000001", "990000101",
	"999000012",
	"2A0000001", "10000000009", "MCOO", "mcoo", " MCOO", "ACE", "OK", "6F9619FF-8B86-4D01-B42D-00CF4FC964FF",
	"6f9619ff8b864d01b42d00cf4fc964ff", "é", "日本語", "a\tb", "a\nb", "a b", "]", "-", "^", "\u0085", "\U0001F3E5",
	"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "89", "8", "8A", "000", "1111", "V1", "V", "&#13;",
	"EX_OQN", "NC", "OPTAM_CO", "NUIT", "REGULARISATION", "PRATICIEN",
}

// anElement picks an element inside the message and returns its bounds.
func anElement(t *rapid.T, body string) (start, end int) {
	var starts []int
	for i := 1; i+1 < len(body); i++ {
		if body[i] == '<' && body[i+1] != '/' && body[i+1] != '!' {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return 0, len(body)
	}
	start = rapid.SampledFrom(starts).Draw(t, "element")
	depth := 0
	for i := start; i < len(body); i++ {
		switch {
		case strings.HasPrefix(body[i:], "</"):
			depth--
		case body[i] == '<' && body[i+1] != '!':
			depth++
		}
		if depth == 0 && body[i] == '<' {
			return start, i + strings.IndexByte(body[i:], '>') + 1
		}
	}
	return start, len(body)
}

// A verdict is what DecodeXML says of a message.
type verdict struct {
	body  string
	valid bool // but for what the schema cannot express
	why   []string
}

// mutants draws messages, valid and not, with our verdict.
func mutants(t *testing.T, n version) []verdict {
	t.Helper()
	var list []verdict
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(roc.Services()).Draw(t, "service")
		body, err := n.AppendXML(nil, n.message(s, rapid.Bool().Draw(t, "reply")).Draw(t, "message"))
		if err != nil {
			t.Fatal(err)
		}
		for range 8 {
			m := rapid.SampledFrom(mutations).Draw(t, "mutation")
			mutant := m.apply(t, string(body))
			_, err := decodeXML(n.Norme, []byte(mutant))
			list = append(list, verdict{mutant, schemaValid(err), append(faultsOf(err), m.name)})
		}
	})
	return list
}

func schemaValid(err error) bool {
	var invalid *roc.Invalid
	if !errors.As(err, &invalid) {
		return err == nil
	}
	for _, f := range invalid.Fields {
		if _, beyond := beyondXSD[f.Code]; !beyond && !keyWithoutNIR(f) {
			return false
		}
	}
	return true
}

// keyWithoutNIR recognises the other half of what the schema cannot say: a NIR and its key come together.
func keyWithoutNIR(f *roc.FieldError) bool {
	return f.Code == "ELEMENT_MANQUANT" && strings.Contains(f.Label, "NIR")
}

func TestTheSchemaAndTheCheckAgree(t *testing.T) {
	eachNorme(t, schemaAgrees)
}

func schemaAgrees(t *testing.T, n version) {
	t.Helper()
	list := mutants(t, n)
	valid := 0
	for i, complaint := range xmllint(t, n.XSD(), bodies(list)) {
		v := list[i]
		if v.valid {
			valid++
		}
		if v.valid != (complaint == "") {
			t.Errorf("xmllint says %q, we say %v\n%s", complaint, v.why, v.body)
		}
	}
	if valid == 0 || valid == len(list) {
		t.Errorf("%d valid messages of %d: the test tells nothing", valid, len(list))
	}
}

func bodies(list []verdict) []string {
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i] = v.body
	}
	return texts
}

// xmllint validates documents against a schema in one call and gives its first complaint of each, none
// where the document is valid.
func xmllint(t *testing.T, schema []byte, documents []string) []string {
	t.Helper()
	program, err := exec.LookPath("xmllint")
	if err != nil {
		missing(t, "xmllint is not installed: the schema is not compared with the check")
	}
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	args := []string{"--noout", "--nonet", "--schema", write("v.xsd", schema)}
	numbers := map[string]int{}
	for i, d := range documents {
		file := write(fmt.Sprintf("%d.xml", i), []byte(d))
		args, numbers[file] = append(args, file), i
	}
	output, _ := exec.Command(program, args...).CombinedOutput() // its status is that of the last fault
	complaints, judged := make([]string, len(documents)), map[int]bool{}
	for _, line := range strings.Split(string(output), "\n") {
		file, valid := strings.CutSuffix(line, " validates")
		if !valid {
			file, _, _ = strings.Cut(strings.TrimSuffix(line, " fails to validate"), ":")
		}
		i, named := numbers[file]
		if !named {
			continue
		}
		judged[i] = true
		if !valid && complaints[i] == "" {
			complaints[i] = line
		}
	}
	if len(judged) != len(documents) {
		t.Fatalf("xmllint judged %d documents of %d:\n%.2000s", len(judged), len(documents), output)
	}
	return complaints
}
