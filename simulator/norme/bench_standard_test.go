package norme_test

import "time"

// The CLC request as structures of encoding/xml, for the comparison.
type standardEnvelope struct {
	Body struct {
		CLC standardCLC `xml:"CalculDemande"`
	} `xml:"Body"`
}

type standardCLC struct {
	Header struct {
		MessageID    string    `xml:"idMessage"`
		Conversation string    `xml:"idConversation"`
		SentAt       time.Time `xml:"envoyeLe"`
		Sender       struct {
			EJ       string `xml:"finessEJ"`
			EG       string `xml:"finessEG"`
			Software struct {
				Editor  string `xml:"editeur"`
				Product string `xml:"produit"`
				Version string `xml:"version"`
			} `xml:"logiciel"`
		} `xml:"emetteur"`
		Receiver struct {
			AMC      string `xml:"numeroAMC"`
			Operator string `xml:"idOperateur"`
		} `xml:"destinataire"`
		Norme string `xml:"versionNorme"`
		Test  bool   `xml:"test"`
	} `xml:"entete"`
	RequestID     string `xml:"idDemandeCalcul"`
	IdbID         string `xml:"idIDB"`
	Establishment struct {
		EJ     string `xml:"finessEJ"`
		EG     string `xml:"finessEG"`
		Statut string `xml:"statut"`
		Mode   string `xml:"mode"`
	} `xml:"etablissement"`
	Patient struct {
		IPP         string `xml:"ipp"`
		NDA         string `xml:"nda"`
		Beneficiary struct {
			NIR       string `xml:"nirAssure"`
			Key       string `xml:"cleAssure"`
			BirthDate string `xml:"dateNaissance"`
			Rank      int    `xml:"rangNaissance"`
			LastName  string `xml:"nom"`
			FirstName string `xml:"prenom"`
			Sex       string `xml:"sexe"`
		} `xml:"beneficiaire"`
	} `xml:"patient"`
	AMO struct {
		Affiliation struct {
			Regime string `xml:"regime"`
			Caisse string `xml:"caisse"`
			Centre string `xml:"centre"`
		} `xml:"affiliation"`
		Nature string `xml:"natureAssurance"`
		Exo    string `xml:"exoneration"`
		Payer  string `xml:"payeurFJ"`
	} `xml:"amo"`
	Venue struct {
		Entry     time.Time `xml:"entree"`
		Exit      time.Time `xml:"sortie"`
		EntryMode string    `xml:"modeEntree"`
		ExitMode  string    `xml:"modeSortie"`
		Kind      string    `xml:"type"`
		Domain    string    `xml:"domaine"`
		DMT       string    `xml:"dmt"`
		Unit      string    `xml:"uniteMedicale"`
	} `xml:"venue"`
	Lines  []standardLine `xml:"ligne"`
	Totals struct {
		Billed    string `xml:"facture"`
		AMO       string `xml:"montantAMO"`
		Requested string `xml:"demande"`
	} `xml:"totaux"`
}

type standardLine struct {
	ID       int    `xml:"numero"`
	Code     string `xml:"code"`
	From     string `xml:"du"`
	To       string `xml:"au"`
	Quantity int    `xml:"quantite"`
	Price    string `xml:"prixUnitaire"`
	Total    string `xml:"total"`
	Base     string `xml:"base"`
	Rate     int    `xml:"taux"`
	AMO      string `xml:"montantAMO"`
	Left     string `xml:"reste"`
	Coef     string `xml:"coefficient"`
	Payer    string `xml:"payeurPresume"`
	Executor *struct {
		Finess string `xml:"finess"`
	} `xml:"executant"`
}
