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

// Verdicts lists the verdicts, worst first: the order of every list that people read.
func Verdicts() []Verdict {
	return []Verdict{NonConforme, Erreur, NonConcluant, ARevoir, NonExecute, Conforme, SansObjet}
}

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

// Origins lists the origins.
func Origins() []Origin {
	return []Origin{
		OriginGAP, OriginPilote, OriginOperateur, OriginSimulateur, OriginBanc, OriginSuite, OriginEnvironnement,
	}
}

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

// Outcomes lists the outcomes.
func Outcomes() []Outcome { return []Outcome{Reussie, Echouee, Reserve, CheckSansObjet, NonEmise} }

// A Claim is what may be said of the whole run.
type Claim string

// The claims.
const (
	ClaimConforme    Claim = "conforme"
	ClaimNonConforme Claim = "non_conforme"
	ClaimIncomplete  Claim = "incomplete"
	ClaimInvalide    Claim = "invalide"
)

// A Status is what the run showed of one requirement.
type Status string

// The statuses of a requirement.
const (
	Prouvee    Status = "prouvee"     // every case that decides it is conforme
	EnDefaut   Status = "en_defaut"   // a case that decides it is non_conforme
	NonProuvee Status = "non_prouvee" // anything else
	HorsObjet  Status = "sans_objet"  // every case that exercises it is sans_objet
)

// The levels of a case. Only Obligatoire blocks a claim; the others yield reserves.
const (
	Obligatoire = "obligatoire"
	Recommande  = "recommande"
	Information = "information"
)

// The states of a step.
const (
	EtapeFaite    = "faite"
	EtapeEchouee  = "echouee"
	EtapeNonJouee = "non_jouee"
)

// The exit codes of a run. Judge gives all but ExitUsage, which is for a run that did not start.
const (
	ExitConforme    = 0
	ExitNonConforme = 1
	ExitUsage       = 2
	ExitBanc        = 3
	ExitIncomplete  = 4
	ExitInvalide    = 5
	ExitInterrupted = 130
)
