package reports

import "time"

// A Campaign is one run of the suite against one GAP.
type Campaign struct {
	Schema       string        `json:"schema"` // "miroir-resultats/1"
	Run          string        `json:"run"`
	Started      time.Time     `json:"debut"`
	Ended        time.Time     `json:"fin"`
	Suite        Suite         `json:"suite"`
	Product      Product       `json:"produit"`
	Settings     Settings      `json:"reglages"`
	Selected     []string      `json:"selection"` // coordinates, in order
	Results      []Result      `json:"resultats"`
	Integrity    []string      `json:"integrite"` // evidence that contradicts itself; any entry voids the run
	Detection    *Detection    `json:"detection,omitempty"`
	Interrupted  bool          `json:"interrompue,omitempty"`
	Requirements []Requirement `json:"exigences"` // the catalogue rows that the selection touches
	Footer       Footer        `json:"pied"`
}

// A Suite pins what the run was made with.
type Suite struct {
	Version   string `json:"version"`   // calendar version of the cases
	Digest    string `json:"empreinte"` // of features, scenarios and catalogue
	Simulator string `json:"simulateur"`
	Godog     string `json:"godog"`
}

// A Product identifies the GAP, as its driver described it.
type Product struct {
	Editor  string `json:"editeur"`
	Name    string `json:"nom"`
	Version string `json:"version"`
	Ecart   string `json:"ecart,omitempty"` // deliberate deviation of the reference GAP
}

// Settings are the choices made for the run.
type Settings struct {
	Binding  string   `json:"liaison"` // soap, json
	Versions []string `json:"versions"`
	Pilote   string   `json:"pilote"` // http
	Filter   string   `json:"filtre,omitempty"`
	Seed     int64    `json:"graine"`
	Parallel int      `json:"parallelisme"`
	Masked   bool     `json:"masque"`
}

// A Result is what is known of the GAP for one case, version and example.
type Result struct {
	Coordinate   string     `json:"coordonnee"` // ROC-IDB-001@v1 or ROC-IDB-007@v1/rang-2
	Case         string     `json:"cas"`
	Version      string     `json:"version"`
	Example      string     `json:"exemple,omitempty"`
	Title        string     `json:"titre"`
	Service      string     `json:"service"`
	Requirements []string   `json:"exigences"`
	Level        string     `json:"niveau"` // obligatoire, recommande, information
	File         string     `json:"fichier"`
	Line         int        `json:"ligne"`
	Verdict      Verdict    `json:"verdict"`
	Origin       Origin     `json:"origine,omitempty"`
	Reason       string     `json:"motif,omitempty"`       // main reason, French
	Complements  []string   `json:"complements,omitempty"` // further reasons
	NextAction   string     `json:"suite_a_donner,omitempty"`
	Steps        []StepRun  `json:"etapes"`
	Checks       []Check    `json:"verifications"`
	Exchanges    []Exchange `json:"echanges"`
	Orphans      []string   `json:"orphelines,omitempty"`   // requests seen meanwhile that no case claims
	NoExchange   bool       `json:"sans_echange,omitempty"` // the case is proven without any request of the GAP
	DurationMS   int64      `json:"duree_ms"`
}

// A StepRun is one line of the scenario and what became of it.
type StepRun struct {
	Keyword string `json:"mot_cle"`
	Text    string `json:"texte"`
	Line    int    `json:"ligne"`
	State   string `json:"etat"` // faite, echouee, non_jouee
	Detail  string `json:"detail,omitempty"`
}

// A Check is one assertion, announced before the case started.
type Check struct {
	ID        string  `json:"id"` // ROC-SIM-012#montant-part-amc
	Text      string  `json:"texte"`
	Mandatory bool    `json:"obligatoire"`
	Outcome   Outcome `json:"resultat"`
	Expected  string  `json:"attendu,omitempty"`
	Observed  string  `json:"observe,omitempty"`
	Evidence  string  `json:"preuve,omitempty"` // "échange 3, /CalculDemande/…" or "dossier affiché par la GAP"
}

// An Exchange is one request of the GAP and its answer, masked.
type Exchange struct {
	ID      string    `json:"id"`
	At      time.Time `json:"a"`
	Service string    `json:"service"`
	Path    string    `json:"chemin"`
	Binding string    `json:"liaison"`
	HTTP    int       `json:"http"`
	Outcome string    `json:"issue"` // result and code of the answer, or the fault
	Request string    `json:"demande"`
	Reply   string    `json:"reponse"`
	Trace   []string  `json:"regles"`           // the payer's rules that fired, "IDB-R04 bénéficiaire reconnu"
	Lines   []Share   `json:"lignes,omitempty"` // of a calculation or a simulation, each with the rules that shared it
	Forced  bool      `json:"force,omitempty"`  // a rule of the trace was forced: the payer was told to answer wrongly

	Contradictions []string `json:"contradictions,omitempty"` // French: where the rules and the answer disagree
}

// A Share is a line of a calculation, what the payer took of it and by which rules. Amounts are
// euros as the wire writes them: "1166.56".
type Share struct {
	Number    int         `json:"numero"`
	Code      string      `json:"code,omitempty"` // empty: answered without being asked
	From      string      `json:"du,omitempty"`   // AAAA-MM-JJ
	To        string      `json:"au,omitempty"`
	Requested string      `json:"demande"`
	Answered  bool        `json:"repondue"`
	AMC       string      `json:"montantAMC"`
	Patient   string      `json:"montantPatient"`
	Rules     []RuleShare `json:"regles"`
}

// A RuleShare is what one rule took of a line, and what it left for good.
type RuleShare struct {
	Text    string `json:"texte"`
	Paid    string `json:"paye"`
	Refused string `json:"refuse"`
}

// A Requirement is a row of the catalogue, as the report shows it.
type Requirement struct {
	ID      string   `json:"id"`
	Summary string   `json:"resume"`
	Level   string   `json:"niveau"` // doit, ne_doit_pas, devrait, peut
	Service string   `json:"service"`
	Cases   []string `json:"cas"`  // coordinates that exercised it in this run: filled by Judge
	Status  Status   `json:"etat"` // filled by Judge
}

// Detection says how many deliberate deviations the suite caught.
type Detection struct {
	Total      int         `json:"total"`
	Detected   int         `json:"detectes"`
	Deviations []Deviation `json:"ecarts"`
}

// A Deviation is one broken GAP and what caught it.
type Deviation struct {
	ID          string   `json:"id"`
	Version     string   `json:"version"` // of the norme in which the GAP was bent: "v1"
	Requirement string   `json:"exigence"`
	Summary     string   `json:"resume"`
	Detected    bool     `json:"detecte"`
	By          []string `json:"par"`   // coordinates found non_conforme
	Exact       bool     `json:"exact"` // caught by a case of the requirement that it violates
}

// A Footer closes the file: a reader that does not find it, or whose counts differ, refuses it.
type Footer struct {
	Selected  int             `json:"selectionnes"`
	Results   int             `json:"resultats"`
	Checks    int             `json:"verifications"`
	Exchanges int             `json:"echanges"`
	Verdicts  map[Verdict]int `json:"verdicts"`
	Claim     Claim           `json:"conclusion"`
	ExitCode  int             `json:"code_sortie"`
	Digest    string          `json:"empreinte"` // SHA-256 of the whole campaign, but for this field, in canonical form
}
