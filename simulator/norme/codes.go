package norme

// The codes of the faults of structure; they are stable and the same in XML and in JSON.
const (
	codeUnknown    = "ELEMENT_INCONNU"
	codeMissing    = "ELEMENT_MANQUANT"
	codeRepeated   = "ELEMENT_REPETE"
	codeMisplaced  = "ELEMENT_DEPLACE"
	codeTooMany    = "TROP_D_OCCURRENCES"
	codeNested     = "ELEMENT_INATTENDU" // an element where a value is expected
	codeStrayText  = "TEXTE_INATTENDU"
	codeAttribute  = "ATTRIBUT_INCONNU"
	codeNamespace  = "ESPACE_DE_NOMS"
	codeKind       = "TYPE_JSON"
	codeValue      = "VALEUR_INCONNUE"
	codeCharacter  = "CARACTERE_INTERDIT"
	codeLength     = "LONGUEUR_INVALIDE"
	codeInteger    = "ENTIER_INVALIDE"
	codeBounds     = "HORS_BORNES"
	codeBoolean    = "BOOLEEN_INVALIDE"
	codeAmount     = "MONTANT_INVALIDE"
	codeDecimal    = "DECIMAL_INVALIDE"
	codeDate       = "DATE_INVALIDE"
	codeInstant    = "INSTANT_INVALIDE"
	codeUUID       = "UUID_INVALIDE"
	codeNIR        = "NIR_INVALIDE"
	codeKeyForm    = "CLE_INVALIDE"
	codeNIRKey     = "CLE_NIR"
	codeFINESS     = "FINESS_INVALIDE"
	codeFINESSKey  = "CLE_FINESS"
	codeRPPS       = "RPPS_INVALIDE"
	codeRPPSKey    = "CLE_RPPS"
	codeNoPlace    = "CHAMP_SANS_PLACE" // encoding only: the norme has no place for a value that is set
	codeOtherKind  = "MESSAGE_INATTENDU"
	codeMoreFaults = "TROP_DE_FAUTES"
)

// Codes of unreadable JSON; those of unreadable XML are in package xmltext.
const (
	unreadJSON     = "JSON_MAL_FORME"
	unreadDeep     = "TROP_PROFOND"
	unreadTrailing = "CONTENU_APRES_RACINE"
)
