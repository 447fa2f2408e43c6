package reports

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTheClaimFollowsTheFacts(t *testing.T) {
	set := func(i int, v Verdict, o Origin) func(*Campaign) {
		return func(c *Campaign) { fail(&c.Results[i], o, v, "motif") }
	}
	both := func(changes ...func(*Campaign)) func(*Campaign) {
		return func(c *Campaign) {
			for _, change := range changes {
				change(c)
			}
		}
	}
	level := func(i int, level string) func(*Campaign) {
		return func(c *Campaign) { c.Results[i].Level = level }
	}
	interrupt := func(c *Campaign) { c.Interrupted = true }
	lose := func(c *Campaign) { c.Results = c.Results[1:] }
	empty := func(c *Campaign) { c.Selected, c.Results = nil, nil }
	void := func(c *Campaign) { c.Integrity = append(c.Integrity, "le témoin muet est conforme") }
	defect, broken := set(0, NonConforme, OriginGAP), set(1, Erreur, OriginBanc)
	mute := set(2, NonConcluant, OriginPilote)

	for name, test := range map[string]struct {
		change func(*Campaign)
		claim  Claim
		exit   int
	}{
		"everything proven is conforme":                        {both(), ClaimConforme, 0},
		"a failed mandatory case is non conforme":              {defect, ClaimNonConforme, 1},
		"a bench error is incomplete and exits 3":              {broken, ClaimIncomplete, 3},
		"an inconclusive case is incomplete":                   {mute, ClaimIncomplete, 4},
		"a case to review is incomplete":                       {set(2, ARevoir, OriginOperateur), ClaimIncomplete, 4},
		"a case not run is incomplete":                         {set(2, NonExecute, OriginBanc), ClaimIncomplete, 4},
		"a case out of scope does not block":                   {set(2, SansObjet, ""), ClaimConforme, 0},
		"a selected case without a result is incomplete":       {lose, ClaimIncomplete, 4},
		"no case selected is incomplete":                       {empty, ClaimIncomplete, 4},
		"a defect stands beside a bench error":                 {both(defect, broken), ClaimNonConforme, 1},
		"a defect stands beside an inconclusive case":          {both(defect, mute), ClaimNonConforme, 1},
		"a bench error comes before an inconclusive case":      {both(broken, mute), ClaimIncomplete, 3},
		"a contradiction voids even a defect":                  {both(defect, void), ClaimInvalide, 5},
		"a contradiction voids a green run":                    {void, ClaimInvalide, 5},
		"an interrupted green run is incomplete and exits 130": {interrupt, ClaimIncomplete, 130},
		"an interruption explains its bench errors":            {both(interrupt, broken), ClaimIncomplete, 130},
		"an interruption does not hide a defect":               {both(interrupt, defect), ClaimNonConforme, 1},
		"an interruption does not hide a contradiction":        {both(interrupt, void), ClaimInvalide, 5},
		"a recommended case that fails does not block":         {both(defect, level(0, Recommande)), ClaimConforme, 0},
		"a recommended case that errs does not block":          {both(broken, level(1, Recommande)), ClaimConforme, 0},
		"an informative inconclusive case does not block":      {both(mute, level(2, Information)), ClaimConforme, 0},
		"a run of recommendations only proves nothing": {func(c *Campaign) {
			for i := range c.Results {
				c.Results[i].Level = Recommande
			}
		}, ClaimIncomplete, 4},
		"a run entirely out of scope proves nothing": {func(c *Campaign) {
			for i := range c.Results {
				c.Results[i].Verdict = SansObjet
			}
		}, ClaimIncomplete, 4},
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleGreen()
			test.change(c)
			Judge(c)
			if c.Footer.Claim != test.claim || c.Footer.ExitCode != test.exit {
				t.Errorf("claim %s, exit %d; want %s, %d; integrity: %q",
					c.Footer.Claim, c.Footer.ExitCode, test.claim, test.exit, c.Integrity)
			}
		})
	}
}

