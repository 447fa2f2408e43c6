package reports

// A Verdict is what is known of the GAP for one case.
type Verdict string

// The seven verdicts.
const (
	Conforme     Verdict = "conforme"      // everything announced was checked and nothing failed
	NonConforme  Verdict = "non_conforme"  // a mandatory check failed, and the failure is the GAP's
	NonConcluant Verdict = "non_concluant" // the situation could not be created or observed; bench healthy
	Erreur       Verdict = "erreur"        // bench, simulator, suite, driver or environment broke
	ARevoir      Verdict = "a_revoir"      // waits for a human look
	SansObjet    Verdict = "sans_objet"    // outside the declared scope
	NonExecute   Verdict = "non_execute"   // selected, never started or interrupted
)

// An Origin says whose doing a verdict other than Conforme and SansObjet is.
type Origin string

// The origins. NonConforme is only ever the GAP's.
const (
	OriginGAP           Origin = "gap"
	OriginPilote        Origin = "pilote"
	OriginOperateur     Origin = "operateur"
	OriginSimulateur    Origin = "simulateur"
	OriginBanc          Origin = "banc"
	OriginSuite         Origin = "suite"
	OriginEnvironnement Origin = "environnement"
)

// An Outcome is what one check showed.
type Outcome string

// The outcomes of a check.
const (
	Reussie        Outcome = "reussie"
	Echouee        Outcome = "echouee"
	Reserve        Outcome = "reserve" // a recommendation missed
	CheckSansObjet Outcome = "sans_objet"
	NonEmise       Outcome = "non_emise" // announced, never emitted
)

// A Claim is what may be said of the whole run.
type Claim string

// The claims.
const (
	ClaimConforme    Claim = "conforme"
	ClaimNonConforme Claim = "non_conforme"
	ClaimIncomplete  Claim = "incomplete"
	ClaimInvalide    Claim = "invalide"
)
