package reports

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func resultats(t testing.TB, c *Campaign) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeResultats(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	for name, c := range map[string]*Campaign{
		"green": judged(sampleGreen()), "mixed": judged(sampleMixed()), "empty": judged(&Campaign{Run: "r"}),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read(strings.NewReader(resultats(t, c)))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, c) {
				t.Error("the campaign read differs from the campaign written")
			}
		})
	}
}

func TestATamperedFileIsRefusedSayingWhy(t *testing.T) {
	whole := resultats(t, judged(sampleMixed()))
	swap := func(old, now string) string {
		if !strings.Contains(whole, old) {
			t.Fatalf("the sample has no %q", old)
		}
		return strings.Replace(whole, old, now, 1)
	}
	for name, test := range map[string]struct{ file, want string }{
		"an empty file":            {"", "EOF"},
		"a file that is not JSON":  {"<html>", "invalid character"},
		"a file cut in the middle": {whole[:len(whole)/2], "unexpected EOF"},
		"another schema": {
			swap(`"miroir-resultats/1"`, `"miroir-resultats/9"`),
			`schema is "miroir-resultats/9"`,
		},
		"an unknown field":        {swap(`"run":`, `"note": "x", "run":`), `unknown field "note"`},
		"data after the campaign": {whole + "{}", "data after the end"},
		"no footer":               {whole[:strings.Index(whole, `"pied"`)] + `"interrompue": false}`, "no footer"},
		"a null footer":           {whole[:strings.Index(whole, `"pied"`)] + `"pied": null}`, "no footer"},
		"an edited verdict": {
			swap(`"verdict": "non_conforme"`, `"verdict": "conforme"`),
			"verdicts.non_conforme: footer says 2, file holds 1",
		},
		"an edited reason":  {swap("0,00 €", "166,56 €"), "empreinte: footer says"},
		"an edited product": {swap("4.2.1", "4.2.2"), "empreinte: footer says"},
		"an edited claim": {
			swap(`"conclusion": "non_conforme"`, `"conclusion": "conforme"`),
			"empreinte: footer says",
		},
		"an edited exit code": {swap(`"code_sortie": 1`, `"code_sortie": 0`), "empreinte: footer says"},
		"a count of results edited": {
			swap(`"resultats": 14`, `"resultats": 13`),
			"resultats: footer says 13, file holds 14",
		},
		"a count of checks edited": {
			swap(`"verifications": 29`, `"verifications": 28`),
			"verifications: footer says 28, file holds 29",
		},
		"a case out of the selection": {
			swap(`    "ROC-ANN-001@v1",`+"\n", ""),
			"selectionnes: footer says 14, file holds 13",
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Read(strings.NewReader(test.file))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
			if c != nil {
				t.Error("a refused file gave a campaign")
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	small := sampleMixed()
	small.Selected, small.Results, small.Requirements = small.Selected[:3], small.Results[1:3], small.Requirements[1:3]
	for _, c := range []*Campaign{judged(&Campaign{Run: "r"}), judged(small)} {
		f.Add(resultats(f, c))
	}
	f.Add(`{"schema":"miroir-resultats/1","pied":{}}`)
	f.Add(`{"schema":"miroir-resultats/1","resultats":[{"verdict":"x"}],"pied":{"verdicts":null}}`)
	f.Add(`null`)
	f.Fuzz(func(t *testing.T, file string) {
		c, err := Read(strings.NewReader(file))
		if err != nil {
			return
		}
		again, err := Read(strings.NewReader(resultats(t, c)))
		if err != nil {
			t.Fatalf("accepted once, then refused: %v", err)
		}
		if again.Footer.Digest != c.Footer.Digest {
			t.Fatalf("digest %s became %s", c.Footer.Digest, again.Footer.Digest)
		}
	})
}