func TestEveryContradictionIsNamed(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Campaign)
		want   string
	}{
		"a result nobody selected": {
			func(c *Campaign) { c.Selected = c.Selected[1:] },
			"ROC-ANN-001@v1 : résultat non sélectionné",
		},
		"a coordinate selected twice": {
			func(c *Campaign) { c.Selected = append(c.Selected, c.Selected[0]) },
			"est sélectionnée plusieurs fois",
		},
		"two results for a coordinate": {
			func(c *Campaign) { c.Results = append(c.Results, c.Results[0]) },
			"a plusieurs résultats",
		},
		"a requirement unknown to the catalogue": {
			func(c *Campaign) { c.Requirements = c.Requirements[1:] },
			"l'exigence EXG-ANN-0001 n'est pas au catalogue",
		},
		"a conforme that checked nothing": {
			first(func(r *Result) { r.Checks = nil }),
			"conforme sans vérification qui le prouve",
		},
		"a conforme with optional checks only": {first(func(r *Result) {
			r.Checks[0].Mandatory, r.Checks[1].Mandatory = false, false
		}), "conforme sans vérification qui le prouve"},
		"a conforme whose checks are all out of scope": {first(func(r *Result) {
			r.Checks[0].Outcome, r.Checks[1].Outcome = CheckSansObjet, CheckSansObjet
		}), "conforme sans vérification qui le prouve"},
		"a conforme with a failed check": {first(func(r *Result) { r.Checks[0].Outcome = Echouee }), "a échoué"},
		"a conforme with a check not made": {
			first(func(r *Result) { r.Checks[1].Outcome = NonEmise }),
			"n'a pas été émise",
		},
		"a conforme without an exchange": {
			first(func(r *Result) { r.Exchanges = nil }),
			"conforme sans aucun échange",
		},
		"a conforme with a step not played": {
			first(func(r *Result) { r.Steps[1].State = EtapeNonJouee }),
			"l'étape de la ligne 14",
		},
		"a non conforme that is not the GAP's": {
			first(func(r *Result) { fail(r, OriginBanc, NonConforme, "") }),
			"sans que l'origine soit la GAP",
		},
		"a non conforme without an origin": {
			first(func(r *Result) { fail(r, "", NonConforme, "") }),
			"sans que l'origine soit la GAP",
		},
		"a non conforme that nothing proves": {
			first(func(r *Result) { r.Verdict, r.Origin = NonConforme, OriginGAP }),
			"non conforme sans vérification échouée",
		},
		"an error of nobody": {
			first(func(r *Result) { fail(r, "", Erreur, "") }),
			"erreur sans origine",
		},
		"an error blamed on the GAP": {
			first(func(r *Result) { fail(r, OriginGAP, Erreur, "") }),
			"attribuée à la GAP",
		},
		"a verdict nobody knows": {
			first(func(r *Result) { r.Verdict = "vert" }),
			`verdict inconnu "vert"`,
		},
		"a level nobody knows": {first(func(r *Result) { r.Level = "" }), `niveau inconnu ""`},
		"an origin nobody knows": {
			first(func(r *Result) { r.Origin = "lune" }),
			`origine inconnue "lune"`,
		},
		"an outcome nobody knows": {
			first(func(r *Result) { r.Checks[0].Outcome = "ok" }),
			`résultat inconnu "ok"`,
		},
		"a check that comes twice": {
			first(func(r *Result) { r.Checks = append(r.Checks, r.Checks[0]) }),
			"figure plusieurs fois",
		},
		"amounts that do not add up": {first(func(r *Result) {
			r.Exchanges[1].Reply = strings.Replace(sampleAnswered, "166.56", "166.57", 1)
		}), "échange e-ROC-ANN-001-2, ligne 1 : AMO, AMC, autre AMC et patient ne font pas le montant facturé"},
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleGreen()
			test.change(c)
			Judge(c)
			if !slices.ContainsFunc(c.Integrity, func(s string) bool { return strings.Contains(s, test.want) }) {
				t.Errorf("integrity is %q, want an entry with %q", c.Integrity, test.want)
			}
			if c.Footer.Claim != ClaimInvalide || c.Footer.ExitCode != ExitInvalide {
				t.Errorf("claim %s, exit %d", c.Footer.Claim, c.Footer.ExitCode)
			}
		})
	}
}

func first(change func(*Result)) func(*Campaign) {
	return func(c *Campaign) { change(&c.Results[0]) }
}

func TestWhatIsAllowedIsNoContradiction(t *testing.T) {
	for name, change := range map[string]func(*Result){
		"a case declared to need no exchange": func(r *Result) { r.Exchanges, r.NoExchange = nil, true },
		"an answer that the case forced": func(r *Result) {
			r.Exchanges[1].Reply, r.Exchanges[1].Forced = strings.ReplaceAll(sampleAnswered, "20.00", "99.00"), true
		},
		"a recommended case that misses its recommendation": func(r *Result) {
			r.Level = Recommande
			r.Checks[0].Mandatory, r.Checks[1].Mandatory = false, false
			r.Checks[0].Outcome, r.Checks[1].Outcome = Reserve, Reserve
		},
		"a mandatory case with a check out of scope": func(r *Result) { r.Checks[1].Outcome = CheckSansObjet },
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleGreen()
			change(&c.Results[0])
			Judge(c)
			if len(c.Integrity) > 0 || c.Footer.Claim != ClaimConforme {
				t.Errorf("claim %s, integrity %q", c.Footer.Claim, c.Integrity)
			}
		})
	}
}

