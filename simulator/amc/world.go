package amc

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A World is everything outside the GAP: directory, operators, insurers with their guarantees and
// quirks, establishments, beneficiaries, forced answers, clock, seed. It is read from a YAML file
// or posted to the admin API; ParseWorld checks it whole.
type World struct {
	Name           string               `yaml:"monde"`
	Doc            string               `yaml:"description,omitempty"`
	Seed           int64                `yaml:"graine,omitempty"`
	Clock          ClockSettings        `yaml:"horloge,omitempty"`
	Establishments []Establishment      `yaml:"etablissements"`
	Operators      []Operator           `yaml:"operateurs,omitempty"`
	AMCs           []AMC                `yaml:"amc"`
	Guarantees     map[string]Guarantee `yaml:"garanties,omitempty"` // besides the built-in profiles, by name
	Beneficiaries  []Beneficiary        `yaml:"beneficiaires"`
	Forcings       []Forcing            `yaml:"forcages,omitempty"`
	Rules          []regle.Rule         `yaml:"regles,omitempty"` // of the establishment or the editor
	// Withdrawn is how many forcings were taken out so far: a later one never inherits the
	// counter of an earlier one.
	Withdrawn int `yaml:"forcages_retires,omitempty"`
	// OPTAM are the RPPS numbers of the practitioners whom the AMCs know to have signed it.
	OPTAM []string `yaml:"praticiens_optam,omitempty"`
	// Adhesions are those whose dates the AMCs know; they complete OPTAM, whose dates never end.
	Adhesions []Adhesion `yaml:"adhesions_optam,omitempty"`
	// Accounts are the establishments that collect the fees of practitioners; of the others the AMCs
	// know nothing, and believe the lines (V2).
	Accounts []Account `yaml:"comptes_mandataires,omitempty"`

	index *index // built by ParseWorld; nil in a world that was not checked
}

// ClockSettings say how time passes in a world.
type ClockSettings struct {
	Mode  string    `yaml:"mode"`            // systeme, figee
	Start time.Time `yaml:"debut,omitempty"` // figee: the instant at which the world stands
}

// An Establishment is an entry of the registry of hospitals that the AMCs consult.
type Establishment struct {
	FinessEJ string `yaml:"finess_ej"`
	FinessEG string `yaml:"finess_eg"`
	Name     string `yaml:"nom"`
	State    string `yaml:"etat,omitempty"` // actif (default), suspendu
}

// An Operator receives the requests of several AMCs.
type Operator struct {
	ID   string `yaml:"id"`
	Name string `yaml:"nom"`
}

// An AMC is an insurer: one line of the directory and its manners. Several entries may share a
// number; the CSR then tells them apart.
type AMC struct {
	Number     string   `yaml:"numero"`
	Name       string   `yaml:"nom"`
	Convention string   `yaml:"convention,omitempty"`
	CSR        string   `yaml:"csr,omitempty"`
	Connected  *bool    `yaml:"raccordee,omitempty"` // default true
	Versions   []string `yaml:"versions,omitempty"`  // default V1
	Domains    []string `yaml:"domaines,omitempty"`  // default MCOO
	// Openings narrow the versions, by name: services and domains of V1 or V2.
	Openings map[string]Opening `yaml:"ouvertures,omitempty"`
	Modes    []string           `yaml:"modes,omitempty"` // EX_DG, EX_OQN; V2; none: both
	// TechnicalContract is one whatever the establishment; V2; none: CT- and the number.
	TechnicalContract string `yaml:"contrat_technique,omitempty"`
	// Cascade: the cancellation of a period cancels first those that follow it; otherwise they forbid
	// it. V2.
	Cascade        bool          `yaml:"cascade_annulation,omitempty"`
	Operators      []Appointment `yaml:"operateurs,omitempty"` // none: the AMC answers itself
	Debtor         *Debtor       `yaml:"debiteur,omitempty"`   // default: the AMC
	MemberRequired bool          `yaml:"adherent_exige,omitempty"`
	DirectoryDays  *int          `yaml:"validite_annuaire_jours,omitempty"` // life of a directory answer: 30
	// GuaranteeDays is the life of an engagement, from the exit or from the calculation if later: 365.
	GuaranteeDays  int        `yaml:"garantie_jours,omitempty"`
	BillingAddress string     `yaml:"adresse_facturation,omitempty"`
	Contacts       []Contact  `yaml:"contacts,omitempty"`
	Consignes      []Consigne `yaml:"consignes,omitempty"`
}

// An Opening narrows what an AMC serves in one version of the dispositif.
type Opening struct {
	Services []string `yaml:"services,omitempty"` // none: IDB, SIM, CLC, DEL
	Domains  []string `yaml:"domaines,omitempty"` // none: all those of the AMC
}

