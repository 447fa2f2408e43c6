package regle

import "time"

// Facts are what a condition may look at. The tags are the documentation: "expr" is the name in a
// condition, "dit" what it means, "services" who knows it (none: all five); "sorte" says that a whole
// number is an amount in cents.
//
// A text that the request leaves out is empty, a number is 0, and a date is before all others.
type Facts struct {
	Service       string        `expr:"service" dit:"service appelé : ANN, IDB, SIM, CLC ou DEL"`
	Today         time.Time     `expr:"jour" dit:"date du jour, à l'horloge du monde"`
	Establishment Establishment `expr:"etablissement" dit:"établissement qui appelle"`
	AMC           AMC           `expr:"amc" dit:"AMC à laquelle la demande est adressée"`
	Beneficiary   Beneficiary   `expr:"beneficiaire" dit:"personne reconnue par l'AMC"`
	AMO           AMO           `expr:"amo" dit:"situation auprès de l'assurance maladie obligatoire"`
	Stay          Stay          `expr:"sejour" dit:"séjour ou passage en soins externes"`
	Lines         []*Line       `expr:"lignes" dit:"lignes de prestations" services:"SIM CLC"`
	Totals        Totals        `expr:"totaux" dit:"sommes annoncées par la demande"`
	Cancellation  Cancellation  `expr:"annulation" dit:"annulation demandée"`
}

// An Establishment is the hospital that calls.
type Establishment struct {
	EJ string `expr:"ej" dit:"FINESS juridique"`
	EG string `expr:"eg" dit:"FINESS géographique"`
}

// An AMC is the insurer addressed.
type AMC struct {
	Number     string `expr:"numero" dit:"numéro d'AMC, zéros compris"`
	Name       string `expr:"nom" dit:"nom dans l'annuaire du monde"`
	Convention string `expr:"convention" dit:"type de convention"`
}

// A Beneficiary is the person recognised, without what would tell who it is outside the world.
type Beneficiary struct {
	ID         string   `expr:"id" dit:"identifiant dans le monde, tel que P01" services:"IDB SIM CLC DEL"`
	Age        int      `expr:"age" dit:"âge en années au premier jour des soins" services:"IDB SIM CLC"`
	Guarantees []string `expr:"garanties" dit:"garanties de ses contrats chez cette AMC" services:"IDB SIM CLC DEL"`
}

// An AMO is what the compulsory insurance decides.
type AMO struct {
	Nature  string `expr:"nature" dit:"nature d'assurance : 10, 13, 30, 41, 90" services:"IDB SIM CLC"`
	Exo     string `expr:"exo" dit:"code d'exonération du ticket modérateur" services:"SIM CLC"`
	FJPayer string `expr:"payeur_fj" dit:"payeur du forfait journalier : A, R, L, X" services:"CLC"`
	Pathway string `expr:"parcours" dit:"code du parcours de soins (soins externes)" services:"CLC"`
}

// A Stay is the stay or the visit.
type Stay struct {
	Context   string    `expr:"contexte" dit:"SEJOUR ou ACE" services:"IDB SIM CLC"`
	Kind      string    `expr:"type" dit:"ACE, HC, AMBULATOIRE, HDJ, SEANCES" services:"SIM CLC"`
	Domain    string    `expr:"domaine" dit:"MCOO, SMR, PSY, HAD" services:"IDB SIM CLC"`
	Entry     time.Time `expr:"entree" dit:"date d'entrée ou de passage" services:"IDB SIM CLC"`
	Exit      time.Time `expr:"sortie" dit:"date de sortie, prévue ou réelle" services:"IDB SIM CLC"`
	Nights    int       `expr:"nuits" dit:"nuits entre l'entrée et la sortie" services:"IDB SIM CLC"`
	EntryMode string    `expr:"mode_entree" dit:"DOMICILE, TRANSFERT, MUTATION, URGENCES" services:"CLC"`
	ExitMode  string    `expr:"mode_sortie" dit:"DOMICILE, TRANSFERT, MUTATION, DECES" services:"CLC"`
}

// A Line is one prestation.
type Line struct {
	ID        int       `expr:"rang" dit:"numéro de la ligne dans la demande"`
	Code      string    `expr:"code" dit:"code de prestation : PJ, FJ, CHP…"`
	Act       string    `expr:"acte" dit:"code CCAM ou NGAP"`
	Family    string    `expr:"famille" dit:"tm, fj, pas, fpu, chambre, accompagnant, exclu, assure, inconnu, fautif"`
	Quantity  int       `expr:"quantite" dit:"quantité"`
	Price     int       `expr:"prix" dit:"prix unitaire" sorte:"montant"`
	Billed    int       `expr:"facture" dit:"montant facturé" sorte:"montant"`
	Base      int       `expr:"base" dit:"base de remboursement" sorte:"montant"`
	Rate      int       `expr:"taux" dit:"taux de l'AMO, en pour cent"`
	AMO       int       `expr:"amo" dit:"part de l'AMO" sorte:"montant"`
	Left      int       `expr:"reste" dit:"ce que l'AMO laisse" sorte:"montant"`
	OtherAMC  int       `expr:"autre_amc" dit:"part déjà prise par une autre AMC" sorte:"montant"`
	Requested int       `expr:"demande" dit:"ce qui est demandé à cette AMC" sorte:"montant"`
	Overrun   int       `expr:"depassement" dit:"dépassement d'honoraires" sorte:"montant"`
	From      time.Time `expr:"du" dit:"premier jour"`
	To        time.Time `expr:"au" dit:"dernier jour"`
}

// Totals are the sums that the request announces.
type Totals struct {
	Billed    int `expr:"facture" dit:"total facturé" sorte:"montant" services:"SIM CLC"`
	AMO       int `expr:"amo" dit:"part de l'AMO" sorte:"montant" services:"SIM CLC"`
	Requested int `expr:"demande" dit:"total demandé à cette AMC" sorte:"montant" services:"SIM CLC"`
}

// A Cancellation is what a DEL asks.
type Cancellation struct {
	Reason string `expr:"motif" dit:"IDENTITE, PRESTATIONS, DEBITEUR, AMO, PATIENT_PAYEUR, AUTRE" services:"DEL"`
}
