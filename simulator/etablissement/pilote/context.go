package pilote

import "time"

// A CaseContext is what a case needs to exist in the GAP before it starts.
type CaseContext struct {
	Now           time.Time     `json:"maintenant"` // the GAP lives at this instant until told otherwise
	BaseURL       string        `json:"base_url"`   // the case's own simulator: {base_url}/v1/annuaire
	Establishment Establishment `json:"etablissement"`
	Patient       Patient       `json:"patient"`
	AMO           AMO           `json:"amo"`
	Card          Card          `json:"attestation"`
	Venue         Venue         `json:"venue"`

	// Version is the version of the norme in which the case plays: V1 (default) or V2. A GAP that speaks V2
	// falls back on V1 for an AMC that has nothing else.
	Version string `json:"version,omitempty"`
}

// An Establishment is the hospital in which the case plays.
type Establishment struct {
	FinessEJ string `json:"finess_ej"`
	FinessEG string `json:"finess_eg"`
	Statut   string `json:"statut"` // EPS, PNL, EPL
	Mode     string `json:"mode"`   // EX_DG, EX_OQN

	// NotAsked are the codes of comfort that this hospital, by its own setting, bills to the patient
	// without asking the AMC: TV, TEL. Empty: whatever the AMO leaves is asked.
	NotAsked []string `json:"non_demandes,omitempty"`
}

// A Patient is the person as the agent knows him or her.
type Patient struct {
	IPP        string `json:"ipp"`
	NDA        string `json:"nda"`
	LastName   string `json:"nom"`
	FirstName  string `json:"prenom"`
	BirthName  string `json:"nom_naissance,omitempty"`
	Sex        string `json:"sexe,omitempty"`
	BirthDate  string `json:"naissance"` // AAAAMMJJ as on the card
	BirthRank  int    `json:"rang"`
	InsuredNIR string `json:"nir_assure,omitempty"`
	InsuredKey string `json:"cle_assure,omitempty"`
	NIR        string `json:"nir,omitempty"`
	Key        string `json:"cle,omitempty"`
}

// AMO is the patient's situation with the compulsory insurance.
type AMO struct {
	Regime  string `json:"regime,omitempty"`
	Caisse  string `json:"caisse,omitempty"`
	Centre  string `json:"centre,omitempty"`
	Nature  string `json:"nature"`    // 10, 13, 30, 41, 90
	ExoCode string `json:"exo"`       // 0, 4, …
	FJPayer string `json:"payeur_fj"` // A, R, L, X

	Situations []string `json:"situations,omitempty"` // what the codes do not tell: DONNEUR, ALD_SANS_RAPPORT, …
}

// A Card is the attestation that the patient shows. Where DataMatrix is set the agent scans it;
// the other items are what is printed.
type Card struct {
	AMCNumber      string `json:"amc"`
	ConventionType string `json:"convention"`
	CSR            string `json:"csr"`
	MemberNumber   string `json:"adherent"`
	ValidFrom      string `json:"valide_du,omitempty"` // AAAA-MM-JJ
	ValidTo        string `json:"valide_au,omitempty"`
	DataMatrix     string `json:"datamatrix,omitempty"`
}

// A Venue is the stay or the visit as planned.
type Venue struct {
	Context     string `json:"contexte"` // ACE, SEJOUR
	Entry       string `json:"entree"`   // AAAA-MM-JJTHH:MM
	PlannedExit string `json:"sortie_prevue,omitempty"`
	// Kind is HC, AMBULATOIRE, HDJ or SEANCES for a stay, and in V2 NUIT, CRISE or HAD; ACE, URGENCE or
	// URGENCE_GYNECO for a visit (Context ACE). An emergency is calculated once its exit is entered, since
	// the forfait depends on it; the agent keys the acts, never the forfait.
	Kind   string `json:"type"`
	Domain string `json:"domaine"`
	DMT    string `json:"dmt,omitempty"`
	Tariff string `json:"code_tarif,omitempty"`
	Unit   string `json:"unite,omitempty"`

	Pathway      string `json:"parcours,omitempty"`     // HORS: outside the coordinated pathway
	ViaEmergency bool   `json:"par_urgences,omitempty"` // a stay that began in the emergency department
	// GHS is the amount of the stay, "700.00", where the ticket modérateur is taken on it; empty: on the daily tariff.
	GHS string `json:"ghs,omitempty"`

	// Before are the stays that lead to this one, as far as the hospital knows them; V2.
	Before []EarlierStay `json:"sejours_anterieurs,omitempty"`
}

// An EarlierStay is a stay of the same patient that this one follows.
type EarlierStay struct {
	Entry    string `json:"entree"` // AAAA-MM-JJ
	Exit     string `json:"sortie"`
	PAS      bool   `json:"participation_prise,omitempty"`
	FinessEJ string `json:"finess_ej,omitempty"` // empty: the same as the case's
}