// An Adhesion is a practitioner's to the OPTAM, over dates.
type Adhesion struct {
	RPPS   string   `yaml:"rpps"`
	Option string   `yaml:"option,omitempty"` // OPTAM (default), OPTAM_CO
	From   roc.Date `yaml:"du,omitempty"`
	To     roc.Date `yaml:"au,omitempty"`
}

// An Account is the compte mandataire of an establishment: the AMC pays it the fees of these
// practitioners, and of no other.
type Account struct {
	FinessEG      string   `yaml:"finess_eg"`
	Practitioners []string `yaml:"praticiens,omitempty"` // RPPS
}

// An Appointment says which operator answers for an AMC from a date on.
type Appointment struct {
	Operator string   `yaml:"operateur"`
	From     roc.Date `yaml:"du,omitempty"`
}

// A Debtor pays in the AMC's place.
type Debtor struct {
	Number string `yaml:"numero"`
	Name   string `yaml:"nom"`
}

// A Contact of the AMC for hospitals.
type Contact struct {
	Name  string `yaml:"nom"`
	Phone string `yaml:"telephone,omitempty"`
	Email string `yaml:"courriel,omitempty"`
	Hours string `yaml:"horaires,omitempty"`
}

// A Consigne is an instruction that the answers of a service carry.
type Consigne struct {
	Services []string `yaml:"services,omitempty"` // none: IDB
	Code     string   `yaml:"code,omitempty"`
	Text     string   `yaml:"texte"`
}

// A Beneficiary is a person as the AMCs know him or her.
type Beneficiary struct {
	ID         string  `yaml:"id"`         // persona: P01
	InsuredNIR string  `yaml:"nir_assure"` // 13 + 2 characters, key included
	NIR        string  `yaml:"nir,omitempty"`
	BirthDate  string  `yaml:"naissance"`      // AAAAMMJJ
	BirthRank  int     `yaml:"rang,omitempty"` // default 1
	LastName   string  `yaml:"nom"`
	FirstName  string  `yaml:"prenom"`
	Covers     []Cover `yaml:"couvertures"`
}

// A Cover is a contract that covers a beneficiary.
type Cover struct {
	AMC        string   `yaml:"amc"` // number
	CSR        string   `yaml:"csr,omitempty"`
	Contract   string   `yaml:"contrat"`
	Member     string   `yaml:"adherent,omitempty"`
	Kind       string   `yaml:"type,omitempty"`   // INDIVIDUEL (default), COLLECTIF
	Level      string   `yaml:"niveau,omitempty"` // BASE (default), COMPLEMENTAIRE, SURCOMPLEMENTAIRE
	Rank       int      `yaml:"rang,omitempty"`   // default 1
	Guarantee  string   `yaml:"garantie"`         // profile: FULL, BASIC, …
	C2S        bool     `yaml:"c2s,omitempty"`
	NoTPACE    bool     `yaml:"sans_tp_ace,omitempty"`
	NoTPSejour bool     `yaml:"sans_tp_sejour,omitempty"`
	Domains    []string `yaml:"domaines,omitempty"` // open to third-party payment; V2; none: those of the AMC
	Periods    []Period `yaml:"periodes"`
	Renewal    *Renewal `yaml:"renouvellement,omitempty"` // default: that of the guarantee profile
}

// A Period of cover.
type Period struct {
	From roc.Date `yaml:"du"`
	To   roc.Date `yaml:"au,omitempty"` // none: open-ended
}

// A Renewal says how the AMC computes the date until which its answer may be relied on.
type Renewal struct {
	Mode string `yaml:"mode"` // jours, debut_de_mois, milieu_de_mois, fin_de_mois
	Days int    `yaml:"jours,omitempty"`
}

// A Forcing bends the answer of a service: a code imposed, or an incoherence that a faulty AMC
// would produce. It is visible as forced in the trace.
type Forcing struct {
	Service     string `yaml:"service"`
	Code        string `yaml:"code,omitempty"`         // any code, known or not: the answer is a refusal with it
	Label       string `yaml:"libelle,omitempty"`      // default: the catalogue's
	Group       string `yaml:"groupe,omitempty"`       // default: the code's first letter
	Incoherence string `yaml:"incoherence,omitempty"`  // montant_superieur, somme_fausse, ligne_inconnue
	AMC         string `yaml:"amc,omitempty"`          // number; none: every AMC
	Beneficiary string `yaml:"beneficiaire,omitempty"` // persona; none: everyone
	Times       int    `yaml:"fois,omitempty"`         // applied to the first n matching requests; 0: always
}
