package reports

import (
	"strings"
	"testing"
)

func TestALineTellsAResultInEachLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"fr": "Non conforme           ROC-IDB-007@v1/premier         Transmettre le rang",
		"en": "Fail                   ROC-IDB-007@v1/premier         Transmettre le rang",
	} {
		liner, err := NewLiner(lang)
		if err != nil {
			t.Fatal(err)
		}
		got := liner.Line(&Result{
			Verdict: NonConforme, Coordinate: "ROC-IDB-007@v1/premier", Title: "Transmettre\nle rang",
		})
		if got != want {
			t.Errorf("%s:\n got %q\nwant %q", lang, got, want)
		}
	}
}

func TestALineShowsNoPersonalNumber(t *testing.T) {
	liner, err := NewLiner("fr")
	if err != nil {
		t.Fatal(err)
	}
	line := liner.Line(&Result{Verdict: Conforme, Coordinate: "ROC-IDB-001@v1", Title: "Le NIR 185067512345689"})
	if strings.Contains(line, "185067512345689") || !strings.Contains(line, "Le NIR *") {
		t.Errorf("line %q", line)
	}
}

func TestAnUnknownLanguageIsRefused(t *testing.T) {
	if _, err := NewLiner("de"); err == nil || !strings.Contains(err.Error(), `"de"`) {
		t.Errorf("error %v, want one that names the language", err)
	}
}
