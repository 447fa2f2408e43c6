package reports

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Fictive numbers whose keys are right: what must never leave.
const (
	canary       = "185057800608491"
	canarySpaced = "1 85 05 78 006 084 91"
	canaryCorse  = "285052A00608482"
)

func TestANIRThatItsKeyConfirmsIsMasked(t *testing.T) {
	for text, want := range map[string]string{
		canary:                                  "***************",
		"NIR " + canary + ".":                   "NIR ***************.",
		"nir" + canary:                          "nir***************",
		canarySpaced:                            "* ** ** ** *** *** **",
		"1-85-05-78-006-084 / 91":               "*-**-**-**-***-*** / **",
		"1\u00a085\u202f05 78006084 91":         "*\u00a0**\u202f** ******** **",
		`{"nir":"1850578006084","cle":91}`:      `{"nir":"*************","cle":**}`,
		"<nir>1850578006084</nir><cle>91</cle>": "<nir>*************</nir><cle>**</cle>",
		canaryCorse:                             "***************",
		canary + " et " + canary:                "*************** et ***************",
		"é" + canary + "é":                      "é***************é",
	} {
		if got := MaskNIR(text); got != want {
			t.Errorf("MaskNIR(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsNotANIRIsLeftAlone(t *testing.T) {
	for _, text := range []string{
		"", "1", "185057800608492", "1850578006084", "0850578006084 91", "1851378006084 13", "1166.56 €",
		"2026-11-21T14:05:00Z", "ROC-IDB-001@v1", "1185057800608491", "1850578006084911",
		"sha256:" + strings.Repeat("ab", 12) + canary + strings.Repeat("c", 25), "1**********84 91",
		"1850078006084 11", "20261121-140500-7f3a", "é", "1 85 05 78 006 084",
	} {
		if got := MaskNIR(text); got != text {
			t.Errorf("MaskNIR(%q) = %q", text, got)
		}
	}
}

func TestMaskingTwiceChangesNothingAndKeepsTheLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(
			`[0-9 .AB-]{0,12}(185057800608491|1 85 05 78 006 084 91)?[0-9a-f <>"é]{0,12}`).Draw(t, "text")
		once := MaskNIR(s)
		if len(once) != len(s) || MaskNIR(once) != once {
			t.Fatalf("%q gives %q then %q", s, once, MaskNIR(once))
		}
	})
}

// plant puts a canary in every string that v reaches, but for those that the reports read.
func plant(v reflect.Value) int {
	n := 0
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			n += plant(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n += plant(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += plant(v.Index(i))
		}
	case reflect.String:
		if v.CanSet() && v.Type() == reflect.TypeFor[string]() {
			v.SetString(v.String() + " " + canary + " puis " + canarySpaced + ` <nir>1850578006084</nir><cle>91</cle>`)
			n++
		}
	}
	return n
}

func planted(t *testing.T) *Campaign {
	t.Helper()
	c := sampleMixed()
	if n := plant(reflect.ValueOf(c)); n < 500 {
		t.Fatalf("only %d canaries planted", n)
	}
	Judge(c)
	return c
}

func TestNoCanaryLeavesInAnyArtefact(t *testing.T) {
	dir, c := t.TempDir(), planted(t)
	j, err := CreateJournal(dir, c, start)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Results {
		if err := j.End(&c.Results[i], start); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Append(Event{At: start, Kind: EventNote, Text: canary}); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(c); err != nil {
		t.Fatal(err)
	}
	paths, err := Write(dir, c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var terminal bytes.Buffer
	if err := Summary(&terminal, c, "fr", "out"); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"terminal": terminal.String()}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(p)] = string(data)
	}
	if len(texts) != 6 {
		t.Fatalf("artefacts: %v", paths)
	}
	for name, text := range texts {
		for _, leak := range []string{canary, canarySpaced, "1850578006084"} {
			if i := strings.Index(text, leak); i >= 0 {
				t.Errorf("%s leaks %q: …%s…", name, leak, text[max(0, i-80):min(len(text), i+40)])
			}
		}
		if !strings.Contains(text, "***************") {
			t.Errorf("%s shows no masked canary: the test proves nothing there", name)
		}
	}
}

func TestMaskingSwitchedOffByHandIsHonouredAndSaid(t *testing.T) {
	c := sampleGreen()
	c.Settings.Masked = false
	c.Results[0].Title = "Patient " + canary
	Judge(c)
	dir := t.TempDir()
	if _, err := Write(dir, c, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"rapport.html", "resultats.json", "junit.xml"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.Contains(string(data), canary) {
			t.Errorf("%s lost what the operator asked to see (%v)", name, err)
		}
	}
	for _, name := range []string{"rapport.html", "resume.md"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.Contains(string(data), "masquage des données personnelles a été désactivé") {
			t.Errorf("%s does not say that masking was off (%v)", name, err)
		}
	}
}

func TestMaskingNeverTouchesTheCallersCampaign(t *testing.T) {
	c := planted(t)
	before, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.TempDir(), c, Options{Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if after, err := json.Marshal(c); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the campaign changed (%v)", err)
	}
}
