package pilote

// Facts are what the GAP shows an agent, or stores, about the dossier of a case. The bench
// compares them with what left on the wire; a driver that cannot read an item leaves it empty.
type Facts struct {
	NDA         string       `json:"nda"`
	Circuit     string       `json:"circuit"` // ROC, PEC (legacy), C2S, AME, AUCUN
	CircuitWhy  string       `json:"circuit_motif,omitempty"`
	Identity    Patient      `json:"identite"` // as stored now
	Capture     Capture      `json:"saisie"`
	Covers      []CoverFacts `json:"couvertures"` // one per insurer, in rank order
	Alerts      []Notice     `json:"alertes"`
	WorkList    []Notice     `json:"liste_travail"`
	Consignes   []string     `json:"consignes"`
	Contacts    []string     `json:"contacts,omitempty"` // of the AMCs, as shown
	Estimates   []Estimate   `json:"estimations"`        // the last is current, earlier ones are history
	Engagements []Engagement `json:"engagements"`        // every one ever requested, in order
	PatientPart PatientPart  `json:"part_patient"`
	Audit       []string     `json:"trace"` // choices of the agent and of the GAP, oldest first

	Invoices []Invoice `json:"factures,omitempty"`  // what would be billed, one per payee; V2
	Counters *Counters `json:"compteurs,omitempty"` // what was counted for contiguous stays; V2
}

// A Capture says how the attestation came in.
type Capture struct {
	Mode    string `json:"mode"` // DATAMATRIX, SAISIE, empty while nothing is saved
	Card    Card   `json:"attestation"`
	Offered string `json:"proposition,omitempty"` // what the GAP proposes after a failed capture: SAISIE
	Expired bool   `json:"perimee"`
}

// CoverFacts is what the GAP knows of one insurer.
type CoverFacts struct {
	Rank           int        `json:"rang"`
	AMCNumber      string     `json:"amc"`
	AMCLabel       string     `json:"amc_nom"`
	OperatorLabel  string     `json:"operateur"`
	DirectoryState string     `json:"annuaire"`            // OK, INCONNU, NON_RACCORDE, AMBIGU, empty before
	Candidates     []string   `json:"candidats,omitempty"` // CSR values offered to the agent
	State          string     `json:"etat"`                // AUCUN, ROUTE, OUVERT, FERME, INCONNU, PERIME
	DebtorNumber   string     `json:"debiteur"`
	DebtorName     string     `json:"debiteur_nom"`
	IdbID          string     `json:"idb_id"`
	Contracts      []Contract `json:"contrats"`
	Differences    []string   `json:"differences"`                 // names of the items that differ
	Confirmed      bool       `json:"confirmee"`                   // the agent accepted the differences
	ClosedAt       string     `json:"close_le,omitempty"`          // last day of this cover, by the agent's decision
	AskedFor       []string   `json:"demande_a_l_agent,omitempty"` // what is missing: "adherent", "csr", …
}

// A Contract is one cover of the insurer's answer.
type Contract struct {
	Number   string   `json:"numero"`
	Rank     int      `json:"rang"`
	Level    string   `json:"niveau"`
	Periods  []Period `json:"periodes"`
	TPACE    bool     `json:"tp_ace"`
	TPSejour bool     `json:"tp_sejour"`
}

// A Period is a time of cover; dates AAAA-MM-JJ.
type Period struct {
	From    string `json:"du"`
	To      string `json:"au,omitempty"`
	Renewal string `json:"renouvellement"`
}

// A Notice is an alert or an entry of the work list.
type Notice struct {
	Service string `json:"service"`
	Code    string `json:"code"`    // verbatim, or the GAP's own code where nothing came from the AMC
	Label   string `json:"libelle"` // verbatim
	Group   string `json:"groupe"`
	// Action is CORRIGER_IDENTITE, CORRIGER_DONNEES, RESAISIR_ATTESTATION, CONTACTER_AMC, FACTURER_PATIENT,
	// DEMANDER_AUTRE_AMC, REESSAYER, REGULARISER, CHOISIR_OPTAM or ALERTER.
	Action string `json:"action"`
}

// An Estimate is the result of one simulation.
type Estimate struct {
	SimID      string  `json:"sim_id"`
	AMC        string  `json:"amc"` // amounts as "1166.56"
	Patient    string  `json:"patient"`
	Mention    string  `json:"mention"` // what is printed beside it; must say that it is an estimate
	Receivable bool    `json:"creance"` // true where the GAP made a receivable of it
	Lines      []Share `json:"lignes"`
	Hypothesis string  `json:"hypothese,omitempty"` // OPTAM status supposed for fees whose status is unknown; V2
}

// An Engagement is one calculation and what became of it.
type Engagement struct {
	ClcRequestID    string  `json:"demande_id"`
	ClcID           string  `json:"clc_id"`
	AMCRank         int     `json:"rang_amc"`
	State           string  `json:"etat"` // DEMANDE, ENGAGE, ENGAGE_PARTIEL, REFUSE, EN_DOUTE, ANNULE, ANOMALIE
	DebtorNumber    string  `json:"debiteur"`
	AMC             string  `json:"amc"`
	Patient         string  `json:"patient"`
	Lines           []Share `json:"lignes"`
	Billable        bool    `json:"facturable"` // the GAP would invoice the AMC on it
	GuaranteedUntil string  `json:"garanti_jusqu_au,omitempty"`

	Period *BillingPeriod `json:"periode,omitempty"` // V2
}

// A Share is one line shared between payers.
type Share struct {
	Line    int    `json:"ligne"`
	Code    string `json:"code"`
	AMC     string `json:"amc"`
	Patient string `json:"patient"`
	Reason  string `json:"motif,omitempty"`
	RPPS    string `json:"rpps,omitempty"`  // of the practitioner, for a fee; V2
	OPTAM   string `json:"optam,omitempty"` // status that the AMC knows, where it decided of the amount; V2
}

// An Invoice holds the lines that one payee bills: the establishment those that the AMCs engaged, a
// practitioner outside the compte mandataire his own, which the establishment never asks for.
type Invoice struct {
	Payee string  `json:"destinataire"`   // ETABLISSEMENT, PRATICIEN
	RPPS  string  `json:"rpps,omitempty"` // of the practitioner
	Lines []Share `json:"lignes"`
}

// Counters are what contiguous stays have used up, in whatever establishment.
type Counters struct {
	Days    int    `json:"jours_comptes"`       // of ticket modérateur, of the thirty
	Through string `json:"jusqu_au,omitempty"`  // last day counted
	PAS     bool   `json:"participation_prise"` // the flat participation on costly acts is taken
	Source  string `json:"source"`              // ETABLISSEMENT, AMC
}

// PatientPart is what the GAP would ask of the patient.
type PatientPart struct {
	Amount      string `json:"montant"`
	Billable    bool   `json:"facturable"`   // false while an answer is awaited or to be corrected
	Addressee   string `json:"destinataire"` // PATIENT, SUCCESSION
	Explanation string `json:"explication,omitempty"`
}
