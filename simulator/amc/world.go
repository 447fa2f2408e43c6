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
	Number         string        `yaml:"numero"`
	Name           string        `yaml:"nom"`
	Convention     string        `yaml:"convention,omitempty"`
	CSR            string        `yaml:"csr,omitempty"`
	Connected      *bool         `yaml:"raccordee,omitempty"`  // default true
	Versions       []string      `yaml:"versions,omitempty"`   // default V1
	Domains        []string      `yaml:"domaines,omitempty"`   // default MCOO
	Operators      []Appointment `yaml:"operateurs,omitempty"` // none: the AMC answers itself
	Debtor         *Debtor       `yaml:"debiteur,omitempty"`   // default: the AMC
	MemberRequired bool          `yaml:"adherent_exige,omitempty"`
	DirectoryDays  *int          `yaml:"validite_annuaire_jours,omitempty"` // life of a directory answer: 30
	GuaranteeDays  int           `yaml:"garantie_jours,omitempty"`          // life of an engagement from the exit: 365
	BillingAddress string        `yaml:"adresse_facturation,omitempty"`
	Contacts       []Contact     `yaml:"contacts,omitempty"`
	Consignes      []Consigne    `yaml:"consignes,omitempty"`
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
