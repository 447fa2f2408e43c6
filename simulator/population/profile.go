package population

import (
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Profile says in which proportions people and stays are drawn, and among which organisations.
type Profile struct {
	Name string   `yaml:"profil"`
	Doc  string   `yaml:"description,omitempty"`
	Date roc.Date `yaml:"date"` // ages, covers and attestations are those of this day

	Ages       []AgeBand   `yaml:"ages"`
	Identity   Identity    `yaml:"identites"`
	Situations []Situation `yaml:"situations"`

	Establishments []amc.Establishment `yaml:"etablissements,omitempty"`
	Hospitals      int                 `yaml:"etablissements_en_plus,omitempty"` // with drawn FINESS numbers
	Practitioners  Practitioners       `yaml:"praticiens"`
	Operators      []amc.Operator      `yaml:"operateurs,omitempty"`
	Insurers       []Insurer           `yaml:"amc"`

	Guarantees []Guarantee `yaml:"garanties"`
	Contracts  []Contracts `yaml:"contrats"`
	Periods    []Validity  `yaml:"periodes"`
	Care       Care        `yaml:"venues"`
}

// An AgeBand is a span of ages in years, both included.
type AgeBand struct {
	From     int `yaml:"de"`
	To       int `yaml:"a"`
	Weighted `yaml:",inline"`
}

// Identity says how often an identity is out of the ordinary, per mille.
type Identity struct {
	Corsica int `yaml:"nes_en_corse"`
	Lunar   int `yaml:"date_lunaire"`         // of the adults
	Twins   int `yaml:"jumeaux"`              // of the pairs of neighbours in the list
	NoNIR   int `yaml:"moins_de_16_sans_nir"` // known by the NIR of an insured parent only
}

// A Situation is what the compulsory insurance says of somebody.
type Situation struct {
	Name     string   `yaml:"nom"`
	Nature   string   `yaml:"nature"`
	ExoCode  string   `yaml:"exo"`
	FJPayer  string   `yaml:"payeur_fj"`
	Names    []string `yaml:"situations,omitempty"` // what the codes do not tell
	Sex      string   `yaml:"sexe,omitempty"`       // only of this sex
	Ages     *Ages    `yaml:"ages,omitempty"`       // only between these ages
	Weighted `yaml:",inline"`
}

// Ages are a span of years, both included.
type Ages struct {
	From int `yaml:"de"`
	To   int `yaml:"a"`
}

func (a *Ages) hold(age int) bool { return a == nil || age >= a.From && age <= a.To }

// Practitioners are those whom the hospitals employ.
type Practitioners struct {
	Count int `yaml:"nombre"`
	OPTAM int `yaml:"optam"` // per mille
}

// An Insurer is an AMC, and the pattern of its member numbers: "#" is a digit.
type Insurer struct {
	Member   string `yaml:"adherent"`
	Weighted `yaml:",inline"`
	amc.AMC  `yaml:",inline"`
}

// A Guarantee is a profile of the payer, with what its attestation prints.
type Guarantee struct {
	Name        string            `yaml:"nom"`
	Label       string            `yaml:"libelle"`
	C2S         bool              `yaml:"c2s,omitempty"`
	Responsible bool              `yaml:"responsable,omitempty"` // prints the R
	Columns     map[string]string `yaml:"colonnes"`              // HOSP: PEC, EXTE: "100", …
	Weighted    `yaml:",inline"`
}

// Contracts are how many contracts somebody has.
type Contracts struct {
	Count    int `yaml:"nombre"`
	Weighted `yaml:",inline"`
}

// A Validity is a shape of the periods of a contract around the date of the profile.
type Validity struct {
	Shape    string       `yaml:"forme"`
	Renewal  *amc.Renewal `yaml:"renouvellement,omitempty"` // default: that of the guarantee
	Weighted `yaml:",inline"`
}

// Care says which stays and visits people have.
type Care struct {
	From  roc.Date `yaml:"du"`
	To    roc.Date `yaml:"au"`
	Each  int      `yaml:"par_personne"` // one in each equal part of the time
	Exits []Exit   `yaml:"sorties"`
	Kinds []Kind   `yaml:"types"`
}

// An Exit is a way for a stay to end.
type Exit struct {
	Mode     string `yaml:"mode"`
	Weighted `yaml:",inline"`
}

// A Kind is a kind of stay or of visit.
type Kind struct {
	Name     string     `yaml:"nom"`
	Kind     string     `yaml:"type"` // HC, AMBULATOIRE, HDJ, SEANCES, ACE, URGENCE, URGENCE_GYNECO
	Domain   string     `yaml:"domaine,omitempty"`
	DMT      string     `yaml:"dmt,omitempty"`
	Tariff   string     `yaml:"code_tarif,omitempty"`
	Sex      string     `yaml:"sexe,omitempty"`
	Ages     *Ages      `yaml:"ages,omitempty"`
	Nights   []Nights   `yaml:"nuits,omitempty"`           // of a stay HC
	Before   int        `yaml:"suite_de_sejour,omitempty"` // per mille that follow another stay without a day at home
	Outcomes []Exit     `yaml:"issues,omitempty"`          // of an emergency visit
	Outside  int        `yaml:"hors_parcours,omitempty"`   // per mille, of a visit
	Items    []Delivery `yaml:"prestations,omitempty"`
	Weighted `yaml:",inline"`
}

// Nights are a span of lengths of stay, both included.
type Nights struct {
	From     int `yaml:"de"`
	To       int `yaml:"a"`
	Weighted `yaml:",inline"`
}

// A Delivery is something that may be delivered during a stay or a visit.
type Delivery struct {
	Code      string    `yaml:"code"`
	ActCode   string    `yaml:"acte,omitempty"`
	PerMille  int       `yaml:"pour_mille"`
	EachNight bool      `yaml:"par_nuit,omitempty"` // as many as nights
	Price     roc.Cents `yaml:"prix"`
	Base      roc.Cents `yaml:"base,omitempty"`
	Rate      int       `yaml:"taux,omitempty"`
	Specialty string    `yaml:"specialite,omitempty"`
	Invasive  bool      `yaml:"invasif,omitempty"`
}

// ParseProfile reads a profile and checks all of it. The error, of type strictyaml.Errors, holds
// every fault.
func ParseProfile(file string, data []byte) (*Profile, error) {
	p := new(Profile)
	if err := strictyaml.Decode(file, data, p); err != nil {
		return nil, err
	}
	if errs := p.check(); len(errs) > 0 {
		errs.Place(file, data)
		return nil, errs
	}
	return p, nil
}
