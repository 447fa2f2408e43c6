package pilote

import "time"

// An Action is one thing that an agent does in the GAP.
type Action string

// The actions. Each is one stimulus; the GAP does by itself whatever its rules chain to it.
const (
	LireDataMatrix      Action = "lire_datamatrix"       // scan the attestation (Parameters.Card, or the context's)
	SaisirAttestation   Action = "saisir_attestation"    // key the attestation in (Parameters.Card, or the context's)
	ConsulterAnnuaire   Action = "consulter_annuaire"    // ANN only
	ChoisirCSR          Action = "choisir_csr"           // answer an ambiguous directory (Parameters.Card.CSR)
	IdentifierDroits    Action = "identifier_droits"     // IDB, preceded by ANN where the GAP needs it
	CorrigerPatient     Action = "corriger_patient"      // replace identity items (Parameters.Patient)
	ConfirmerIdentite   Action = "confirmer_identite"    // the agent accepts the differences shown
	Simuler             Action = "simuler"               // SIM
	SaisirSortie        Action = "saisir_sortie"         // Parameters.Exit: the stay or visit is over
	AjouterPrestation   Action = "ajouter_prestation"    // Parameters.Prestation
	ModifierAMO         Action = "modifier_amo"          // Parameters.AMO: the AMO decided otherwise
	Calculer            Action = "calculer"              // CLC, of Parameters.Period where given; stale answers first
	Annuler             Action = "annuler"               // DEL of the live engagement, or that of ClcID or PeriodIndex
	ValiderDebitPatient Action = "valider_debit_patient" // the agent agrees to bill the patient
	AjouterAMC          Action = "ajouter_amc"           // Parameters.Card: a further insurer, of the next rank
	ChangerAMC          Action = "changer_amc"           // Parameters.Card from Parameters.From on
	AvancerHorloge      Action = "avancer_horloge"       // Parameters.Now
	SaisirPermission    Action = "saisir_permission"     // Parameters.Leave: days out of a stay; V2
	ChoisirOPTAM        Action = "choisir_optam"         // Parameters.Choice, after a divergence; V2
)

// Parameters hold what an action needs; each action reads its own.
type Parameters struct {
	Card       *Card       `json:"attestation,omitempty"`
	Patient    *Patient    `json:"patient,omitempty"`
	AMO        *AMO        `json:"amo,omitempty"`
	Exit       *Exit       `json:"sortie,omitempty"`
	Prestation *Prestation `json:"prestation,omitempty"`
	ClcID      string      `json:"clc_id,omitempty"`
	Reason     string      `json:"motif,omitempty"`
	From       string      `json:"a_partir_du,omitempty"` // AAAA-MM-JJ
	Now        time.Time   `json:"maintenant,omitzero"`
	AMCRank    int         `json:"rang_amc,omitempty"` // which insurer, from 1; 0 means the first

	Period      *BillingPeriod `json:"periode,omitempty"`        // calculer: the part of the stay to bill; V2
	PeriodIndex int            `json:"indice_periode,omitempty"` // annuler: the period whose engagement is cancelled
	Leave       *Leave         `json:"permission,omitempty"`
	Choice      string         `json:"choix,omitempty"` // ACCEPTER, CORRIGER, JUSTIFICATIF
}

// A BillingPeriod is the part of a stay that one calculation bills; dates AAAA-MM-JJ.
type BillingPeriod struct {
	Index int    `json:"indice"` // from 1
	From  string `json:"du"`
	To    string `json:"au"`     // last day, included
	Final bool   `json:"finale"` // the stay ends with it
}

// A Leave is the whole days that a patient spends out of a stay: a permission of SMR or PSY, or the
// days of a hospital stay that suspends HAD.
type Leave struct {
	From string `json:"du"` // AAAA-MM-JJ
	To   string `json:"au"` // last day out, included
}

// The choices of the agent where the AMC knows another OPTAM status of a practitioner.
const (
	AcceptOPTAM  = "ACCEPTER"     // the AMC's amount stands
	CorrectOPTAM = "CORRIGER"     // the dossier takes the AMC's status; the calculation is to be done again
	ProveOPTAM   = "JUSTIFICATIF" // a proof of the status is asked; the patient is not billed meanwhile
)

// An Exit ends a stay or a visit.
type Exit struct {
	At string `json:"le"` // AAAA-MM-JJTHH:MM
	// DOMICILE, TRANSFERT, MUTATION, DECES; of an emergency visit DOMICILE, HOSPITALISATION, SANS_SOINS or
	// REORIENTATION.
	Mode string `json:"mode"`
}

// A Prestation is something that was delivered, before AMO valuation.
type Prestation struct {
	Code      string `json:"code"`           // CHP, LIT, REP, TV, CS, ADC, ATU, SDE (dental care), …
	ActCode   string `json:"acte,omitempty"` // CCAM
	From      string `json:"du"`             // AAAA-MM-JJ
	To        string `json:"au,omitempty"`
	Quantity  int    `json:"quantite"`
	UnitPrice string `json:"prix_unitaire"`  // "60.00"
	Base      string `json:"base,omitempty"` // AMO base per unit; empty: the AMO pays nothing
	Rate      int    `json:"taux,omitempty"` // AMO rate, percent

	Specialty   string `json:"specialite,omitempty"`  // of the practitioner, for acts
	Coefficient int    `json:"coefficient,omitempty"` // NGAP
	Invasive    bool   `json:"invasif,omitempty"`

	// Of a practitioner's fee, which an ex-OQN establishment bills besides the stay; V2. UnitPrice holds
	// the overrun.
	RPPS    string `json:"rpps,omitempty"`
	Sector  string `json:"secteur,omitempty"`      // 1, 2, NC
	OPTAM   string `json:"optam,omitempty"`        // AUCUN, OPTAM, OPTAM_CO on the day of the act; empty: unknown
	Payee   string `json:"destinataire,omitempty"` // ETABLISSEMENT (default); PRATICIEN: outside its compte mandataire
	Overrun string `json:"depassement,omitempty"`  // "80.00", part of the price above the base
}