func TestRequirementsAreSettledByTheResults(t *testing.T) {
	c := judged(sampleMixed())
	want := map[string]Status{
		"EXG-ANN-0001": Prouvee, "EXG-ANN-0003": EnDefaut, "EXG-CLC-0012": EnDefaut, "EXG-IDB-0007": NonProuvee,
		"EXG-SIM-0010": NonProuvee, "EXG-IDB-0005": Prouvee, "EXG-IDB-0008": HorsObjet,
	}
	for _, req := range c.Requirements {
		if w, ok := want[req.ID]; ok && req.Status != w {
			t.Errorf("%s is %s, want %s", req.ID, req.Status, w)
		}
		if len(req.Cases) != 1 {
			t.Errorf("%s is exercised by %v", req.ID, req.Cases)
		}
	}
}

func TestARequirementWithOneUnansweredCaseIsNotProven(t *testing.T) {
	c := sampleGreen()
	c.Results[1].Requirements = append(c.Results[1].Requirements, "EXG-ANN-0001")
	fail(&c.Results[1], OriginPilote, NonConcluant, "")
	Judge(c)
	if got := c.Requirements[0].Status; got != NonProuvee {
		t.Errorf("status %s with a conforme and an inconclusive case", got)
	}
	c.Results[1].Level = Recommande
	Judge(c)
	if got := c.Requirements[0].Status; got != Prouvee {
		t.Errorf("status %s where only the recommended case is inconclusive", got)
	}
}

func TestARequirementThatNoCaseExercisedIsNotProven(t *testing.T) {
	c := sampleGreen()
	c.Requirements = append(c.Requirements, Requirement{ID: "EXG-TRV-0001", Level: "doit", Status: Prouvee})
	Judge(c)
	if last := c.Requirements[len(c.Requirements)-1]; last.Status != NonProuvee {
		t.Errorf("status %s", last.Status)
	}
}

func TestResultsComeInTheOrderOfTheSelection(t *testing.T) {
	c := sampleMixed()
	slices.Reverse(c.Results)
	c.Results = append([]Result{{Coordinate: "ROC-ANN-999@v1"}}, c.Results...)
	Judge(c)
	for i, coordinate := range append(slices.Clone(c.Selected), "ROC-ANN-999@v1") {
		if got := c.Results[i].Coordinate; got != coordinate {
			t.Errorf("result %d is %s, want %s", i, got, coordinate)
		}
	}
}

func TestJudgingTwiceChangesNothing(t *testing.T) {
	once, twice := judged(sampleMixed()), judged(judged(sampleMixed()))
	if !reflect.DeepEqual(once, twice) {
		t.Error("a second judgement changed the campaign")
	}
}

func TestAConformeClaimMeansEveryMandatoryResultIsConforme(t *testing.T) {
	conforme := 0
	rapid.Check(t, func(t *rapid.T) {
		c := sampleGreen()
		for n := rapid.IntRange(0, 3).Draw(t, "changes"); n > 0; n-- {
			r := &c.Results[rapid.IntRange(0, len(c.Results)-1).Draw(t, "case")]
			r.Verdict = rapid.SampledFrom(Verdicts()).Draw(t, "verdict")
			r.Origin = rapid.SampledFrom(append(Origins(), "")).Draw(t, "origin")
			r.Level = rapid.SampledFrom([]string{Obligatoire, Recommande, Information, "autre"}).Draw(t, "level")
			r.Checks[0].Outcome = rapid.SampledFrom(Outcomes()).Draw(t, "outcome")
		}
		keep := rapid.IntRange(0, len(c.Results)).Draw(t, "kept")
		if rapid.Bool().Draw(t, "cut") {
			c.Results = c.Results[:keep]
		}
		c.Interrupted = rapid.IntRange(0, 9).Draw(t, "interrupted") == 0
		Judge(c)
		if (c.Footer.Claim == ClaimConforme) != (c.Footer.ExitCode == ExitConforme) {
			t.Fatalf("claim %s, exit %d", c.Footer.Claim, c.Footer.ExitCode)
		}
		if c.Footer.Claim != ClaimConforme {
			return
		}
		conforme++
		proven := 0
		for _, r := range c.Results {
			if r.Level == Recommande || r.Level == Information || r.Verdict == SansObjet {
				continue
			}
			if proven++; r.Verdict != Conforme {
				t.Fatalf("%s is %s in a conforme run", r.Coordinate, r.Verdict)
			}
		}
		if proven == 0 || len(c.Results) != len(c.Selected) || len(c.Integrity) > 0 {
			t.Fatalf("conforme with %d proven, %d results of %d, integrity %q",
				proven, len(c.Results), len(c.Selected), c.Integrity)
		}
	})
	if conforme == 0 {
		t.Error("no drawn campaign was conforme: the property was not exercised")
	}
}
