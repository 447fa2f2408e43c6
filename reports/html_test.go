package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func rapport(t *testing.T, c *Campaign, lang string) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeHTML(&b, c, mustLabels(t, lang)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePageStandsAlone(t *testing.T) {
	html := rapport(t, judged(sampleMixed()), "fr")
	pointer := regexp.MustCompile(`(?:\s(?:src|href)=|url\(|@import)\s*["']?([^"'\s>)]+)`)
	for _, m := range pointer.FindAllStringSubmatch(html, -1) {
		if !strings.HasPrefix(m[1], "#") && m[1] != "data:," {
			t.Errorf("the page points outside: %s", m[0])
		}
	}
	if !strings.Contains(html, `content="default-src 'none'`) {
		t.Error("the page does not forbid the network")
	}
}

func TestEveryLinkOfThePageLeadsSomewhere(t *testing.T) {
	html := rapport(t, judged(sampleMixed()), "fr")
	ids := regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(html, -1)
	seen := map[string]bool{}
	for _, m := range ids {
		if seen[m[1]] {
			t.Errorf("id %s comes twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(html, -1) {
		if target := strings.ReplaceAll(m[1], "%40", "@"); !seen[target] {
			t.Errorf("link to %s leads nowhere", target)
		}
	}
}

func TestTheFirstScreenSaysWhatMayBeClaimed(t *testing.T) {
	for name, test := range map[string]struct {
		c    *Campaign
		want []string
	}{
		"green": {
			sampleGreen(), []string{"Conforme\u00a0: les 14 exigences obligatoires jouées sont prouvées.",
				"GAP Horizon 4.2.1", "CNDA"},
		},
		"mixed": {
			sampleMixed(), []string{"2 exigences obligatoires sur 13 sont en défaut, 4 autres ne sont pas prouvées.",
				"l'écart «\u00a0part-patient-oubliee\u00a0» était activé"},
		},
		"empty": {&Campaign{Run: "r"}, []string{"Aucun cas sélectionné"}},
	} {
		t.Run(name, func(t *testing.T) {
			html := strings.ReplaceAll(rapport(t, judged(test.c), "fr"), "&#39;", "'")
			top, _, _ := strings.Cut(html, `id="exigences"`)
			for _, want := range test.want {
				if !strings.Contains(top, want) {
					t.Errorf("the first screen lacks %q", want)
				}
			}
		})
	}
}

func TestAFullRunStaysUnderFiveMegabytes(t *testing.T) {
	c := sampleGreen()
	body := `{"lignes":[` + strings.TrimSuffix(strings.Repeat(`{"code":"<&\"é\">"},`, 100), ",") + `]}`
	for i := range 300 {
		addSample(c, i+100, "CLC", "Cas de charge")
		r := &c.Results[len(c.Results)-1]
		for range 4 {
			r.Exchanges = append(r.Exchanges, Exchange{ID: "e", Service: "IDB", Request: body, Reply: body})
		}
	}
	html := rapport(t, judged(c), "fr")
	if len(html) > 5_000_000 {
		t.Errorf("the page has %d bytes", len(html))
	}
	if !strings.Contains(html, "Le texte entier est dans resultats.json") {
		t.Error("bodies are cut without a mention")
	}
}

func TestASmallRunShowsItsBodiesWhole(t *testing.T) {
	html := rapport(t, judged(sampleGreen()), "fr")
	if strings.Contains(html, "texte coupé ici") {
		t.Error("a body of a small run is cut")
	}
}

func TestBothLanguagesHaveTheSameLabels(t *testing.T) {
	var all map[string]map[string]string
	if err := json.Unmarshal(labelsData, &all); err != nil {
		t.Fatal(err)
	}
	holes := regexp.MustCompile(`\{\d\}`)
	for key, fr := range all["fr"] {
		en, ok := all["en"][key]
		if !ok {
			t.Errorf("%s has no English text", key)
		}
		a, b := holes.FindAllString(fr, -1), holes.FindAllString(en, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s takes %v in French, %v in English", key, a, b)
		}
	}
	if len(all["fr"]) != len(all["en"]) || len(all["fr"]) < 150 {
		t.Errorf("%d French labels, %d English", len(all["fr"]), len(all["en"]))
	}
}

func TestNoLabelIsMissingWhateverTheCampaign(t *testing.T) {
	campaigns := []*Campaign{sampleGreen(), sampleMixed(), {Run: "vide"}}
	for _, change := range []func(*Campaign){
		func(c *Campaign) { c.Interrupted = true },
		func(c *Campaign) { c.Results = nil },
		func(c *Campaign) { c.Settings.Masked, c.Settings.Filter = false, "@svc:idb" },
		func(c *Campaign) { c.Results[0].Checks = nil },
		func(c *Campaign) { c.Requirements = nil },
	} {
		c := sampleMixed()
		change(c)
		campaigns = append(campaigns, c)
	}
	for i, c := range campaigns {
		for _, lang := range []string{"fr", "en"} {
			Judge(c)
			var b bytes.Buffer
			l := mustLabels(t, lang)
			for _, write := range artefacts(l) {
				if err := write.write(&b, c); err != nil {
					t.Fatal(err)
				}
			}
			if err := Summary(&b, c, lang); err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`⟦[^⟧]*⟧|\{\d\}|%!\w`).FindAllString(b.String(), -1) {
				t.Error(fmt.Sprintf("campaign %d, %s:", i, lang), m)
			}
		}
	}
}

func TestALanguageNobodyWroteIsRefused(t *testing.T) {
	if _, err := Write(t.TempDir(), judged(sampleGreen()), Options{Lang: "de"}); err == nil ||
		!strings.Contains(err.Error(), `no language "de", want fr or en`) {
		t.Errorf("error %v", err)
	}
}

func TestCountsAgreeInNumberInBothLanguages(t *testing.T) {
	for lang, want := range map[string][3]string{
		"fr": {"0 cas : ", "… et 1 autre : voir rapport.html", "… et 2 autres : voir rapport.html"},
		"en": {"0 cases: ", "… and 1 more: see rapport.html", "… and 2 more: see rapport.html"},
	} {
		l := mustLabels(t, lang)
		got := [3]string{l.N("console.cas", 0, ""), l.N("resume.autres", 1), l.N("resume.autres", 2)}
		for i := range got {
			if strings.ReplaceAll(got[i], "\u00a0", " ") != want[i] {
				t.Errorf("%s: %q, want %q", lang, got[i], want[i])
			}
		}
	}
	if got := mustLabels(t, "en").N("claim.reserves", 0); got != ", with 0 reserves" {
		t.Errorf("English zero is %q", got)
	}
	if got := mustLabels(t, "fr").N("claim.reserves", 0); got != ", avec 0 réserve" {
		t.Errorf("French zero is %q", got)
	}
}

func TestBodiesAreLaidOutWithoutChangingThem(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":[1,"x"]}`: "{\n  \"a\": [\n    1,\n    \"x\"\n  ]\n}",
		`<?xml version="1.0"?><a><b>1</b><c/></a>`: "<?xml version=\"1.0\"?>\n<a>\n  <b>1</b>\n  <c/>\n</a>",
		`</a></b><c>`: "</a>\n</b>\n<c>",
		`{"a":`:       `{"a":`,
		"texte libre": "texte libre",
		"":            "",
	} {
		if got := pretty(body); got != want {
			t.Errorf("pretty(%q) = %q, want %q", body, got, want)
		}
	}
}
