package pilote

import "time"

// Protocol is the version of the protocol that this package speaks.
const Protocol = 1

// A Verb is what the bench asks of a driver.
type Verb string

// The verbs, in the order in which a case uses them.
const (
	Decrire       Verb = "decrire"
	Verifier      Verb = "verifier"
	Preparer      Verb = "preparer"
	Declencher    Verb = "declencher"
	Collecter     Verb = "collecter"
	Terminer      Verb = "terminer"
	Reinitialiser Verb = "reinitialiser"
)

// A Demand is what the bench posts for any verb.
type Demand struct {
	Protocol   int          `json:"protocole"`
	Run        string       `json:"run"`
	Case       string       `json:"cas"`               // "ROC-IDB-001", with "/example" where the case has examples
	Version    string       `json:"version"`           // "v1"
	Attempt    int          `json:"essai"`             // from 1
	Deadline   time.Time    `json:"echeance,omitzero"` // the bench stops waiting then
	Language   string       `json:"langue"`
	Context    *CaseContext `json:"contexte,omitempty"`   // preparer
	Action     Action       `json:"action,omitempty"`     // declencher
	Parameters *Parameters  `json:"parametres,omitempty"` // declencher
}

// A Reply is what the driver answers for any verb.
type Reply struct {
	Status       Status        `json:"statut"`
	Message      string        `json:"message,omitempty"` // the product's own words, for the agent
	Cause        string        `json:"cause,omitempty"`   // why it was impossible
	Capabilities *Capabilities `json:"capacites,omitempty"`
	Findings     []Finding     `json:"constats,omitempty"` // verifier
	Facts        *Facts        `json:"faits,omitempty"`    // collecter
}

// A Status says what became of a demand; it is never a verdict.
type Status string

// The statuses. A refusal by the product is a result; the last two say that nothing was done.
const (
	Fait          Status = "fait"
	EnCours       Status = "en_cours"
	RefuseProduit Status = "refuse_par_le_produit"
	NonSupporte   Status = "non_supporte"
	Impossible    Status = "impossible"
)

// Capabilities describe the product behind the driver.
type Capabilities struct {
	Protocol    int      `json:"protocole"`
	Editor      string   `json:"editeur"`
	Product     string   `json:"produit"`
	Version     string   `json:"version_produit"`
	Versions    []string `json:"versions_norme"` // "v1"
	Actions     []Action `json:"actions"`
	Clock       bool     `json:"horloge"`      // the GAP can live at the case's date
	Parallelism int      `json:"parallelisme"` // cases at once; 1 where in doubt
}

// A Finding is one result of verifier.
type Finding struct {
	Subject string `json:"sujet"` // "annuaire", "horloge", …
	OK      bool   `json:"ok"`
	Detail  string `json:"detail,omitempty"`
}
